"""A badge reader that types like a keyboard: simulated as the records its device gives."""

import array
import asyncio
import fcntl
import os
import termios
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.adapters.couriers.badges import BadgeReader, grab

# Of <linux/input-event-codes.h>, written down once more.
CODES = {"1": 2, "2": 3, "9": 10, "0": 11, "A": 30, "B": 48, "Z": 44, "\n": 28, "?": 1}
SYN = bytes(24)


def record(kind: int, code: int, value: int) -> bytes:
    parts = ((kind, 2), (code, 2), (value, 4))
    return bytes(16) + b"".join(part.to_bytes(size, "little") for part, size in parts)


def typed(text: str) -> bytes:
    """Each key goes down and up again, with what a kernel puts between."""
    return b"".join(
        record(4, 4, 0x70000) + record(1, CODES[sign], 1) + SYN + record(1, CODES[sign], 0) + SYN
        for sign in text
    )


class Device:
    """A pipe in the place of /dev/input/event0."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.grabs = 0
        self.seconds = 0.0
        os.mkfifo(path)
        self.end = os.open(path, os.O_RDWR)

    def grabbed(self, _device: int) -> None:
        self.grabs += 1

    def types(self, text: str) -> None:
        os.write(self.end, typed(text))

    @contextmanager
    def pulled_out(self) -> Iterator[None]:
        away = self.path.with_suffix(".away")
        self.path.rename(away)
        os.close(self.end)
        yield
        away.rename(self.path)
        self.end = os.open(self.path, os.O_RDWR)


@pytest.fixture
def device(tmp_path: Path) -> Iterator[Device]:
    made = Device(tmp_path / "event0")
    yield made
    os.close(made.end)


@pytest.fixture
async def badges(device: Device) -> AsyncIterator[AsyncIterator[str]]:
    reader = BadgeReader(str(device.path), device.grabbed, lambda: device.seconds, again=0.01)
    stream = reader.badges()
    yield stream
    await stream.aclose()


async def next_of(badges: AsyncIterator[str]) -> str:
    async with asyncio.timeout(5):
        return await anext(badges)


async def test_a_badge_is_what_was_typed_before_enter_and_the_device_is_grabbed(device, badges):
    device.types("0012AB9\n")
    assert await next_of(badges) == "0012AB9"
    assert device.grabs == 1


async def test_what_has_other_keys_or_another_length_is_no_badge(device, badges):
    device.types("12?\n")
    device.types("12?90012\n")
    device.types("1" * 65 + "\n")
    device.types("\n")
    device.types("1290\n")
    assert await next_of(badges) == "1290"


async def test_what_was_begun_long_ago_is_no_part_of_it(device, badges):
    async def later() -> None:
        device.types("9999")
        # Read before the clock goes on, as far as anything can be seen of it.
        while not await asyncio.to_thread(_is_drained, device):
            await asyncio.sleep(0.001)
        device.seconds += 2
        device.types("1290\n")

    waiting = asyncio.create_task(later())
    assert await next_of(badges) == "1290"
    await waiting


def _is_drained(device: Device) -> bool:
    left = array.array("i", [0])
    fcntl.ioctl(device.end, termios.FIONREAD, left)
    return left[0] == 0


async def test_a_device_that_was_pulled_out_is_waited_for(device, badges, caplog):
    device.types("1290\n")
    assert await next_of(badges) == "1290"
    following = asyncio.create_task(next_of(badges))
    with device.pulled_out():
        async with asyncio.timeout(5):
            while "badge reader" not in caplog.text:
                await asyncio.sleep(0.001)
    device.types("2190\n")
    assert await following == "2190"
    assert device.grabs == 2


def test_what_cannot_be_grabbed_is_not_read(tmp_path: Path):
    plain = tmp_path / "no-device"
    plain.write_bytes(b"")
    with plain.open("rb") as opened, pytest.raises(OSError, match="ioctl"):
        grab(opened.fileno())
