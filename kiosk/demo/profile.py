"""The demo's profile: every journey at one bank, and terminals that only act as if."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.config import Config, load
from kiosk.demo import courier
from kiosk.demo.clip import clip
from kiosk.demo.scene import Scene, scene
from kiosk.demo.stock import Stocked, fill

LAYOUT = Path(__file__).with_name("layout.toml")
BESIDE = """
[prices]
currency = "EUR"
sizes = { S = 200, M = 350, L = 500 }
extension = 150

[[neighbour]]
name = "Rathaus"
metres = 450
map = "geo:52.5186,13.4081"

[[neighbour]]
name = "Stadtbibliothek"
metres = 1300
map = "geo:52.5123,13.4010"
"""
NOBODY = "nobody.avi"
"""The film of the camera while no phone is held up."""


def configured(path: Path) -> Config:
    """The demo's configuration: the sandbox's cloud hears of arrivals. Raises ConfigWrong."""
    config = load(path)
    return replace(config, rules=replace(config.rules, arrivals=True))


@contextmanager
def demo_scene(folder: Path, policy: str) -> Iterator[tuple[Scene, tuple[Stocked, ...]]]:
    """The surroundings of the demo, and what its people came for beside the cloud's parcels."""
    camera = clip(folder / NOBODY, [(None, 0.5)])
    hired, beside = courier.hire(folder), BESIDE + courier.BESIDE
    surroundings = scene(
        folder, camera=str(camera), policy=policy, layout=LAYOUT, beside=beside, prints=True
    )
    with surroundings as where:
        yield replace(where, courier=hired), fill(configured(where.config))
