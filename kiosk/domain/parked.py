"""Facts refused for good: taken up once more, or given up by somebody who says why. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Channel, NewEvent, ReservationId

LONGEST_REASON = 200
Fact = str | int | bool | None
By = Mapping[str, Fact]
"""Who does it: the id of an account, or the uid of who asks at the console."""


class GivenUp(Enum):
    """Why nobody is told a fact any more."""

    TOLD_OTHERWISE = "told_otherwise"
    """The cloud's own people were told, and have put it right there."""
    GONE_THERE = "gone_there"
    """The cloud knows the reservation no more."""
    A_TRY = "a_try"
    """It came of setting the locker up or of trying it."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Parked:
    """A fact set aside; never what is sealed in it."""

    seq: int
    id: str
    name: str
    channel: Channel
    at: datetime
    tries: int
    error: str
    """What the cloud said, as an operator reads it."""
    uncertain: bool = False
    """It may have arrived: the answer was lost."""
    reservation: ReservationId | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """How long the outbox is."""

    waiting: int = 0
    parked: int = 0
    oldest: datetime | None = None
    """When the oldest that waits was recorded."""


def retried(event: Parked, by: By) -> Change:
    """It is back in its place; its id and its number are what they were."""
    return Change("outbox.retried", event.reservation, facts={**_facts(event), **by})


def discarded(event: Parked, owner: Owner, reason: str, by: By) -> Change:
    """Nobody is told it any more; that much is told instead."""
    words = {one.value for one in GivenUp}
    told = {
        **_facts(event),
        "about": event.reservation,
        "reason": reason if reason in words else GivenUp.OTHER.value,
        "severity": "MEDIUM",
    }
    facts = {**_facts(event), **by, "reason": reason[:LONGEST_REASON]}
    events = (NewEvent("locker.event_discarded", owner=owner, data=told),)
    return Change("outbox.discarded", event.reservation, events=events, facts=facts)


def _facts(event: Parked) -> dict[str, Fact]:
    return {"seq": event.seq, "event": event.id, "what": event.name}
