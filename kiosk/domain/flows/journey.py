"""All journeys as one: which step belongs to which state, and what lies over them."""

from dataclasses import dataclass

from kiosk.domain.flows import home, opening, problem
from kiosk.domain.flows.effects import Effect, EndVisit
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorStillOpen,
    HelpAsked,
    Input,
    MoreTimeAsked,
    NoOther,
    OtherFound,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.visit import Over
from kiosk.domain.policy import Policy

Journey = (
    home.State
    | opening.ReachDoor
    | opening.Opening
    | opening.DoorStuck
    | opening.Done
    | problem.AtDoor
    | problem.ConfirmEmpty
)


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody touched anything for a while: one touch gives more time."""

    before: Journey


@dataclass(frozen=True, slots=True)
class Help:
    """Whom to call; the journey waits behind it."""

    before: Journey


State = Journey | StillThere | Help
Next = tuple[State, tuple[Effect, ...]]

IDLE = (home.EnterCode, home.AskDatum, home.Explaining, home.Refused, opening.ReachDoor,
        opening.DoorStuck, problem.ConfirmEmpty)  # fmt: skip
"""States that wait for a touch and end without one, after a warning."""


def step(state: State, event: Input) -> Next:
    """Decide what follows, whatever the state."""
    following, effects = _over(state, event)
    return (home.Home(), effects) if isinstance(following, Over) else (following, effects)


def _over(state: State, event: Input) -> tuple[State | Over, tuple[Effect, ...]]:
    """Help and the idle warning lie over a journey; doors and codes pass through them."""
    match state, event:
        case StillThere(before), MoreTimeAsked():
            return before, ()
        case StillThere(before), TimedOut() | CodeShown():
            return _journey(before, event)
        case StillThere(before), WentBack():
            return _journey(before, TimedOut())
        case Help(before), WentBack() | TimedOut():
            return before, ()
        case StillThere(before) | Help(before), DoorClosed():
            return _journey(before, event)
        case Help(before), DoorStillOpen() | OtherFound() | NoOther():
            following, effects = _journey(before, event)
            covered = following if isinstance(following, Over) else Help(following)
            return covered, effects
        case StillThere() | Help(), _:
            return state, ()
        case _, HelpAsked() if not isinstance(state, home.Checking | opening.Opening):
            return Help(state), ()
        case _, TimedOut() if isinstance(state, IDLE):
            return StillThere(state), ()
        case _:
            return _journey(state, event)


def _journey(state: Journey, event: Input) -> tuple[Journey | Over, tuple[Effect, ...]]:
    match state:
        case opening.Done() if isinstance(event, CodeShown):
            # Another code is shown: this visit is over, that one begins.
            following, effects = home.step(home.EnterCode(), event)
            return following, (EndVisit(), *effects)
        case opening.ReachDoor() | opening.Opening() | opening.DoorStuck() | opening.Done():
            return opening.step(state, event)
        case (
            opening.TakeParcel()
            | opening.PutParcel()
            | problem.AskTrouble()
            | problem.AskReason()
            | problem.ShutFirst()
            | problem.LeaveClosed()
            | problem.ConfirmEmpty()
        ):
            return problem.step(state, event)
        case _:
            return home.step(state, event)


def patience(state: State, policy: Policy, *, access: bool) -> float | None:
    """Seconds to wait for the person in this state; None is for ever."""
    match state:
        case StillThere():
            return policy.idle_warning
        case opening.Done():
            return policy.done
        case Help():
            return policy.idle_access if access else policy.idle
        case _ if isinstance(state, IDLE):
            return (policy.idle_access if access else policy.idle) - policy.idle_warning
        case _:
            # Home waits for anybody; at an open door the door's own clock counts.
            return None
