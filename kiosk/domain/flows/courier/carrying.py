"""What moving a parcel is made of: what may be moved, where it may go, what is asked for it."""

from dataclasses import dataclass, field

from kiosk.domain.flows.staffed import StaffInput, Task, Told
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import ReservationId
from kiosk.domain.round import Parcel


@dataclass(frozen=True, slots=True)
class Movable:
    """A parcel that lies here and may be moved."""

    parcel: Parcel
    unsure: bool = False
    """Somebody began to move it: it may be in a courier's hands."""


@dataclass(frozen=True, slots=True)
class Target:
    """A free compartment it fits in."""

    label: str
    size: str
    low: bool
    """A seated person reaches it."""


@dataclass(frozen=True, slots=True)
class ListMovable(Task):
    pass


@dataclass(frozen=True, slots=True)
class MovableListed(Told):
    found: tuple[Movable, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class FindTargets(Task):
    parcel: Parcel


@dataclass(frozen=True, slots=True)
class TargetsFound(Told):
    targets: tuple[Target, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class CarryOff(Task):
    """May it be taken out, to be moved?"""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class PutDown(Task):
    """May it go in there, or back where it lay?"""

    parcel: Parcel
    label: str


@dataclass(frozen=True, slots=True)
class MayPut(Told):
    visit: Visit


@dataclass(frozen=True, slots=True)
class MovableChosen(StaffInput):
    reservation: ReservationId


@dataclass(frozen=True, slots=True)
class TargetChosen(StaffInput):
    label: str


@dataclass(frozen=True, slots=True)
class InHandSaid(StaffInput):
    """It was taken out before: it is in the courier's hands."""


@dataclass(frozen=True, slots=True)
class PutBackAsked(StaffInput):
    """It goes back where it lay."""


@dataclass(frozen=True, slots=True)
class OtherTargetAsked(StaffInput):
    """It shall go behind another door."""
