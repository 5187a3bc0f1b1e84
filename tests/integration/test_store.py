"""What the store promises about reservations, changes, intents and the journal."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import DoorId
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    Holding,
    IntentState,
    ReservationState,
)
from kiosk.ports import Store
from tests.integration.store_bench import (
    FIRST,
    NOON,
    SECOND,
    StandingClock,
    arrival,
    intent,
    moved,
    reservation,
    told,
    typed,
)

LATER = NOON + timedelta(minutes=1)


async def state(store: Store, name: str = FIRST) -> ReservationState | None:
    found = await store.reservation(reservation(name).id)
    return found.state if found else None


async def test_a_reservation_comes_back_as_it_was_told(store: SqliteStore) -> None:
    whole = reservation(moved_at=NOON, blocked=True)
    await store.absorb([arrival(moved_at=NOON, blocked=True)], complete=False)
    assert await store.reservation(FIRST) == whole
    assert await store.reservation(SECOND) is None


async def test_live_reservations_come_oldest_first_without_the_ended(store: SqliteStore) -> None:
    arrivals = [
        arrival("young", made_at=NOON),
        arrival("old", made_at=NOON - timedelta(days=3)),
        arrival("gone", state=ReservationState.FINISHED),
        arrival("never", state=ReservationState.CANCELLED),
        arrival("late", state=ReservationState.EXPIRED),
    ]
    await store.absorb(arrivals, complete=True)
    assert [r.id for r in await store.live_reservations()] == ["old", "late", "young"]


async def test_adding_is_all_or_none(store: SqliteStore) -> None:
    await store.add([arrival(FIRST, typed("111111"))], Change("reservation.made"))
    with pytest.raises(StoreBroken):
        await store.add([arrival("new", typed("222222")), arrival(FIRST)], Change("again"))
    assert await store.reservation(reservation("new").id) is None
    assert await store.typed_claims("222222") == ()
    assert [line["name"] for line in await store.journal(9)] == ["reservation.made"]


async def test_a_change_is_recorded_with_everything_it_means(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(state=ReservationState.DEPOSITING)], complete=True)
    now = clock.pass_by(timedelta(seconds=9))
    await store.record(
        Change(
            "parcel.swapped",
            reservation=FIRST,
            state=ReservationState.DEPOSITING,
            compartment="12",
            contents=Contents.EMPTY,
            move_to="14",
            events=(told("parcel.swapped"), told("compartment.empty", None)),
            facts={"pulse": 2, "declared": True},
        )
    )
    assert await store.reservation(FIRST) == reservation(
        state=ReservationState.DEPOSITING, compartment="14", moved_at=now
    )
    assert await store.holdings() == {"12": Holding("12", Contents.EMPTY)}
    waiting = await store.outbox()
    assert [(e["seq"], e["name"]) for e in waiting] == [
        (1, "parcel.swapped"),
        (2, "compartment.empty"),
    ]
    assert await store.journal(1) == (
        {
            "seq": 1,
            "at": now.isoformat(),
            "name": "parcel.swapped",
            "reservation": "r1",
            "state": "depositing",
            "compartment": "12",
            "contents": "empty",
            "move_to": "14",
            "facts": {"pulse": 2, "declared": True},
            "events": [e["id"] for e in waiting],
        },
    )


@pytest.mark.parametrize(
    "impossible",
    [
        moved(ReservationState.FINISHED, told("parcel.collected"), name="unknown"),
        Change("parcel.lost", contents=Contents.EMPTY, events=(told("parcel.lost"),)),
    ],
)
async def test_a_change_that_cannot_be_leaves_no_trace(
    store: SqliteStore, impossible: Change
) -> None:
    with pytest.raises(StoreBroken):
        await store.record(impossible)
    assert (await store.outbox(), await store.journal(9)) == ((), ())


async def test_the_journal_shows_its_newest_lines_in_order(store: SqliteStore) -> None:
    for name in ("first", "second", "third"):
        await store.record(Change(name))
    assert [line["name"] for line in await store.journal(2)] == ["second", "third"]


async def test_a_flag_and_its_reason_go_with_the_change(store: SqliteStore) -> None:
    put = Change("compartment.flagged", compartment="12", contents=Contents.MAYBE)
    await store.flag("12", CompartmentFlag.QUARANTINED, "lock lies", put)
    flagged = Holding("12", Contents.MAYBE, CompartmentFlag.QUARANTINED, "lock lies")
    assert await store.holdings() == {"12": flagged}
    await store.flag("12", None, "", Change("compartment.cleared", compartment="12"))
    assert await store.holdings() == {"12": Holding("12", Contents.MAYBE)}
    assert len(await store.journal(9)) == 2


async def test_intents_come_back_by_their_authorisation(store: SqliteStore) -> None:
    second = intent("i2", pulse=2, purpose=None, reservation=None)
    for each in (intent(), second, intent("i3", authorisation="a2")):
        await store.intend(each)
    assert await store.intents_of("a1") == (intent(), second)


async def test_the_ledger_is_what_holdings_intents_and_openings_say_one_by_one(
    store: SqliteStore,
) -> None:
    await store.record(Change("test", compartment="12", contents=Contents.PARCEL))
    for each in (intent(), intent("i2", door="13"), intent("i3", authorisation="a2")):
        await store.intend(each)
    await store.settle_intent("i3", IntentState.FAILED)
    ledger = await store.ledger("a1", (DoorId("12"), DoorId("14")))
    assert ledger.holdings == await store.holdings()
    assert ledger.intents == await store.intents_of("a1")
    assert ledger.openings == (await store.last_opening(DoorId("12")),) == (intent(),)
    assert ledger.last_opener == intent().reservation


async def test_an_intent_is_committed_once(store: SqliteStore) -> None:
    await store.intend(intent())
    with pytest.raises(StoreBroken):
        await store.intend(intent())


async def test_an_intent_stays_unsettled_until_its_door_was_seen_closed(
    store: SqliteStore,
) -> None:
    for name, door in (("i1", "12"), ("i2", "13"), ("i3", "14"), ("i4", "15")):
        await store.intend(intent(name, door=door))
    await store.settle_intent("i1", IntentState.CLOSED)
    await store.settle_intent("i2", IntentState.FAILED)
    await store.settle_intent("i3", IntentState.LEFT_OPEN)
    left_open = intent("i3", door="14", state=IntentState.LEFT_OPEN)
    assert await store.unsettled_intents() == (left_open, intent("i4", door="15"))
    await store.intend(intent("i5", door="14"))
    await store.settle_intent("i5", IntentState.CLOSED)
    assert await store.unsettled_intents() == (intent("i4", door="15"),)


async def test_an_outcome_is_settled_with_all_it_changes(store: SqliteStore) -> None:
    await store.absorb([arrival()], complete=True)
    await store.intend(intent())
    collected = Change(
        "door.closed",
        reservation=FIRST,
        state=ReservationState.FINISHED,
        compartment="12",
        contents=Contents.EMPTY,
        events=(told("parcel.collected"),),
    )
    await store.settle_intent("i1", IntentState.CLOSED, collected)
    assert await state(store) is ReservationState.FINISHED
    assert (await store.holdings())["12"].contents is Contents.EMPTY
    assert len(await store.outbox()) == 1


async def test_an_outcome_that_cannot_be_recorded_settles_nothing(store: SqliteStore) -> None:
    await store.intend(intent())
    with pytest.raises(StoreBroken):
        await store.settle_intent("i1", IntentState.OPENED, moved(ReservationState.OPENED))
    with pytest.raises(StoreBroken):
        await store.settle_intent("unknown", IntentState.OPENED)
    assert await store.unsettled_intents() == (intent(),)


async def test_what_no_table_foresees_is_recorded_all_the_same_and_said_aloud(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    await store.absorb([arrival(state=ReservationState.FINISHED)], complete=False)
    change = replace(moved(ReservationState.STORED, told("parcel.deposited")), facts={"n": 1})
    await store.record(replace(change, journal="parcel.deposited"))
    found = await store.reservation(FIRST)
    assert found.state is ReservationState.STORED
    [line] = await store.journal(1)
    assert line["facts"] == {"n": 1, "unforeseen_from": "finished"}
    assert len(await store.outbox()) == 1
    assert "nothing foresees it" in caplog.text


async def test_what_the_table_foresees_is_no_news(
    store: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    await store.absorb([arrival(state=ReservationState.DEPOSITING)], complete=False)
    await store.record(replace(moved(ReservationState.STORED), journal="parcel.deposited"))
    [line] = await store.journal(1)
    assert line["facts"] == {}
    assert caplog.text == ""
