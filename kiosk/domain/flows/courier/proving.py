"""A courier who is logged in says the PIN, and may take parcels out from then on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Protocol

from kiosk.domain.couriers import LONGEST_PIN, LogOut, Permission
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.duty import Shift, Step
from kiosk.domain.flows.forms import LogInRefused, Stop
from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, TimedOut, WentBack
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.staffed import StaffState, Task, Told


class Resumable(Protocol):
    """Work that wanted the PIN, and goes on where it was once that is proved."""

    def resumed(self, shift: Shift) -> StaffState: ...


@dataclass(frozen=True, slots=True)
class AskCourierPin(StaffState):
    """The PIN is typed; a wrong one is said here."""

    heard_out: ClassVar[bool] = True  # while the PIN is being judged
    shift: Shift
    typed: str = field(default="", repr=False)
    judging: bool = False
    wrong: Stop | None = None
    """Why the last one was not right."""
    seconds: float = 0.0
    """Of a lock-out; infinite: until there is a new PIN."""
    work: Resumable | None = None
    """None: it was asked for from the list."""


@dataclass(frozen=True, slots=True)
class ProvePin(Task):
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadPinLock(Task):
    """Whether a PIN is heard just now: a lock-out is said before anything is typed."""


@dataclass(frozen=True, slots=True)
class PinHeard(Told):
    """It is; nothing follows from it."""


@dataclass(frozen=True, slots=True)
class PinProved(Told):
    """What the courier may do from now on."""

    may: frozenset[Permission]


def begin(back: Round) -> duty.Next:
    """From the list; nobody is asked who has no PIN to say."""
    if not back.shift.proves:
        return back, ()
    return AskCourierPin(back.shift), (ReadPinLock(),)


def wanted(work: Resumable, shift: Shift) -> duty.Next:
    """Whoever is to take something out has not said it yet."""
    return AskCourierPin(shift, work=work), (ReadPinLock(),)


def step(state: AskCourierPin, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case PinProved(may):
            shift = replace(state.shift, may=may, proves=False)
            if state.work is None:
                return courier_round.begin(shift)
            return state.work.resumed(shift), ()
        case LogInRefused(why, seconds):
            return AskCourierPin(state.shift, wrong=why, seconds=seconds, work=state.work), ()
        case _ if state.judging:
            return state, ()
        case KeyPressed() | Erased():
            typed = typed_on(state.typed, event, LONGEST_PIN)
            return AskCourierPin(state.shift, typed, work=state.work), ()
        case Entered() if state.typed:
            asked = AskCourierPin(state.shift, state.typed, True, work=state.work)
            return asked, (ProvePin(state.typed),)
        case WentBack():
            return courier_round.begin(state.shift)
        case TimedOut():
            return duty.sign_off(LogOut.IDLE)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {AskCourierPin: step}
