"""What the journal says about a parcel has also what befell its door while it was behind it."""

from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, ReservationState
from kiosk.domain.settling import caring, inspecting
from tests.integration.store_bench import FIRST, SECOND, StandingClock, arrival, furnished

MINE, THEIRS = "12", "7"


def stored(about: str = FIRST, label: str = MINE) -> Change:
    state, parcel = ReservationState.STORED, Contents.PARCEL
    return Change("parcel.deposited", about, state=state, compartment=label, contents=parcel)


def ended(state: ReservationState, contents: Contents | None = None) -> Change:
    return Change("it.ended", FIRST, state=state, compartment=MINE, contents=contents)


@pytest.fixture
async def store(tmp_path: Path):
    async with furnished(tmp_path, StandingClock()) as store:
        theirs = arrival(SECOND, ref="order-8", compartment=THEIRS)
        await store.absorb([arrival(FIRST), theirs], complete=False)
        yield store


async def told(store: SqliteStore, *changes: Change) -> list[str]:
    """Whose lines are whole in the evidence about the first parcel, by name, in their order."""
    for change in changes:
        await store.record(change)
    records = await store.parcel_records([FIRST], 0, 500)
    whole = [one["name"] for one in records if "body" not in one]
    assert (await store.lines_about(FIRST)).count == len(whole), "counted as it is written"
    return whole


def enters(label: str) -> tuple[Change, Change]:
    why = caring.entered(label, Owner.CLOUD, "anna7", "work")
    return why, inspecting.opened(label, "anna7")


async def test_a_technician_who_had_the_door_opened_is_in_the_evidence(store):
    said = await told(store, stored(), *enters(MINE), ended(ReservationState.FINISHED))
    assert said == ["parcel.deposited", "compartment.entered", "door.opened", "it.ended"]


async def test_before_it_lay_there_after_it_was_gone_and_elsewhere_is_not(store):
    finished = ended(ReservationState.FINISHED)
    said = await told(store, *enters(MINE), stored(), *enters(THEIRS), finished, *enters(MINE))
    assert said == ["parcel.deposited", "it.ended"]


async def test_what_is_about_another_reservation_is_never_in_it(store):
    assert await told(store, stored(), stored(SECOND, MINE)) == ["parcel.deposited"]


async def test_what_was_cancelled_and_lies_there_still_is_watched_on(store):
    cancelled = ended(ReservationState.CANCELLED, Contents.PARCEL)
    said = await told(store, stored(), cancelled, *enters(MINE))
    assert said[2:] == ["compartment.entered", "door.opened"]


async def test_what_was_cancelled_before_it_came_is_not(store):
    made = Change("reservation.made", FIRST, compartment=MINE)
    said = await told(store, made, ended(ReservationState.CANCELLED), *enters(MINE))
    assert said == ["reservation.made", "it.ended"]


async def test_a_parcel_that_was_carried_elsewhere_is_watched_there(store):
    carried = Change(
        "parcel.relocated", FIRST, compartment=THEIRS, move_to=THEIRS, contents=Contents.PARCEL
    )
    said = await told(store, stored(), carried, *enters(MINE), *enters(THEIRS))
    assert said[2:] == ["compartment.entered", "door.opened"]
    newest = (await store.parcel_records([FIRST], 0, 500))[-2:]
    assert [one["compartment"] for one in newest] == [THEIRS, THEIRS]
