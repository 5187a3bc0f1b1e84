"""Staff say who they are: the way in from home, for couriers and for technicians."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from kiosk.domain import codes
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.duty import Shift, StaffInput, StaffState, Step, Task, Told
from kiosk.domain.flows.inputs import CodeShown, TimedOut, WentBack
from kiosk.domain.flows.visit import Over


@dataclass(frozen=True, slots=True)
class StaffAsked(StaffInput):
    """Home's way in for couriers and technicians."""


@dataclass(frozen=True, slots=True)
class StaffEntrance(StaffState):
    """Hold up a token, or choose another way to say who one is."""

    known: ClassVar[bool] = False
    scans: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class LoggingIn(StaffState):
    """What was shown is being judged."""

    known: ClassVar[bool] = False
    awaited: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class LogInByToken(Task):
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LoggedIn(Told):
    """A courier is in."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class LogInRefused(Told):
    """One for all that can be wrong."""


State = StaffEntrance | LoggingIn


def begin() -> duty.Next:
    """From home, or from a kiosk that is out of order: technicians must get in there, too."""
    return StaffEntrance(), ()


def is_token(event: CodeShown) -> bool:
    """Whether a courier's token was held up, and nobody's code."""
    return isinstance(codes.parse_scanned(event.text), codes.CourierToken)


def shown(event: CodeShown) -> duty.Next:
    """A courier's token was held up, at home already."""
    return LoggingIn(), (LogInByToken(event.text),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case StaffEntrance(), CodeShown() if is_token(event):
            return shown(event)
        case LoggingIn(), LoggedIn(shift):
            return courier_round.begin(shift)
        case LoggingIn(), LogInRefused():
            return begin()
        case StaffEntrance(), WentBack() | TimedOut():
            return Over(), ()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {StaffEntrance: step, LoggingIn: step}
