"""A whole kiosk lets staff in at its screen: by touches, by what is held up, and never twice."""

import asyncio
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kiosk.app.machine import running
from kiosk.config import load
from kiosk.demo.clip import phone_clip
from kiosk.domain.challenge import ServiceAct, answer
from kiosk.domain.flows.courier.round import LogOutAsked, Round, RoundDone
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.forms import AskStaff, Line, LogInStopped, Stop
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    FinishAsked,
    KeyPressed,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.service.bench import Bench
from kiosk.domain.flows.service.challenge import ActChosen, ReadNonce
from kiosk.domain.flows.service.door_in_hand import StandsOpen
from kiosk.domain.flows.service.enrolling import AccountReady
from kiosk.domain.flows.service.one_door import OneDoor, UnlockAsked
from tests.integration.asked import Asked, asked, write
from tests.integration.courier_issuer import pem, token
from tests.integration.locker import Glass

COURIERS = '[couriers.keys.acme]\npem = "acme.pem"\ncarrier = "Acme"\n'
KEY = bytes(range(32))
PIN = "7391-4628"


def fresh_token(**claims: object) -> str:
    now = int(time.time())
    return token(iat=now, exp=now + 3600, **claims)


@pytest.fixture
async def kiosk(tmp_path: Path) -> AsyncIterator[Asked]:
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    async with asked(tmp_path, COURIERS) as kiosk:
        await kiosk.sees(Home)
        yield kiosk


async def touched(kiosk: Asked, *events: object) -> None:
    for event in events:
        kiosk.machine.session.post(event)


async def typed(kiosk: Asked, *lines: str) -> None:
    for line in lines:
        await touched(kiosk, *map(KeyPressed, line), Entered())


async def offered(kiosk: Asked, *ways: Way) -> None:
    """Until the entrance offers just these."""
    async with asyncio.timeout(10):
        while getattr(kiosk.machine.session.state, "offers", None) != frozenset(ways):
            await asyncio.sleep(0.01)


async def told(kiosk: Asked) -> list[str]:
    lines = (await kiosk.ask("journal"))["lines"]
    return [one["name"] for one in lines if one["name"].startswith(("courier.", "service."))]


async def enrolled(kiosk: Asked, *ways: Way) -> None:
    """From home: with the installer's code, which is asked for while one stands there."""
    await touched(kiosk, StaffAsked())
    await kiosk.sees(StaffEntrance)
    code = (await kiosk.ask("service-enrol", role="technician"))["code"]
    await offered(kiosk, *(ways or (Way.TOKEN, Way.CODE)), Way.ENROL)
    await touched(kiosk, WayChosen(Way.ENROL))
    await typed(kiosk, code)
    async with asyncio.timeout(10):
        while getattr(kiosk.machine.session.state, "line", None) is not Line.NEW_ACCOUNT:
            await asyncio.sleep(0.01)
    await typed(kiosk, "anna7", "Anna", PIN, PIN)
    await kiosk.sees(AccountReady)


async def test_a_token_held_up_at_home_logs_its_courier_in_and_counts_once(kiosk: Asked):
    shown = CodeShown(fresh_token())
    await touched(kiosk, shown)
    await kiosk.sees(Round)
    assert kiosk.machine.session.state.shift.courier == "DRIVER1"
    await touched(kiosk, shown, LogOutAsked())
    await kiosk.sees(RoundDone)
    await touched(kiosk, FinishAsked())
    await kiosk.sees(Home)
    await touched(kiosk, shown)
    await kiosk.sees(Round)
    lines = (await kiosk.ask("journal"))["lines"]
    logins = [line["facts"]["again"] for line in lines if line["name"] == "courier.logged_in"]
    assert sorted(logins) == [False, True]


