"""Delivers messages to people: each once where the other end tells, and silence holds up nobody."""

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta

from kiosk.domain import expiry, notices
from kiosk.domain.codes import normalise
from kiosk.domain.errors import (
    NoticeDeferred,
    NoticeDoubtful,
    NoticeError,
    NoticeForbidden,
    NoticeRefused,
    NoticeUnsent,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Channel, Event, NewEvent, Purpose, Reservation
from kiosk.domain.particulars import Contact
from kiosk.ports import Clock
from kiosk.ports_notices import Message, NoticeStore, Notifier
from kiosk.services.local import LocalReservations
from kiosk.services.notice_texts import Letters
from kiosk.services.outbox import KEY_WRONG, KEYS_KEPT
from kiosk.services.waiting import Chance, Sleep, back_off, repeat, sleep_unless
from kiosk.services.walkup_limits import begun_here

log = logging.getLogger(__name__)

Reaches = Callable[[Contact], bool]
"""Whether a message would reach this person."""
IDLE, SHORTEST = 10.0, 1.0
"""Seconds until the next look when nobody wakes the loop, and when a way is about to be tried."""
SENDS_WITHIN = 90.0
"""Adapters have time-outs of their own; this one is for an adapter that has lost its way."""
PINGS_WITHIN = 8.0
DEFERRED = 60.0
"""Seconds, at least, until a message is tried again that was not taken for its own sake."""


def reaching(notifiers: Mapping[str, Notifier], contact: Contact) -> str | None:
    """The first way that reaches this person."""
    return next((make for make, one in notifiers.items() if one.reaches(contact)), None)


class Notices:
    """The only one who tells people anything beyond the screen."""

    def __init__(
        self,
        store: NoticeStore,
        notifiers: Mapping[str, Notifier],
        letters: Letters,
        local: LocalReservations,
        clock: Clock,
        *,
        sleep: Sleep = asyncio.sleep,
        chance: Chance = random.random,
    ) -> None:
        self._store = store
        self._notifiers = notifiers
        self._letters = letters
        self._local = local
        self._clock = clock
        self._sleep = sleep
        self._chance = chance
        self._woken = asyncio.Event()
        self._failures: Counter[str] = Counter()
        self._deferred: Counter[int] = Counter()
        self._until: dict[str, float] = {}
        """When a way that failed is tried again, by the monotonic clock."""

    def reaches(self, contact: Contact) -> bool:
        """Whether this person can be told."""
        return reaching(self._notifiers, contact) is not None

    def announced(
        self, change: Change, reservation: Reservation, contact: Contact
    ) -> tuple[NewEvent, ...]:
        """The messages that go with a happening; called on the database's thread."""
        if reservation.owner is not Owner.LOCAL or not self.reaches(contact):
            # A cloud tells its own people.
            return ()
        return notices.owed(change, reservation, walk_up=begun_here(reservation))

    def wake(self) -> None:
        """Something was recorded. Call it on the I/O loop only."""
        self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        await repeat("the notices", self.once, self._rest, self._woken)

    async def _rest(self) -> None:
        await sleep_unless(self._woken, self._idle(), self._sleep)

    def _idle(self) -> float:
        now = self._clock.monotonic()
        waits = [until - now for until in self._until.values() if until > now]
        return max(SHORTEST, min([IDLE, *waits]))

    async def once(self) -> None:
        """Deliver what is due; what fails waits, and the others do not wait for it."""
        while event := await self._store.next_event(self._clock.now(), Channel.NOTIFIER):
            await self._settle(event)

    async def troubles(self) -> Mapping[str, str]:
        """Each way with what is wrong with it, asked now; "" when it answers."""
        said = await asyncio.gather(*(self._ping(one) for one in self._notifiers.values()))
        return dict(zip(self._notifiers, said, strict=True))

    async def _ping(self, notifier: Notifier) -> str:
        return await ping(notifier, PINGS_WITHIN)

    async def _settle(self, event: Event) -> None:
        """Bring one message further: told, dropped, set aside, or put off."""
        reservation = event.reservation and await self._store.reservation(event.reservation)
        contact = reservation and await self._store.contact(reservation.id)
        if not reservation or not contact:
            await self._park(event, "nobody is known who could be told")
        elif notices.is_late(event, reservation) or await self._is_superseded(event):
            log.info("message %s (%s) is true no longer", event.seq, event.name)
            await self._store.delivered(event.seq)
        elif event.name == notices.READY and not event.sealed:
            await self._make_code(event, reservation)
        elif (make := reaching(self._notifiers, contact)) is None:
            await self._park(event, "no notifier reaches this person")
        elif (rest := self._until.get(make, 0.0) - self._clock.monotonic()) > 0:
            await self._put_off(event, rest, "waits with the others", doubt=event.uncertain)
        else:
            await self._send(make, self._message(event, reservation, contact), event)

    async def _is_superseded(self, event: Event) -> bool:
        """Whether a code in it opens nothing any more: another message has the new one."""
        for name in notices.TYPED.values():
            code = event.sealed.get(name)
            claims = await self._store.typed_claims(normalise(code)) if code else ()
            if code and event.reservation not in {claim.reservation.id for claim in claims}:
                return True
        return False

    async def _make_code(self, event: Event, reservation: Reservation) -> None:
        """Nobody ever saw the code of what lies there: a new one, and the message with it."""
        async with self._local.one_at_a_time:
            new = await self._local.new_codes((Purpose.PICKUP,))
            told = notices.ready(reservation, new)
            change = Change("notice.code_made", reservation=reservation.id, events=(told,))
            await self._store.reissue(reservation.id, new, change)
        # Between the two a power cut makes one code more; the message before it is then dropped.
        await self._store.delivered(event.seq)

    def _message(self, event: Event, reservation: Reservation, contact: Contact) -> Message:
        letter = self._letters.write(event, reservation)
        return Message(
            event.id,
            event.name,
            event.at,
            contact,
            letter.language,
            letter.subject,
            letter.text,
            reservation.id,
            reservation.ref,
            expiry.end(reservation),
            event.sealed,
        )

    async def _send(self, make: str, message: Message, event: Event) -> None:
        await self._store.begin_delivery(event.seq)
        try:
            await _handed_over(self._notifiers[make], message)
        except NoticeError as error:
            await self._failed(make, event, error)
            return
        self._failures.pop(make, None)
        self._deferred.pop(event.seq, None)
        await self._store.delivered(event.seq)

    async def _failed(self, make: str, event: Event, error: NoticeError) -> None:
        why, doubt = f"{make}: {type(error).__name__}: {error}"[:200], event.uncertain
        match error:
            case NoticeRefused():
                await self._park(event, why)
            case NoticeDeferred():
                self._deferred[event.seq] += 1
                wait = DEFERRED + back_off(self._deferred[event.seq], self._chance)
                await self._put_off(event, wait, why, doubt=doubt)
            case NoticeForbidden():
                await self._put_off(event, self._rests(make, KEY_WRONG), why, doubt=doubt)
            case NoticeDoubtful() if doubt and not self._knows_twins(make, event):
                # An e-mail twice is better than never; three times is not.
                self._rests(make)
                await self._park(event, f"sent twice, never answered; {why}")
            case _:
                doubt = doubt or not isinstance(error, NoticeUnsent)
                await self._put_off(event, self._rests(make), why, doubt=doubt)

    def _knows_twins(self, make: str, event: Event) -> bool:
        young = self._clock.now() - event.at < KEYS_KEPT
        return self._notifiers[make].idempotent and young

    def _rests(self, make: str, seconds: float | None = None) -> float:
        """This way is not tried before so many seconds; answers them."""
        self._failures[make] += 1
        rest = back_off(self._failures[make], self._chance) if seconds is None else seconds
        self._until[make] = self._clock.monotonic() + rest
        return rest

    async def _put_off(self, event: Event, wait: float, why: str, *, doubt: bool) -> None:
        until = self._clock.now() + timedelta(seconds=wait)
        await self._store.postpone(event.seq, until, why, uncertain=doubt)

    async def _park(self, event: Event, why: str) -> None:
        log.warning("message %s (%s) is set aside: %s", event.seq, event.name, why)
        await self._store.park(event.seq, why)


async def ping(notifier: Notifier, within: float) -> str:
    """What is wrong with this way, or "". It is waited for no longer than so many seconds."""
    try:
        async with asyncio.timeout(within):
            await notifier.ping()
    except TimeoutError:
        return "no answer in time"
    except NoticeError as error:
        return str(error) or type(error).__name__
    return ""


async def _handed_over(notifier: Notifier, message: Message) -> None:
    """Send, but do not wait for ever. Raises NoticeError, whatever goes wrong."""
    try:
        async with asyncio.timeout(SENDS_WITHIN):
            await notifier.send(message)
    except NoticeError:
        raise
    except TimeoutError as error:
        raise NoticeDoubtful(f"no answer within {SENDS_WITHIN:g} s") from error
    except Exception as error:
        # A fault in an adapter costs one message, not the loop; its words may quote the message.
        log.error("a notifier stumbled: %s", type(error).__name__)
        raise NoticeDoubtful(type(error).__name__) from error
