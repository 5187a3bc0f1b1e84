import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes
from kiosk.domain.flows.inputs import Granted
from kiosk.domain.layout import Column, Owner
from kiosk.domain.model import (
    Change,
    Contents,
    Kind,
    Purpose,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Needs
from kiosk.domain.policy import Policy
from kiosk.services.access import Access
from kiosk.services.local import LocalReservations, NotPossible, Wish
from tests.integration.store_bench import furnished_store, intent
from tests.services.lockers import STANDALONE, ObedientClock, bank

LAYOUT = bank("SSML", Owner.LOCAL)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await furnished_store(tmp_path, ObedientClock())
    yield opened
    await opened.aclose()


@pytest.fixture
def local(store: SqliteStore) -> LocalReservations:
    return LocalReservations(LAYOUT, store, ObedientClock(), secrets.randbelow)


def the_code(made, purpose: Purpose, way: Way) -> str:
    [text] = [c.text for c in made.codes if (c.purpose, c.way) == (purpose, way)]
    return text


async def granted(store: SqliteStore, code: codes.Code):
    clock = ObedientClock()
    rules = {Owner.CLOUD: STANDALONE, Owner.LOCAL: STANDALONE}
    access = Access(LAYOUT, store, None, rules, clock, Policy(), clock.sleep)
    answer = await access.check(code, None)
    assert isinstance(answer, Granted)
    return answer.visit


async def test_the_smallest_free_compartment_that_fits_is_reserved(local):
    made = [await local.reserve(Wish(f"r{n}", size="S")) for n in range(3)]
    assert [m.reservation.compartment for m in made] == ["1", "2", "3"]


async def test_codes_made_here_open_by_themselves_typed_and_scanned(local, store):
    made = await local.reserve(Wish("r"))
    typed = codes.parse_typed(the_code(made, Purpose.DROPOFF, Way.TYPED))
    scanned = codes.parse_scanned(the_code(made, Purpose.DROPOFF, Way.QR))
    assert (await granted(store, typed)).purpose is Purpose.DROPOFF
    assert (await granted(store, scanned)).reservation == made.reservation.id


async def test_the_same_ref_twice_is_refused(local):
    await local.reserve(Wish("r"))
    with pytest.raises(NotPossible, match="already"):
        await local.reserve(Wish("r"))


async def test_a_full_bank_says_so(local):
    for n in range(4):
        await local.reserve(Wish(f"r{n}"))
    with pytest.raises(NotPossible, match="not free"):
        await local.reserve(Wish("one too many"))


async def test_a_compartment_that_may_hold_something_is_not_given_away(local, store):
    await store.record(Change("test", compartment="1", contents=Contents.MAYBE))
    assert (await local.reserve(Wish("r", size="S"))).reservation.compartment == "2"


async def test_cancelling_frees_the_compartment_and_its_code_opens_nothing(local, store):
    await local.reserve(Wish("r", compartment="2"))
    cancelled = await local.cancel("r", "changed plans")
    assert cancelled.state is ReservationState.CANCELLED
    assert (await local.reserve(Wish("again", compartment="2"))).reservation.compartment == "2"


async def test_what_already_holds_a_parcel_is_not_cancelled(local, store):
    made = await local.reserve(Wish("r"))
    stored = Change("test", reservation=made.reservation.id, state=ReservationState.STORED)
    await store.record(stored)
    with pytest.raises(NotPossible, match="parcel"):
        await local.cancel("r", "too late")


@pytest.mark.parametrize("state", ["stored", "expired", "abandoned", "collecting"])
async def test_what_staff_took_out_is_cancelled_and_its_compartment_used_again(local, store, state):
    made = await local.reserve(Wish("r", compartment="2"))
    name, doubt = made.reservation.id, Change("test", compartment="2", contents=Contents.MAYBE)
    await store.record(Change("test", reservation=name, state=ReservationState(state)))
    await store.record(doubt)
    with pytest.raises(NotPossible, match="parcel"):
        await local.cancel("r", "went back")
    await store.flag("2", None, "", replace(doubt, contents=Contents.EMPTY))
    assert (await local.cancel("r", "went back")).state is ReservationState.CANCELLED
    assert (await local.reserve(Wish("again", compartment="2"))).reservation.compartment == "2"
    [line] = [x for x in await store.journal(99) if x["name"] == "reservation.cancelled"]
    assert "unforeseen_from" not in line["facts"]


async def test_a_return_gets_its_compartment_when_somebody_brings_it(local, store):
    made = await local.reserve(Wish("r", Kind.RETURN, size="M"))
    kept = await store.reservation(made.reservation.id)
    assert kept.state is ReservationState.ANNOUNCED
    assert (kept.kind, kept.compartment, kept.size) == (Kind.RETURN, None, "M")
    assert len(await local.free()) == 4
    named = await local.reserve(Wish("n", Kind.RETURN, compartment="4"))
    assert named.reservation.state is ReservationState.RESERVED


async def test_every_kind_can_be_reserved_by_the_operator(local, store):
    for kind in (Kind.FIRST_MILE, Kind.SEND, Kind.STORE):
        made = await local.reserve(Wish(kind.value, kind, size="S"))
        assert (await store.reservation(made.reservation.id)).kind is kind
        assert {code.purpose for code in made.codes} == {Purpose.DROPOFF, Purpose.PICKUP}


async def test_a_cooled_compartment_rests_after_a_pick_up_before_it_is_given_away(store):
    clock = ObedientClock()
    cooled = replace(LAYOUT.compartment("1"), thermal="chill")
    warm = replace(LAYOUT.compartment("2"), size="S")
    layout = replace(LAYOUT, columns=(Column(450, (cooled, warm)),))
    local = LocalReservations(layout, store, clock, secrets.randbelow, Policy(cool_off=600))
    chill = Needs(thermal="chill")

    async def opens(label: str, purpose: Purpose) -> None:
        door = layout.compartment(label).front.id
        facts = {"door": door, "purpose": purpose, "at": clock.now(), "reservation": None}
        await store.intend(intent(f"{label}{purpose.value}{clock.passed}", **facts))

    await opens("1", Purpose.DROPOFF)
    await opens("2", Purpose.PICKUP)
    assert [c.label for c in await local.free(needs=chill)] == ["1"]
    await opens("1", Purpose.PICKUP)
    clock.passed += 599
    assert await local.free(needs=chill) == ()
    assert [c.label for c in await local.free()] == ["2"]
    clock.passed += 1
    assert [c.label for c in await local.free(needs=chill)] == ["1"]


async def test_of_several_who_reserve_at_once_each_gets_a_compartment_of_their_own(local):
    made = await asyncio.gather(*(local.reserve(Wish(f"r{n}")) for n in range(4)))
    assert sorted(m.reservation.compartment for m in made) == ["1", "2", "3", "4"]


async def test_nothing_is_cancelled_beneath_who_stands_at_the_screen_with_it(local):
    made = await local.reserve(Wish("r1"))
    local.at_screen = lambda: made.reservation.id
    with pytest.raises(NotPossible, match="at the screen"):
        await local.cancel("r1", "no more wanted")
    local.at_screen = lambda: None
    await local.cancel("r1", "no more wanted")


async def test_the_same_ref_asked_for_twice_at_once_is_made_once(local):
    answers = await asyncio.gather(*(local.reserve(Wish("r")) for _ in range(2)),
                                   return_exceptions=True)  # fmt: skip
    assert sorted(type(answer).__name__ for answer in answers) == ["Made", "NotPossible"]


async def test_a_compartment_offered_at_the_screen_is_given_to_nobody_else(local, store):
    local.offer(LAYOUT.compartment("3"), ReservationId("r"))
    with pytest.raises(NotPossible):
        await local.reserve(Wish("another", compartment="3"))
