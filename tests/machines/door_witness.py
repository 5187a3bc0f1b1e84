"""Stands between the services and their memory, and holds each step against what must never be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.access import is_free
from kiosk.domain.model import (
    Arrival,
    Change,
    CompartmentFlag,
    Intent,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.ports import Clock
from tests.machines.steel import DoorBank

S = ReservationState
TAKEN = {S.COLLECTING, S.SETTLING, S.FINISHED}
NOT_YET_IN = {S.ANNOUNCED, S.RESERVED, S.DEPOSITING}
ENOUGH = 120.0
"""Seconds after which a door that stands open hinders the next person no longer."""
MINUTE = 60.0
NOTICED = 1.0
"""Seconds in which a door that moved is surely seen."""
Rights = frozenset[tuple[ReservationId, Purpose]]


class Broken(AssertionError):
    """What must never be has happened."""


@dataclass
class Truth:
    """What has really happened, whatever the kiosk believes; it outlives every start."""

    clock: Clock
    rights: Rights = frozenset()
    """What the person at the screen has proved."""
    pulsed: set[str] = field(default_factory=set)
    in_hand: dict[str, Intent] = field(default_factory=dict)
    """By door the last intent whose lock was fired."""
    seen_open: set[tuple[ReservationId, Purpose]] = field(default_factory=set)
    seen_shut: set[tuple[ReservationId, Purpose]] = field(default_factory=set)
    """After it had been seen open."""
    asked: dict[str, tuple[str | None, ReservationId | None]] = field(default_factory=dict)
    """What was asked from afar: a door, or a reservation's, by the right it gives."""
    obeyed: list[tuple[str, float]] = field(default_factory=list)
    """Which of it was fired, and when."""
    broken: list[str] = field(default_factory=list)
    """What must never be, and was: services outlive what is raised in them, so it is kept."""

    def holds(self, condition: object, what: str) -> None:
        if not condition:
            self.broken.append(what)
            raise Broken(what)

    def sees(self, label: str, is_open: bool) -> None:
        """A contact says this."""
        intent = self.in_hand.get(label)
        if intent is None or intent.reservation is None or intent.purpose is None:
            return
        right = (intent.reservation, intent.purpose)
        if is_open:
            self.seen_open.add(right)
        elif right in self.seen_open:
            self.seen_shut.add(right)


