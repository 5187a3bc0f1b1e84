"""View-model of the codes of a reservation made here: forgotten when the screen is left."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.service import booking_screens
from kiosk.viewmodels import figures
from kiosk.viewmodels.after import GROUP
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.onsite import Acts, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class BookingCodesViewModel(OnSiteViewModel):
    shows = booking_screens.BookingCodes
    changed = Signal()
    _state: booking_screens.BookingCodes | None
    acts: ClassVar[Acts] = {
        "codes.slip": booking_screens.PrintCodeAsked,
        "codes.finish": FinishAsked,
    }

    def leave(self) -> None:
        """Nothing of it outlives the screen."""
        self._state = None
        self.changed.emit()

    @Property(str, notify=changed)
    def code(self) -> str:
        """In groups, as it is read out."""
        code = self._state.code if self._state else None
        typed = code.typed if code else ""
        return " ".join(typed[at : at + GROUP] for at in range(0, len(typed), GROUP))

    @Property(str, notify=changed)
    def purpose(self) -> str:
        code = self._state.code if self._state else None
        return code.purpose.value if code else ""

    @Property(str, notify=changed)
    def qr(self) -> str:
        code = self._state.code if self._state else None
        return figures.qr(code.qr)[0] if code else ""

    @Property(int, notify=changed)
    def qrSide(self) -> int:
        code = self._state.code if self._state else None
        return figures.qr(code.qr)[1] if code else 0

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.new.booking.ref if self._state else ""

    @Property(str, notify=changed)
    def label(self) -> str:
        return self._state.new.booking.label if self._state else ""

    @Property(str, notify=changed)
    def until(self) -> str:
        return self._day(self._state.new.booking.until) if self._state else ""

    @Property(bool, notify=changed)
    def told(self) -> bool:
        """A message with the code to collect is on its way."""
        return self._state is not None and self._state.new.told

    @Property(bool, notify=changed)
    def last(self) -> bool:
        return self._state is None or self._state.last

    @Property(bool, notify=changed)
    def first(self) -> bool:
        return self._state is None or self._state.at == 0

    @Property(bool, notify=changed)
    def slips(self) -> bool:
        """Whether a printer here takes it."""
        return self._state is not None and self._state.new.slip

    @Property(str, notify=changed)
    def slip(self) -> str:
        slip = self._state.slip if self._state else None
        return slip.value if slip else ""


SCREENS: tuple[type[ScreenViewModel], ...] = (BookingCodesViewModel,)
