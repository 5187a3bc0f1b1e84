"""Looks for a way into service mode: by every input there is, the running kiosk answering."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum
from typing import Any, get_type_hints

from kiosk.app.machine import Machine
from kiosk.domain.accounts import EnrolTicket
from kiosk.domain.flows import journey
from kiosk.domain.flows.courier.signin import StaffEntrance, Way
from kiosk.domain.flows.duty import Shift, Staffer
from kiosk.domain.flows.forms import AskStaff
from kiosk.domain.flows.home import Home, OutOfOrder
from kiosk.domain.flows.inputs import Entered, KeyPressed
from kiosk.domain.flows.service.enrolling import AccountReady
from kiosk.domain.flows.staffed import StaffState, Task, Told
from tests.domain.staff_inputs import everything, kinds

STARTS = (Home(), Home(closed=True), OutOfOrder())


@dataclass
class Found:
    """All that was reached."""

    states: list[journey.State] = field(default_factory=list)
    offers: set[Way] = field(default_factory=set)
    asked: Counter[type[Task]] = field(default_factory=Counter)
    """What the kiosk was asked to do on the way."""

    @property
    def service_mode(self) -> list[journey.State]:
        return [state for state in self.states if is_inside(state)]


def chosen() -> Iterator[Any]:
    """Everything that can be chosen from a list that stands ready."""
    for kind in kinds():
        hints = list(get_type_hints(kind).values())
        if len(hints) == 1 and isinstance(hints[0], type) and issubclass(hints[0], Enum):
            yield from map(kind, hints[0])


def is_inside(state: journey.State) -> bool:
    """Whether somebody is logged in there, or may make an account."""
    inside = (Staffer, Shift, EnrolTicket, AccountReady)
    known = any(isinstance(one, StaffState) and one.known for one in within(state))
    return known or any(isinstance(one, inside) for one in within(state))


def within(value: Any) -> Iterator[Any]:
    """A state and all that stands in it."""
    yield value
    if is_dataclass(value):
        for one in fields(value):
            yield from within(getattr(value, one.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from within(one)


class Burglar:
    """Stands before the kiosk, and may touch, type and hold up whatever there is.

    What only the kiosk itself says to its screens (``Told``) is never made up: its own services
    are asked, and answer.
    """

    def __init__(self, machine: Machine, *known: str) -> None:
        """``known`` is what this one can type beside anybody's signs."""
        self._crew = machine.session._errands.crew
        # What is known comes first: the installer's code has three tries only.
        typed = ((*map(KeyPressed, text), Entered()) for text in known)
        made = (*everything(), *chosen())
        touched = ((one,) for one in dict.fromkeys(made) if not isinstance(one, Told))
        self._moves = (*typed, *touched)
        self.found = Found()

    async def tries_everything(self) -> Found:
        ahead = deque(STARTS)
        known: set[object] = set()
        while ahead:
            here = ahead.popleft()
            async for following in self._from(here):
                if following == here or _kind(following) in known:
                    continue
                known.add(_kind(following))
                self.found.states.append(following)
                if isinstance(following, StaffEntrance):
                    self.found.offers |= following.offers
                if not is_inside(following):
                    ahead.append(following)
        return self.found

    async def _from(self, here: journey.State) -> Any:
        if isinstance(here, StaffState) and here.rereads is not None:
            yield (await self._asked(here, [here.rereads]))
        for move in self._moves:
            now, effects = here, []
            for one in move:
                now, more = journey.step(now, one)
                effects += more
            yield now
            yield (await self._asked(now, effects))

    async def _asked(self, now: journey.State, effects: Sequence[Any]) -> journey.State:
        """What the screen becomes once the kiosk has answered."""
        for task in effects:
            if type(task) in self._crew:
                self.found.asked[type(task)] += 1
                answer = await self._crew[type(task)].do(task)
                now, _ = journey.step(now, answer)
        return now


def _kind(state: journey.State) -> object:
    """States of one kind are walked on from once; what lies over a screen of anybody's is one."""
    bare = state.before if isinstance(state, journey.Above) else state
    which: object = None
    if isinstance(bare, AskStaff):
        which = (bare.form, len(bare.said), bool(bare.typed))
    if isinstance(bare, StaffEntrance):
        which = bare.offers
    under = type(bare) if isinstance(bare, StaffState) or bare is state else None
    return type(state), under, which
