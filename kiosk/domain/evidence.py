"""What the journal can say about one parcel, as whoever asks on site sees it."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.model import ReservationId, ReservationState


@dataclass(frozen=True, slots=True)
class Traced:
    """One reservation somebody may ask about, ended ones too."""

    id: ReservationId
    ref: str
    label: str
    state: ReservationState
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Lines:
    """How much the journal says about it."""

    count: int = 0
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that was made."""

    path: str
    ref: str
    records: int
    """About this parcel; what lies between them is in it as links only."""
    sound: bool
    """Whether the chain through it is unbroken."""
    bad: int = 0
    """The first record that is not right."""
