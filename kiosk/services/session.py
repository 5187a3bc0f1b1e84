"""Runs the journeys: inputs in, effects out, state shown. The only writer of the screen's state."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows import gates, home, journey
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.effects import Flag, Record, Settle
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorSighted,
    DoorStillOpen,
    Granted,
    Input,
    OrderChanged,
    TimedOut,
)
from kiosk.domain.flows.patience import is_at_open_door
from kiosk.domain.flows.patience import patience as patience_of
from kiosk.domain.flows.staffed import StaffState, Told
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import ReservationId
from kiosk.domain.policy import Policy
from kiosk.domain.printing import Paper
from kiosk.ports import Clock, Store
from kiosk.services.errands import Answer, Errands

log = logging.getLogger(__name__)

ANY_CODE = CodeShown("0")
QUIET = (DoorSighted, DoorStillOpen, OrderChanged, TimedOut, Told)
"""Inputs that nobody touched anything for."""


def wants_codes(state: journey.State) -> bool:
    """Whether a code held up now would be heard: the journey itself says so."""
    if isinstance(state, StaffState | Working):
        return (state.behind if isinstance(state, Working) else state).scans
    return journey.step(state, ANY_CODE) != (state, ())


class Session:
    """One screen, one person at a time; create and run it on the I/O loop."""

    def __init__(
        self,
        errands: Errands,
        store: Store,
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
        self.labelled: Callable[[Visit], bool] = lambda _visit: False
        """Whether a label is printed for it before its door opens."""
        self.worked: Callable[[], None] = lambda: None
        """Hears that staff touched something: their time begins anew."""
        self.papers: frozenset[Paper] = frozenset()
        """What the printers here can give a person when all is done."""
        self.access_mode = False
        self._errands = errands
        self._store = store
        self._clock = clock
        self._policy = policy
        self._show = show
        self._inputs: asyncio.Queue[Input | Answer] = asyncio.Queue()
        self._order = OrderChanged(usable=True, camera=True, left_open=(), letters=False)
        self._number = 1
        """Counts the people who came, so that nobody takes more than is one person's share."""
        self._deadline: float | None = None
        errands.report = self.post

    def post(self, event: Input | Answer) -> None:
        """Queue an input; call it on the I/O loop only."""
        self._inputs.put_nowait(event)

    def order(self, order: OrderChanged) -> None:
        """What the kiosk can do has changed; home shows it when nobody is in between."""
        self._order = order
        self._pass_on_order()

    def at_screen(self) -> ReservationId | None:
        """Whose visit is under way."""
        visit: Visit | None = getattr(_bare(self.state), "visit", None)
        return visit.reservation if visit is not None else None

    def touched(self) -> None:
        """Somebody chose a language or a mode: the time to wait for them begins anew."""
        self._await_person()
        self._pass_on_order()

    def set_access(self, wanted: bool) -> None:
        """Switch access mode for this person."""
        self.access_mode = wanted
        self.touched()

    async def run(self) -> None:
        """Work until cancelled."""
        self._show(self.state)
        try:
            while True:
                event = await self._next()
                if not isinstance(event, Answer):
                    await self.handle(event)
                elif self._errands.is_open(event):
                    await self.handle(event.input)
        finally:
            await self._errands.aclose()

    async def handle(self, event: Input) -> None:
        """Take one step: what must last is committed before the screen says so."""
        before = self.state
        if isinstance(before, home.Home) and isinstance(event, TimedOut):
            self.access_mode = False
            self.rested()
            self._pass_on_order()
            return
        if isinstance(event, Granted):
            visit = replace(event.visit, labelled=self.labelled(event.visit))
            event = Granted(_equipped(visit, access=self.access_mode, papers=self.papers))
        self.state, effects = journey.step(before, event)
        for effect in effects:
            if isinstance(effect, Settle | Record | Flag):
                await self._commit(effect)
        self._follow(before, event)
        if not isinstance(_bare(self.state), gates.PassingGate):
            self._errands.leave_gate()
        for effect in effects:
            self._errands.begin(effect, self._number)
        if isinstance(self.state, home.Home) and not isinstance(
            before, home.Home | home.OutOfOrder
        ):
            self._rest()

    def _follow(self, before: journey.State, event: Input) -> None:
        """Show what has changed; what was only read anew does not lengthen anybody's stay."""
        if _is_staff(before) and not isinstance(event, QUIET):
            self.worked()
        if self.state == before:
            return
        self._show(self.state)
        if isinstance(event, Told) and type(self.state) is type(before):
            return
        log.info("%s: %s -> %s", _name(event), _name(before), _name(self.state))
        self._await_person()

    def reread(self) -> None:
        """Read anew what the screen of staff shows; call it every second."""
        if is_at_open_door(self.state):
            # Else the visit would end in the middle of the work, for both times are as long.
            self.worked()
        if isinstance(self.state, StaffState) and (task := self.state.rereads) is not None:
            self._errands.reread(task)

    def _rest(self) -> None:
        self.access_mode = False
        self._number += 1
        self._errands.forget()
        self.rested()
        self._pass_on_order()

    def _pass_on_order(self) -> None:
        self.post(replace(self._order, access=self.access_mode))

    def _await_person(self) -> None:
        patience = patience_of(self.state, self._policy, access=self.access_mode)
        if isinstance(self.state, home.Home):
            # Nothing ends at home, but language and mode of who has gone go back.
            patience = self._policy.idle_access if self.access_mode else self._policy.idle
        self._deadline = None if patience is None else self._clock.monotonic() + patience

    async def _next(self) -> Input | Answer:
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


def _equipped(visit: Visit, *, access: bool, papers: frozenset[Paper]) -> Visit:
    """All doors of a visit open in the mode of the person who came; each may have its receipt."""
    rest = tuple(_equipped(other, access=access, papers=papers) for other in visit.rest)
    return replace(visit, access=access, papers=papers, rest=rest)


def _bare(state: journey.State) -> journey.State:
    """What lies beneath help, privacy and the idle warning."""
    while isinstance(state, journey.Above):
        state = state.before
    return state


def _is_staff(state: journey.State) -> bool:
    return isinstance(_bare(state), StaffState | Working)


def _name(thing: object) -> str:
    return type(thing).__name__
