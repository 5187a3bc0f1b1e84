"""Staff at the screen: what the journeys of couriers and technicians share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.domain.challenge import ServiceAct
from kiosk.domain.couriers import LogOut, Permission
from kiosk.domain.flows import after, opening, problem
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Outcome, Over, Visit
from kiosk.domain.round import Left


@dataclass(frozen=True, slots=True)
class SignOff(Task):
    """The session of whoever is logged in ends."""

    why: LogOut = LogOut.ASKED


@dataclass(frozen=True, slots=True)
class SignedOff(Told):
    """Nobody is logged in any more: asked for, run out, or denied meanwhile."""

    too_long: bool = False
    """It lasted as long as one may, and ended in the middle of the work: that is said."""


@dataclass(frozen=True, slots=True)
class DoorDone(StaffInput):
    """The door that staff opened is shut and all is recorded, or it never opened."""

    visit: Visit
    outcome: Outcome | None
    """None: nothing was put in or taken out, and nothing is owed."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Who the courier is, and what was done so far in this visit."""

    courier: str
    carrier: str | None = None
    vehicle: str = ""
    depot: str = ""
    may: frozenset[Permission] = frozenset({Permission.PUT_IN})
    proves: bool = False
    """Whether a PIN can still be asked for, with which parcels may be taken out."""
    delivered: int = 0
    collected: int = 0
    reported: int = 0
    """Problems told."""
    notified: int = 0
    """Recipients whose cloud was asked to write to them."""
    left: tuple[Left, ...] = ()
    """What goes back with the courier."""
    rear: bool = False
    """Loads from behind: by the rear doors."""


@dataclass(frozen=True, slots=True)
class Staffer:
    """Who is in service mode."""

    account: str
    supervisor: bool = False
    offline_act: ServiceAct | None = None
    """Nobody is logged in: only this one act is allowed, by the back office's answer."""


DoorState = (
    opening.ReachDoor
    | opening.Opening
    | opening.DoorStuck
    | problem.AtDoor
    | problem.ConfirmEmpty
    | after.ConfirmPut
)


@dataclass(frozen=True, slots=True)
class Working:
    """A door in staff's hands: ``at`` is the journey of anybody at a door.

    ``behind`` is the screen that waits for its end, as ``DoorDone``; it also hears of the codes
    that are held up meanwhile.
    """

    behind: StaffState
    at: DoorState
    over: bool = False
    """The session has ended; the door is seen to its end all the same."""
    too_long: bool = False
    """It ended because it lasted as long as one may."""

    @property
    def visit(self) -> Visit:
        return self.at.visit


Next = tuple[StaffState | Working | Over, tuple[Any, ...]]
Step = Callable[[Any, Any], Next]


def fire(behind: StaffState, visit: Visit) -> Next:
    """Open the door of this visit: the one touch for it was just made."""
    at, effects = opening.fire(visit)
    return Working(behind, at), effects


def sign_off(why: LogOut = LogOut.ASKED) -> Next:
    """Home, and nobody is logged in."""
    return Over(), (SignOff(why),)
