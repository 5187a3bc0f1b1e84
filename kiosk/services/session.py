"""Runs the journeys: inputs in, effects out, state shown. The only writer of the screen's state."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any, Protocol

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows import home, journey, opening
from kiosk.domain.flows.choices import Want
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
from kiosk.domain.flows.inputs import (
    CodeRefused,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorStillOpen,
    Granted,
    Input,
    NoOther,
    OrderChanged,
    OtherFound,
    TimedOut,
)
from kiosk.domain.flows.visit import Failure, Visit
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Store
from kiosk.services.access import Access
from kiosk.services.doors import Doors
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.rights import Answer

log = logging.getLogger(__name__)


class Finder(Protocol):
    """Finds another compartment for a visit."""

    async def other(self, visit: Visit, want: Want) -> Visit | None: ...


class Session:
    """One screen, one person at a time; create and run it on the I/O loop."""

    def __init__(
        self,
        access: Access,
        doors: Doors,
        store: Store,
        finder: Finder,
        clock: Clock,
        policy: Policy,
        show: Callable[[journey.State], None],
    ) -> None:
        self.state: journey.State = home.Home()
        self.rested: Callable[[], None] = lambda: None
        """Hears that home was reached: language and access mode go back."""
        self.told: Callable[[], None] = lambda: None
        """Hears that something was recorded: the outbox may have work."""
        self.write_failed: Callable[[], None] = lambda: None
        """Hears that something could not be recorded."""
        self.access_mode = False
        self._access = access
        self._doors = doors
        self._store = store
        self._finder = finder
        self._clock = clock
        self._policy = policy
        self._show = show
        self._inputs: asyncio.Queue[Input] = asyncio.Queue()
        self._order = OrderChanged(usable=True, camera=True, left_open=(), letters=False)
        self._work: set[asyncio.Task[None]] = set()
        self._deadline: float | None = None
        doors.owner_shut = lambda occupied: self.post(DoorClosed(occupied))
        doors.still_open = lambda stage: self.post(DoorStillOpen(stage))
        doors.opened_late = lambda intent: self.post(DoorOpened(intent))

    def post(self, event: Input) -> None:
        """Queue an input; call it on the I/O loop only."""
        self._inputs.put_nowait(event)

    def order(self, order: OrderChanged) -> None:
        """What the kiosk can do has changed; home shows it when nobody is in between."""
        self._order = order
        self.post(order)

    def touched(self) -> None:
        """Somebody chose a language or a mode: the time to wait for them begins anew."""
        self._await_person()
        self.post(self._order)

    def set_access(self, wanted: bool) -> None:
        """Switch access mode for this person."""
        self.access_mode = wanted
        self.touched()

    async def run(self) -> None:
        """Work until cancelled."""
        self._show(self.state)
        try:
            while True:
                await self.handle(await self._next())
        finally:
            for task in self._work:
                task.cancel()
            await asyncio.gather(*self._work, return_exceptions=True)

    async def handle(self, event: Input) -> None:
        """Take one step: what must last is committed before the screen says so."""
        before = self.state
        if isinstance(before, home.Home) and isinstance(event, TimedOut):
            self.access_mode = False
            self.rested()
            return
        self.state, effects = journey.step(before, event)
        if isinstance(event, Granted):
            self.state, effects = self._in_access_mode(event, before)
        lasting = [e for e in effects if isinstance(e, Settle | Record | Flag)]
        for done in lasting:
            await self._commit(done)
        if self.state != before:
            log.info("%s: %s -> %s", _name(event), _name(before), _name(self.state))
            self._await_person()
            self._show(self.state)
        for effect in effects:
            self._begin(effect)
        if isinstance(self.state, home.Home) and not isinstance(
            before, home.Home | home.OutOfOrder
        ):
            self._rest()

    def _in_access_mode(
        self, event: Granted, before: journey.State
    ) -> tuple[journey.State, tuple[Effect, ...]]:
        visit = replace(event.visit, access=self.access_mode)
        return journey.step(before, Granted(visit))

    def _rest(self) -> None:
        self.access_mode = False
        self.rested()
        self.post(self._order)

    def _await_person(self) -> None:
        patience = journey.patience(self.state, self._policy, access=self.access_mode)
        if isinstance(self.state, home.Home):
            # Nothing ends at home, but language and mode of who has gone go back.
            patience = self._policy.idle_access if self.access_mode else self._policy.idle
        self._deadline = None if patience is None else self._clock.monotonic() + patience

    async def _next(self) -> Input:
        if self._deadline is None:
            return await self._inputs.get()
        try:
            async with asyncio.timeout(max(0.0, self._deadline - self._clock.monotonic())):
                return await self._inputs.get()
        except TimeoutError:
            self._deadline = None
            return TimedOut()

    async def _commit(self, effect: Settle | Record | Flag) -> None:
        try:
            match effect:
                case Settle(intent, state, change):
                    await self._store.settle_intent(intent, state, change)
                case Record(change):
                    await self._store.record(change)
                case Flag(label, flag, change):
                    await self._store.flag(label, flag, change.journal, change)
        except StoreBroken:
            # The door has moved and cannot be called back: the intent on disk tells of it.
            log.exception("not recorded: %s", effect.change.journal)
            self.write_failed()
        self.told()

    def _begin(self, effect: Effect) -> None:
        match effect:
            case CheckCode(code, datum):
                self._spawn(self._answer(self._access.check(code, datum)))
            case OpenDoor(visit):
                self._spawn(self._open(visit))
            case FindOther(visit, want):
                self._spawn(self._find(visit, want))
            case FindSizes() | Reserve() | PassGate():
                log.error("nobody here can do this yet: %s", _name(effect))
            case EndVisit():
                self._doors.end_visit()
            case Settle() | Record() | Flag():
                pass

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._work.add(task)
        task.add_done_callback(self._worked)

    def _worked(self, task: asyncio.Task[None]) -> None:
        self._work.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("an effect failed", exc_info=error)
            self._unstick()

    def _unstick(self) -> None:
        """No screen may wait for ever for an answer that will not come."""
        match self.state:
            case opening.Opening():
                self.post(DoorFailed(Failure.BOARD))
            case home.Checking():
                self.post(CodeRefused())
            case _:
                return

    async def _answer(self, check: Awaitable[Answer]) -> None:
        self.post(await check)

    async def _open(self, visit: Visit) -> None:
        order = Order(
            door=visit.door,
            authorisation=visit.authorisation,
            actor="consumer",
            pulse=visit.pulses,
            reservation=visit.reservation,
            purpose=visit.purpose,
        )
        stretch = self._policy.access_stretch if visit.access else 1.0
        match await self._doors.open(order, stretch=stretch):
            case Opened(intent):
                self.post(DoorOpened(intent))
            case Stayed(failure, intent):
                self.post(DoorFailed(failure, intent))

    async def _find(self, visit: Visit, want: Want) -> None:
        other = await self._finder.other(visit, want)
        self.post(NoOther() if other is None else OtherFound(other))


def _name(thing: object) -> str:
    return type(thing).__name__
