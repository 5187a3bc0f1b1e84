"""What a courier or a technician reports, by standard code: how bad it is, and what it means."""

from dataclasses import dataclass
from enum import Enum

LONGEST_NOTE = 200
"""Signs of what somebody adds in words of their own."""


class Level(Enum):
    """What is wrong: the locker or a door of it, or one parcel."""

    LOCKER = "locker"
    PARCEL = "parcel"


class Problem(Enum):
    """The codes parcel carriers use (GLS parcel lockers), under their own names."""

    COMPARTMENT_BROKEN = "COMPARTMENT_BROKEN"
    ENTIRE_STATION_BROKEN = "ENTIRE_STATION_BROKEN"
    NO_ACCESS_TO_STATION = "NO_ACCESS_TO_STATION"
    PACKET_IS_TOO_BIG_FOR_STATION = "PACKET_IS_TOO_BIG_FOR_STATION"
    NO_SUITABLE_COMPARTMENT_AVAILABLE = "NO_SUITABLE_COMPARTMENT_AVAILABLE"
    COMPARTMENT_ALREADY_OCCUPIED = "COMPARTMENT_ALREADY_OCCUPIED"
    COMPARTMENT_IS_EMPTY = "COMPARTMENT_IS_EMPTY"
    PARCEL_NOT_AVAILABLE = "PARCEL_NOT_AVAILABLE"


@dataclass(frozen=True, slots=True)
class Weight:
    """What follows from a problem."""

    severity: str
    blocks: bool = False
    """Nothing may be put there before somebody has looked."""
    doubts: bool = False
    """What lies inside is no longer what was known of it."""


WEIGHTS = {
    Problem.COMPARTMENT_BROKEN: Weight("HIGH", blocks=True),
    Problem.ENTIRE_STATION_BROKEN: Weight("CRITICAL"),
    Problem.NO_ACCESS_TO_STATION: Weight("MEDIUM"),
    Problem.PACKET_IS_TOO_BIG_FOR_STATION: Weight("LOW"),
    Problem.NO_SUITABLE_COMPARTMENT_AVAILABLE: Weight("LOW"),
    Problem.COMPARTMENT_ALREADY_OCCUPIED: Weight("HIGH", blocks=True, doubts=True),
    Problem.COMPARTMENT_IS_EMPTY: Weight("HIGH", blocks=True, doubts=True),
    Problem.PARCEL_NOT_AVAILABLE: Weight("MEDIUM"),
}
OF_A_COMPARTMENT = frozenset(
    {
        Problem.COMPARTMENT_BROKEN,
        Problem.COMPARTMENT_ALREADY_OCCUPIED,
        Problem.COMPARTMENT_IS_EMPTY,
    }
)
"""Nobody can say these without naming the door."""
LEVELS = {
    Problem.PACKET_IS_TOO_BIG_FOR_STATION: frozenset({Level.PARCEL}),
    Problem.NO_SUITABLE_COMPARTMENT_AVAILABLE: frozenset({Level.PARCEL}),
    Problem.PARCEL_NOT_AVAILABLE: frozenset({Level.LOCKER, Level.PARCEL}),
}
"""Of what it can be said; of the locker where nothing else stands here."""


def levels(code: Problem) -> frozenset[Level]:
    """Of what this can be said."""
    return LEVELS.get(code, frozenset({Level.LOCKER}))
