"""What is shown, touched, asked and answered about reservations made here."""

from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from kiosk.domain.bookings import Booking, Cannot, FreeSize, Lost, NewCodes, SpokenCode
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.papers import SlipAt
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told


class BookingDone(Enum):
    """What was last done on this page."""

    CANCELLED = "cancelled"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Bookings(StaffState):
    """All that are not over."""

    who: Staffer
    rows: tuple[Booking, ...] | None = None
    """None until they were read."""
    done: BookingDone | None = None

    @property
    def rereads(self) -> Task | None:
        return ReadBookings()


@dataclass(frozen=True, slots=True)
class OneBooking(StaffState):
    """One of them, and what can be done with it."""

    who: Staffer
    booking: Booking
    why: Cannot | None = None


@dataclass(frozen=True, slots=True)
class BookingSize(StaffState):
    """Which size the new one shall have."""

    who: Staffer
    sizes: tuple[FreeSize, ...] | None = None
    """None until they were counted."""
    why: Cannot | None = None


@dataclass(frozen=True, slots=True)
class BookingPhone(StaffState):
    """The telephone number of whom it is for; it may be left empty."""

    who: Staffer
    size: str
    typed: str = field(default="", repr=False)
    why: Cannot | None = None


@dataclass(frozen=True, slots=True)
class BookingUnderWay(StaffState):
    """What was asked for is being recorded; ``back`` is where a refusal leads."""

    awaited: ClassVar[bool] = True
    who: Staffer
    back: "OneBooking | BookingSize | BookingPhone"


@dataclass(frozen=True, slots=True)
class BookingCodes(StaffState):
    """The codes, this once; nothing of them outlives this screen."""

    who: Staffer
    new: NewCodes
    at: int = 0
    """Which of them shows."""
    slip: SlipAt | None = None
    """How far the printed code is; None: it was not asked for."""

    @property
    def code(self) -> SpokenCode | None:
        return self.new.codes[self.at] if self.at < len(self.new.codes) else None

    @property
    def last(self) -> bool:
        return self.at + 1 >= len(self.new.codes)


@dataclass(frozen=True, slots=True)
class BookingEnd(StaffState):
    """By how many days it is extended."""

    who: Staffer
    booking: Booking


@dataclass(frozen=True, slots=True)
class WhyNewCode(StaffState):
    """The old codes open nothing afterwards: not without a reason."""

    who: Staffer
    booking: Booking


@dataclass(frozen=True, slots=True)
class ConfirmCancel(StaffState):
    """One touch more, for it cannot be taken back."""

    who: Staffer
    booking: Booking


@dataclass(frozen=True, slots=True)
class ReadBookings(Task):
    """Answered by ``BookingsRead``."""


@dataclass(frozen=True, slots=True)
class FindFree(Task):
    """Answered by ``FreeFound``."""


@dataclass(frozen=True, slots=True)
class MakeBooking(Task):
    """Answered by ``BookingMade`` or ``BookingRefused``."""

    size: str
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CancelBooking(Task):
    """Answered by ``BookingSettled`` or ``BookingRefused``."""

    booking: Booking


@dataclass(frozen=True, slots=True)
class ExtendBooking(Task):
    """Answered by ``BookingSettled`` or ``BookingRefused``."""

    booking: Booking
    days: int


@dataclass(frozen=True, slots=True)
class ReplaceCodes(Task):
    """Answered by ``BookingMade`` or ``BookingRefused``."""

    booking: Booking
    reason: Lost


@dataclass(frozen=True, slots=True)
class PrintCode(Task):
    """Answered by ``SlipEnded``."""

    booking: Booking
    code: SpokenCode


@dataclass(frozen=True, slots=True)
class BookingsRead(Told):
    rows: tuple[Booking, ...] | None


@dataclass(frozen=True, slots=True)
class FreeFound(Told):
    sizes: tuple[FreeSize, ...]


@dataclass(frozen=True, slots=True)
class BookingMade(Told):
    new: NewCodes


@dataclass(frozen=True, slots=True)
class BookingSettled(Told):
    done: BookingDone


@dataclass(frozen=True, slots=True)
class BookingRefused(Told):
    why: Cannot


@dataclass(frozen=True, slots=True)
class BookingChosen(StaffInput):
    id: str


@dataclass(frozen=True, slots=True)
class NewBookingAsked(StaffInput):
    """Make one."""


@dataclass(frozen=True, slots=True)
class BookingSizeChosen(StaffInput):
    size: str


@dataclass(frozen=True, slots=True)
class CancelBookingAsked(StaffInput):
    """Cancel it: touched once on its screen, and once more to confirm."""


@dataclass(frozen=True, slots=True)
class ExtendBookingAsked(StaffInput):
    """Let it last longer."""


@dataclass(frozen=True, slots=True)
class DaysChosen(StaffInput):
    days: int


@dataclass(frozen=True, slots=True)
class NewCodesAsked(StaffInput):
    """The old ones are lost."""


@dataclass(frozen=True, slots=True)
class LostChosen(StaffInput):
    reason: Lost


@dataclass(frozen=True, slots=True)
class PrintCodeAsked(StaffInput):
    """Print the code that shows."""
