"""A stuck door that is tried once more: whether it may be opened is asked anew each time."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from kiosk.domain.flows.courier.collecting import Collecting
from kiosk.domain.flows.duty import Shift, Working
from kiosk.domain.flows.inputs import OpenAsked
from kiosk.domain.flows.opening import DoorStuck, TakeParcel
from kiosk.domain.flows.visit import Failure, Visit
from kiosk.domain.model import Purpose
from kiosk.domain.policy import Policy
from tests.integration.courier_bench import Asking
from tests.integration.courier_issuer import token
from tests.integration.store_bench import file_of
from tests.services.taking import RULES, Work, at_work, listed, lying
from tests.services.test_session import Screen, beside, standing

ONE = lying("r1", "2")
POLICY = Policy(door_opens_within=0.3)


def intents(folder: Path) -> int:
    with closing(sqlite3.connect(file_of(beside(folder)))) as memory:
        return int(memory.execute("SELECT count(*) FROM intent").fetchone()[0])


def stuck(screen: Screen, visit: Visit) -> None:
    """The first pulse moved nothing."""
    behind = Collecting(Shift("DRIVER1"), (listed(ONE),), held=visit)
    tried = replace(visit, pulses=1)
    screen.session.state = Working(behind, DoorStuck(tried, Failure.JAMMED))


async def comes_to(screen: Screen, kind: type, failure: Failure | None = None) -> None:
    async with asyncio.timeout(5):
        while not isinstance(at := getattr(screen.session.state, "at", None), kind) or (
            getattr(at, "failure", None) is not failure
        ):
            await asyncio.sleep(0.005)


async def test_what_the_cloud_allowed_once_is_asked_again_before_the_second_pulse(tmp_path: Path):
    cloud = Asking(RULES, lets_take=True)
    async with at_work(tmp_path, cloud=cloud) as work, standing(tmp_path, POLICY) as screen:
        visit = await ready(work, screen)
        cloud.lets_take = False
        stuck(screen, visit)
        screen.session.post(OpenAsked())
        await comes_to(screen, DoorStuck, Failure.TURNED_AWAY)
        assert intents(tmp_path) == 0
        assert not screen.session.state.at.may_try
        cloud.lets_take = True
        stuck(screen, visit)
        screen.session.post(OpenAsked())
        await comes_to(screen, TakeParcel)
        assert intents(tmp_path) == 1


async def test_whose_session_ran_out_opens_no_stuck_door(tmp_path: Path):
    async with at_work(tmp_path) as work, standing(tmp_path, POLICY) as screen:
        await work.keep(ONE)
        await work.proves()
        screen.errands.may_open = work.taking.collecting.may_open
        assert await work.taking.collecting.may_open(work.visit(ONE))
        work.here.clock.pass_by(timedelta(seconds=Policy().courier_longest))
        stuck(screen, work.visit(ONE))
        screen.session.post(OpenAsked())
        await comes_to(screen, DoorStuck, Failure.TURNED_AWAY)
        assert intents(tmp_path) == 0


async def test_what_goes_in_needs_no_such_right(tmp_path: Path):
    async with at_work(tmp_path) as work:
        await work.here.logins.by_token(token())
        visit = work.visit(ONE)
        assert not await work.taking.collecting.may_open(visit)
        assert await work.taking.collecting.may_open(replace(visit, purpose=Purpose.DROPOFF))


async def ready(work: Work, screen: Screen) -> Visit:
    await work.keep(ONE)
    await work.here.logins.by_token(token())
    screen.errands.may_open = work.taking.collecting.may_open
    return work.visit(ONE)
