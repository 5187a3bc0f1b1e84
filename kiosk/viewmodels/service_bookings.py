"""View-models of reservations made here; codes are forgotten when their screen is left."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.bookings import Booking, Cannot, Lost
from kiosk.domain.flows.service import booked
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


def _why(why: Cannot | None) -> str:
    return why.value if why else ""


@QmlElement
class BookingsViewModel(OnSiteViewModel):
    shows = booked.Bookings
    changed = Signal()
    _state: booked.Bookings
    acts: ClassVar[Acts] = {"bookings.new": booked.NewBookingAsked}

    def renew(self) -> None:
        rows = self._state.rows or ()
        self._items.adopt(
            [
                ItemRow(one.id, "", one.ref, f"booking_{one.state.value}", "", "", one.label)
                for one in rows
            ]
        )

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.rows is None

    @Property(str, notify=changed)
    def done(self) -> str:
        return self._state.done.value if self._state.done else ""

    def chosen(self, key: str) -> booked.BookingChosen:
        return booked.BookingChosen(key)


@QmlElement
class AboutBookingViewModel(OnSiteViewModel):
    """One reservation; never a code of it."""

    def renew(self) -> None:
        one: Booking = self._state.booking
        self._facts.adopt(
            [
                FactRow("reservation", "", one.ref),
                FactRow("door", "" if one.label else "not_chosen", one.label),
                FactRow("size", "", one.size),
                FactRow("state", f"booking_{one.state.value}"),
                FactRow("until", "" if one.until else "endless", self._brief(one.until)),
            ]
        )


@QmlElement
class OneBookingViewModel(AboutBookingViewModel):
    shows = booked.OneBooking
    changed = Signal()
    _state: booked.OneBooking
    acts: ClassVar[Acts] = {
        "booking.cancel": booked.CallOffAsked,
        "booking.extend": booked.PutOffAsked,
        "booking.codes": booked.NewCodesAsked,
    }

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.booking.ref

    @Property(str, notify=changed)
    def why(self) -> str:
        return _why(self._state.why)


@QmlElement
class BookingSizeViewModel(OnSiteViewModel):
    shows = booked.BookingSize
    changed = Signal()
    _state: booked.BookingSize

    def renew(self) -> None:
        sizes = self._state.sizes or ()
        self._items.adopt(
            [
                ItemRow(one.name, "size_n", one.name, "free_n", str(one.free))
                for one in sizes
                if one.free
            ]
        )

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.sizes is None

    @Property(str, notify=changed)
    def why(self) -> str:
        return _why(self._state.why)

    def chosen(self, key: str) -> booked.BookingSizeChosen:
        return booked.BookingSizeChosen(key)


@QmlElement
class BookingPhoneViewModel(TypingViewModel):
    shows = booked.BookingPhone
    changed = Signal()
    _state: booked.BookingPhone

    @Property(str, notify=changed)
    def why(self) -> str:
        return _why(self._state.why)


@QmlElement
class BookingUnderWayViewModel(ScreenViewModel):
    shows = booked.BookingUnderWay
    changed = Signal()


@QmlElement
class BookingEndViewModel(AboutBookingViewModel):
    shows = booked.BookingEnd
    changed = Signal()
    _state: booked.BookingEnd

    @Property(str, notify=changed)
    def until(self) -> str:
        return self._brief(self._state.booking.until)

    def chosen(self, key: str) -> booked.DaysChosen:
        return booked.DaysChosen(int(key))


@QmlElement
class WhyNewCodeViewModel(AboutBookingViewModel):
    shows = booked.WhyNewCode
    changed = Signal()
    _state: booked.WhyNewCode

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.booking.ref

    def chosen(self, key: str) -> booked.LostChosen:
        return booked.LostChosen(Lost(key))


@QmlElement
class ConfirmCancelViewModel(AboutBookingViewModel):
    shows = booked.ConfirmCancel
    changed = Signal()
    _state: booked.ConfirmCancel
    acts: ClassVar[Acts] = {"booking.cancel": booked.CallOffAsked}

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.booking.ref


SCREENS: tuple[type[ScreenViewModel], ...] = (
    BookingsViewModel,
    OneBookingViewModel,
    BookingSizeViewModel,
    BookingPhoneViewModel,
    BookingUnderWayViewModel,
    BookingEndViewModel,
    WhyNewCodeViewModel,
    ConfirmCancelViewModel,
)
