"""A line of ``kiosk doctor`` for every printer."""

import asyncio

import pytest

from kiosk.app.doctor import report
from kiosk.domain.printing import Hitch
from kiosk.sandbox.printers.printer import printing
from kiosk.services.doctor_printer import printer_finding
from kiosk.services.finding import Verdict
from tests.integration.asked import write

PRINTER = """
[[printer]]
name = "labels"
driver = "escpos"
address = "{}"
media = "roll-80"
"""


async def said(folder, address) -> str:
    found = await asyncio.to_thread(report, write(folder, PRINTER.format(address)))
    [line] = [one for one in found.findings if one.name == "printer labels"]
    assert (found.code == 1) is (line.verdict is Verdict.BAD)
    return f"{line.verdict.value}: {line.sentence}"


async def test_the_doctor_asks_each_printer_and_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    async with printing("escpos") as printer:
        assert await said(tmp_path, printer.address) == "ok: It answers and is ready."
        printer.do("roll 100")
        assert (await said(tmp_path, printer.address)).startswith("warn: It prints, and its paper")
        printer.do("paper out")
        assert (await said(tmp_path, printer.address)).startswith("bad: It is out of paper: put")
        printer.do("silent")
        assert "answers nothing" in await said(tmp_path, printer.address)
        address = printer.address
    assert (await said(tmp_path, address)).startswith("bad: It is not there: check power")


@pytest.mark.parametrize("hitch", Hitch)
def test_whatever_is_wrong_is_one_sentence_with_something_to_do(hitch):
    found = printer_finding("labels", [hitch.value])
    assert found.verdict is (Verdict.WARN if hitch is Hitch.PAPER_LOW else Verdict.BAD)
    assert ": " in found.sentence
