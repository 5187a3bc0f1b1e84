"""Who may take what out, in which order, and what of it the store keeps."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows.courier.takeout import (
    ExchangePlaces,
    MayTake,
    NotHere,
    PinWanted,
    PlanWalk,
    TakeOut,
    WalkPlanned,
)
from kiosk.domain.layout import DoorId
from kiosk.domain.model import Arrival, Contents
from kiosk.domain.model import ReservationState as S
from kiosk.domain.particulars import PLAIN
from kiosk.domain.rules import CloudRules
from tests.integration.courier_bench import Asking
from tests.integration.courier_issuer import token
from tests.integration.store_bench import intent
from tests.services.taking import RULES, Work, at_work, listed, lying

ONE, OTHER = lying("r1", "2"), lying("r2", "4")


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[Work]:
    async with at_work(tmp_path) as work:
        await work.keep(ONE, OTHER)
        yield work


async def test_a_token_alone_takes_nothing_out_and_its_pin_does(work: Work):
    await work.here.logins.by_token(token())
    assert await work.ask(TakeOut(listed(ONE))) == PinWanted()
    await work.here.logins.log_out()
    await work.proves()
    answer = await work.ask(TakeOut(listed(ONE)))
    assert isinstance(answer, MayTake)
    assert (answer.visit.label, answer.visit.by) == ("2", By.COURIER)


async def test_the_journal_says_in_whose_session_a_door_was_opened(work: Work):
    await work.proves()
    answer = await work.ask(TakeOut(listed(ONE)))
    assert isinstance(answer, MayTake)
    await work.here.store.record(settling.opened(answer.visit))
    told = {line["name"]: line["facts"]["session"] for line in await work.here.store.journal(2)}
    assert told["courier.logged_in"] == told["door.opened"]


async def test_without_anybody_logged_in_nothing_is_taken_out(work: Work):
    assert await work.ask(TakeOut(listed(ONE))) == NotHere()


@pytest.mark.parametrize(("yes", "silent"), [(True, False), (False, False), (True, True)])
async def test_without_a_pin_the_cloud_is_asked_at_each_door(tmp_path: Path, yes, silent):
    cloud = Asking(RULES, lets_take=yes)
    async with at_work(tmp_path, cloud=cloud) as work:
        await work.keep(ONE, OTHER)
        await work.here.logins.by_token(token())
        cloud.silent = silent
        for one in (ONE, OTHER):
            answer = await work.ask(TakeOut(listed(one)))
            assert isinstance(answer, MayTake if yes and not silent else PinWanted)
        assert cloud.asked[-2:] == ["DRIVER1 r1", "DRIVER1 r2"]


async def test_what_changed_since_the_list_was_read_is_not_opened(work: Work):
    await work.proves()
    assert await work.ask(TakeOut(replace(listed(ONE), label="4"))) == NotHere()
    assert await work.ask(TakeOut(replace(listed(ONE), state=S.EXPIRED))) == NotHere()
    await work.takes(ONE)
    assert await work.ask(TakeOut(listed(ONE))) == NotHere()


async def test_another_carriers_parcel_is_not_opened(work: Work):
    theirs = lying("r3", "5", particulars=PLAIN)
    await work.keep(theirs)
    await work.proves()
    assert await work.ask(TakeOut(listed(theirs))) == NotHere()


@pytest.mark.parametrize("state", [S.STORED, S.EXPIRED, S.CANCELLED, S.ABANDONED])
@pytest.mark.parametrize("by", [By.COURIER, By.TECHNICIAN])
async def test_what_lies_there_is_taken_out_whatever_became_of_it(work: Work, state: S, by: By):
    old = lying("r3", "5", state)
    await work.keep(old)
    visit = await work.taking.collecting.visit(await work.one("r3"), by)
    assert visit is not None
    assert visit.by is by
    await work.takes(await work.one("r3"), by)
    assert (await work.one("r3")).state is S.FINISHED
    assert await work.contents("5") is Contents.EMPTY
    assert await work.told() == ["pickup.opened", "parcel.collected"]
    journal = await work.here.store.journal(20)
    assert not any("unforeseen_from" in str(line["facts"]) for line in journal[-2:])


@pytest.mark.parametrize("state", [S.STORED, S.EXPIRED, S.CANCELLED, S.ABANDONED])
async def test_what_is_missing_stays_what_it_was_and_its_compartment_is_empty(work: Work, state: S):
    await work.keep(lying("r3", "5", state))
    visit = work.visit(await work.one("r3"))
    await work.here.store.record(settling.opened(visit))
    assert await work.contents("5") is Contents.MAYBE
    await work.here.store.record(settling.not_there(visit, None))
    assert (await work.one("r3")).state is state
    assert await work.contents("5") is Contents.EMPTY
    assert await work.told() == ["parcel.missing"]


async def test_a_cancelled_one_whose_door_is_anothers_now_is_not_opened(work: Work):
    gone = lying("r3", "5", S.CANCELLED)
    await work.keep(gone)
    await work.takes(await work.one("r3"))
    again = replace(gone, id="r4")
    await work.here.store.absorb([], complete=False)
    assert await work.taking.collecting.visit(replace(again, state=S.CANCELLED), By.COURIER) is None
    assert await work.taking.collecting.visit(await work.one("r3"), By.COURIER) is None


async def test_a_compartment_two_share_is_empty_once_the_last_is_taken(work: Work):
    await work.keep(lying("r3", "2"))
    await work.takes(ONE)
    assert await work.contents("2") is Contents.PARCEL
    await work.takes(await work.one("r3"))
    assert await work.contents("2") is Contents.EMPTY


async def test_doors_come_in_walking_order_and_what_has_no_door_here_is_left_out(work: Work):
    strange = replace(listed(ONE), label="99")
    answer = await work.ask(PlanWalk((listed(OTHER), strange, listed(ONE))))
    assert answer == WalkPlanned((listed(ONE), listed(OTHER)))


async def test_two_exchanged_parcels_change_places_at_once_and_a_sync_leaves_them_there(
    work: Work,
):
    await work.proves()
    answer = await work.ask(ExchangePlaces(listed(ONE), listed(OTHER), (listed(OTHER),)))
    moved = (replace(listed(OTHER), label="2"), replace(listed(ONE), label="4"))
    assert answer == WalkPlanned(moved)
    assert [(await work.one(n)).compartment for n in ("r1", "r2")] == ["4", "2"]
    assert await work.contents("2") is await work.contents("4") is Contents.PARCEL
    lies = await work.here.store.lying()
    assert (set(lies["2"]), set(lies["4"])) == ({"r2"}, {"r1"})
    again = await work.ask(ExchangePlaces(listed(ONE), listed(OTHER), ()))
    assert again == NotHere()


async def test_a_refused_one_that_was_taken_out_stays_so_whatever_its_cloud_goes_on_saying(
    tmp_path: Path,
):
    rules = CloudRules("mute", collection_commits="open", abandons=True)
    async with at_work(tmp_path, rules) as work:
        refused = lying("r3", "5", S.ABANDONED)
        await work.keep(refused)
        await work.takes(refused)
        while event := await work.here.store.next_event(work.here.clock.now()):
            await work.here.store.delivered(event.seq)
        told = replace(refused, read_at=work.here.clock.pass_by(timedelta(days=1)))
        await work.here.store.absorb([Arrival(told)], complete=True)
        assert (await work.one("r3")).state is S.FINISHED


@pytest.mark.parametrize("state", [S.STORED, S.EXPIRED, S.ABANDONED])
async def test_a_power_cut_at_staffs_open_door_moves_no_state(work: Work, state: S):
    await work.keep(lying("r3", "5", state))
    known = await work.one("r3")
    fired = intent("i9", door=DoorId("5"), reservation=known.id, actor="courier")
    found = settling.found_open(fired, known, RULES)
    assert (found.state, found.contents) == (None, Contents.MAYBE)
    assert [event.name for event in found.events] == ["door.left_open"]
    late = settling.shut_late(fired, known, None, RULES)
    assert (late.state, late.contents, late.events) == (None, Contents.MAYBE, ())
    await work.here.store.record(found)
    await work.here.store.record(late)
    assert (await work.one("r3")).state is state
