"""The vendor's machine: one Bloq with its Lockers and, with ``--door vendor``, its own doors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.sandbox.clouds.bloqit.words import LockerType, RentType

LABELS_ON_A_ROLL = 500

MEASURES = {
    LockerType.XS: (400, 100, 500),
    LockerType.S: (400, 150, 500),
    LockerType.M: (400, 300, 500),
    LockerType.L: (400, 450, 500),
    LockerType.XL: (400, 600, 500),
}
"""Width, height, depth in millimetres; the document shows no numbers."""

_MIX = (LockerType.S, LockerType.M, LockerType.L, LockerType.XS, LockerType.XL)


@dataclass(slots=True)
class Locker:
    """One compartment."""

    locker_id: str
    title: str
    type: LockerType
    bloq_id: str
    active: bool = True
    rent_id: str | None = None
    is_open: bool = False
    last_opened: datetime | None = None
    jammed: bool = False

    @property
    def free(self) -> bool:
        """Active and without a rent, as the document says of free lockers."""
        return self.active and self.rent_id is None


@dataclass(slots=True)
class Bloq:
    """One bank of lockers, whose sample values are the document's."""

    bloq_id: str
    title: str
    lockers: dict[str, Locker]
    """By id."""
    latitude: float
    longitude: float
    created_at: datetime
    updated_at: datetime
    code: str = "T1"
    city: str = "Lisbon"
    address: str = "Street 123"
    postal_code: str = "1100-123"
    active: bool = True
    online: bool = True
    max_rent_hours: int = 2
    max_delivery_hours: int = 72
    max_collect_hours: int = 72
    metadata: dict[str, object] = field(default_factory=dict)
    supports: tuple[RentType, ...] = tuple(RentType)
    has_printer: bool = True
    templates: frozenset[str] = frozenset({"T1", "T2"})
    labels: int = 120

    def titled(self, title: str) -> Locker | None:
        return next((each for each in self.lockers.values() if each.title == title), None)

    def first_free(self, kind: LockerType) -> Locker | None:
        return next(
            (each for each in self.lockers.values() if each.free and each.type is kind), None
        )


def locker_id(number: int, bloq: int = 0) -> str:
    """The same for each start, so that a layout.toml can name it."""
    return f"5d5a6e83d1682b71{bloq:02x}{number:06x}"


def make_bloq(
    bloq_id: str, titles: Sequence[str], place: tuple[float, float], now: datetime, number: int = 0
) -> Bloq:
    lockers = [
        Locker(locker_id(at, number), title, _MIX[at % len(_MIX)], bloq_id)
        for at, title in enumerate(titles)
    ]
    return Bloq(
        bloq_id=bloq_id,
        title=f"Supermarket Locker {number + 1:02}",
        lockers={locker.locker_id: locker for locker in lockers},
        latitude=place[0],
        longitude=place[1],
        created_at=now,
        updated_at=now,
        code=f"T{number + 1}",
    )
