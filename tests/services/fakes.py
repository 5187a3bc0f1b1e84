"""A clock that is moved by hand, and a cloud that remembers, forgets and falls silent."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from kiosk.domain.errors import CloudBroken, CloudError, CloudMissing, CloudSilent
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Channel,
    Event,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.rules import CloudRules
from kiosk.ports_abilities import Sheet
from kiosk.services.sync import Sync

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
SOON = 5.0
"""Seconds of real time in which anything that is to happen must have happened."""


class PowerCut(BaseException):
    """The kiosk ends in the middle of whatever it does."""


class FakeClock:
    """Stands still until it is moved; who sleeps on it wakes when it is moved far enough."""

    def __init__(self) -> None:
        self.at = NOON
        self.naps: list[float] = []
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []
        self._fallen_asleep = asyncio.Condition()

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return (self.at - NOON).total_seconds()

    def forward(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        sleeper = (self.at + timedelta(seconds=seconds), asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        self.naps.append(seconds)
        async with self._fallen_asleep:
            self._fallen_asleep.notify_all()
        try:
            await sleeper[1]
        finally:
            self._sleepers.remove(sleeper)

    async def asleep(self, nap: int) -> None:
        """Wait until somebody has lain down for the so-manieth time."""
        async with asyncio.timeout(SOON), self._fallen_asleep:
            await self._fallen_asleep.wait_for(lambda: len(self.naps) >= nap)

    async def advance(self, seconds: float) -> None:
        """Let time pass; whoever wakes in it lies down again before it passes on."""
        end = self.at + timedelta(seconds=seconds)
        while due := [s for s in self._sleepers if s[0] <= end]:
            first = min(due, key=lambda sleeper: sleeper[0])
            self.at, nap = first[0], len(self.naps) + 1
            first[1].set_result(None)
            await self.asleep(nap)
        self.at = end


@asynccontextmanager
async def running(loop: Callable[[], object], clock: FakeClock):
    """Run a service's loop until its first rest, and end it afterwards."""
    nap = len(clock.naps) + 1
    task = asyncio.ensure_future(loop())
    await clock.asleep(nap)
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@asynccontextmanager
async def reading(sync: Sync | None):
    """Its loop runs, on whatever it sleeps by: who asks it to read is answered at once."""
    task = asyncio.ensure_future(sync.run()) if sync else None
    yield
    if task:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def rest_after(clock: FakeClock):
    """What is done inside wakes a loop; go on when it rests again."""
    nap = len(clock.naps) + 1
    yield
    await clock.asleep(nap)


@dataclass
class Fault:
    """What becomes of one call: an error, before or after its effect, or no answer at all."""

    error: BaseException | None = None
    takes_effect: bool = False


FAKE = CloudRules("fake")
LOST = Fault(CloudSilent("the request was lost"))
UNHEARD = Fault(CloudSilent("the answer was lost"), takes_effect=True)


