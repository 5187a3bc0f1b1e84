"""All journeys as one: which step belongs to which state, and what lies over them."""

from dataclasses import dataclass, replace

from kiosk.domain.codes import is_courier_token
from kiosk.domain.flows import (
    after,
    asked,
    gates,
    home,
    keeping,
    labels,
    opening,
    papers,
    problem,
    shut,
    staff,
    walkup,
    working,
)
from kiosk.domain.flows.choices import (
    GateFailed,
    GatePassed,
    NothingFree,
    PrivacyAsked,
    SizesFound,
)
from kiosk.domain.flows.courier import signin
from kiosk.domain.flows.duty import SignedOff, Working
from kiosk.domain.flows.effects import Effect, EndVisit
from kiosk.domain.flows.forms import BadgeShown, LoggingIn
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    Explained,
    FinishAsked,
    Granted,
    HelpAsked,
    Input,
    MoreTimeAsked,
    NoOther,
    OrderChanged,
    OtherFound,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.papers import SlipAsked, SlipEnded
from kiosk.domain.flows.printed import (
    LabelDoubtful,
    LabelDrawn,
    LabelLost,
    LabelNeedless,
    LabelPrinted,
    LabelWaits,
)
from kiosk.domain.flows.staffed import StaffState, Told
from kiosk.domain.flows.visit import Over

Journey = (
    home.State
    | walkup.Chosen
    | keeping.State
    | gates.State
    | labels.State
    | opening.ReachDoor
    | opening.Opening
    | opening.DoorStuck
    | opening.Done
    | problem.AtDoor
    | problem.ConfirmEmpty
    | after.State
    | StaffState
    | Working
)


@dataclass(frozen=True, slots=True)
class StillThere:
    """Nobody touched anything for a while: one touch gives more time."""

    before: Journey


@dataclass(frozen=True, slots=True)
class Help:
    """Whom to call; the journey waits behind it."""

    before: Journey


@dataclass(frozen=True, slots=True)
class Privacy:
    """What the locker sees and keeps; home waits behind it."""

    before: Journey


Above = StillThere | Help | Privacy
State = Journey | Above
Next = tuple[State, tuple[Effect, ...]]

IDLE = (home.EnterCode, home.AskDatum, home.Explaining, home.Refused, opening.ReachDoor,
        opening.DoorStuck, problem.ConfirmEmpty, walkup.ChooseAim, walkup.AskPhone,
        walkup.ChooseSize, walkup.NoRoom, gates.AskTerms, gates.PassingGate, gates.GateStopped,
        keeping.ChooseStore, keeping.AskExtend, keeping.ConfirmRefuse, labels.OfferLabel,
        labels.LabelReady, labels.NoLabel, labels.AskLabel, after.NextDoor,
        after.ShowCode, StaffState)  # fmt: skip
"""States that wait for a touch and end without one, after a warning."""
ANSWERED = (home.Checking, walkup.Reserving, labels.PrintingLabel, opening.Opening)
"""States that pass by themselves: the kiosk always answers."""
TAKES_TOKENS = (home.Home, home.EnterCode, home.AskDatum, home.Refused, home.Explaining,
                walkup.ChooseAim)  # fmt: skip
"""Where a courier may hold up a token or a badge without having said so first."""
UNCOVERING = (CodeShown | DoorOpened | DoorClosed | GatePassed | GateFailed | LabelNeedless
              | LabelLost | SignedOff)  # fmt: skip
"""What ends help and the idle warning, where it means something beneath them."""
QUIET = (DoorStillOpen | DoorSighted | OtherFound | NoOther | SizesFound | NothingFree | Explained
         | OrderChanged | LabelDrawn | LabelPrinted | LabelWaits | LabelDoubtful
         | Told)  # fmt: skip
"""What changes the journey beneath them without taking them away."""


def step(state: State, event: Input) -> Next:
    """Decide what follows, whatever the state."""
    following, effects = _over(state, event)
    match following:
        case Over():
            return home.Home(), effects
        case after.NextDoor() | after.ShowCode() if isinstance(event, TimedOut):
            # Nobody answered: whoever stands here now says so before a code or a door shows.
            return StillThere(following), effects
        case _:
            return following, effects


