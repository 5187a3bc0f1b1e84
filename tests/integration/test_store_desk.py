"""What the store promises to the operator's desk."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.adapters.storage.tables import ReservationRow
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Purpose, ReservationId, ReservationState, Way
from kiosk.ports_desk import CodeShape
from tests.integration.store_bench import (
    FIRST,
    NOON,
    SECOND,
    StandingClock,
    arrival,
    furnished,
    intent,
    moved,
    shown,
    told,
    typed,
)

NOBODY = ReservationId("nobody")
REISSUED = Change("reservation.reissued", reservation=FIRST)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, StandingClock()) as store:
        yield store


def own(name: str, *codes, **facts):
    return arrival(name, *codes, owner=Owner.LOCAL, **facts)


async def names(store: SqliteStore) -> list[object]:
    return [line["name"] for line in await store.journal(9)]


async def test_several_changes_are_recorded_with_the_reservations_or_not_at_all(store):
    await store.add([own(FIRST)], Change("one", reservation=FIRST), Change("two"))
    assert await names(store) == ["one", "two"]
    bad = Change("three", reservation=NOBODY, state=ReservationState.STORED)
    with pytest.raises(StoreBroken):
        await store.add([own(SECOND)], Change("four"), bad)
    assert await store.reservation(SECOND) is None
    assert await names(store) == ["one", "two"]


async def test_extending_changes_the_end_and_leaves_a_line(store):
    await store.add([own(FIRST)], Change("made"))
    later = NOON + timedelta(days=9)
    await store.extend(FIRST, later, Change("reservation.extended", reservation=FIRST))
    assert (await store.reservation(FIRST)).expires_at == later
    assert await names(store) == ["made", "reservation.extended"]


async def test_with_new_codes_the_old_ones_claim_nothing(store):
    await store.add([own(FIRST, typed("111111"), shown("old"))], Change("made"))
    await store.reissue(FIRST, [typed("222222"), shown("new")], REISSUED)
    assert await store.typed_claims("111111") == ()
    assert await store.token_claims("old") == ()
    assert len(await store.typed_claims("222222")) == len(await store.token_claims("new")) == 1


async def test_what_is_not_kept_here_is_neither_extended_nor_reissued(store):
    with pytest.raises(StoreBroken):
        await store.extend(NOBODY, NOON, Change("x"))
    with pytest.raises(StoreBroken):
        await store.reissue(NOBODY, [typed("222222")], Change("x"))
    assert await names(store) == []


async def test_the_newest_of_a_ref_is_found_even_after_it_ended_but_never_the_clouds(store):
    older = own("old", ref="a", made_at=NOON - timedelta(days=3))
    newer = own("new", ref="a", state=ReservationState.FINISHED)
    await store.add([newer, older], Change("made"))
    await store.absorb([arrival("cloud", ref="b")], complete=False)
    found = await store.newest_by_ref(["a", "b", "c"])
    assert {ref: r.id for ref, r in found.items()} == {"a": "new"}


async def test_live_typed_codes_are_counted_by_alphabet_and_length(store):
    pair = (typed("4711"), typed("4711", Purpose.DROPOFF), typed("4712"), shown("4713"))
    await store.absorb([arrival(FIRST, *pair), arrival(SECOND, typed("AB12C"))], complete=False)
    gone = arrival("gone", typed("9999"), state=ReservationState.FINISHED)
    await store.absorb([gone], complete=False)
    assert await store.code_shapes() == (CodeShape("digits", 4, 2), CodeShape("letters", 5, 1))


async def test_a_subject_is_everything_kept_and_no_code(store):
    codes = (typed("471147"), shown("PLK1-SECRET"))
    await store.add([own(FIRST, *codes, datum="9876")], Change("made", reservation=FIRST))
    await store.intend(intent())
    await store.count_try(NOON, Way.TYPED, [FIRST])
    await store.record(moved(ReservationState.OPENED, told("door.opened")))
    [whole] = await store.subject("order-r1")
    assert [*whole] == [
        "reservation", "codes", "tries", "openings", "labels", "outbox", "journal",
    ]  # fmt: skip
    assert [len(whole[part]) for part in [*whole][1:]] == [2, 1, 1, 0, 1, 2]
    assert whole["reservation"]["datum"] == whole["codes"][0]["code"] == "kept as a fingerprint"
    text = json.dumps(whole)
    assert not any(secret in text for secret in ("471147", "SECRET", "9876"))
    assert await store.subject(FIRST) == (whole,)
    assert await store.subject("nobody") == ()


async def test_a_subject_names_every_column_kept_of_a_reservation(store):
    await store.add([own(FIRST)], Change("made"))
    [whole] = await store.subject(FIRST)
    assert set(whole["reservation"]) == {c.name for c in ReservationRow.__table__.columns}
