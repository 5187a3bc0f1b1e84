"""A courier's round at this locker: which parcels there are, and what is to be done with each."""

from dataclasses import dataclass, field
from enum import Enum

from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, ReservationId, ReservationState


class Errand(Enum):
    """What a courier does with a parcel."""

    DELIVER = "deliver"
    COLLECT = "collect"


class Cause(Enum):
    """Why a parcel is collected."""

    FIRST_MILE = "first_mile"
    RETURN = "return"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    """Its recipient does not want it."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One parcel on a courier's list."""

    reservation: ReservationId
    owner: Owner
    ref: str
    """What its label says: the operator's or the cloud's own number of it."""
    kind: Kind
    state: ReservationState
    errand: Errand
    label: str = ""
    """Its compartment; "" while none is chosen."""
    size: str | None = None
    cause: Cause | None = None
    """Of what is collected."""
    unlabelled: bool = False
    """It still waits for its printed label: its handwritten mark is ``mark``."""
    mark: str = ""
    names: tuple[str, ...] = field(default=(), repr=False)
    """All that a scan of its label may say, folded: ref, order number, tracking number."""

    @property
    def short(self) -> str:
        """The end of its number, which people compare."""
        return self.ref[-6:]
