"""Reservations made here, looked after at the screen; codes go to that screen and nowhere else."""

import logging
import secrets
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from kiosk.domain import labels
from kiosk.domain.bookings import Booking, Cannot, FreeSize, NewCodes, SpokenCode
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.papers import SlipAt, SlipEnded
from kiosk.domain.flows.service.booking_screens import (
    BookingDone,
    BookingMade,
    BookingRefused,
    BookingSettled,
    BookingsRead,
    CancelBooking,
    ExtendBooking,
    FindFree,
    FreeFound,
    MakeBooking,
    PrintCode,
    ReadBookings,
    ReplaceCodes,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import Reservation, Way
from kiosk.ports import Clock, Store
from kiosk.services.asker import Signed
from kiosk.services.csv_lines import checked_phone
from kiosk.services.label_content import LabelContent
from kiosk.services.label_jobs import LabelJobs
from kiosk.services.local import LocalReservations, Made, NotPossible, Wish
from kiosk.services.papers import SLIP_ENDS
from kiosk.services.renewals import Renewals
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)

LASTS = timedelta(days=7)
"""What is made at the screen; whoever looks after it can put the end off."""
SLIP = "slip"
_FAILED = BookingRefused(Cannot.FAILED)


class Slips:
    """Prints one code on paper; it is remembered nowhere."""

    def __init__(self, jobs: LabelJobs, content: LabelContent, locker: str, zone: ZoneInfo) -> None:
        self._jobs = jobs
        self._content = content
        self._locker = locker
        self._zone = zone

    @property
    def possible(self) -> bool:
        """Whether a printer here takes it."""
        return self._jobs.fitting(SLIP) is not None

    async def print(self, booking: Booking, code: SpokenCode) -> SlipAt:
        """Once; whether it came out. Raises StoreBroken."""
        printer = self._jobs.fitting(SLIP)
        if printer is None:
            return SlipAt.FAILED
        until = booking.until.astimezone(self._zone) if booking.until else None
        said = {
            "title": "Your code",
            "code": code.qr,
            "typed": code.typed,
            "door": booking.label,
            "locker": self._locker,
            "until": f"{until:%Y-%m-%d %H:%M}" if until else "",
        }
        tried = await self._jobs.print_once(printer, self._content.job(SLIP, said))
        return SLIP_ENDS[tried.outcome]


class BookingsAtScreen:
    """Makes, lists and changes them in the name of who is in service mode."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        local: LocalReservations,
        renewals: Renewals,
        clock: Clock,
        signed: Signed,
        told: Callable[[], None],
        slips: Slips | None = None,
        below: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        self._told = told
        """Hears that the outbox has work."""
        self._layout = layout
        self._store = store
        self._local = local
        self._renewals = renewals
        self._clock = clock
        self._signed = signed
        self._slips = slips
        self._below = below

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadBookings: Handler(self._read, BookingsRead(None)),
            FindFree: Handler(self._free, FreeFound(())),
            MakeBooking: Handler(self._make, _FAILED),
            CancelBooking: Handler(self._cancel, _FAILED),
            ExtendBooking: Handler(self._extend, _FAILED),
            ReplaceCodes: Handler(self._replace, _FAILED),
            PrintCode: Handler(self._print, SlipEnded(SlipAt.UNSURE)),
        }

    async def _read(self, _: ReadBookings) -> BookingsRead:
        live = await self._store.live_reservations()
        return BookingsRead(tuple(_shown(one) for one in live if one.owner is Owner.LOCAL))

    async def _free(self, _: FindFree) -> FreeFound:
        free = Counter(one.size for one in await self._local.free())
        mine = {one.size for one in self._layout.compartments() if one.owner is Owner.LOCAL}
        sizes = (size for size in self._layout.sizes if size in mine)
        return FreeFound(tuple(FreeSize(size, free[size]) for size in sizes))

    async def _make(self, task: MakeBooking) -> BookingMade | BookingRefused:
        try:
            phone = checked_phone(task.phone) if task.phone else None
        except NotPossible:
            return BookingRefused(Cannot.PHONE)
        ref = labels.mark(self._below)
        wish = Wish(ref, size=task.size, phone=phone, expires_at=self._clock.now() + LASTS)
        try:
            made = await self._local.reserve(wish, self._signed().facts)
        except (NotPossible, StoreBroken) as error:
            return _refused(error)
        return self._made(made)

    async def _cancel(self, task: CancelBooking) -> BookingSettled | BookingRefused:
        try:
            await self._local.cancel(task.booking.id, "service", self._signed().facts)
        except (NotPossible, StoreBroken) as error:
            return _refused(error)
        self._told()
        return BookingSettled(BookingDone.CANCELLED)

    async def _extend(self, task: ExtendBooking) -> BookingSettled | BookingRefused:
        try:
            known = await self._local.one(task.booking.id)
            if known.expires_at is None:
                return BookingRefused(Cannot.NO_END)
            # One that has run out lies there as before: its days begin today.
            until = max(known.expires_at, self._clock.now()) + timedelta(days=task.days)
            await self._renewals.extend(task.booking.id, until, self._signed().facts)
        except (NotPossible, StoreBroken) as error:
            return _refused(error)
        self._told()
        return BookingSettled(BookingDone.EXTENDED)

    async def _replace(self, task: ReplaceCodes) -> BookingMade | BookingRefused:
        try:
            made = await self._renewals.reissue(
                task.booking.id, task.reason.value, self._signed().facts
            )
        except (NotPossible, StoreBroken) as error:
            return _refused(error)
        return self._made(made)

    async def _print(self, task: PrintCode) -> SlipEnded:
        if self._slips is None:
            return SlipEnded(SlipAt.FAILED)
        return SlipEnded(await self._slips.print(task.booking, task.code))

    def _made(self, made: Made) -> BookingMade:
        self._told()
        spoken: list[SpokenCode] = []
        for code in made.codes:
            if code.way is Way.TYPED:
                beside = (c for c in made.codes if c.purpose is code.purpose and c.way is Way.QR)
                qr = next(beside, code)
                spoken.append(SpokenCode(code.purpose, code.text, qr.shown or qr.text))
        slip = self._slips is not None and self._slips.possible
        return BookingMade(NewCodes(_shown(made.reservation), tuple(spoken), made.told, slip))


def _shown(one: Reservation) -> Booking:
    label, size = one.compartment or "", one.size or ""
    return Booking(one.id, one.ref, label, size, one.state, one.expires_at)


def _refused(error: NotPossible | StoreBroken) -> BookingRefused:
    log.warning("a reservation made here could not be changed: %s", type(error).__name__)
    words = {one.value for one in Cannot}
    word = error.word if isinstance(error, NotPossible) else ""
    return BookingRefused(Cannot(word)) if word in words else _FAILED
