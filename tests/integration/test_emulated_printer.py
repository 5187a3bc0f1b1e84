"""The emulated printer as a program of its own, spoken to by lines."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from contextlib import asynccontextmanager

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.domain.printing import Outcome, Picture
from kiosk.sandbox.printers.printer import printing
from tests.integration.paper import driver, wholes

PICTURE = Picture(560, 240, bytes(range(1, 241)) * 70)


class Program:
    """A running emulator: lines in, facts out."""

    def __init__(self, process):
        self._process = process

    def type(self, line):
        self._process.stdin.write(f"{line}\n".encode())

    async def fact(self, key):
        """The next line that has it."""
        async with asyncio.timeout(10):
            while line := await self._process.stdout.readline():
                fact = json.loads(line)
                if key in fact:
                    return fact
        raise EOFError(key)


@asynccontextmanager
async def running(*words):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kiosk", "emulate", *words, stdin=PIPE, stdout=PIPE
    )
    try:
        yield Program(process)
    finally:
        process.terminate()
        await process.communicate()


async def test_a_printer_on_tcp_says_what_it_prints_and_obeys_lines(tmp_path):
    async with running("zpl", "--tcp", "127.0.0.1:0", "--file", str(tmp_path)) as program:
        where = (await program.fact("ready"))["tcp"]
        labels = driver("zpl", f"tcp://{where}")
        assert await labels.print(PICTURE) is Outcome.PRINTED
        said = await program.fact("label")
        path = tmp_path / "label-1.png"
        assert said == {"label": 1, "width": 560, "height": 240, "png": str(path)}
        dark = ~np.asarray(Image.open(path))
        assert np.packbits(dark, axis=1).tobytes() == PICTURE.data

        program.type("roll 10")
        assert await labels.print(PICTURE) is Outcome.NOT_PRINTED
        assert (await program.fact("hitch"))["hitch"] == "paper"
        assert (await program.fact("torn"))["height"] == 80
        program.type("dance")
        assert "not understood" in (await program.fact("error"))["error"]
        program.type("paper in")
        assert (await program.fact("mended"))["mended"] == "paper"


async def test_a_printer_behind_a_device_file_puts_its_labels_beside_it(tmp_path):
    device = tmp_path / "lp0"
    async with running("tspl", "--file", str(device)) as program:
        assert (await program.fact("ready"))["file"] == str(device)
        labels = driver("tspl", str(device))
        assert await labels.print(PICTURE) is Outcome.PRINTED
        assert (await program.fact("label"))["png"] == str(tmp_path / "label-1.png")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["zpl"], "give --tcp HOST:PORT or --file PATH"),
        (["zpl", "--pty"], "give --tcp HOST:PORT or --file PATH"),
        (["kerong", "--pty", "--file", "x"], "give either --pty or --tcp HOST:PORT"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(words, complaint):
    answer = CliRunner().invoke(app, ["emulate", *words])
    assert answer.exit_code == 2
    assert complaint in answer.output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["zpl", "--tcp", "127.0.0.1"], "not HOST:PORT"),
        (["zpl", "--variant", "epl", "--tcp", "127.0.0.1:0"], "zpl comes as zebra, clone"),
        (["nobody", "--pty"], "no emulated board or printer 'nobody'"),
    ],
)
def test_what_cannot_be_emulated_is_named(words, complaint):
    answer = CliRunner().invoke(app, ["emulate", *words])
    assert complaint in str(answer.exception)


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    kept = tmp_path / "lp0"
    kept.write_text("mine")
    assert CliRunner().invoke(app, ["emulate", "zpl", "--file", str(kept)]).exit_code
    assert kept.read_text() == "mine"


@pytest.mark.parametrize(
    "line", ["", "dance", "paper", "paper up", "roll", "roll x", "roll -1", "roll nan", "cut x"]
)
async def test_a_line_that_makes_no_sense_is_refused(line):
    async with printing("zpl") as printer:
        with pytest.raises(ValueError):  # noqa: PT011 - every reason is one
            printer.do(line)


@pytest.mark.parametrize("make", ["zpl", "tspl", "escpos"])
async def test_noise_prints_nothing_and_breaks_nothing(make):
    async with printing(make) as printer:
        noise = np.random.default_rng(5).bytes(200_000)
        for start in range(0, len(noise), 999):
            printer.hear(noise[start : start + 999])
        assert printer.labels == []
        assert await driver(make, printer.address).print(PICTURE) is Outcome.PRINTED


@pytest.mark.parametrize(
    ("make", "stream"),
    [
        ("zpl", b"^XA^PW999999999^LL999999999^FO0,0^GFA,4,4,2,FF008001^FS^XZ"),
        ("zpl", b"^XA^FO0,0^GFA,1,1,0,FF^FS^XZ"),
        ("tspl", b"SIZE 99999 mm,99999 mm\r\nSIZE 1.2.3 mm,4 mm\r\nPRINT 0,0\r\n"),
        ("escpos", b"\x1dv0\x00\x00\x00\x01\x00\x1dV\x00"),
    ],
)
async def test_absurd_sizes_are_no_labels_and_keep_nobody_from_printing(make, stream):
    async with printing(make, speed=400) as printer:
        printer.hear(stream)
        assert await driver(make, printer.address).print(PICTURE) is Outcome.PRINTED
        assert wholes(printer, PICTURE) == 1
