"""What can happen to a journey: touches, codes, doors, answers, time."""

from dataclasses import dataclass, field

from kiosk.domain.flows.choices import Chosen
from kiosk.domain.flows.papers import SlipAsked, SlipEnded
from kiosk.domain.flows.printed import LabelInput
from kiosk.domain.flows.staffed import StaffInput
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Reason, Trouble, Visit


# Touches.
@dataclass(frozen=True, slots=True)
class JourneyChosen:
    aim: Aim


@dataclass(frozen=True, slots=True)
class KeyPressed:
    sign: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Erased:
    pass


@dataclass(frozen=True, slots=True)
class PageTurned:
    """Between digits and letters."""


@dataclass(frozen=True, slots=True)
class Entered:
    pass


@dataclass(frozen=True, slots=True)
class WentBack:
    pass


@dataclass(frozen=True, slots=True)
class HelpAsked:
    pass


@dataclass(frozen=True, slots=True)
class MoreTimeAsked:
    pass


@dataclass(frozen=True, slots=True)
class OpenAsked:
    """Open, try once more, or open again: one tap, one pulse."""


@dataclass(frozen=True, slots=True)
class FinishAsked:
    pass


@dataclass(frozen=True, slots=True)
class TroubleAsked:
    """Something is wrong: show what it can be."""


@dataclass(frozen=True, slots=True)
class TroubleChosen:
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class DoesNotFit:
    pass


@dataclass(frozen=True, slots=True)
class CancelAsked:
    pass


@dataclass(frozen=True, slots=True)
class ReasonChosen:
    reason: Reason


@dataclass(frozen=True, slots=True)
class EmptyDeclared:
    """The depositor says whether the compartment is empty."""

    empty: bool


# Codes and what became of them.
@dataclass(frozen=True, slots=True)
class CodeShown:
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Granted:
    visit: Visit


@dataclass(frozen=True, slots=True)
class DatumWanted:
    pass


@dataclass(frozen=True, slots=True)
class CodeRefused:
    pass


@dataclass(frozen=True, slots=True)
class Explained:
    explanation: Explanation
    visit: Visit | None = None
    """What was proved, when something else can be done with it: extend, announce oneself."""
    where: str = ""
    """The other locker a right code is for."""


# Doors.
@dataclass(frozen=True, slots=True)
class DoorOpened:
    intent: str


@dataclass(frozen=True, slots=True)
class DoorFailed:
    failure: Failure
    intent: str | None = None


@dataclass(frozen=True, slots=True)
class DoorClosed:
    occupied: bool | None = None
    """What the occupancy sensor said twice after the close; None without one."""
    open_for: float | None = None
    """Seconds; None when nobody saw it open."""


@dataclass(frozen=True, slots=True)
class DoorStillOpen:
    """Stage 1 at 20 s, 2 at 40 s, 3 at 120 s (half as long again in access mode)."""

    stage: int
    heard: bool = True
    """False: its board has fallen silent, and nobody sees whether it still stands open."""


@dataclass(frozen=True, slots=True)
class DoorSighted:
    """The open door is shown no more, or again (mode front)."""

    seen: bool


# Other answers, and time.
@dataclass(frozen=True, slots=True)
class OtherFound:
    """Another free compartment for the same reservation."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class NoOther:
    pass


@dataclass(frozen=True, slots=True)
class TimedOut:
    pass


@dataclass(frozen=True, slots=True)
class OrderChanged:
    """Whether the kiosk can do its work, and which doors an earlier visit left open."""

    usable: bool
    camera: bool
    left_open: tuple[str, ...]
    letters: bool
    offers: frozenset[Aim] = frozenset()
    """What can be begun here beside pick-up and drop-off."""
    access: bool = False
    """Access mode: low compartments are looked for first."""
    closed: bool = False
    """Nothing is taken in; what lies inside goes out."""


Input = (
    JourneyChosen
    | KeyPressed
    | Erased
    | PageTurned
    | Entered
    | WentBack
    | HelpAsked
    | MoreTimeAsked
    | OpenAsked
    | FinishAsked
    | TroubleAsked
    | TroubleChosen
    | DoesNotFit
    | CancelAsked
    | ReasonChosen
    | EmptyDeclared
    | CodeShown
    | Granted
    | DatumWanted
    | CodeRefused
    | Explained
    | DoorOpened
    | DoorFailed
    | DoorClosed
    | DoorStillOpen
    | DoorSighted
    | OtherFound
    | NoOther
    | TimedOut
    | OrderChanged
    | Chosen
    | LabelInput
    | SlipAsked
    | SlipEnded
    | StaffInput
)
