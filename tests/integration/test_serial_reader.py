"""A hand scanner on a serial port: what it sends is hostile, and counts once per appearance."""

import asyncio
import errno
import os
import termios
import tty
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
import serial

from kiosk.adapters.scanners.serial_reader import (
    LONGEST,
    LOST,
    Lines,
    SerialReader,
    opened,
    trouble_of,
)
from kiosk.app.machine import running
from kiosk.config import load
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.flows.home import Home, Refused
from tests.integration.locker import PATIENCE, Glass
from tests.lint.tree import ROOT

TOKEN = ".".join(("eyJhbGciOiJFUzUxMiJ9", "eyJjb3VyaWVyX2lkIjoiYy0xNyJ9", "A" * 1200))


@pytest.fixture
def port() -> Iterator[tuple[int, str]]:
    """What the scanner writes to, and the device it is."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    yield ours, os.ttyname(theirs)
    for one in (ours, theirs):
        with suppress(OSError):
            os.close(one)


class Ticks:
    """A clock that is moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@asynccontextmanager
async def reading(device: str, ticks: Ticks) -> AsyncIterator[tuple[SerialReader, list[str]]]:
    reader, texts = SerialReader(device, 9600, ticks, again=0.01), []

    async def hear() -> None:
        async for text in reader.codes():
            texts.append(text)

    hearing = asyncio.create_task(hear())
    yield reader, texts
    hearing.cancel()
    await asyncio.gather(hearing, return_exceptions=True)


async def until(so) -> None:
    async with asyncio.timeout(PATIENCE):
        while not so():
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b""], ids=["cr", "lf", "both", "silence"])
async def test_a_code_comes_whole_whatever_ends_it(port, end):
    ours, device = port
    async with reading(device, Ticks()) as (reader, texts):
        await until(lambda: reader.there)
        os.write(ours, TOKEN.encode() + end)
        await until(lambda: texts)
        assert texts == [TOKEN]
        assert (reader.there, reader.reads, reader.latest) == (True, 1, len(TOKEN))


async def test_a_code_counts_once_until_it_was_out_of_sight(port):
    ours, device = port
    ticks = Ticks()
    async with reading(device, ticks) as (reader, texts):
        await until(lambda: reader.there)
        for reads in (1, 2, 3):
            os.write(ours, b"471947\r")
            await until(lambda reads=reads: reader.reads == reads)
            ticks.now += 2.9
        assert texts == ["471947"]
        ticks.now += 0.2
        os.write(ours, b"471947\r")
        await until(lambda: reader.reads == 4)
        assert texts == ["471947"] * 2


@pytest.mark.parametrize(
    "sent",
    [b"\xff\xfe\xfd", b"47\x1b[2J19", "47\u202e19".encode(), b"7" * (LONGEST + 1), b"7" * 90_000],
    ids=["no text", "control signs", "bidi", "too long", "a flood"],
)
def test_what_is_no_code_is_refused_and_the_next_one_read(sent):
    lines = Lines()
    assert lines.feed(sent + b"\r" + b"471947\r") == ["471947"]
    assert lines.refused == 1
    assert len(lines.begun) <= LONGEST


def test_ends_alone_are_nothing():
    lines = Lines()
    assert lines.feed(b"\r\n\r\n  \r") == []
    assert lines.refused == 0


async def test_a_port_that_is_not_there_is_waited_for(port, tmp_path):
    ours, device = port
    place = tmp_path / "scanner"
    async with reading(str(place), Ticks()) as (reader, texts):
        await until(lambda: reader.facts()["trouble"] == "gone")
        assert not reader.there
        place.symlink_to(device)
        await until(lambda: reader.there)
        os.write(ours, b"471947\r")
        await until(lambda: texts == ["471947"])
        told = {"reads": 1, "refused": 0, "heard": 0.0}
        assert reader.facts() == {"device": str(place), "trouble": "", **told}


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(errno.EACCES, "denied"), "forbidden"),
        (serial.SerialException(errno.ENOENT, "no such"), "gone"),
        (serial.SerialException("could not lock: [Errno 11] unavailable"), "held"),
        (termios.error(errno.ENOTTY, "no terminal"), "broken"),
    ],
)
def test_why_a_port_cannot_be_opened_is_one_word(error, why):
    assert trouble_of(error) == why


async def test_a_port_that_somebody_else_has_is_said_to_be_held(port):
    with opened(port[1], 9600), pytest.raises(LOST) as refused:
        opened(port[1], 9600)
    assert trouble_of(refused.value) == "held"


def example(folder: Path, scanner: str) -> Path:
    """The example of a kiosk alone, with this line in its [scanner]."""
    for file in (ROOT / "docs" / "examples" / "standalone").iterdir():
        text = file.read_text("utf-8").replace('camera = ""', f'camera = ""\n{scanner}\n', 1)
        (folder / file.name).write_text(text, "utf-8")
    return folder / "kiosk.toml"


async def test_codes_and_tokens_reach_the_screen_without_a_camera(port, tmp_path):
    ours, device = port
    config = load(example(tmp_path, f'serial = "{device}"\nbaud = 115200'))
    async with running(config, Glass()) as machine:
        await until(lambda: machine.care.hand is not None and machine.care.hand.there)
        os.write(ours, b"https://example.org/nothing\r")
        await until(lambda: isinstance(machine.session.state, Refused))
        os.write(ours, TOKEN.encode() + b"\r\n")
        await until(lambda: not isinstance(machine.session.state, Refused))
        assert not isinstance(machine.session.state, Home)
        scanner = (await machine.desk.doctor())["scanner"]
        assert (scanner["device"], scanner["reads"], scanner["trouble"]) == (device, 2, "")


@pytest.mark.parametrize("scanner", ['serial = "ttyACM0"', "baud = 31"], ids=["no device", "speed"])
def test_a_wrong_port_or_speed_stops_the_start_with_a_sentence(tmp_path, scanner):
    with pytest.raises(ConfigWrong, match="scanner"):
        load(example(tmp_path, scanner))
