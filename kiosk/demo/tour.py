"""A tour of the journeys over the real wires, told step by step, with pictures."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.demo import deliveries, service, van, walkups
from kiosk.demo.profile import configured, demo_scene
from kiosk.demo.saying import quiet, say, say_shorter
from kiosk.demo.scene import Scene
from kiosk.demo.stock import Stocked
from kiosk.demo.telling import NotAsTold, Telling

SHORTER = """\
remind_shut = 3
remind_shut_louder = 5
session_end_door_open = 7
door_opens_within = 1.5
done = 4
sync_every = 1
"""
"""The tour's own policy: it would be dull to wait as long as a real locker does."""
Chapter = Callable[[Telling], None]
CHAPTERS: tuple[Chapter, ...] = (
    deliveries.pick_up_by_qr,
    deliveries.drop_off,
    deliveries.pick_up_by_code,
    deliveries.jammed_door,
    deliveries.without_network,
    deliveries.left_open,
    walkups.send,
    walkups.store,
    walkups.give_back,
    walkups.send_back,
    walkups.keep_or_refuse,
    walkups.gates,
    walkups.two_doors,
    van.empty_the_van,
    service.repair,
)


def play(pictures: Path) -> int:
    """Play the whole tour; answers 0 when everything came as told."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    quiet()
    started = time.monotonic()
    say("[bold]A parcel locker without hardware.[/bold]")
    say_shorter(SHORTER)
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder,
        demo_scene(Path(folder), SHORTER) as (where, stock),
    ):
        tell(where, stock, pictures)
    say(f"Pictures are in {pictures}. {time.monotonic() - started:.0f} seconds.")
    return 0


def tell(
    where: Scene,
    stock: tuple[Stocked, ...],
    pictures: Path,
    chapters: tuple[Chapter, ...] = CHAPTERS,
) -> None:
    """Tell it from the first to the last of these chapters. Raises NotAsTold."""
    from PySide6.QtGui import QGuiApplication

    from kiosk.adapters.gates.simulated import simulated_terminals
    from kiosk.app.window import Kiosk
    from kiosk.demo.person import NotSeen, Person

    app = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    config = configured(where.config)
    kiosk = Kiosk(config, size=(540, 960))
    kiosk.terminals = simulated_terminals(seconds=1.0)
    kiosk.start()
    try:
        tour = Telling(where, stock, kiosk, Person(kiosk), config.layout, pictures)
        tour.open()
        for chapter in chapters:
            chapter(tour)
    except NotSeen as missing:
        raise NotAsTold(f"the tour came to a halt: {missing}") from missing
    finally:
        kiosk.stop()
    app.processEvents()
