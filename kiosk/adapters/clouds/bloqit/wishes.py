"""What others ask of the lockers, out of Bloq.it's event history.

The cloud has no queue of commands. But whoever opens, disables or cancels by the admin page or by
the public API leaves an event that says so ("Extra info": ``bloq_it_admin``, ``public_api``), and
the kiosk, which is the machine, does what it says. Our reading, not confirmed by the vendor, and
its limits:

* What this kiosk's own calls left there is no wish (``own_calls``). Which calls these were only the
  run knows that made them: in the first reading after a start nothing is opened.
* A call of the same key about the same rent or locker within the two minutes after one of ours may
  be taken for its echo. Then nothing happens, and whoever wants it asks again.
* No event tells that the roll of labels was replaced, and none carries the new end of a rent: that
  is read from the rent.
* In mode front the vendor's machine opens by itself; then no opening is a wish.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import structlog

from kiosk.adapters.clouds.bloqit.history import EventAnswer, TooMany, after
from kiosk.adapters.clouds.bloqit.own_calls import OPENED, OwnCalls
from kiosk.adapters.clouds.bloqit.rent import is_id
from kiosk.adapters.clouds.bloqit.rents import MOST_EVENTS, Rents
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.commands import Ask, Command, Heard
from kiosk.domain.errors import CloudBroken, CloudMissing
from kiosk.domain.model import ReservationId
from kiosk.ports import Clock, CloudSettings

ASKS: Mapping[str, Ask] = {
    OPENED: Ask.OPEN,
    "locker.locker_closed": Ask.CLOSE,
    "locker.locker_active": Ask.ENABLE,
    "locker.locker_inactive": Ask.DISABLE,
    "bloq.active": Ask.ACTIVATE,
    "bloq.inactive": Ask.DEACTIVATE,
    "bloq.label_printed": Ask.PRINT,
    "rent.started": Ask.OPEN,
    "rent.locker_opened": Ask.OPEN,
    "rent.collect_item": Ask.OPEN,
    "rent.cancelled": Ask.CANCEL,
    "rent.extended": Ask.EXTEND,
    "rent.finished": Ask.FINISH,
}
"""Which wish each event is."""
FROM_AFAR = frozenset({"public_api", "bloq_it_admin"})
MOVES = frozenset({Ask.OPEN, Ask.CLOSE})
MOST_READ = 5
"""Rents read for their new end in one reading; the others are read by who carries the wish out."""
_TOGETHER = timedelta(seconds=5)
"""An opening with a rent leaves an event of the locker and one of the rent."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Wishes(OwnCalls, Rents):
    """The only way in for who has the vendor's admin page or the partner's key."""

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        super().__init__(settings, clock, http)
        self._starting = True
        """Whether nothing was read yet since the start."""
        self._no_wishes: set[str] = set()
        """Events of the last reading that are none, for good; the newest come once more."""
        self._heard: set[str] = set()

    async def commands(self, since: str | None) -> Heard:
        """What was asked since the mark; one call when that is nothing. Raises CloudError."""
        if since is None:
            mark, self._starting = await self.last_mark(), False
            return Heard((), mark)
        read_at = self._clock.monotonic()
        try:
            events = await self.events(since, MOST_EVENTS)
        except TooMany:
            # Nobody waits any more for what was asked so long ago.
            log.warning("cloud.wishes_skipped")
            return Heard((), await self.last_mark())
        if any(event.bloq is None and event.locker for event in events):
            await self.bank()
        wished = self._wished(events)
        commands = await self._commands(wished)
        fresh = any(event.id not in self._heard for event in events)
        self._heard = {event.id for event in events}
        self.settle(read_at)
        return Heard(commands, after(events, since, fresh=fresh))

    def _wished(self, events: Sequence[EventAnswer]) -> list[EventAnswer]:
        first, self._starting = self._starting, False
        known, self._no_wishes = self._no_wishes, set()
        for event in events:
            if event.id in known or self.is_own(event) or self._is_none(event, first):
                self._no_wishes.add(event.id)
        wished = [event for event in events if event.id not in self._no_wishes]
        return [event for event in wished if not _is_half(event, wished)]

    def _is_none(self, event: EventAnswer, first: bool) -> bool:
        ask = ASKS.get(event.name)
        if ask is None or event.by is None or event.by.source not in FROM_AFAR:
            return True
        if ask in MOVES and (self._front or first):
            return True
        if event.name == OPENED and event.rent is not None:
            return True  # its rent has an event of its own
        return not self._concerns(event)

    def _concerns(self, event: EventAnswer) -> bool:
        """Whether it is about this bloq; the history is that of the whole account."""
        if event.bloq is not None:
            return event.bloq == self._bloq
        if event.rent is not None:
            return event.rent in self._types
        return bool(self._bank and event.locker and self._bank.knows(event.locker))

    async def _commands(self, wished: Iterable[EventAnswer]) -> tuple[Command, ...]:
        made: list[Command] = []
        read = 0
        for event in wished:
            command = await self._command(event)
            if command is None:
                continue
            if command.ask is Ask.EXTEND and command.reservation and read < MOST_READ:
                read += 1
                command = await self._with_end(command, command.reservation)
            made.append(command)
        return tuple(made)

    async def _command(self, event: EventAnswer) -> Command | None:
        """The wish that an event is; None where it does not say about what."""
        ask, by, locker = ASKS[event.name], event.by, event.locker
        rent = event.rent if event.rent and is_id(event.rent) else None
        about = event.name.partition(".")[0]
        if (about == "locker" and locker is None) or (about == "rent" and rent is None):
            return None
        label = None
        if locker is not None and ask not in (Ask.CANCEL, Ask.EXTEND, Ask.FINISH):
            label = await self._label(locker)
        return Command(
            id=event.id,
            ask=ask,
            issued_at=event.at,
            label=label,
            reservation=ReservationId(rent) if rent and about != "locker" else None,
            by=(by and (by.id or by.role or by.source)) or "",
            reason=_reason(event),
        )

    async def _label(self, locker: str) -> str:
        """Our name of the locker; what is none of our compartments keeps theirs, and is refused."""
        bank = await self.bank()
        if not bank.knows(locker):
            bank = await self.bank(fresh=True)
        compartment = bank.compartment(locker)
        return compartment.label if compartment else locker

    async def _with_end(self, command: Command, rent_id: str) -> Command:
        try:
            rent = await self.rent(rent_id)
        except (CloudMissing, CloudBroken):
            return command
        return replace(command, until=rent.expiry)


def _is_half(event: EventAnswer, wished: Sequence[EventAnswer]) -> bool:
    """Whether it is the locker's half of an opening that a rent's event tells, too."""
    return event.name == OPENED and any(
        ASKS[other.name] is Ask.OPEN
        and other.name != OPENED
        and other.locker == event.locker
        and abs(other.at - event.at) <= _TOGETHER
        for other in wished
    )


def _reason(event: EventAnswer) -> str:
    said = (event.metadata or {}).get("reason")
    return event.message or (said if isinstance(said, str) else "")
