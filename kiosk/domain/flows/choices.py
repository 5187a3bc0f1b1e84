"""What people choose beyond a plain pick-up or drop-off, and what is answered to that."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.domain.flows.visit import Aim, Visit
from kiosk.domain.layout import Millimetres
from kiosk.domain.model import ReservationId
from kiosk.domain.particulars import NO_NEEDS, Demand, Due, Needs


@dataclass(frozen=True, slots=True)
class Draft:
    """A compartment is being chosen: for a walk-up, or for a reservation that has none yet."""

    aim: Aim
    phone: str = field(default="", repr=False)
    """Whom to tell: the receiver of what is sent."""
    needs: Needs = NO_NEEDS
    size: str | None = None
    visit: Visit | None = None
    """The reservation that is to have a compartment; None for a walk-up."""
    earlier: ReservationId | None = None
    """Return: the delivery that comes back."""


@dataclass(frozen=True, slots=True)
class SizeOffer:
    """One size that can be had now."""

    size: str
    inside: Millimetres
    """Of the smallest free compartment of this size."""
    free: int
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another locker that may have room."""

    name: str
    metres: int
    map_url: str
    """What its QR code holds: a link or a "geo:" address."""


class GateFailure(Enum):
    """Why a demand was not met."""

    REFUSED = "refused"
    """The card was declined, or the proof was not good."""
    UNAVAILABLE = "unavailable"
    """Nothing here can take it."""
    CANCELLED = "cancelled"


class Want(Enum):
    """What another compartment should be like."""

    LARGER = "larger"
    SMALLER = "smaller"
    LOWER = "lower"
    """Within reach from a wheelchair, and as large."""


# Touches.
@dataclass(frozen=True, slots=True)
class MoreAsked:
    """What else can be done here?"""


@dataclass(frozen=True, slots=True)
class PrivacyAsked:
    """What does this locker see and keep?"""


@dataclass(frozen=True, slots=True)
class SizeChosen:
    size: str


@dataclass(frozen=True, slots=True)
class LowAsked:
    """Only compartments within reach from a wheelchair; once more: all again."""


@dataclass(frozen=True, slots=True)
class ChargingAsked:
    """Only compartments with a charger; once more: all again."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """To the terms, to a later end, to leaving a parcel to the sender."""


@dataclass(frozen=True, slots=True)
class Disagreed:
    pass


@dataclass(frozen=True, slots=True)
class StoreChosen:
    """Open what one stores: to go on storing, or to end it."""

    end: bool


@dataclass(frozen=True, slots=True)
class ParcelDeclared:
    """The depositor says whether the parcel lies inside the shut compartment."""

    inside: bool


@dataclass(frozen=True, slots=True)
class HereAsked:
    """Tell the staff that I am here."""


@dataclass(frozen=True, slots=True)
class ExtendAsked:
    pass


# Answers.
@dataclass(frozen=True, slots=True)
class SizesFound:
    """Ordered from small to large; never empty."""

    offers: tuple[SizeOffer, ...]


@dataclass(frozen=True, slots=True)
class NothingFree:
    nearest: tuple[Neighbour, ...] = ()


@dataclass(frozen=True, slots=True)
class GatePassed:
    demand: Demand


@dataclass(frozen=True, slots=True)
class GateFailed:
    demand: Demand
    failure: GateFailure


Chosen = (
    MoreAsked
    | PrivacyAsked
    | SizeChosen
    | LowAsked
    | ChargingAsked
    | Agreed
    | Disagreed
    | StoreChosen
    | ParcelDeclared
    | HereAsked
    | ExtendAsked
    | SizesFound
    | NothingFree
    | GatePassed
    | GateFailed
)
