"""What the operator's desk needs of the store beyond what a journey needs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kiosk.domain.model import Change, NewCode, Reservation, ReservationId
from kiosk.ports import Store


@dataclass(frozen=True, slots=True)
class CodeShape:
    """How many live typed codes have this alphabet ("digits" or "letters") and this length."""

    alphabet: str
    length: int
    count: int


class DeskStore(Store, Protocol):
    """The store as the operator's verbs use it; every method commits before it returns."""

    async def newest_by_ref(self, refs: Collection[str]) -> Mapping[str, Reservation]:
        """The kiosk's own reservations by ref, ended ones too; of several the newest."""

    async def owed(self) -> tuple[int, int]:
        """How many events wait, and how many are parked; a long outbox is not read for that."""

    async def technicians_enabled(self) -> int:
        """How many may enter service mode."""

    async def journal_key_is_here(self) -> bool:
        """Whether the journal's verification key was not yet taken off this machine."""

    async def has_datum(self, reservation: ReservationId) -> bool: ...

    async def extend(
        self, reservation: ReservationId, expires_at: datetime, change: Change
    ) -> None: ...

    async def reissue(
        self, reservation: ReservationId, codes: Sequence[NewCode], change: Change
    ) -> None:
        """Replace all codes of a reservation; the old ones open nothing any more."""

    async def code_shapes(self) -> Sequence[CodeShape]:
        """What somebody who guesses at the keypad guesses against."""
