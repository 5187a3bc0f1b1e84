"""A long list is taken over in portions: nobody waits long, and nothing is done twice."""

import asyncio
import itertools
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.pace import Pace
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.store import SqliteStore
from kiosk.adapters.storage.tables import CodeRow, ReservationRow
from kiosk.domain.model import Arrival, ReservationState
from kiosk.domain.particulars import Contact
from tests.integration.store_bench import (
    FIRST,
    NOON,
    StandingClock,
    arrival,
    happening,
    told,
    typed,
)

MANY = 1_000
PERSON = Contact("Ana", "+351 911 234 711")


def many(count: int = MANY) -> list[Arrival]:
    return [arrival(f"r{n}", typed(f"{n:06d}")) for n in range(count)]


async def test_a_look_up_has_its_turn_between_two_portions(store: SqliteStore) -> None:
    absorbing = asyncio.create_task(store.absorb(many(), complete=False))
    seen = 0
    while not seen:
        await store.typed_claims("000000")
        seen = len(await store.live_reservations())
    assert seen < MANY
    assert not absorbing.done()
    await absorbing
    assert len(await store.live_reservations()) == MANY


async def test_of_one_that_is_told_twice_in_a_list_the_later_counts(store: SqliteStore) -> None:
    later = NOON + timedelta(seconds=1)
    twice = [arrival(ref="one"), arrival("r2"), arrival(ref="other", read_at=later)]
    await store.absorb(twice, complete=False)
    found = await store.reservation(FIRST)
    assert found
    assert found.ref == "other"


async def code_ids(store: SqliteStore) -> list[int]:
    def ids(session: Session) -> list[int]:
        mine = select(CodeRow.id).where(CodeRow.reservation == FIRST)
        return list(session.scalars(mine.order_by(CodeRow.id)))

    return await store._unit(ids)


async def test_codes_that_are_told_again_stay_untouched_and_others_replace_them(
    store: SqliteStore,
) -> None:
    same, other = [typed("471147"), typed("200300")], [typed("471147"), typed("999999")]
    await store.absorb([arrival("r2", *same), arrival(FIRST, *same)], complete=False)
    await store.absorb([arrival("r3", typed("1"))], complete=False)  # the last id is taken
    before = await code_ids(store)
    later = NOON + timedelta(seconds=1)
    await store.absorb(
        [arrival(FIRST, *same), arrival("r2", *other, read_at=later)], complete=False
    )
    assert await code_ids(store) == before
    assert [c.reservation.id for c in await store.typed_claims("200300")] == [FIRST]
    assert [c.reservation.id for c in await store.typed_claims("999999")] == ["r2"]


async def sealed(store: SqliteStore) -> bytes | None:
    def blob(session: Session) -> bytes | None:
        row = session.get(ReservationRow, FIRST)
        return row and row.contact

    return await store._unit(blob)


async def test_whom_it_is_for_is_sealed_anew_only_when_somebody_else_is_told(
    store: SqliteStore,
) -> None:
    await store.absorb([Arrival(arrival().reservation, contact=PERSON)], complete=False)
    before = await sealed(store)
    await store.absorb([Arrival(arrival().reservation, contact=PERSON)], complete=False)
    assert await sealed(store) == before
    other = Contact("Rui", "+351 911 000 000")
    await store.absorb([Arrival(arrival().reservation, contact=other)], complete=False)
    assert await sealed(store) != before
    assert await store.contact(FIRST) == other


async def test_nothing_is_asked_of_the_cloud_about_what_is_read_owed_or_refused(
    store: SqliteStore, clock: StandingClock
) -> None:
    refused = ReservationState.ABANDONED
    names = [arrival("gone"), arrival("owing"), arrival("refused", state=refused)]
    await store.absorb(names, complete=False)
    await store.record(happening(told("parcel.seen", "owing")))
    began = clock.pass_by(timedelta(minutes=1))
    await store.absorb([arrival("listed", read_at=began)], complete=False)
    assert await store.unheard_since(began) == ("gone",)


async def test_what_lacks_codes_or_a_datum_is_found_among_very_many(store: SqliteStore) -> None:
    dated = [arrival(f"d{n}", typed(f"{n:06d}"), datum="4711") for n in range(MANY)]
    await store.absorb([*dated, arrival("bare"), arrival("undated", typed("1"))], complete=False)
    partial = [*(one.reservation.id for one in dated), arrival("undated").reservation.id]
    assert set(await store.lacking(partial)) == {"bare", "undated"}
    assert set(await store.lacking(())) == {"bare"}


@pytest.mark.parametrize(
    ("takes", "length"), [(2 * Pace.LONG, Pace.LEAST), (Pace.SHORT / 2, Pace.MOST)]
)
async def test_where_a_portion_takes_long_the_next_is_shorter_and_the_other_way_round(
    store: SqliteStore, takes: float, length: int
) -> None:
    moments = itertools.count(0.0, takes)
    pace, work, lengths = Pace(lambda: next(moments)), Work(), []
    for portion in pace.portions(many()):
        await store._unit(pace.timed(work), store._pen(), portion)
        lengths.append(len(portion))
    assert length in lengths
    assert sum(lengths) == work.done == MANY


class Work:
    """Counts what it is given."""

    done = 0

    def __call__(self, session: Session, pen: Pen, portion: Sequence[Arrival]) -> None:
        self.done += len(portion)
