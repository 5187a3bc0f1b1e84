"""A whole kiosk in a technician's hands: its trials, its facts, its settings, its end."""

import asyncio
import io
import json
import os
import stat
import zipfile
from base64 import b64decode
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.app.crew_machine import as_set_here
from kiosk.app.machine import Machine, running
from kiosk.config import load
from kiosk.demo.clip import phone_clip
from kiosk.domain import codes
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.forms import Line
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Entered, FinishAsked, KeyPressed, OpenAsked, WentBack
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.camera import TestCamera
from kiosk.domain.flows.service.enrolling import AccountReady
from kiosk.domain.flows.service.logs import LogsPage
from kiosk.domain.flows.service.readers import TestReaders
from kiosk.domain.flows.service.settings import SettingChosen, SettingsPage
from kiosk.domain.flows.service.system import (
    BundleMade,
    ConfirmRestart,
    DiagnosticsAsked,
    Restart,
    RestartAsked,
    Restarting,
    RestartTold,
    SystemPage,
)
from kiosk.domain.flows.service.touch import FieldTouched, TestTouch
from kiosk.domain.site import Setting
from kiosk.domain.trials import Grid, Looks, Picture
from kiosk.runtime.control import socket_path
from tests.integration.asked import Asked, asked, write
from tests.integration.locker import Glass

PIN = "7391-4628"


class Technician:
    """Stands before the kiosk."""

    def __init__(self, kiosk: Asked) -> None:
        self.kiosk = kiosk

    @property
    def machine(self) -> Machine:
        return self.kiosk.machine

    def do(self, *events: object) -> None:
        for event in events:
            self.machine.session.post(event)

    def type(self, *lines: str) -> None:
        for line in lines:
            self.do(*map(KeyPressed, line), Entered())

    async def until(self, **facts: object) -> None:
        """Until the screen's state has these."""
        async with asyncio.timeout(10):
            while any(getattr(self.state, n, None) != fact for n, fact in facts.items()):
                await asyncio.sleep(0.01)

    @property
    def state(self) -> object:
        return self.machine.session.state

    async def gets_in(self) -> None:
        """Enrols with the installer's code, and logs in."""
        await self.kiosk.sees(Home)
        code = (await self.kiosk.ask("service-enrol", role="technician"))["code"]
        self.do(StaffAsked())
        await self.kiosk.sees(StaffEntrance)
        async with asyncio.timeout(10):
            while Way.ENROL not in getattr(self.state, "offers", ()):
                await asyncio.sleep(0.01)
        self.do(WayChosen(Way.ENROL))
        self.type(code)
        await self.until(line=Line.NEW_ACCOUNT)
        self.type("anna7", "Anna", PIN, PIN)
        await self.kiosk.sees(AccountReady)
        self.do(OpenAsked())
        self.type("anna7", PIN)
        await self.kiosk.sees(Bench)

    async def turns_to(self, page: Page, state: type) -> None:
        if not isinstance(self.state, Bench):
            self.do(WentBack())
            await self.kiosk.sees(Bench)
        self.do(PageChosen(page))
        await self.kiosk.sees(state)


@pytest.fixture
async def anna(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Technician]:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    async with asked(tmp_path) as kiosk:
        anna = Technician(kiosk)
        await anna.gets_in()
        yield anna


async def test_every_page_tells_of_this_very_machine(anna: Technician):
    await anna.turns_to(Page.CAMERA, TestCamera)
    async with asyncio.timeout(10):
        while anna.state.now is None:
            await asyncio.sleep(0.01)
    assert anna.state.now.picture is Picture.NONE
    await anna.turns_to(Page.READERS, TestReaders)
    async with asyncio.timeout(10):
        while not anna.state.readers:
            await asyncio.sleep(0.01)
    assert [one.configured for one in anna.state.readers] == ["", ""]
    await anna.turns_to(Page.TOUCH, TestTouch)
    grid = Grid.over(268, 476)
    anna.do(*(FieldTouched(grid, field) for field in grid.fields()))
    await anna.until(touched=frozenset(grid.fields()))
    anna.do(FinishAsked())
    await anna.kiosk.sees(Bench)
    await anna.turns_to(Page.SYSTEM, SystemPage)
    async with asyncio.timeout(10):
        while anna.state.machine is None:
            await asyncio.sleep(0.01)
    machine = anna.state.machine
    assert machine.memory.works
    assert machine.memory.sealed is True
    assert machine.memory.lines
    assert machine.versions.sqlite
    assert machine.supervised is False
    await anna.turns_to(Page.LOGS, LogsPage)
    async with asyncio.timeout(10):
        while anna.state.lines is None:
            await asyncio.sleep(0.01)


