"""A whole kiosk: what a courier did in a visit comes out on paper, once, with every number."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.assets import data
from kiosk.domain.flows.courier.round import (
    LogOutAsked,
    PrintCountAsked,
    Round,
    RoundDone,
)
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, OpenAsked
from kiosk.domain.flows.opening import PutParcel, TakeParcel
from kiosk.domain.model import Kind
from kiosk.labels.filling import fill
from kiosk.labels.rendering import draw, measure, unpacked
from kiosk.labels.template import parse
from kiosk.sandbox.printers.canvas import png
from kiosk.sandbox.printers.printer import Printer, printing
from kiosk.viewmodels.fonts import load_fonts
from tests.integration.courier_issuer import pem
from tests.integration.journeys.stand import Stand, stand
from tests.integration.journeys.steps import kept
from tests.integration.staff.test_putting import parcel
from tests.integration.staff.test_taking import ACME, COURIERS, collecting, proved

PRINTER = """
[[printer]]
name = "counts"
driver = "escpos"
address = "{address}"
media = "roll-80"
"""
ROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="72mm" height="76mm" viewBox="0 0 72 76" '
    'data-media="roll-80"><text x="22" y="39" font-size="3.6" font-weight="500">{{ref}}</text>'
    "</svg>"
)
"""As the count writes a number."""
ALIKE = 0.9


@pytest.fixture(autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    load_fonts(data() / "assets" / "fonts")


def says(printer: Printer, ref: str) -> bool:
    """Whether this number stands on the last piece of paper, as its dots."""
    raw = np.frombuffer(png(printer.labels[-1]), np.uint8)
    paper: Any = cv2.imdecode(raw, cv2.IMREAD_GRAYSCALE)
    [sheet] = fill(parse("row", ROW.encode()), {"ref": ref}, {}, "en", measure)
    dark = unpacked(draw(sheet, 203))
    rows, columns = np.where(dark)
    box = dark[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    wanted = np.where(box, 0, 255).astype(np.uint8)
    return float(cv2.matchTemplate(paper, wanted, cv2.TM_CCOEFF_NORMED).max()) > ALIKE


async def shows(here: Stand, kind: type) -> str:
    await here.until(lambda: isinstance(getattr(here.state, "at", None), kind), kind.__name__)
    assert isinstance(here.state, Working)
    return here.state.visit.label


async def listed(here: Stand) -> None:
    await here.until(
        lambda: isinstance(here.state, Round) and here.state.parcels is not None, "the list"
    )


async def works(here: Stand) -> None:
    """Two are put in, one is fetched."""
    await proved(here)
    for name in ("p0", "p1"):
        here.do(CodeShown(f"ACME-{name}"))
        label = await shows(here, PutParcel)
        here.hand("occupy", label)
        here.hand("shut", label)
        await listed(here)
    await collecting(here)
    here.do(OpenAsked())
    label = await shows(here, TakeParcel)
    here.hand("clear", label)
    here.hand("shut", label)
    await here.until(lambda: not isinstance(here.state, Working), "the count")
    here.do(FinishAsked())
    await listed(here)
    here.do(LogOutAsked())
    await here.until(lambda: isinstance(here.state, RoundDone) and here.state.prints, "the end")


async def test_the_count_comes_out_once_though_the_paper_ran_out_in_between(tmp_path: Path):
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    arrivals = [
        parcel("p0", "S"),
        parcel("p1", "M"),
        kept("20", name="GLS-0090117", kind=Kind.RETURN, particulars=ACME),
        kept("21", name="GLS-0064385", kind=Kind.RETURN),
    ]
    async with printing("escpos", speed=50_000.0) as printer:
        beside = COURIERS + PRINTER.format(address=printer.address)
        async with stand(tmp_path, arrivals, beside=beside) as here:
            await works(here)
            assert (here.state.shift.delivered, here.state.shift.collected) == (2, 1)
            printer.do("paper out")
            here.do(PrintCountAsked("en"))
            await here.until(lambda: here.state.printed is False, "no paper")
            assert printer.labels == []
            printer.do("paper in")
            here.do(PrintCountAsked("en"))
            await here.until(lambda: here.state.printed is True, "the count")
            assert len(printer.labels) == 1
            assert [says(printer, ref) for ref in ("ACME-p0", "ACME-p1", "GLS-0090117")] == [
                True,
                True,
                True,
            ]
            assert not says(printer, "GLS-0064385")
            # Touched once more, and after the courier has gone: nothing comes out twice.
            here.do(PrintCountAsked("en"), FinishAsked())
            await here.until(lambda: not isinstance(here.state, RoundDone), "home")
            assert len(printer.labels) == 1
            assert printer.pieces == []
