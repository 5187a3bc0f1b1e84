"""Reservations made here: listed, made, cancelled, extended, given new codes (shown once)."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.bookings import Cannot
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import Entered, Erased, FinishAsked, KeyPressed, WentBack
from kiosk.domain.flows.keys import phone_on
from kiosk.domain.flows.papers import SlipAt, SlipEnded
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.service.booking_screens import (
    BookingChosen,
    BookingCodes,
    BookingDone,
    BookingEnd,
    BookingMade,
    BookingPhone,
    BookingRefused,
    Bookings,
    BookingSettled,
    BookingSize,
    BookingSizeChosen,
    BookingsRead,
    BookingUnderWay,
    CancelBooking,
    CancelBookingAsked,
    ConfirmCancel,
    DaysChosen,
    ExtendBooking,
    ExtendBookingAsked,
    FindFree,
    FreeFound,
    LostChosen,
    MakeBooking,
    NewBookingAsked,
    NewCodesAsked,
    OneBooking,
    PrintCode,
    PrintCodeAsked,
    ReadBookings,
    ReplaceCodes,
    WhyNewCode,
)
from kiosk.domain.flows.staffed import StaffState

DAYS = (1, 3, 7)
"""By how many days one can be extended at once."""


def begin(who: Staffer, done: BookingDone | None = None) -> duty.Next:
    return Bookings(who, done=done), (ReadBookings(),)


def step(state: StaffState, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state:
        case Bookings():
            return _listed(state, event)
        case BookingSize() | BookingPhone():
            return _making(state, event)
        case BookingUnderWay():
            return _under_way(state, event)
        case BookingCodes():
            return _showing(state, event)
        case OneBooking() | BookingEnd() | WhyNewCode() | ConfirmCancel():
            return _one(state, event)
        case _:
            return state, ()


def _listed(state: Bookings, event: object) -> duty.Next:
    match event:
        case BookingsRead(rows) if rows is not None:
            return replace(state, rows=rows), ()
        case BookingChosen(name):
            found = [one for one in state.rows or () if one.id == name]
            return (OneBooking(state.who, found[0]) if found else state), ()
        case NewBookingAsked():
            return BookingSize(state.who), (FindFree(),)
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


def _making(state: BookingSize | BookingPhone, event: object) -> duty.Next:
    match state, event:
        case BookingSize(), FreeFound(sizes):
            return replace(state, sizes=sizes), ()
        case BookingSize(who, sizes), BookingSizeChosen(size):
            free = {one.name for one in sizes or () if one.free}
            return (BookingPhone(who, size) if size in free else state), ()
        case BookingSize(who), WentBack():
            return begin(who)
        case BookingPhone(_, _, typed), KeyPressed() | Erased():
            return replace(state, typed=phone_on(typed, event), why=None), ()
        case BookingPhone(who, size, typed), Entered():
            return BookingUnderWay(who, state), (MakeBooking(size, typed),)
        case BookingPhone(who), WentBack():
            return BookingSize(who), (FindFree(),)
        case _:
            return state, ()


def _under_way(state: BookingUnderWay, event: object) -> duty.Next:
    match event:
        case BookingMade(new):
            return BookingCodes(state.who, new), ()
        case BookingSettled(done):
            return begin(state.who, done)
        case BookingRefused(Cannot.NOTHING_FREE):
            return BookingSize(state.who, why=Cannot.NOTHING_FREE), (FindFree(),)
        case BookingRefused(why):
            return replace(state.back, why=why), ()
        case _:
            return state, ()


def _showing(state: BookingCodes, event: object) -> duty.Next:
    match event:
        case PrintCodeAsked() if (
            state.code and state.new.slip and state.slip is not SlipAt.PRINTING
        ):
            return replace(state, slip=SlipAt.PRINTING), (PrintCode(state.new.booking, state.code),)
        case SlipEnded(slip):
            return replace(state, slip=slip), ()
        case FinishAsked() if not state.last:
            return replace(state, at=state.at + 1, slip=None), ()
        case FinishAsked():
            return begin(state.who)
        case WentBack() if state.at:
            return replace(state, at=state.at - 1, slip=None), ()
        case _:
            return state, ()


def _one(state: OneBooking | BookingEnd | WhyNewCode | ConfirmCancel, event: object) -> duty.Next:
    who, booking = state.who, state.booking
    behind = BookingUnderWay(who, OneBooking(who, booking))
    match state, event:
        case OneBooking(), CancelBookingAsked():
            return ConfirmCancel(who, booking), ()
        case ConfirmCancel(), CancelBookingAsked():
            return behind, (CancelBooking(booking),)
        case OneBooking(), ExtendBookingAsked() if booking.until is None:
            return replace(state, why=Cannot.NO_END), ()
        case OneBooking(), ExtendBookingAsked():
            return BookingEnd(who, booking), ()
        case BookingEnd(), DaysChosen(days) if days in DAYS:
            return behind, (ExtendBooking(booking, days),)
        case OneBooking(), NewCodesAsked():
            return WhyNewCode(who, booking), ()
        case WhyNewCode(), LostChosen(reason):
            return behind, (ReplaceCodes(booking, reason),)
        case OneBooking(), WentBack():
            return begin(who)
        case _, WentBack():
            return OneBooking(who, booking), ()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (
        Bookings,
        OneBooking,
        BookingSize,
        BookingPhone,
        BookingUnderWay,
        BookingCodes,
        BookingEnd,
        WhyNewCode,
        ConfirmCancel,
    ),
    step,
)
