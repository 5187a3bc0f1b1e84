"""What printing labels needs of the kiosk's memory, and who draws them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from kiosk.domain.labels import Content, JobState, LabelJob, Roll
from kiosk.domain.model import Change, Reservation, ReservationId
from kiosk.domain.particulars import Contact
from kiosk.domain.printing import Picture
from kiosk.domain.round import Handled


class LabelStore(Protocol):
    """Jobs and rolls; each call commits before it returns. Raises StoreBroken."""

    async def reservation(self, reservation: ReservationId) -> Reservation | None: ...
    async def newest_by_ref(self, refs: Collection[str]) -> Mapping[str, Reservation]: ...
    async def contact(self, reservation: ReservationId) -> Contact | None: ...
    async def record(self, change: Change) -> None: ...

    async def add_label(self, job: LabelJob) -> None:
        """Remember a job; its content rests encrypted."""

    async def fill_label(self, job: LabelJob) -> None:
        """What it says is known at last."""

    async def label(self, job: str) -> LabelJob | None: ...
    async def label_of(self, reservation: ReservationId) -> LabelJob | None:
        """The newest of this reservation that was not discarded."""

    async def labels(self, states: Collection[JobState], limit: int) -> Sequence[LabelJob]:
        """The newest of them, oldest first."""

    async def begin_label(self, job: str, printer: str, sheets: int = 1) -> LabelJob:
        """Before the first byte: it is printing, one try more; it has so many sheets.

        What came out of it before does not come out again, unless all of it did.
        """

    async def sheet_out(self, job: str, state: JobState) -> LabelJob:
        """One sheet of several came out: the next is printing from now on, or waits."""

    async def settle_label(
        self, job: str, state: JobState, error: str, change: Change, *, used: bool = False
    ) -> None:
        """How it went; ``used``: one label of the roll is gone."""

    async def handled(self) -> Sequence[Handled]:
        """What the courier at the screen put in and took out since the last login."""

    async def load_roll(self, roll: Roll, change: Change) -> None:
        """From now on this one is in that printer."""

    async def rolls(self) -> Mapping[str, Roll]:
        """By printer, what lies in it."""

    async def roll_owed(self) -> bool:
        """Whether the cloud has yet to hear of the newest roll."""

    async def use_label(self, printer: str) -> None:
        """One label of the roll is gone that is no parcel's: a test page."""

    async def labels_printed(self, since: datetime) -> tuple[int, datetime | None]:
        """How many came out since then, and when the first of them did."""


class LabelPress(Protocol):
    """Draws labels; takes its time on a thread of its own."""

    def media(self, template: str) -> Collection[str]:
        """On what this template can be printed; nothing for one that is not known."""

    def places(self, template: str) -> frozenset[str]:
        """What content it has a place for, on whatever media."""

    def writes(self, text: str) -> bool:
        """Whether a typeface here has all the letters of it."""

    async def draw(
        self, template: str, media: str, dpi: int, content: Content, language: str
    ) -> tuple[Picture, ...]:
        """The pictures for preview and printer, one for each sheet. Raises LabelWrong."""

    async def fit(self, data: bytes, media: str, dpi: int) -> Picture:
        """A ready picture (PNG, JPEG) as dots that fit this media. Raises LabelWrong."""

    async def shown(self, picture: Picture) -> bytes:
        """The same dots as PNG."""
