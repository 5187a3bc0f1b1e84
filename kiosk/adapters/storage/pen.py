"""What rows are written with."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.sealing import Seal
from kiosk.domain.trust import ClockState

MOST_EVENTS = 40_000
"""Beyond so many waiting events only those about parcels and people are queued."""


@dataclass(frozen=True, slots=True)
class Pen:
    """The time of one transaction, and what never rests in clear."""

    now: datetime
    fingerprints: Fingerprints
    seal: Seal
    clock: ClockState = ClockState.TRUSTED
    most_events: int = MOST_EVENTS
