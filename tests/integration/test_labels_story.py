"""A whole kiosk prints a return's label on an emulated printer: one on paper, or one that waits."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication

from kiosk.assets import data
from kiosk.config import Makers
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.flows.labels import LabelReady, NoLabel, OfferLabel
from kiosk.domain.flows.opening import Done, PutParcel
from kiosk.domain.flows.printed import PrintAsked
from kiosk.runtime.control import ask, socket_path
from kiosk.sandbox.printers.canvas import png
from kiosk.sandbox.printers.printer import Printer, printing
from kiosk.services.desk import Asker
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.locker import Locker, locker

PRINTER = """
[[printer]]
name = "front"
driver = "zpl"
address = "{address}"
media = "label-100x150"
roll = 500
"""


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    load_fonts(data() / "assets" / "fonts")


@dataclass
class Corner:
    """A locker with a printer in it, and who brings something back."""

    locker: Locker
    printer: Printer
    control: Path

    async def brings(self, ref: str, label: str) -> None:
        """A return is announced, and its code held up."""
        desk = self.locker.machine.desk
        made = await desk.reserve(Asker(0), ref, kind="return", compartment=label)
        [code] = [
            c["code"] for c in made["codes"] if c["purpose"] == "dropoff" and c["way"] == "qr"
        ]
        self.locker.scan(code)

    async def offered(self) -> OfferLabel:
        state = self.locker
        await state.until(lambda: getattr(state.state, "label", None) is not None, "an offer")
        assert isinstance(state.state, OfferLabel)
        return state.state

    async def puts_in(self, label: str) -> None:
        self.locker.do(OpenAsked())
        await self.locker.sees(PutParcel)
        self.locker.board.do(f"occupy {int(label) - 1}")
        self.locker.board.do(f"shut {int(label) - 1}")
        await self.locker.sees(Done)
        self.locker.do(FinishAsked())
        await self.locker.sees(Home)

    async def asks(self, verb: str, **given: object) -> Any:
        return await asyncio.to_thread(ask, self.control, verb, given, 30.0)

    async def happened(self) -> list[str]:
        lines = (await self.locker.machine.desk.journal(200))["lines"]
        return [line["name"] for line in lines if line["name"].startswith("label.")]


@asynccontextmanager
async def corner(
    folder: Path, layout: Path | None = None, makers: Makers | None = None
) -> AsyncIterator[Corner]:
    async with printing("zpl", speed=10_000.0) as printer:
        toml = PRINTER.format(address=printer.address)
        async with locker(folder, policy=toml, layout=layout, makers=makers) as there:
            control = socket_path("machine_123", folder / "state" / "kiosk.db")
            await there.until(control.exists, "the control socket")
            yield Corner(there, printer, control)


async def test_a_returns_label_is_shown_printed_and_the_door_opens(tmp_path: Path):
    async with corner(tmp_path) as here:
        await here.brings("RET-2026-1", "14")
        offer = await here.offered()
        assert here.locker.unlocks() == []
        here.locker.do(PrintAsked())
        await here.locker.sees(LabelReady)
        [printed] = here.printer.labels
        assert offer.label is not None
        assert offer.label.picture is not None
        on_paper, on_glass = dots(png(printed)), dots(offer.label.picture)
        assert np.array_equal(on_paper[: on_glass.shape[0], : on_glass.shape[1]], on_glass)
        read = {found.text for found in zxingcpp.read_barcodes(on_paper)}
        assert read == {"RET-2026-1", offer.label.mark}
        await here.puts_in("14")
        assert len(here.locker.unlocks()) == 1
        assert await here.happened() == ["label.printed"]


async def test_without_paper_the_mark_stands_in_and_staff_print_it_once_there_is_some(
    tmp_path: Path,
):
    async with corner(tmp_path) as here:
        here.printer.do("paper out")
        await here.brings("RET-2026-2", "15")
        await here.offered()
        here.locker.do(PrintAsked())
        state = await here.locker.sees(NoLabel)
        assert isinstance(state, NoLabel)
        assert here.printer.labels == []
        await here.puts_in("15")
        [waits] = (await here.asks("labels"))["waiting"]
        assert (waits["mark"], waits["error"]) == (state.label.mark, "paper_out")
        here.printer.do("paper in")
        await here.asks("roll", count=500)
        said = await here.asks("print-label", which="RET-2026-2")
        assert (said["outcome"], said["mark"]) == ("printed", state.label.mark)
        left = await here.asks("labels")
        assert left["waiting"] == []
        assert left["stock"]["rolls"][0]["left"] == 499
        assert len(here.printer.labels) == 1
        told = ["label.failed", "label.roll_replaced", "label.printed"]
        assert await here.happened() == told


async def test_a_test_page_is_printed_and_counted(tmp_path: Path):
    async with corner(tmp_path) as here:
        await here.asks("roll", count=10)
        assert (await here.asks("test-page"))["outcome"] == "printed"
        [page] = here.printer.labels
        assert len(zxingcpp.read_barcodes(dots(png(page)))) == 3
        assert (await here.asks("labels"))["stock"]["rolls"][0]["left"] == 9


def dots(picture: bytes) -> Any:
    return cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_GRAYSCALE)
