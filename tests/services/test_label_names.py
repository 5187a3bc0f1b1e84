"""What else a label may say finds its parcel: told by its cloud or scanned; kept as fingerprint."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from kiosk.domain.model import Arrival, Kind, ReservationId, ReservationState
from kiosk.domain.round import Verdict
from tests.services.courier_premises import Counter, known
from tests.services.lockers import bank

S = ReservationState
ORDER = "Order 4711-AB"


@pytest.fixture
def counter(store, clock) -> Counter:
    return Counter(store, clock, bank("SSM"))


def named(arrival: Arrival, *names: str) -> Arrival:
    return replace(arrival, names=names)


async def verdict(counter: Counter, text: str) -> Verdict | None:
    (scan,) = await counter.scan(text)
    return scan.verdict


@pytest.mark.parametrize("said", ["Order 4711-AB", "order4711ab", "ORDER-4711 AB"])
async def test_the_order_number_on_a_label_finds_its_parcel(counter, said: str):
    await counter.keep(named(known("a", "1"), ORDER), known("b", "2"))
    (scan,) = await counter.scan(said)
    assert (scan.verdict, scan.reservation) == (Verdict.FITS, "a")
    assert await verdict(counter, "4711") is Verdict.UNKNOWN


async def test_it_is_known_from_then_on_whatever_later_readings_leave_out(counter):
    await counter.keep(known("a", "1"))
    assert await verdict(counter, ORDER) is Verdict.UNKNOWN
    for names in ((ORDER,), (), ("JJD-1",)):
        counter.clock.forward(30)
        told = known("a", "1").reservation
        again = Arrival(replace(told, read_at=counter.clock.now()), names=names)
        await counter.keep(again)
        assert await verdict(counter, ORDER) is Verdict.FITS
    assert await verdict(counter, "jjd1") is Verdict.FITS


async def test_two_that_share_a_number_are_not_guessed_at(counter):
    await counter.keep(named(known("a", "1"), ORDER), named(known("b", "2"), ORDER))
    assert await verdict(counter, ORDER) is Verdict.UNKNOWN


async def test_no_cloud_fills_the_memory_with_names(counter):
    await counter.keep(named(known("a", "1"), *(f"N{n}" for n in range(50))))
    found = await counter.store.reservation(ReservationId("a"))
    assert len(found.particulars.marks) == 4
    assert await verdict(counter, "N49") is Verdict.FITS


async def test_what_was_scanned_here_is_a_name_of_what_the_cloud_made_of_it(counter):
    await counter.keep(known("made", "1", kind=Kind.DELIVERY))
    await counter.store.name(ReservationId("made"), "JJD 0001")
    assert await verdict(counter, "jjd-0001") is Verdict.FITS


async def test_no_number_rests_in_clear(counter, tmp_path):
    await counter.keep(named(known("a", "1"), ORDER))
    (file,) = tmp_path.rglob("*.db")
    with closing(sqlite3.connect(file)) as memory:
        dump = "\n".join(map(str, memory.execute("SELECT * FROM reservation").fetchall()))
    assert "marks" in dump
    assert "4711" not in dump
