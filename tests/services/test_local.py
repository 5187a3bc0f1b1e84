import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.domain import codes
from kiosk.domain.flows.choices import Want
from kiosk.domain.flows.inputs import Granted
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, Purpose, ReservationState, Way
from kiosk.domain.policy import Policy
from kiosk.services.access import Access
from kiosk.services.local import LocalReservations, NotPossible, Wish
from tests.services.lockers import STANDALONE, ObedientClock, bank

LAYOUT = bank("SSML", Owner.LOCAL)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "db" / "kiosk.db", tmp_path / "key", "x", ObedientClock())
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


async def test_who_has_a_parcel_too_large_is_offered_the_next_larger_free_one(local, store):
    made = await local.reserve(Wish("r", compartment="1"))
    typed = codes.parse_typed(the_code(made, Purpose.DROPOFF, Way.TYPED))
    visit = await granted(store, typed)
    other = await local.other(visit, Want.LARGER)
    assert other is not None
    assert (other.label, other.door) == ("3", "3")
    largest = replace(visit, label="4", door=LAYOUT.compartment("4").front.id)
    assert await local.other(largest, Want.LARGER) is None


async def test_of_several_who_reserve_at_once_each_gets_a_compartment_of_their_own(local):
    made = await asyncio.gather(*(local.reserve(Wish(f"r{n}")) for n in range(4)))
    assert sorted(m.reservation.compartment for m in made) == ["1", "2", "3", "4"]


async def test_the_same_ref_asked_for_twice_at_once_is_made_once(local):
    answers = await asyncio.gather(*(local.reserve(Wish("r")) for _ in range(2)),
                                   return_exceptions=True)  # fmt: skip
    assert sorted(type(answer).__name__ for answer in answers) == ["Made", "NotPossible"]


async def test_a_compartment_offered_at_the_screen_is_given_to_nobody_else(local, store):
    made = await local.reserve(Wish("r", compartment="1"))
    visit = await granted(store, codes.parse_typed(the_code(made, Purpose.DROPOFF, Way.TYPED)))
    assert (await local.other(visit, Want.LARGER)).label == "3"
    with pytest.raises(NotPossible):
        await local.reserve(Wish("another", compartment="3"))