@dataclass
class FakeCloud:
    """One locker's reservations and facts; ``faults`` hit the calls in their order."""

    rules: CloudRules = FAKE
    faults: deque[Fault] = field(default_factory=deque)
    poisoned: dict[str, Exception] = field(default_factory=dict)
    """Facts by name that never get through."""
    dead: bool = False
    known: dict[ReservationId, Arrival] = field(default_factory=dict)
    ended: set[ReservationId] = field(default_factory=set)
    """Known, but no longer listed."""
    unreadable: set[ReservationId] = field(default_factory=set)
    effects: list[Event] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    called: asyncio.Event = field(default_factory=asyncio.Event)
    answers: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.answers.set()

    async def sheets(self, since: str | None = None) -> AsyncIterator[Sheet]:
        await self._hear("list")
        listed = [
            replace(arrival, codes=None)
            for name, arrival in self.known.items()
            if name not in self.ended
        ]
        yield Sheet(listed, whole=True)

    async def read(self, reservation: ReservationId) -> Arrival:
        await self._hear(f"read {reservation}")
        if reservation in self.unreadable:
            raise CloudBroken("a state nobody knows")
        if reservation not in self.known:
            raise CloudMissing(reservation)
        return self.known[reservation]

    async def deliver(self, event: Event) -> None:
        fault = self.faults[0] if self.faults else Fault()
        if fault.takes_effect and not self.dead:
            self.effects.append(event)
        await self._hear(f"deliver {event.seq}")
        if event.name in self.poisoned:
            raise self.poisoned[event.name]
        self.effects.append(event)

    async def has_effect(self, event: Event) -> bool:
        await self._hear(f"has_effect {event.seq}")
        return event.id in {effect.id for effect in self.effects}

    async def ping(self) -> None:
        await self._hear("ping")

    async def aclose(self) -> None:
        """Nothing is held."""

    async def _hear(self, call: str) -> None:
        self.calls.append(call)
        self.called.set()
        if self.dead:
            raise CloudSilent("nobody there")
        fault = self.faults.popleft() if self.faults else None
        await self.answers.wait()
        if fault is not None and fault.error is not None:
            raise fault.error

    def told(self) -> list[str]:
        return [event.name for event in self.effects]

    def sent(self) -> list[str]:
        return [call for call in self.calls if call.startswith("deliver")]


class Pocket:
    """The outbox's part of a store, kept in memory, where fsync costs nothing."""

    def __init__(self, clock: FakeClock) -> None:
        self.waiting: dict[int, Event] = {}
        self.parked: dict[int, Event] = {}
        self._due: dict[int, datetime] = {}
        self._gone = 0
        self._clock = clock

    def count(self) -> int:
        return len(self.waiting) + len(self.parked) + self._gone

    def happens(self, name: str, about: str | None) -> Event:
        seq = self.count() + 1
        subject = ReservationId(about) if about else None
        event = Event(seq, f"id{seq}", name, subject, Owner.CLOUD, self._clock.now(), {})
        self.waiting[seq] = event
        return event

    async def next_event(self, now: datetime, channel: Channel = Channel.CLOUD) -> Event | None:
        held: set[ReservationId] = set()
        for seq, event in sorted(self.waiting.items()):
            if event.reservation not in held and self._due.get(seq, now) <= now:
                return event
            if event.reservation is not None:
                held.add(event.reservation)
        return None

    async def begin_delivery(self, seq: int) -> None:
        event = self.waiting[seq]
        self.waiting[seq] = replace(event, uncertain=True, tries=event.tries + 1)

    async def delivered(self, seq: int) -> None:
        del self.waiting[seq]
        self._gone += 1

    async def delivered_and_next(
        self, seq: int, now: datetime, channel: Channel = Channel.CLOUD
    ) -> Event | None:
        await self.delivered(seq)
        event = await self.next_event(now, channel)
        if event is not None and not event.uncertain:
            await self.begin_delivery(event.seq)
        return event

    async def postpone(self, seq: int, until: datetime, error: str, *, uncertain: bool) -> None:
        self._due[seq] = until
        self.waiting[seq] = replace(self.waiting[seq], uncertain=uncertain)

    async def park(self, seq: int, error: str) -> None:
        self.parked[seq] = self.waiting.pop(seq)


class Nobody:
    """There is nobody who could be told anything."""

    def reaches(self, contact: object) -> bool:
        return False

    def wake(self) -> None:
        """Nothing waits for it."""


def failing(*errors: CloudError | Exception) -> deque[Fault]:
    return deque(Fault(error) for error in errors)


def parcel(name: str, at: datetime = NOON, *, codes: bool = True, **facts: object) -> Arrival:
    """A reservation as the cloud knows it, with a typed code made of its name."""
    plain = Reservation(
        id=ReservationId(name),
        ref=name,
        owner=Owner.CLOUD,
        kind=Kind.DELIVERY,
        state=ReservationState.STORED,
        compartment="12",
        size="M",
        made_at=NOON,
        read_at=at,
    )
    code = NewCode(Purpose.PICKUP, Way.TYPED, f"code{name}")
    return Arrival(replace(plain, **facts), (code,) if codes else None)
