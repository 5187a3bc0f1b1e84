"""Reservations made at the screen, on a real store: whose name stands beside them, and why not."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.bookings import Cannot, Lost
from kiosk.domain.flows.service import booking_screens
from kiosk.domain.layout import Owner
from kiosk.domain.model import Purpose
from kiosk.runtime.network import Lookup, Network
from kiosk.services.asker import Asker
from kiosk.services.doctor_guards import guards
from kiosk.services.local import LocalReservations
from kiosk.services.renewals import Renewals
from kiosk.services.service_bookings import BookingsAtScreen
from tests.integration.store_bench import NOON, StandingClock, furnished
from tests.services.fakes import Nobody
from tests.services.lockers import bank

LAYOUT = bank("SM", Owner.LOCAL)


class Chance:
    """Never the same twice."""

    def __init__(self) -> None:
        self._at = 0

    def __call__(self, below: int) -> int:
        self._at += 7919
        return self._at % below


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, StandingClock()) as store:
        yield store


@pytest.fixture
def page(store: SqliteStore) -> BookingsAtScreen:
    clock, chance = StandingClock(), Chance()
    local = LocalReservations(LAYOUT, store, clock, chance)
    anna = Asker(account="anna7")
    renewals = Renewals(store, local, clock, Nobody())
    signed, told = lambda: anna, Nobody().wake
    return BookingsAtScreen(LAYOUT, store, local, renewals, clock, signed, told, below=chance)


async def ask(page: BookingsAtScreen, task):
    return await page.tasks[type(task)].do(task)


async def made(page: BookingsAtScreen, size: str = "M", phone: str = ""):
    return (await ask(page, booking_screens.MakeBooking(size, phone))).new


async def test_it_is_made_for_a_week_in_the_technicians_name(page, store):
    new = await made(page)
    assert new.booking.until == NOON + timedelta(days=7)
    assert [code.purpose for code in new.codes] == [Purpose.DROPOFF, Purpose.PICKUP]
    (line,) = [one for one in await store.journal(9) if one["reservation"] == new.booking.id]
    assert line["facts"]["account"] == "anna7"
    assert "uid" not in line["facts"]


async def test_sizes_that_are_gone_are_not_made(page):
    await made(page)
    sizes = (await ask(page, booking_screens.FindFree())).sizes
    assert {one.name: one.free for one in sizes} == {"S": 1, "M": 0}
    refused = await ask(page, booking_screens.MakeBooking("M"))
    assert refused == booking_screens.BookingRefused(Cannot.NOTHING_FREE)


async def test_what_is_no_telephone_number_makes_nothing(page, store):
    refused = await ask(page, booking_screens.MakeBooking("M", "+"))
    assert refused == booking_screens.BookingRefused(Cannot.PHONE)
    assert await store.live_reservations() == ()


async def test_old_codes_stop_when_new_ones_are_shown(page, store):
    new = await made(page)
    old = new.codes[1].typed
    assert await store.typed_claims(old)
    fresh = (await ask(page, booking_screens.ReplaceCodes(new.booking, Lost.SEEN))).new
    assert await store.typed_claims(old) == ()
    assert await store.typed_claims(fresh.codes[1].typed)


async def test_it_is_put_off_and_called_off_once(page, store):
    booking = (await made(page)).booking
    await ask(page, booking_screens.ExtendBooking(booking, 3))
    (row,) = (await ask(page, booking_screens.ReadBookings())).rows
    assert row.until == NOON + timedelta(days=10)
    done = await ask(page, booking_screens.CancelBooking(booking))
    assert done == booking_screens.BookingSettled(booking_screens.BookingDone.CANCELLED)
    again = await ask(page, booking_screens.CancelBooking(booking))
    assert again == booking_screens.BookingRefused(Cannot.GONE)
    accounts = {one["facts"].get("account") for one in await store.journal(9)}
    assert accounts == {"anna7"}


def test_the_doctor_names_a_lockdown_and_a_key_that_should_be_elsewhere():
    assert [one.name for one in guards(True, True)] == ["lockdown", "journal"]
    assert list(guards(False, False)) == []


def test_the_way_out_and_addresses_are_read_as_the_kernel_tells_them(tmp_path: Path):
    for name, state in (("eth7", "up"), ("wwan7", "down"), ("lo", "unknown")):
        (tmp_path / "net" / name).mkdir(parents=True)
        (tmp_path / "net" / name / "operstate").write_text(f"{state}\n")
    (tmp_path / "route").write_text(
        "Iface\tDestination\tGateway\tFlags\neth7\t00000000\t0100A8C0\t0003\n"
    )
    row = "20010db8000000000000000000000007 02 40 00 80 eth7\n"
    (tmp_path / "if_inet6").write_text(row)
    seen = Network(Lookup(""), tmp_path / "net", tmp_path).seen()
    assert [(one.name, one.up) for one in seen.interfaces] == [("eth7", True), ("wwan7", False)]
    assert seen.interfaces[0].addresses == ("2001:db8::7",)
    assert seen.route == "eth7"
