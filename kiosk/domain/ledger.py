"""What the kiosk itself knows of its compartments and of one right, at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.layout import DoorId
from kiosk.domain.model import Holding, Intent, ReservationId


@dataclass(frozen=True, slots=True)
class Ledger:
    """Read in one piece, so that nothing moves between its parts."""

    holdings: Mapping[str, Holding]
    """By label; a compartment never touched is absent (and empty)."""
    intents: tuple[Intent, ...]
    """Of the authorisation that was asked for, oldest first."""
    openings: tuple[Intent, ...]
    """Of each door that was asked for the newest unlock that opened it, or may have."""

    @property
    def last_opener(self) -> ReservationId | None:
        """Whose right opened one of these doors last: what lies there is as they left it."""
        latest = max(self.openings, key=lambda opening: opening.at, default=None)
        return latest.reservation if latest else None

    def has_fired(self, door: DoorId) -> bool:
        """Whether this door was fired by the right before."""
        return any(intent.door == door for intent in self.intents)