class Witness:
    """The real store, watched."""

    def __init__(self, store: SqliteStore, truth: Truth, bank: DoorBank) -> None:
        self._store, self._truth, self._bank = store, truth, bank

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    # Each of these is followed by the very call it watches.
    async def intend(self, intent: Intent) -> None:
        if intent.purpose is Purpose.DROPOFF:
            await self._given(intent)
        await self._store.intend(intent)

    async def settle_intent(
        self, intent: str, state: IntentState, change: Change | None = None
    ) -> None:
        if change is not None:
            await self._follows(change)
        await self._store.settle_intent(intent, state, change)

    async def record(self, change: Change) -> None:
        await self._follows(change)
        await self._store.record(change)

    async def flag(
        self, label: str, flag: CompartmentFlag | None, reason: str, change: Change
    ) -> None:
        await self._follows(change)
        await self._store.flag(label, flag, reason, change)

    async def add(self, arrivals: Sequence[Arrival], *changes: Change) -> None:
        for arrival in arrivals:
            made = arrival.reservation
            if made.compartment is not None:
                await self._is_free(made.compartment, made.id)
            if made.id.startswith("walkup-"):
                self._truth.rights = frozenset({(made.id, Purpose.DROPOFF)})
        await self._store.add(arrivals, *changes)

    async def fires(self, label: str) -> None:
        """A lock is about to be fired. Raises Broken."""
        unsettled = [i for i in await self._store.unsettled_intents() if i.door == label]
        fresh = [
            i
            for i in unsettled
            if i.state is IntentState.UNLOCKING and i.id not in self._truth.pulsed
        ]
        self._truth.holds(fresh, f"door {label} is fired without an intent of its own")
        intent = fresh[-1]
        self._truth.pulsed.add(intent.id)
        self._truth.in_hand[label] = intent
        if self._bank.said.get(label):
            self._truth.sees(label, is_open=True)  # it stands open already
        if intent.actor == "remote":
            await self._is_asked(label, intent)
        else:
            await self._is_proved(label, intent)
        await self._is_the_only_one(label)

    async def _is_asked(self, label: str, intent: Intent) -> None:
        """From afar: for that very door, once, and at most two a minute."""
        holds, right, now = self._truth.holds, intent.authorisation, self._truth.clock.monotonic()
        wanted, name = self._truth.asked.get(right, (None, None))
        reservation = await self._store.reservation(name) if name else None
        place = reservation.compartment if reservation else wanted
        holds(place == label, f"door {label} is fired from afar, {place} was asked for")
        ended = {S.FINISHED, S.CANCELLED}
        holds(not reservation or reservation.state not in ended, f"door {label}: {name} has ended")
        holds(right not in dict(self._truth.obeyed), f"door {label}: {right} is obeyed twice")
        self._truth.obeyed.append((right, now))
        lately = [at for _, at in self._truth.obeyed if now - at < MINUTE]
        holds(len(lately) <= 2, f"door {label}: the third from afar in a minute")

    async def _is_proved(self, label: str, intent: Intent) -> None:
        right = _right(intent)
        self._truth.holds(
            right in self._truth.rights, f"door {label}: nobody here has proved {right}"
        )
        reservation = await self._store.reservation(right[0])
        place = reservation and reservation.compartment
        self._truth.holds(
            place == label, f"door {label} is fired for {right[0]}, whose door is {place}"
        )

    async def _is_the_only_one(self, label: str) -> None:
        """While a door that was opened for somebody stands open no other is fired."""
        now = self._truth.clock.monotonic()
        holdings = await self._store.holdings()
        for other, since in self._bank.by_lock.items():
            flagged = other in holdings and holdings[other].flag is not None
            hinders = other != label and NOTICED < now - since < ENOUGH and other in self._bank.open
            lied = self._bank.flutters.get(other) is not None and flagged
            self._truth.holds(
                not hinders or lied, f"door {label} is fired, {other} open {now - since:.0f} s"
            )

    async def _given(self, intent: Intent) -> None:
        """A compartment opens for somebody to put something in: it must be proven empty."""
        label = intent.door
        begun = await self._store.intents_of(intent.authorisation)
        if any(i.door == label for i in begun):
            return
        await self._is_free(label, _right(intent)[0])

    async def _is_free(self, label: str, to: ReservationId) -> None:
        holding = (await self._store.holdings()).get(label)
        free = holding is None or is_free(holding)
        self._truth.holds(free, f"compartment {label} is given to {to} and is {holding}")
        others = [
            r.id
            for r in await self._store.live_reservations()
            if r.compartment == label and r.id != to and not to.startswith("c")
        ]
        self._truth.holds(not others, f"compartment {label} is given to {to} and is {others}'s")

    async def _follows(self, change: Change) -> None:
        """A code is used up only by what was seen of its door."""
        name = change.reservation
        if change.move_to is not None and name is not None:
            await self._is_free(change.move_to, name)
        if change.state is None or name is None or change.journal == "reservation.gone":
            return
        before = await self._store.reservation(name)
        if before is None or before.state is change.state:
            return
        if change.state in TAKEN:
            seen = {(name, Purpose.PICKUP), (name, Purpose.OPENING)} & self._truth.seen_open
            self._truth.holds(
                seen, f"{change.journal}: {name} counts as taken, and nobody saw its door open"
            )
        if change.state is S.STORED and before.state in NOT_YET_IN:
            seen_in = (name, Purpose.DROPOFF) in self._truth.seen_shut
            self._truth.holds(
                seen_in, f"{change.journal}: {name} counts as put in, its door never seen shut"
            )


def _right(intent: Intent) -> tuple[ReservationId, Purpose]:
    assert intent.reservation is not None
    assert intent.purpose is not None
    return intent.reservation, intent.purpose
