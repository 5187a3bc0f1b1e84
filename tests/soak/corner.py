"""A bank whose insides are known for sure: real journeys, real services, a real store."""

import random
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiosk.adapters.clouds.standalone import CLOUD
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.flows import journey
from kiosk.domain.flows.effects import (
    CheckCode,
    Effect,
    EndVisit,
    FindOther,
    FindSizes,
    Flag,
    OpenDoor,
    PassGate,
    Record,
    Reserve,
    Settle,
)
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    DoorClosed,
    DoorFailed,
    DoorOpened,
    Granted,
    Input,
    NoOther,
    OtherFound,
)
from kiosk.domain.flows.visit import Failure, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, Intent, Purpose
from kiosk.domain.policy import Policy
from kiosk.services.access import Access
from kiosk.services.local import LocalReservations
from kiosk.services.upkeep import Upkeep
from kiosk.services.walkup_limits import is_walk_up
from kiosk.services.walkups import Terms, WalkUps
from tests.integration.store_bench import furnished
from tests.services.lockers import ObedientClock, bank

LAYOUT = bank("SSSSSSSSMMMMMMMMLLLL", Owner.LOCAL)
RULES = {Owner.CLOUD: CLOUD.rules, Owner.LOCAL: CLOUD.rules}
A_FIFTH = 4
"""Of the twenty compartments."""
IN_AN_HOUR = 3
BY_ONE_PERSON = 2
OPENINGS = 5


