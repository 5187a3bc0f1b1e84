"""Names, telephone numbers and codes on their way to a person rest encrypted, each in its place."""

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.sealing import Seal
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.model import Arrival, Channel, NewEvent, ReservationId, ReservationState
from kiosk.domain.particulars import Contact
from tests.integration.store_bench import (
    FIRST,
    NOON,
    SECOND,
    StandingClock,
    arrival,
    file_of,
    furnished,
    happening,
    moved,
    reservation,
)

ANA = Contact("Ana Canário", "+351912000111", "ana@canario.example")
BO = Contact("Bo Canary", "+4512345678", "")
CODE = {"code": "98761234", "phone": "+351912000111"}


def of(contact: Contact | None, name: str = FIRST) -> Arrival:
    return replace(arrival(name), contact=contact)


def message(about: ReservationId = FIRST) -> NewEvent:
    return NewEvent("notice.parcel_ready", about, channel=Channel.NOTIFIER, sealed=CODE)


def swap(folder: Path, table: str, column: str, key: str, one: str, other: str) -> None:
    """Move one row's blob to the other, by hand in the closed file."""
    with closing(sqlite3.connect(file_of(folder))) as db, db:
        query = f'SELECT "{column}" FROM "{table}" WHERE "{key}" = ?'
        [[blob]] = db.execute(query, [one])
        db.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE "{key}" = ?', [blob, other])


async def test_a_contact_comes_out_as_it_went_in(store: SqliteStore) -> None:
    await store.absorb([of(ANA)], complete=False)
    assert await store.contact(FIRST) == ANA
    assert await store.contact(SECOND) is None


async def test_a_contact_stays_until_another_is_told_or_nobody(store: SqliteStore) -> None:
    await store.absorb([of(ANA)], complete=False)
    await store.absorb([of(None)], complete=False)
    assert await store.contact(FIRST) == ANA
    await store.absorb([of(BO)], complete=False)
    assert await store.contact(FIRST) == BO
    await store.absorb([of(Contact())], complete=False)
    assert await store.contact(FIRST) is None


async def test_a_contact_is_gone_when_the_codes_are(
    store: SqliteStore, clock: StandingClock
) -> None:
    await store.absorb([of(ANA), of(BO, SECOND)], complete=False)
    await store.record(moved(ReservationState.FINISHED))
    await store.forget_used(clock.pass_by(timedelta(hours=1)) - timedelta(hours=24))
    assert await store.contact(FIRST) == ANA
    await store.forget_used(clock.pass_by(timedelta(hours=24)) - timedelta(hours=24))
    assert await store.contact(FIRST) is None
    assert await store.contact(SECOND) == BO


async def test_what_is_sealed_in_an_event_comes_out_for_its_channel_only(
    store: SqliteStore,
) -> None:
    await store.record(happening(message()))
    assert await store.next_event(NOON) is None
    event = await store.next_event(NOON, Channel.NOTIFIER)
    assert event is not None
    assert (event.name, event.channel, event.sealed) == (
        "notice.parcel_ready",
        Channel.NOTIFIER,
        CODE,
    )
    assert "98761234" not in repr(event)


