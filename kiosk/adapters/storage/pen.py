"""What rows are written with."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.sealing import Seal
from kiosk.domain.rules import CloudRules
from kiosk.domain.trust import ClockState
from kiosk.ports_notices import Announce

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
    announce: Announce | None = None
    """Says which messages to people go with a happening; None: nobody can be told."""
    rules: CloudRules | None = None
    """Those of the cloud whose reservations are kept: they say what it lags behind."""
    reports: bool = False
    """Whether the cloud's facts are reported to somebody else, too."""
    boot: str = ""
    elapsed_ms: int = 0
    """By the clock that counts from this boot."""
