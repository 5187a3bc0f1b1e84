"""What the store promises about codes, the second datum and tries."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.model import Purpose, ReservationId, ReservationState, Way
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
    typed,
)

DAY = timedelta(days=1)


async def found(store: SqliteStore, code: str) -> list[tuple[str, Purpose]]:
    return [(c.reservation.id, c.purpose) for c in await store.typed_claims(code)]


async def test_a_code_claims_whatever_its_spaces_and_dashes(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed("12 34-56", name="pin"))], complete=True)
    (claim,) = await store.typed_claims("123456")
    assert (claim.reservation.id, claim.purpose, claim.code_name) == (FIRST, Purpose.PICKUP, "pin")
    assert await store.typed_claims("\N{FULLWIDTH DIGIT ONE}23456") == (claim,)
    assert await store.typed_claims("123457") == ()


async def test_case_matters_in_a_code(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed("abCD12"))], complete=True)
    assert await store.typed_claims("ABCD12") == ()


async def test_all_reservations_that_share_a_code_come_back(store: SqliteStore) -> None:
    await store.absorb(
        [
            arrival(FIRST, typed("123456")),
            arrival(SECOND, typed("123456"), typed("123456", Purpose.DROPOFF), typed("123 456")),
        ],
        complete=True,
    )
    assert await found(store, "123456") == [
        (FIRST, Purpose.PICKUP),
        (SECOND, Purpose.PICKUP),
        (SECOND, Purpose.DROPOFF),
    ]


async def test_an_empty_code_proves_nothing(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed(" - "))], complete=True)
    assert await store.typed_claims("") == ()


async def test_a_qr_proves_only_its_own_reservation_and_purpose(store: SqliteStore) -> None:
    arrivals = [arrival(FIRST, shown("Abc9")), arrival(SECOND, shown("Abc9"))]
    await store.absorb(arrivals, complete=True)
    assert len(await store.qr_claims(FIRST, Purpose.PICKUP, "Abc9")) == 1
    assert await store.qr_claims(FIRST, Purpose.DROPOFF, "Abc9") == ()
    assert await store.qr_claims(FIRST, Purpose.PICKUP, "Abc8") == ()
    assert await store.qr_claims(ReservationId("r3"), Purpose.PICKUP, "Abc9") == ()


async def test_a_token_is_no_typed_code_and_no_typed_code_a_token(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, shown("PLK1-TOKEN"), typed("654321"))], complete=True)
    assert [c.reservation.id for c in await store.token_claims("PLK1-TOKEN")] == [FIRST]
    assert await store.typed_claims("PLK1-TOKEN") == ()
    assert await store.token_claims("654321") == ()


async def test_known_codes_stay_until_others_are_told(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed("123456"), datum="4321")], complete=True)
    await store.absorb([arrival(FIRST)], complete=True)
    assert await found(store, "123456") == [(FIRST, Purpose.PICKUP)]
    assert await store.datum_matches(FIRST, "4321")
    await store.absorb([arrival(FIRST, typed("777777"))], complete=True)
    assert await found(store, "123456") == []
    assert await found(store, "777777") == [(FIRST, Purpose.PICKUP)]
    assert not await store.datum_matches(FIRST, "4321")


async def test_a_reservation_has_codes_once_they_were_told(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST), arrival(SECOND, typed("123456"))], complete=True)
    assert not await store.has_codes(FIRST)
    assert await store.has_codes(SECOND)


@pytest.mark.parametrize("given", ["a4x1", " A4-X1 ", "\N{FULLWIDTH LATIN CAPITAL LETTER A}4X1"])
async def test_a_datum_matches_without_regard_to_case_and_spaces(
    store: SqliteStore, given: str
) -> None:
    await store.absorb(
        [arrival(FIRST, typed("1234"), datum="A4X1"), arrival(SECOND)], complete=True
    )
    (claim,) = await store.typed_claims("1234")
    assert claim.has_datum
    assert await store.datum_matches(FIRST, given)
    assert not await store.datum_matches(SECOND, given)
    assert not await store.datum_matches(FIRST, "")


async def test_a_datum_too_short_to_ask_for_is_none(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed("1234"), datum="41")], complete=True)
    (claim,) = await store.typed_claims("1234")
    assert not claim.has_datum
    assert not await store.datum_matches(FIRST, "41")


async def test_letters_are_in_use_while_a_live_typed_code_has_them(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed("123456"), shown("QRabc"))], complete=True)
    assert not await store.letters_in_use()
    await store.absorb([arrival(SECOND, typed("12AB56"))], complete=False)
    assert await store.letters_in_use()
    await store.record(moved(ReservationState.FINISHED, name=SECOND))
    assert not await store.letters_in_use()


@pytest.mark.parametrize("end", [ReservationState.FINISHED, ReservationState.CANCELLED])
async def test_used_codes_answer_for_a_day_and_are_then_gone(
    store: SqliteStore, clock: StandingClock, end: ReservationState
) -> None:
    await store.absorb([arrival(FIRST, typed("123456"), datum="4321")], complete=True)
    await store.record(moved(end))
    await store.forget_used(clock.pass_by(DAY - timedelta(seconds=1)) - DAY)
    (claim,) = await store.typed_claims("123456")
    assert claim.reservation.state is end
    await store.forget_used(clock.pass_by(timedelta(seconds=1)) - DAY)
    assert not await store.has_codes(FIRST)
    assert not await store.datum_matches(FIRST, "4321")


async def test_codes_of_a_reservation_that_came_back_are_kept(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([arrival(FIRST, typed("123456"))], complete=True)
    await store.record(moved(ReservationState.FINISHED))
    await store.record(moved(ReservationState.STORED))
    await store.forget_used(clock.pass_by(2 * DAY) - DAY)
    assert await store.has_codes(FIRST)


async def test_a_try_counts_until_it_is_given_back(store: SqliteStore) -> None:
    wrong = await store.count_try(NOON, Way.TYPED)
    right = await store.count_try(NOON, Way.TYPED)
    await store.count_try(NOON, Way.QR)
    await store.count_try(NOON - timedelta(seconds=1), Way.TYPED)
    await store.give_back(right)
    assert wrong != right
    assert await store.tries_since(NOON, Way.TYPED) == 1
    assert await store.tries_since(NOON, Way.QR) == 1
    assert await store.tries_since(NOON - DAY, Way.TYPED) == 2


async def test_a_code_is_looked_up_only_while_so_many_wrong_tries_are_heard(
    store: SqliteStore,
) -> None:
    await store.absorb([arrival(FIRST, typed("123456"))], complete=True)
    await store.count_try(NOON, Way.TYPED)

    def once(wrong: int) -> bool:
        return wrong <= 1

    assert await store.typed_claims_if("123456", NOON, once) == (
        1,
        await store.typed_claims("123456"),
    )
    await store.count_try(NOON, Way.TYPED)
    assert await store.typed_claims_if("123456", NOON, once) == (2, ())


async def test_what_is_asked_after_giving_back_sees_it_though_nobody_waited(
    store: SqliteStore,
) -> None:
    tried = await store.count_try(NOON, Way.TYPED)
    giving = asyncio.create_task(store.give_back(tried))
    await asyncio.sleep(0)
    assert await store.tries_since(NOON, Way.TYPED) == 0
    await giving


async def test_a_count_given_back_is_on_disk_with_the_next_intent_or_the_end(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as first:
        tried = [await first.count_try(NOON, Way.TYPED) for _ in range(3)]
        giving = [asyncio.create_task(first.give_back(tried[0]))]
        await asyncio.sleep(0)
        await first.intend(intent())
        assert _still_counted(tmp_path) == 2
        giving += [asyncio.create_task(first.give_back(tried[1]))]
        await asyncio.sleep(0)
        assert _still_counted(tmp_path) == 2
    assert _still_counted(tmp_path) == 1
    await asyncio.gather(*giving)


def _still_counted(folder: Path) -> int:
    [path] = folder.rglob("kiosk.db")
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT count(*) FROM code_try WHERE NOT given_back"
        return int(database.execute(query).fetchone()[0])


async def test_tries_on_a_reservation_count_in_their_own_way(store: SqliteStore) -> None:
    await store.absorb([arrival(FIRST, typed("1234"), shown("Abc9"))], complete=True)
    await store.count_try(NOON, Way.TYPED, [FIRST, FIRST, SECOND])
    given_back = await store.count_try(NOON, Way.TYPED, [FIRST])
    await store.count_try(NOON, Way.QR, [ReservationId("unknown")])
    await store.give_back(given_back)
    (by_hand,) = await store.typed_claims("1234")
    (by_qr,) = await store.qr_claims(FIRST, Purpose.PICKUP, "Abc9")
    assert (by_hand.tries, by_qr.tries) == (1, 0)


async def test_a_start_forgets_old_tries_at_the_kiosk_but_not_on_a_reservation(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.absorb([arrival(FIRST, typed("1234"))], complete=True)
        old = await store.count_try(NOON, Way.TYPED, [FIRST, ReservationId("unknown")])
        await store.count_try(NOON + DAY, Way.TYPED)
    clock.pass_by(2 * DAY + timedelta(seconds=1))
    async with furnished(tmp_path, clock) as store:
        assert await store.tries_since(NOON - DAY, Way.TYPED) == 1
        (claim,) = await store.typed_claims("1234")
        assert claim.tries == 1
        assert await store.count_try(NOON + 2 * DAY, Way.TYPED) > old + 1
