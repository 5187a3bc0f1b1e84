"""A whole kiosk gives a receipt, and the code of who stores, on an emulated receipt printer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QGuiApplication

from kiosk.assets import data
from kiosk.domain.flows.after import ShowCode
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen
from kiosk.domain.flows.opening import Done, PutParcel
from kiosk.domain.flows.papers import SlipAsked, SlipAt
from kiosk.domain.flows.visit import Aim
from kiosk.domain.flows.walkup import ChooseSize
from kiosk.sandbox.printers.canvas import png
from kiosk.sandbox.printers.printer import Printer, printing
from kiosk.services.desk import Asker
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.locker import Locker, locker

PRINTER = """
[[printer]]
name = "receipts"
driver = "escpos"
address = "{address}"
media = "roll-80"
"""


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    load_fonts(data() / "assets" / "fonts")


@asynccontextmanager
async def kiosk(folder: Path) -> AsyncIterator[tuple[Locker, Printer]]:
    async with AsyncExitStack() as stack:
        printer = await stack.enter_async_context(printing("escpos", speed=50_000.0))
        toml = PRINTER.format(address=printer.address)
        yield await stack.enter_async_context(locker(folder, policy=toml)), printer


async def drops_off(there: Locker, ref: str, label: str) -> str:
    """A parcel is announced, its code held up, and the door shut on it; answers the code."""
    made = await there.machine.desk.reserve(Asker(0), ref, kind="delivery", compartment=label)
    [code] = [c["code"] for c in made["codes"] if c["purpose"] == "dropoff" and c["way"] == "qr"]
    there.scan(code)
    await puts_in(there, label)
    return str(code)


async def puts_in(there: Locker, label: str) -> None:
    await there.sees(PutParcel)
    there.board.do(f"occupy {int(label) - 1}")
    there.board.do(f"shut {int(label) - 1}")


async def ended(there: Locker, at: SlipAt) -> None:
    def so() -> bool:
        slip = getattr(there.state, "slip", None)
        return slip is not None and slip.at is at

    await there.until(so, f"a slip that is {at.value}")


def read(printer: Printer) -> list[str]:
    """What the codes on the last piece of paper say."""
    picture = cv2.imdecode(np.frombuffer(png(printer.labels[-1]), np.uint8), cv2.IMREAD_GRAYSCALE)
    return [one.text for one in zxingcpp.read_barcodes(np.asarray(picture, np.uint8))]


async def happened(there: Locker) -> list[str]:
    lines = (await there.machine.desk.journal(200))["lines"]
    return [line["name"] for line in lines if line["name"].startswith(("receipt.", "label."))]


async def test_a_receipt_comes_out_once_and_says_nobodys_code(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as (there, printer):
        code = await drops_off(there, "ORD-7", "14")
        await there.sees(Done)
        there.do(SlipAsked("ar"), SlipAsked("ar"))
        await ended(there, SlipAt.PRINTED)
        there.do(SlipAsked("ar"), FinishAsked())
        await there.sees(Home)
        assert len(printer.labels) == 1
        assert read(printer) == ["ORD-7"]
        assert code != "ORD-7"
        assert await happened(there) == ["receipt.printed"]


async def test_without_paper_a_receipt_is_a_sentence_and_the_next_person_is_free_to_go(
    tmp_path: Path,
) -> None:
    async with kiosk(tmp_path) as (there, printer):
        printer.do("paper out")
        await drops_off(there, "ORD-8", "15")
        await there.sees(Done)
        there.do(SlipAsked("en"))
        await ended(there, SlipAt.FAILED)
        printer.do("paper in")
        there.do(SlipAsked("en"))
        await ended(there, SlipAt.PRINTED)
        there.do(FinishAsked())
        await there.sees(Home)
        assert await happened(there) == ["receipt.failed", "receipt.printed"]
        assert len(printer.labels) == 1


async def test_who_walks_away_while_it_prints_leaves_home_to_the_next(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as (there, printer):
        await drops_off(there, "ORD-9", "14")
        await there.sees(Done)
        there.do(SlipAsked("en"), FinishAsked())
        await there.sees(Home)
        await printer.until(lambda: len(printer.labels) == 1)
        await asyncio.sleep(0)
        assert isinstance(there.state, Home)
        assert read(printer) == ["ORD-9"]


async def test_who_stores_has_the_code_on_paper_that_opens_the_door_again(tmp_path: Path) -> None:
    async with kiosk(tmp_path) as (there, printer):
        await there.until(lambda: Aim.STORE in getattr(there.state, "offers", ()), "stores")
        there.do(JourneyChosen(Aim.STORE))
        await there.sees(ChooseSize)
        await there.until(lambda: getattr(there.state, "offers", None), "sizes")
        there.do(SizeChosen(there.state.offers[0].size))  # type: ignore[union-attr]
        await there.sees(PutParcel)
        label = there.state.visit.label  # type: ignore[union-attr]
        await puts_in(there, label)
        await there.sees(ShowCode)
        code = there.state.visit.handover.qr  # type: ignore[union-attr]
        there.do(SlipAsked("en"))
        await ended(there, SlipAt.PRINTED)
        assert read(printer) == [code]