def _over(state: State, event: Input) -> tuple[State | Over, tuple[Effect, ...]]:
    """Help, privacy and the idle warning lie over a journey; doors and codes pass through."""
    match state, event:
        case StillThere(before), MoreTimeAsked():
            return before, ()
        case StillThere(before), TimedOut() | WentBack():
            return underway(before, TimedOut())
        case Help(before), WentBack():
            return before, ()
        case Help(before), TimedOut():
            return _unattended(before)
        case Privacy(before), WentBack() | TimedOut():
            return before, ()
        case Privacy(before), HelpAsked():
            return Help(before), ()
        case StillThere() | Help() | Privacy(), _:
            return _beneath(state, event)
        case home.Home(), PrivacyAsked():
            return Privacy(state), ()
        case home.Home() | home.OutOfOrder(), signin.StaffAsked():
            return signin.begin()
        case _, CodeShown(text) if isinstance(state, TAKES_TOKENS) and is_courier_token(text):
            return signin.shown(event)
        case _, BadgeShown() if isinstance(state, TAKES_TOKENS):
            return signin.badge_shown(event)
        case _, HelpAsked() if not is_awaited(state):
            return Help(state), ()
        case _, TimedOut() if is_idle(state):
            return StillThere(state), ()
        case _:
            return underway(state, event)


def is_idle(state: Journey | Above) -> bool:
    """Whether it waits for a touch, and ends without one."""
    at = state.at if isinstance(state, Working) else state
    return isinstance(at, IDLE) and not is_awaited(at)


def is_awaited(state: Journey | Above) -> bool:
    """Whether it passes by itself: the kiosk always answers."""
    return isinstance(state, ANSWERED) or (isinstance(state, StaffState) and state.awaited)


def _unattended(before: Journey) -> tuple[State | Over, tuple[Effect, ...]]:
    """Help was read by nobody: it lengthens no stay, and no door opens for the next who comes."""
    if is_idle(before):
        return StillThere(before), ()
    if isinstance(before, opening.Done | after.ConfirmPut):
        return underway(before, TimedOut())
    return before, ()


def _beneath(state: Above, event: Input) -> tuple[State | Over, tuple[Effect, ...]]:
    if not isinstance(event, UNCOVERING | QUIET):
        return state, ()
    following, effects = underway(state.before, event)
    if following is state.before and not effects:
        return state, ()
    if isinstance(event, UNCOVERING) or isinstance(following, Over):
        return following, effects
    return replace(state, before=following), effects


def underway(state: Journey, event: Input) -> tuple[Journey | Over, tuple[Effect, ...]]:
    """Decide what follows in a journey that nothing lies over."""
    match state:
        case opening.Done() if isinstance(event, CodeShown):
            # Another code is shown: this visit is over, that one begins.
            following, effects = home.step(home.EnterCode(), event)
            return following, (EndVisit(), *effects)
        case opening.Done() | after.ShowCode() if isinstance(event, SlipAsked | SlipEnded):
            return papers.step(state, event)
        case opening.Done(reopens=False) if isinstance(event, DoorOpened):
            return shut.sprang_back(state, event.intent)
        case opening.DoorStuck() if shut.is_owed(state):
            return shut.stuck(state, event)
        case opening.ReachDoor() | opening.Opening() | opening.DoorStuck() | opening.Done():
            return opening.step(state, event)
        case problem.ConfirmEmpty():
            return shut.confirm(state, event)
        case walkup.ChooseSize() | walkup.Reserving() | LoggingIn() if isinstance(event, Explained):
            return home.explained(event), ()
        case walkup.Reserving() if isinstance(event, Granted):
            return home.reserved(event.visit)
        case walkup.AskPhone() | walkup.ChooseSize() | walkup.Reserving() | walkup.NoRoom():
            return walkup.step(state, event)
        case Working():
            return working.step(state, event, underway)
        case StaffState():
            return staff.step(state, event)
        case after.ConfirmPut() | after.NextDoor() | after.ShowCode():
            return after.step(state, event)
        case _ if isinstance(state, problem.AtDoor):
            return _at_door(state, event)
        case _:
            return asked.step(state, event)


def _at_door(state: problem.AtDoor, event: Input) -> tuple[Journey | Over, tuple[Effect, ...]]:
    if isinstance(event, DoorClosed | DoorStillOpen | DoorSighted):
        return shut.step(state, event)
    if isinstance(event, FinishAsked) and state.visit.unseen:
        return shut.said(state)
    return problem.step(state, event)
