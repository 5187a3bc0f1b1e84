"""Printers as whoever stands before them sees them: how they are, what is left, what waits."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.labels import JobState
from kiosk.domain.printing import Hitch


@dataclass(frozen=True, slots=True)
class PrinterSeen:
    """One printer with its roll."""

    name: str
    media: str
    ready: bool
    hitches: frozenset[Hitch] = frozenset()
    left: int | None = None
    """Labels, by what was said when the roll came in; None where nobody said so."""
    days: int | None = None
    """For how many days they last, by the use of the last two weeks."""
    own_left: int | None = None
    """Labels, by what the printer itself says."""
    roll: int | None = None
    """Labels on a new roll, where that is configured."""
    loaded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WaitingLabel:
    """A label that is not on its parcel yet."""

    id: str
    mark: str
    """Written on the parcel by hand."""
    label: str
    """The compartment the parcel lies in; "" where it lies in none."""
    state: JobState
    error: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """All of it at one moment."""

    printers: tuple[PrinterSeen, ...] = ()
    waiting: tuple[WaitingLabel, ...] = ()
    cloud_left: int | None = None
    """How many labels the cloud believes to be left."""

    def printer(self, name: str) -> PrinterSeen | None:
        return next((one for one in self.printers if one.name == name), None)
