"""A label that is printed here: how far it got, the mark that stands in for it, the roll. Pure."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent, ReservationId
from kiosk.domain.printing import Hitch

MARK_SIGNS = "ACDEFHJKLMNPRTWXY3479"
"""What is written with a pen and read by somebody else: no two of them look alike."""
MARK_LENGTH = 6
SHIPPING, TEST, MANIFEST, READY = "shipping", "test", "manifest", "ready"
"""Templates; the last is none: the label came whole, and is printed as it is."""
ROLLING = timedelta(days=14)
"""The use of so many days says how long a roll lasts."""
LOW_DAYS = 3
"""A roll that lasts no longer is told."""
LOW_SHARE = 10
"""So is one of which no more than this part is left: one in so many."""
LONGEST_REASON = 60
REPLACED, TOLD = "label.roll_replaced", "label.roll_told"
"""Lines of the journal: a new roll is in, and its cloud knows."""

Facts = dict[str, str | int | bool | None]
Content = Mapping[str, str | Sequence[Mapping[str, str]]]
"""What fills the places of a template; rows for a part that repeats."""


class JobState(Enum):
    """How far a label got, as known for sure."""

    QUEUED = "queued"
    PRINTING = "printing"
    """On disk before the first byte: found after a restart nobody knows whether it came out."""
    PRINTED = "printed"
    UNSURE = "unsure"
    """Somebody has to say whether it came out."""
    DISCARDED = "discarded"
    """Not wanted any more; never printed."""


OPEN = frozenset({JobState.QUEUED, JobState.PRINTING, JobState.UNSURE})


@dataclass(frozen=True, slots=True)
class LabelJob:
    """One label: exactly one comes out, or it waits here. A long list has several sheets."""

    id: str
    reservation: ReservationId | None
    owner: Owner
    template: str
    content: Content = field(repr=False)
    language: str
    mark: str
    """Written on a parcel that has no label yet: staff find it by this."""
    made_at: datetime
    state: JobState = JobState.QUEUED
    tries: int = 0
    error: str = ""
    printer: str = ""
    """Where it was printed, or tried last."""
    sheets: int = 1
    """Of how many sheets it is; known once it was drawn for printing."""
    sheets_out: int = 0
    """How many of them came out; none comes out a second time."""

    @property
    def last_sheet(self) -> bool:
        """Whether nothing is left once the sheet in hand is out."""
        return self.sheets_out + 1 >= self.sheets


@dataclass(frozen=True, slots=True)
class Roll:
    """What lies in one printer."""

    printer: str
    loaded_at: datetime
    labels: int
    used: int = 0

    @property
    def left(self) -> int:
        return max(0, self.labels - self.used)


def mark(below: Callable[[int], int]) -> str:
    """Six signs, by chance: ``below`` answers a number below the one it is given."""
    return "".join(MARK_SIGNS[below(len(MARK_SIGNS))] for _ in range(MARK_LENGTH))


def forecast(left: int, printed: int, since: timedelta) -> int | None:
    """For how many whole days that many labels last; None while nothing is known of their use."""
    days = max(1.0, since / timedelta(days=1))
    return None if printed == 0 else math.floor(left / (printed / days))


def is_low(roll: Roll, days: int | None) -> bool:
    """Whether somebody should bring a new one."""
    return roll.left * LOW_SHARE <= roll.labels or (days is not None and days <= LOW_DAYS)


def doubted(job: LabelJob, printer: str) -> Change:
    """Nobody knows whether it came out; nothing is told before somebody has looked."""
    return Change("label.doubted", reservation=job.reservation, facts=facts_of(job, printer))


def discarded(job: LabelJob, why: str) -> Change:
    """It is not wanted any more."""
    facts = {**facts_of(job, ""), "reason": why[:LONGEST_REASON]}
    return Change("label.discarded", reservation=job.reservation, facts=facts)


def substituted(job: LabelJob, template: str) -> Change:
    """The cloud's template is not known here: the standard one says what it can."""
    facts: Facts = {**facts_of(job, ""), "wanted": template[:LONGEST_REASON]}
    return Change("label.substituted", reservation=job.reservation, facts=facts)


def low(roll: Roll, days: int | None, owner: Owner) -> Change:
    """The roll nears its end."""
    facts: Facts = {"printer": roll.printer, "left": roll.left, "days": days, "severity": "LOW"}
    told = NewEvent("label.low", owner=owner, data=facts)
    return Change("label.low", events=(told,), facts=facts)


def replaced(roll: Roll, owner: Owner, by: Mapping[str, str | int | bool | None]) -> Change:
    """A new roll is in."""
    facts: Facts = {**by, "printer": roll.printer, "labels": roll.labels}
    told = NewEvent("label.roll_replaced", owner=owner, data=facts)
    return Change(REPLACED, events=(told,), facts=facts)


def cloud_told() -> Change:
    """The cloud has heard of the new roll, and counts anew."""
    return Change(TOLD)


def counted(roll: Roll, by: Mapping[str, str | int | bool | None]) -> Change:
    """The cloud knows how many are left, and nobody here has said it."""
    return Change("label.counted", facts={**by, "printer": roll.printer, "labels": roll.left})


def reason_of(hitches: frozenset[Hitch], otherwise: str) -> str:
    """In one word why it did not print: the first of what the printer says."""
    return next((hitch.value for hitch in Hitch if hitch in hitches), otherwise)


def facts_of(job: LabelJob, printer: str) -> Facts:
    return {"job": job.id, "template": job.template, "mark": job.mark, "printer": printer}
