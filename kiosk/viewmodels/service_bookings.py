"""View-models of reservations made here; codes are forgotten when their screen is left."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.bookings import Booking, Cannot, Lost
from kiosk.domain.flows.service import booking_screens
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


def _why(why: Cannot | None) -> str:
    return why.value if why else ""


@QmlElement
class BookingsViewModel(OnSiteViewModel):
    shows = booking_screens.Bookings
    changed = Signal()
    _state: booking_screens.Bookings
    acts: ClassVar[Acts] = {"bookings.new": booking_screens.NewBookingAsked}

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

    def chosen(self, key: str) -> booking_screens.BookingChosen:
        return booking_screens.BookingChosen(key)


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
    shows = booking_screens.OneBooking
    changed = Signal()
    _state: booking_screens.OneBooking
    acts: ClassVar[Acts] = {
        "booking.cancel": booking_screens.CancelBookingAsked,
        "booking.extend": booking_screens.ExtendBookingAsked,
        "booking.codes": booking_screens.NewCodesAsked,
    }

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.booking.ref

    @Property(str, notify=changed)
    def why(self) -> str:
        return _why(self._state.why)


@QmlElement
class BookingSizeViewModel(OnSiteViewModel):
    shows = booking_screens.BookingSize
    changed = Signal()
    _state: booking_screens.BookingSize

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

    def chosen(self, key: str) -> booking_screens.BookingSizeChosen:
        return booking_screens.BookingSizeChosen(key)


@QmlElement
class BookingPhoneViewModel(TypingViewModel):
    shows = booking_screens.BookingPhone
    changed = Signal()
    _state: booking_screens.BookingPhone

    @Property(str, notify=changed)
    def why(self) -> str:
        return _why(self._state.why)


@QmlElement
class BookingUnderWayViewModel(ScreenViewModel):
    shows = booking_screens.BookingUnderWay
    changed = Signal()


@QmlElement
class BookingEndViewModel(AboutBookingViewModel):
    shows = booking_screens.BookingEnd
    changed = Signal()
    _state: booking_screens.BookingEnd

    @Property(str, notify=changed)
    def until(self) -> str:
        return self._brief(self._state.booking.until)

    def chosen(self, key: str) -> booking_screens.DaysChosen:
        return booking_screens.DaysChosen(int(key))


@QmlElement
class WhyNewCodeViewModel(AboutBookingViewModel):
    shows = booking_screens.WhyNewCode
    changed = Signal()
    _state: booking_screens.WhyNewCode

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.booking.ref

    def chosen(self, key: str) -> booking_screens.LostChosen:
        return booking_screens.LostChosen(Lost(key))


@QmlElement
class ConfirmCancelViewModel(AboutBookingViewModel):
    shows = booking_screens.ConfirmCancel
    changed = Signal()
    _state: booking_screens.ConfirmCancel
    acts: ClassVar[Acts] = {"booking.cancel": booking_screens.CancelBookingAsked}

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
