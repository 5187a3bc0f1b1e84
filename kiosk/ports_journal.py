"""What who checks, exports and clears the journal needs of the store."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from kiosk.domain.evidence import Lines
from kiosk.domain.model import Change, Reservation, ReservationId

Item = Mapping[str, Any]
"""A record, or the link that stands for one (its number and what its hash covers)."""


class JournalStore(Protocol):
    """The journal as a chain; every method commits before it returns. Raises StoreBroken."""

    async def journal_head(self) -> Item:
        """Where it ends; ``sealed`` says whether that is where it was last signed."""

    async def records(self, after: int, limit: int) -> Sequence[Item]:
        """What follows this number, oldest first, with whom it was about."""

    async def parcel_records(
        self, about: Collection[ReservationId], after: int, limit: int
    ) -> Sequence[Item]:
        """The same from the first about these on, with what befell their compartment while it was
        theirs, though about nobody's reservation; of all others only the links."""

    async def reservations_called(self, ref: str) -> Sequence[Reservation]:
        """All of this ref or id, ended ones too."""

    async def take_journal_key(self, change: Change) -> tuple[str, str] | None:
        """The chain's name and its first key in hexadecimal, said once; None: it was taken."""

    async def forget_ids(self, before: datetime) -> bool:
        """Erase whom some lines older than that are about; whether more are left."""

    async def owed_about(self, about: Collection[ReservationId]) -> int:
        """How many facts about them are not told yet, and how many doors not seen shut."""

    async def erase(self, about: Collection[ReservationId], change: Change) -> int:
        """Delete these reservations and all that names them; answers how many lines lost it."""

    async def subject(self, ref: str) -> Sequence[Mapping[str, object]]:
        """Everything kept about the reservations of this ref or id; never a code."""

    async def traced(self, text: str, limit: int) -> Sequence[Reservation]:
        """Whose compartment this is, then whose number has it in it, whatever stands between its
        signs; of each the newest first, ended ones too."""

    async def lines_about(self, reservation: ReservationId) -> Lines:
        """How much is said of it, and from when."""

    async def record(self, change: Change) -> None: ...
