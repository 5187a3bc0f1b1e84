"""The lockers of the bloq beside the compartments of the layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer
from kiosk.domain.errors import CloudMissing
from kiosk.domain.layout import Compartment, Layout, Owner, UnknownDoor

TYPES = ("XS", "S", "M", "L", "XL")
"""Of lockers, small to large ("Their size ranges from XS to XL"); no measures are printed."""
STRANGE = "?"
"""A size whose name cannot be shown."""
_SIZE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,11}")
MOST_LOCKERS = 2_000
"""More than any bank has."""


class LockerAnswer(Answer):
    """A locker, as a bloq and a single rent show it."""

    id: str = Field(alias="_id")
    bloq: str | None = None
    title: str | None = Field(default=None, alias="lockerTitle")
    type: str | None = None
    is_open: bool | None = Field(default=None, alias="isOpen")
    active: bool | None = None
    rent: str | None = None


class BloqAnswer(Answer):
    """The bloq, with all that hangs on it."""

    id: str = Field(alias="_id")
    active: bool | None = None
    supports: list[str] = Field(default=[])
    lockers: list[LockerAnswer] = Field(max_length=MOST_LOCKERS)


@dataclass(frozen=True, slots=True)
class Placed:
    """One locker of theirs that is a compartment of ours."""

    locker: LockerAnswer
    compartment: Compartment


class Bank:
    """Finds lockers by compartment and the other way round.

    A layout's ``cloud_id`` is either the locker's ``_id`` or its ``lockerTitle``; an id counts
    before a title.
    """

    def __init__(self, bloq: BloqAnswer, layout: Layout) -> None:
        self.active = bloq.active
        self._by_id: dict[str, Placed] = {}
        self._by_label: dict[str, Placed] = {}
        self._ids = frozenset(locker.id for locker in bloq.lockers)
        for locker in bloq.lockers:
            compartment = _ours(locker, layout)
            if compartment is not None and compartment.label not in self._by_label:
                placed = Placed(locker, compartment)
                self._by_id[locker.id] = self._by_label[compartment.label] = placed

    def __iter__(self) -> Iterator[Placed]:
        return iter(self._by_label.values())

    def knows(self, locker_id: str) -> bool:
        """Whether this is a locker of the bloq, be it a compartment of ours or not."""
        return locker_id in self._ids

    def compartment(self, locker_id: str) -> Compartment | None:
        """The compartment this locker is; None when it is none the cloud gives away here."""
        placed = self._by_id.get(locker_id)
        return placed.compartment if placed else None

    def locker_id(self, label: str) -> str:
        """The id of the locker by our label of it; raises CloudMissing."""
        return self.locker(label).id

    def locker(self, label: str) -> LockerAnswer:
        """The locker as it was last seen; raises CloudMissing."""
        if label not in self._by_label:
            raise CloudMissing("the bloq has no locker for this compartment")
        return self._by_label[label].locker


def _ours(locker: LockerAnswer, layout: Layout) -> Compartment | None:
    for name in (locker.id, locker.title):
        if not name:
            continue
        try:
            compartment = layout.by_cloud_id(name)
        except UnknownDoor:
            continue
        # What is given away here by hand, the cloud cannot give away.
        return compartment if compartment.owner is Owner.CLOUD else None
    return None


def size_of(wanted: str | None, sizes: Sequence[str]) -> str | None:
    """The size wanted, or the next larger one of this bank by the document's own scale.

    One that finds no such stays as it was said: whoever holds the parcel says how large it is.
    None: the rent names none.
    """
    if not wanted or wanted in sizes:
        return wanted or None
    if wanted not in TYPES:
        return wanted if _SIZE.fullmatch(wanted) else STRANGE
    larger = TYPES[TYPES.index(wanted) + 1 :]
    return next((size for size in sizes if size in larger), wanted)