@dataclass
class Corner:
    """The bank, the kiosk before it, and one person at a time."""

    store: SqliteStore
    clock: ObedientClock
    chance: random.Random
    policy: Policy
    state: journey.State = field(default_factory=Home)
    inside: dict[str, set[str]] = field(default_factory=dict)
    """The parcels in each compartment, by the reservation they were put in for."""
    disowned: set[str] = field(default_factory=set)
    """Parcels whose depositor cancelled at the open door and then said that all is taken out."""
    doubted: set[str] = field(default_factory=set)
    """Compartments of unknown contents because of a walk-up."""
    left_open: set[str] = field(default_factory=set)
    door: Visit | None = None
    """Whose door stands open before the person."""
    session: int = 1
    access: bool = False
    fullest: int = 0
    _intents: int = 0
    _openings: dict[str, int] = field(default_factory=dict)
    _begun: list[tuple[tuple[str, str], int, float]] = field(default_factory=list)
    _doing: Visit | None = None
    _put_by_walk_up: set[str] = field(default_factory=set)
    """Compartments whose door last opened for a walk-up to put something in."""

    def __post_init__(self) -> None:
        args = (LAYOUT, self.store, self.clock)
        self.inside = {c.label: set() for c in LAYOUT.compartments()}
        self.local = LocalReservations(*args, self.chance.randrange, self.policy)
        self.walkups = WalkUps(
            LAYOUT, self.store, self.local, self.clock, Terms(RULES, self.policy)
        )
        self.walkups.at_screen = lambda: self._doing.reservation if self._doing else None
        self.access_ = Access(
            LAYOUT, self.store, None, RULES, self.clock, self.policy, self.clock.sleep
        )
        self.upkeep = Upkeep(LAYOUT, self.store, RULES)

    async def happens(self, event: Input) -> None:
        """One touch, or one move of a door, and all that follows by itself."""
        inputs = deque([event])
        while inputs:
            following = inputs.popleft()
            if isinstance(following, Granted):
                following = Granted(replace(following.visit, access=self.access))
            before = self.state
            self.state, effects = journey.step(before, following)
            self._doing = getattr(_bare(self.state), "visit", None)
            for effect in effects:
                inputs.extend([answer async for answer in self._does(effect)])
            if isinstance(self.state, Home) and not isinstance(before, Home):
                self.session += 1

    async def _does(self, effect: Effect) -> AsyncIterator[Input]:
        match effect:
            case CheckCode(code, datum, aim):
                yield await self.access_.check(code, datum, aim)
            case FindSizes(draft):
                yield await self.walkups.sizes(draft)
            case Reserve(draft):
                answer = await self.walkups.reserve(draft, session=self.session)
                if isinstance(answer, Granted):
                    self.given_away(answer.visit.label, answer.visit.reservation)
                yield answer
            case FindOther(visit, want):
                other = await self.walkups.other(visit, want)
                if other is not None:
                    self.given_away(other.label, other.reservation)
                yield NoOther() if other is None else OtherFound(other)
            case OpenDoor(visit):
                yield await self._fires(visit)
            case Settle(intent, state, change):
                await self.store.settle_intent(intent, state, change)
                self._knows(change)
            case Record(change):
                await self.store.record(change)
                self._knows(change)
            case Flag(label, flag, change):
                await self.store.flag(label, flag, change.journal, change)
                self._knows(change)
            case EndVisit():
                if self.door is not None:
                    self.left_open.add(self.door.label)
                self.door = None
            case PassGate():
                raise AssertionError("nothing costs anything here")

    async def _fires(self, visit: Visit) -> Input:
        if visit.purpose is Purpose.DROPOFF and not visit.settled:
            self.given_away(visit.label, visit.reservation)
        if self._openings.get(visit.authorisation, 0) >= OPENINGS:
            return DoorFailed(Failure.SPENT)
        self._intents += 1
        name = f"i{self._intents}"
        facts = (visit.authorisation, visit.reservation, visit.purpose, "consumer", "shut")
        intent = Intent(name, visit.door, *facts, visit.pulses, self.clock.now())
        await self.store.intend(intent)
        if self.door is None and self.chance.random() < 0.05:
            return DoorFailed(Failure.JAMMED, name)
        return self.springs(visit, name)

    def springs(self, visit: Visit, intent: str) -> DoorOpened:
        """The door is open now."""
        self._openings[visit.authorisation] = self._openings.get(visit.authorisation, 0) + 1
        self.door = visit
        if visit.purpose is Purpose.DROPOFF and is_walk_up(visit.reservation):
            self._put_by_walk_up.add(visit.label)
            self._counts(visit)
        else:
            self._put_by_walk_up.discard(visit.label)
        return DoorOpened(intent)

    def _counts(self, visit: Visit) -> None:
        """Hold the compartments that open for walk-ups against what one person may have."""
        opening = (visit.reservation, visit.label)
        if any(known == opening for known, _, _ in self._begun):
            return
        self._begun.append((opening, self.session, self.clock.passed))
        hour = {
            label
            for (_, label), _, at in self._begun
            if label in self.doubted and self.clock.passed - at < 3600
        }
        assert len(hour | {visit.label}) <= IN_AN_HOUR, f"{len(hour)} left in doubt in an hour"
        mine = [who for _, who, _ in self._begun if who == self.session]
        assert len(mine) <= BY_ONE_PERSON, f"{len(mine)} compartments for one person"

    @property
    def opened(self) -> int:
        """Compartments that opened for walk-ups."""
        return len(self._begun)

    async def looked(self, label: str, change: Change) -> None:
        """Somebody looked inside, and says so."""
        await self.store.flag(label, None, "", change)
        self._knows(change)

    async def shuts(self, seconds: float) -> None:
        """Whoever stands there pushes the door shut."""
        assert self.door is not None
        self.door = None
        await self.happens(DoorClosed(None, seconds))

    def given_away(self, label: str, to: str) -> None:
        """What must hold whenever somebody is given a compartment to put something in."""
        others = self.inside[label] - {to} - self.disowned
        assert not others, f"compartment {label} given to {to} holds {others}"

    def _knows(self, change: Change) -> None:
        """Follow the ledger, and hold it against the limit."""
        label, contents = change.compartment, change.contents
        if label is None or contents is None:
            return
        if contents is not Contents.MAYBE:
            self.doubted.discard(label)
        elif label in self._put_by_walk_up:
            self.doubted.add(label)
        self.fullest = max(self.fullest, len(self.doubted))
        assert len(self.doubted) <= A_FIFTH, f"{len(self.doubted)} doubted by walk-ups"


@asynccontextmanager
async def corner(folder: Path, seed: int, policy: Policy) -> AsyncIterator[Corner]:
    clock = ObedientClock()
    async with furnished(folder, clock) as store:  # type: ignore[arg-type]
        yield Corner(store, clock, random.Random(seed), policy)


def _bare(state: journey.State) -> journey.State:
    while isinstance(state, journey.Above):
        state = state.before
    return state
