"""A camera that fails beneath a running kiosk: the keys go on, and it comes back by itself."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.domain.flows.home import EnterCode, Home
from kiosk.domain.flows.inputs import FinishAsked, JourneyChosen, WentBack
from kiosk.domain.flows.opening import Done, TakeParcel
from kiosk.domain.flows.visit import Aim
from tests.integration.camera_bench import film, gone, showing
from tests.integration.lens import DEVICE, Script, scripted
from tests.integration.locker import STORED, Locker, locker

QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"
CELLS = {"A03": 2, "A05": 4}
FAULTS = ["gone", "hang", "once", "stuck", "frozen"]
KEYED, SHOWN = "48151623", "31415926"


@dataclass
class Bank:
    """A running locker with two parcels: one is picked up by keys, the other by its picture."""

    here: Locker
    lens: Script
    shown: str
    """The QR text of the parcel that is picked up by its picture."""

    @property
    def pid(self) -> int | None:
        return self.here.machine.scanner.pid

    async def camera(self, works: bool) -> None:
        """Until home knows that the camera works, or that it does not."""
        await at_home(self.here, works)

    async def told(self, *names: str) -> None:
        """Until the journal has told staff these about the camera, oldest first."""
        async with asyncio.timeout(20):
            while (lines := await self._camera_lines()) != list(names):
                assert lines == list(names)[: len(lines)]
                await asyncio.sleep(0.05)

    async def _camera_lines(self) -> list[str]:
        lines = (await self.here.machine.desk.journal(200))["lines"]
        return [str(line["name"]) for line in lines if "camera" in str(line["name"])]

    async def keys_open(self) -> None:
        """The screen asks to type, and what is typed opens the one right door."""
        self.here.do(JourneyChosen(Aim.PICKUP))
        await self.here.until(
            lambda: isinstance(self.here.state, EnterCode) and not self.here.state.camera,
            "keys, and no camera",
        )
        self.here.do(WentBack())
        await self.here.sees(Home)
        self.here.type(KEYED)
        await self._taken("A03")

    async def picture_opens(self) -> None:
        """The code held up opens its door."""
        self.lens.does(f"show {self.shown}")
        await self._taken("A05")

    async def _taken(self, cell: str) -> None:
        await self.here.sees(TakeParcel)
        self.here.board.do(f"shut {CELLS[cell]}")
        await self.here.sees(Done)
        self.here.do(FinishAsked())
        await self.here.sees(Home)


@pytest.fixture
def lens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """A device that works; the camera process that looks through it is a real one."""
    script, interpreter = scripted(tmp_path)
    monkeypatch.setattr("sys.executable", str(interpreter))
    return script


@asynccontextmanager
async def bank(folder: Path, lens: Script) -> AsyncIterator[Bank]:
    async with locker(folder, policy=QUICK, camera=DEVICE) as here:
        texts = []
        for cell, code in zip(CELLS, (KEYED, SHOWN), strict=True):
            parcel = await asyncio.to_thread(
                here.cloud.put, status=STORED, cell=cell, pickup_code=code
            )
            await here.known(parcel["reservation_id"])
            texts.append(parcel["pickup_qrcode"])
        yield Bank(here, lens, texts[1])


async def fails_and_comes_back(folder: Path, lens: Script, fault: str) -> None:
    async with bank(folder, lens) as kiosk:
        await kiosk.camera(works=True)
        lens.does(fault)
        await kiosk.camera(works=False)
        await kiosk.keys_open()
        lens.does("empty")
        await kiosk.camera(works=True)
        await kiosk.picture_opens()
        assert len(kiosk.here.unlocks()) == 2


async def camera_fails(folder: Path, fault: str) -> None:
    """Any of ``FAULTS``; raises AssertionError."""
    script, interpreter = scripted(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.executable", str(interpreter))
        await fails_and_comes_back(folder, script, fault)


async def test_a_camera_absent_at_the_start_is_told_to_staff_and_found_later(tmp_path, lens):
    lens.does("gone")
    async with bank(tmp_path, lens) as kiosk:
        await kiosk.camera(works=False)
        await kiosk.keys_open()
        await kiosk.told("locker.camera_lost")
        lens.does("empty")
        await kiosk.camera(works=True)
        await kiosk.picture_opens()
        await kiosk.told("locker.camera_lost", "locker.camera_works_again")


@pytest.mark.parametrize("fault", ["gone", "frozen"])
async def test_a_camera_that_fails_leaves_the_keys_and_comes_back(tmp_path, fault):
    await camera_fails(tmp_path, fault)


async def test_a_camera_that_hangs_after_each_picture_is_replaced_and_stays_off(tmp_path, lens):
    async with bank(tmp_path, lens) as kiosk:
        await kiosk.camera(works=True)
        lens.does("once")
        await kiosk.camera(works=False)
        so_far = len(kiosk.here.glass.shown)
        await until_replaced_twice(kiosk)
        # It gave a picture in between: the screen must not jump for that.
        assert kiosk.here.glass.shown[so_far:] == []
        await kiosk.keys_open()
        lens.does("empty")
        await kiosk.camera(works=True)
        await kiosk.picture_opens()
        assert len(kiosk.here.unlocks()) == 2


async def until_replaced_twice(kiosk: Bank) -> None:
    for _ in range(2):
        await kiosk.here.until(lambda: kiosk.pid, "a process")
        await until_replaced(kiosk, kiosk.pid)


async def until_replaced(kiosk: Bank, pid: int | None) -> None:
    """Until another process looks; from the end of this one that takes a second at most."""
    assert pid is not None
    loop = asyncio.get_running_loop()
    await kiosk.here.until(lambda: kiosk.pid != pid, "the process given up")
    given_up = loop.time()
    await kiosk.here.until(lambda: kiosk.pid not in (None, pid), "another process")
    assert loop.time() - given_up < 1.0
    assert gone(pid, within=0)


async def test_noise_opens_nothing_and_leaves_the_machine_its_time(tmp_path, lens):
    async with bank(tmp_path, lens) as kiosk:
        await kiosk.camera(works=True)
        pid = kiosk.pid
        lens.does("noise")
        used, began = seconds_used(pid), asyncio.get_running_loop().time()
        await frames(kiosk, 40)
        share = (seconds_used(pid) - used) / (asyncio.get_running_loop().time() - began)
        assert share < 0.7
        assert kiosk.pid == pid
        assert isinstance(kiosk.here.state, Home)
        assert kiosk.here.unlocks() == []


async def at_home(here: Locker, works: bool) -> None:
    """Until home and the status say of the camera that it works, or that it does not."""
    # A kiosk begins with the belief that it does: frames must really have come.
    await here.until(lambda: here.machine.scanner.healthy() is works, f"frames: {works}")
    await here.until(
        lambda: isinstance(here.state, Home) and here.state.camera is works, f"home: {works}"
    )
    assert (await here.machine.desk.status())["camera"] is works


def seconds_used(pid: int | None) -> float:
    """Seconds of processor time this process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def frames(kiosk: Bank, count: int) -> None:
    """Until the camera has shown so many more."""
    sequence = newest(kiosk.here)
    start = sequence()
    await kiosk.here.until(lambda: sequence() - start >= count, f"{count} frames")


def newest(here: Locker) -> Callable[[], int]:
    preview = here.machine.scanner.preview
    assert preview is not None
    return lambda: picture.sequence if (picture := preview.newest()) else 0


async def test_a_film_whose_last_frame_stands_is_a_camera_that_works(tmp_path):
    camera = film(tmp_path / "short.avi", [showing()])
    async with locker(tmp_path, policy=QUICK, camera=camera) as here:
        await at_home(here, works=True)
        so_far = len(here.glass.shown)
        start = newest(here)()
        # Longer than any camera may stand still.
        await here.until(lambda: newest(here)() - start > 60, "six seconds of one frame")
        assert here.glass.shown[so_far:] == []
        assert (await here.machine.desk.status())["camera"] is True