async def test_nothing_that_is_sealed_rests_in_clear(
    tmp_path: Path, clock: StandingClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with furnished(tmp_path, clock) as store:
        await store.absorb([of(ANA)], complete=False)
        await store.record(happening(message()))
        await store.park(1, "refused")
        shown = json.dumps([await store.outbox(), await store.journal(10)], default=str)
        rests = [f.read_bytes() for f in file_of(tmp_path).parent.iterdir()]
    rests += [f.read_bytes() for f in file_of(tmp_path).parent.iterdir()]
    for word in ("Canário", "canario", "351912000111", "98761234"):
        assert word not in shown
        assert word not in caplog.text
        assert not [True for content in rests if word.encode() in content]


async def test_what_was_delivered_is_gone_with_what_was_sealed_in_it(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.record(happening(message()))
        await store.delivered(1)
    with closing(sqlite3.connect(file_of(tmp_path))) as db:
        assert db.execute("SELECT count(*) FROM outbox").fetchone() == (0,)


async def test_a_message_is_not_kept_longer_than_the_code_it_tells(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.absorb([arrival(), arrival(SECOND)], complete=False)
        await store.record(happening(message(), message(), message(SECOND)))
        await store.park(1, "refused")
        await store.record(moved(ReservationState.FINISHED))
        await store.forget_used(clock.pass_by(timedelta(hours=24)) - timedelta(hours=24))
        event = await store.next_event(clock.now(), Channel.NOTIFIER)
        assert event is not None
        assert event.reservation == SECOND
        assert [row["parked"] for row in await store.outbox()] == [True, True, False]
    with closing(sqlite3.connect(file_of(tmp_path))) as db:
        kept = db.execute("SELECT sealed IS NOT NULL FROM outbox ORDER BY seq").fetchall()
    assert kept == [(0,), (0,), (1,)]


async def test_a_contact_moved_to_another_reservation_does_not_open(
    tmp_path: Path, clock: StandingClock, caplog: pytest.LogCaptureFixture
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.absorb([of(ANA), of(BO, SECOND)], complete=False)
    swap(tmp_path, "reservation", "contact", "id", FIRST, SECOND)
    async with furnished(tmp_path, clock) as store:
        assert await store.contact(FIRST) == ANA
        assert await store.contact(SECOND) is None
    assert "does not open" in caplog.text


async def test_a_message_moved_to_another_event_is_set_aside_and_the_next_goes_out(
    tmp_path: Path, clock: StandingClock
) -> None:
    async with furnished(tmp_path, clock) as store:
        await store.record(happening(message(), message(SECOND), message(SECOND)))
    swap(tmp_path, "outbox", "sealed", "seq", "1", "2")
    async with furnished(tmp_path, clock) as store:
        await store.delivered(1)
        event = await store.next_event(NOON, Channel.NOTIFIER)
        assert event is not None
        assert (event.seq, event.sealed) == (3, CODE)
        [aside, _] = await store.outbox()
        assert (aside["parked"], aside["error"]) == (True, "what is sealed in it does not open")


async def test_whom_it_concerns_may_see_what_is_kept_of_them_but_no_code(
    store: SqliteStore,
) -> None:
    await store.absorb([of(ANA)], complete=False)
    await store.record(happening(message()))
    [whole] = await store.subject(FIRST)
    kept = whole["reservation"]
    assert isinstance(kept, dict)
    assert kept["contact"] == {"name": ANA.name, "phone": ANA.phone, "email": ANA.email}
    assert "98761234" not in json.dumps(whole)


def test_only_the_same_key_locker_and_place_open_it() -> None:
    seal = Seal(bytes(32), "L1")
    place = ("reservation", "contact", "r1")
    blob = seal.shut({"name": "Ana"}, *place)
    assert seal.open(blob, *place) == {"name": "Ana"}
    assert Seal(bytes(32), "L1").open(blob, *place) == {"name": "Ana"}
    assert Seal(bytes(31) + b"\1", "L1").open(blob, *place) is None
    assert Seal(bytes(32), "L2").open(blob, *place) is None
    for wrong in (
        ("outbox", "contact", "r1"),
        ("reservation", "sealed", "r1"),
        ("reservation", "contact", "r2"),
        ("reservation", 'contact", "r1', ""),
    ):
        assert seal.open(blob, *wrong) is None


def test_the_same_words_never_look_the_same_and_one_changed_bit_opens_nothing() -> None:
    seal = Seal(bytes(32), "L1")
    place = ("reservation", "contact", "r1")
    blob = seal.shut({"name": "Ana"}, *place)
    assert seal.shut({"name": "Ana"}, *place) != blob
    for at in range(len(blob)):
        broken = bytearray(blob)
        broken[at] ^= 1
        assert seal.open(bytes(broken), *place) is None
    for length in range(len(blob)):
        assert seal.open(blob[:length], *place) is None


def test_words_of_half_a_letter_are_kept_as_they_are() -> None:
    seal = Seal(bytes(32), "L1")
    odd = {"name": "\ud800 \x00 \u202e", "phone": ""}
    assert seal.open(seal.shut(odd, "a", "b", "\ud800"), "a", "b", "\ud800") == odd


async def test_a_reservation_that_came_with_nobody_has_no_contact(store: SqliteStore) -> None:
    await store.absorb([Arrival(reservation(), contact=Contact())], complete=False)
    assert await store.contact(FIRST) is None