async def test_the_camera_reads_a_token_at_home(tmp_path: Path):
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    film = phone_clip(tmp_path / "phone.avi", fresh_token(), seconds=3.0, lead_in=0.2)
    path = write(tmp_path, COURIERS)
    path.write_text(path.read_text().replace('camera = ""', f'camera = "{film}"'))
    async with running(load(path), Glass()) as machine:
        kiosk = Asked(machine, path)
        await kiosk.sees(Round)
        assert kiosk.machine.session.state.shift.carrier == "Acme"


async def test_a_technician_enrols_and_logs_in(kiosk: Asked):
    await enrolled(kiosk)
    await touched(kiosk, OpenAsked())
    await typed(kiosk, "anna7", PIN)
    await kiosk.sees(Bench)
    assert kiosk.machine.service.technicians.session.account == "anna7"
    await touched(kiosk, WentBack())
    await kiosk.sees(Home)
    async with asyncio.timeout(10):
        while kiosk.machine.service.technicians.session is not None:
            await asyncio.sleep(0.01)
    names = await told(kiosk)
    assert {"service.enrolled", "service.login", "service.logout"} <= set(names)


async def test_a_fresh_kiosk_and_a_restored_one_offer_no_enrolment(tmp_path: Path):
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    async with asked(tmp_path, COURIERS) as kiosk:
        await kiosk.sees(Home)
        await touched(kiosk, StaffAsked())
        await offered(kiosk, Way.TOKEN, Way.CODE)
        await touched(kiosk, WayChosen(Way.ENROL), WayChosen(Way.TECHNICIAN), WentBack())
        await kiosk.sees(Home)
        await kiosk.ask("service-enrol", role="technician")
    shutil.copytree(tmp_path / "state", tmp_path / "kept")
    shutil.rmtree(tmp_path / "state")
    shutil.copytree(tmp_path / "kept", tmp_path / "state")
    async with asked(tmp_path, COURIERS) as kiosk:
        await kiosk.sees(Home)
        await touched(kiosk, StaffAsked())
        await offered(kiosk, Way.TOKEN, Way.CODE)


async def test_who_comes_next_finds_nothing_of_who_was_refused(kiosk: Asked):
    await enrolled(kiosk)
    await touched(kiosk, OpenAsked())
    await typed(kiosk, "anna7", "wrong-pin-1")
    await kiosk.sees(LogInStopped)
    assert kiosk.machine.session.state.why is Stop.REFUSED
    await touched(kiosk, TimedOut(), TimedOut())
    await kiosk.sees(Home)
    await touched(kiosk, StaffAsked())
    await offered(kiosk, Way.TOKEN, Way.CODE, Way.TECHNICIAN)
    await touched(kiosk, WayChosen(Way.TECHNICIAN))
    await kiosk.sees(AskStaff)
    assert kiosk.machine.session.state.said == ()
    assert kiosk.machine.service.technicians.session is None


async def test_the_back_offices_answer_opens_one_door_and_logs_nobody_in(tmp_path: Path):
    (tmp_path / "service.key").write_text(KEY.hex())
    (tmp_path / "service.key").chmod(0o600)
    async with asked(tmp_path, '[service]\nkey = "file:service.key"\n') as kiosk:
        await kiosk.sees(Home)
        await enrolled(kiosk, Way.CODE, Way.SERVICE_CODE)
        await touched(kiosk, WentBack(), StaffAsked())
        await offered(kiosk, Way.CODE, Way.TECHNICIAN, Way.SERVICE_CODE)
        await touched(kiosk, WayChosen(Way.SERVICE_CODE), ActChosen(ServiceAct.OPEN))
        await typed(kiosk, "2", "anna7")
        await kiosk.sees(ReadNonce)
        shown = kiosk.machine.session.state
        await typed(kiosk, answer(KEY, shown.nonce, shown.deed))
        await kiosk.sees(OneDoor)
        allowed = kiosk.machine.session.state
        assert (allowed.facts.label, allowed.who.offline_act) == ("2", ServiceAct.OPEN)
        assert kiosk.machine.service.technicians.session is None
        await touched(kiosk, UnlockAsked())
        await kiosk.sees(StandsOpen)