async def test_a_restart_waits_for_open_doors_and_then_ends_the_kiosk(
    anna: Technician, tmp_path: Path
):
    ended: list[bool] = []
    anna.machine.care.system.ends = lambda: ended.append(True)
    board = anna.machine.boards["main"]
    door = load(tmp_path / "kiosk.toml").layout.compartment("1").front.address
    board.open(door)
    await anna.turns_to(Page.SYSTEM, SystemPage)
    await anna.until(open_doors=("1",))
    anna.do(RestartAsked())
    await anna.kiosk.sees(ConfirmRestart)
    anna.do(RestartAsked())
    # Also where the screen knew of no open door when it was touched.
    restart = anna.machine.care.system.tasks[Restart]
    assert await restart.do(Restart("anna7")) == RestartTold(ends=False, open_doors=("1",))
    board.shut(door)
    await anna.until(open_doors=())
    assert ended == []
    anna.do(RestartAsked())
    await anna.kiosk.sees(Restarting)
    async with asyncio.timeout(10):
        while not ended:
            await asyncio.sleep(0.01)
    last = (await anna.kiosk.ask("journal"))["lines"][-1]
    assert (last["name"], last["facts"]) == ("service.restarted", {"account": "anna7"})


async def test_the_support_file_lies_beside_the_store_and_the_console_gets_one(
    anna: Technician, tmp_path: Path
):
    await anna.turns_to(Page.SYSTEM, SystemPage)
    anna.do(DiagnosticsAsked())
    await anna.kiosk.sees(BundleMade)
    path = Path(anna.state.path)
    assert path.parent == tmp_path / "state" / "diagnostics"
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600  # noqa: PTH116
    streamed = b64decode((await anna.kiosk.ask("diagnostics"))["zip"])
    for packed in (path, io.BytesIO(streamed)):
        with zipfile.ZipFile(packed) as bundle:
            found = {name: json.loads(bundle.read(name)) for name in bundle.namelist()}
        assert {one["name"] for one in found["doctor.json"]} >= {"python", "doors", "database"}
        assert found["status.json"]["usable"] is True
        assert found["config.json"]["layout"] == {"compartments": 2, "doors": 2, "sizes": ["S"]}
        assert found["machine.json"]["memory"]["works"] is True
        assert PIN not in json.dumps(found)


async def test_what_is_set_here_counts_from_the_next_start(anna: Technician, tmp_path: Path):
    await anna.turns_to(Page.SETTINGS, SettingsPage)
    async with asyncio.timeout(10):
        while not anna.state.settings:
            await asyncio.sleep(0.01)
    anna.do(SettingChosen(Setting.THEME))
    async with asyncio.timeout(10):
        while not any(one.changed for one in anna.state.settings):
            await asyncio.sleep(0.01)
    written = load(tmp_path / "kiosk.toml")
    started = as_set_here(written)
    assert (written.ui.theme, started.ui.theme) == ("light", "dark")
    assert as_set_here(started) == started
    assert started.ui.languages == written.ui.languages


async def test_a_code_held_up_to_the_camera_test_is_tried_and_opens_nothing(tmp_path: Path):
    code = codes.local_qr(0x1234_5678_9ABC_DEF0)
    film = phone_clip(tmp_path / "phone.avi", code, seconds=4.0, lead_in=0.2)
    path = write(tmp_path)
    path.write_text(path.read_text().replace('camera = ""', f'camera = "{film}"\nloop = true'))
    config = load(path)
    async with running(config, Glass()) as machine:
        anna = Technician(Asked(machine, socket_path("here", config.store.path)))
        machine.session.state = Bench(Staffer("anna7"))
        await anna.turns_to(Page.CAMERA, TestCamera)
        async with asyncio.timeout(15):
            while not (anna.state.reads and anna.state.now and anna.state.now.decoder):
                await asyncio.sleep(0.02)
        now = anna.state.now
        assert anna.state.form.looks is Looks.MADE_HERE
        assert (now.symbology, now.decoder) == ("QRCode", "zxing")
        assert now.fps > 1
        assert now.milliseconds > 0
        assert code[2:] not in repr(anna.state)
        assert machine.boards["main"].pulses == []
