"""Whether anything may be opened from afar, and what somebody on site should know of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True)
class Guarded:
    """How it stands."""

    locked: bool
    since: datetime | None = None
    opened: int = 0
    """Doors opened from afar, of the last commands that are remembered."""
    refused: int = 0
    """Openings that were asked for from afar and refused, of the same."""
    asker: str = ""
    """Who asked last, in the asker's own words."""
    asked_at: datetime | None = None


class Found(Enum):
    """What two people found out before they lift it."""

    OURSELVES = "ourselves"
    """The operator's own people had good reason for so many openings."""
    STOPPED = "stopped"
    """Who asked without a right can do so no more."""
    FAULT = "fault"
    """A fault in the cloud or the relay, and it is mended."""
