"""A whole kiosk and a printer that fails: the right screen, one label or one that waits, told."""

import re
from functools import partial
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication

from kiosk.adapters.printers.talking import TalkingPrinter
from kiosk.adapters.printers.zpl import Zpl, ZplMaker
from kiosk.assets import data
from kiosk.config import Makers
from kiosk.domain.flows.labels import AskLabel, LabelReady, NoLabel
from kiosk.domain.flows.printed import LabelSeen, PrintAsked
from kiosk.ports_printing import PrinterSettings
from kiosk.sandbox.printers.canvas import png
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.test_labels_story import Corner, corner, dots

MENDED = {"roll 60": "paper in", "head open": "head shut", "silent": "answering"}


def all_local(folder: Path) -> Path:
    """The example's bank, and all of it is given away here."""
    example = Path(__file__).resolve().parents[2] / "docs/examples/kioskforce/layout.toml"
    text = example.read_text("utf-8").replace('owner = "local", ', "")
    here = re.sub(r'(?:cloud_id = "\w+", +)?size = "', 'owner = "local", size = "', text)
    layout = folder / "all-local.toml"
    layout.write_text(here, "utf-8")
    return layout


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    load_fonts(data() / "assets" / "fonts")


class Near(ZplMaker):
    """The printer is on this machine: what has not answered by then answers nothing."""

    def connect(self, settings: PrinterSettings) -> TalkingPrinter:
        return TalkingPrinter(settings, partial(Zpl, 0.3))


NEAR = Near()
MAKERS = Makers(printers=EntryPoints([EntryPoint("zpl", f"{__name__}:NEAR", "kiosk.printers")]))


async def test_whatever_befalls_the_printer_it_is_one_label_or_one_that_waits(tmp_path: Path):
    async with corner(tmp_path, layout=all_local(tmp_path), makers=MAKERS) as here:
        assert not await brings(here, "RET-1", "1", "answering")
        length = here.printer.port.heard
        # Each tenth is tried on the drivers; the last of these falls behind the label.
        cuts = [f"cut {at}" for at in (1, length // 2, length - 8)]
        for number, hand in enumerate([*cuts, *MENDED], 2):
            ref = f"RET-{number}"
            if await brings(here, ref, str(number), hand):
                here.printer.do(MENDED.get(hand, "paper in"))
                assert (await here.asks("print-label", which=ref))["outcome"] == "printed"
            assert (await here.asks("labels"))["waiting"] == []
        assert sorted(refs(here)) == [f"RET-{number}" for number in range(1, 8)]


async def brings(here: Corner, ref: str, room: str, hand: str) -> bool:
    """Somebody brings a return, and that befalls the printer; answers whether a label waits."""
    out, told = len(here.printer.labels), len(await here.happened())
    await here.brings(ref, room)
    await here.offered()
    here.printer.do(hand)
    here.locker.do(PrintAsked())
    state = await here.locker.sees(LabelReady, NoLabel, AskLabel)
    if isinstance(state, AskLabel):
        assert (await here.happened())[told:] == ["label.doubted"]
        told += 1
        here.locker.do(LabelSeen(len(here.printer.labels) > out))
        state = await here.locker.sees(LabelReady, NoLabel)
    assert isinstance(state, LabelReady | NoLabel)
    waits = isinstance(state, NoLabel)
    marks = [one["mark"] for one in (await here.asks("labels"))["waiting"]]
    assert marks == ([state.label.mark] if waits else []), hand
    assert len(here.printer.labels) - out == (0 if waits else 1), hand
    assert (await here.happened())[told:] == ["label.failed" if waits else "label.printed"], hand
    await here.puts_in(room)
    return waits


def refs(here: Corner) -> list[str]:
    """The number on each label that lies there."""
    read = [zxingcpp.read_barcodes(dots(png(one))) for one in here.printer.labels]
    return [code.text for codes in read for code in codes if code.text.startswith("RET-")]
