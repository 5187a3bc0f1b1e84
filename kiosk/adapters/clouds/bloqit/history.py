"""What happened since, out of Bloq.it's event history ("Retrieve the Event History").

The document names no order of its pages: they are read to the end, and sorted here. A mark is the
cloud's own time of an event, never this kiosk's.
"""

from datetime import UTC, datetime, timedelta

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer, Moment, checked
from kiosk.adapters.clouds.bloqit.line import Line
from kiosk.adapters.clouds.bloqit.rent import LONGEST, Page, Text
from kiosk.domain.errors import CloudBroken

PAGE = 100
"""Events asked for at a time."""
_BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)
_END = datetime.max.replace(tzinfo=UTC)
_TICK = timedelta(milliseconds=1)
"""The resolution of their times."""


class Initiator(Answer):
    """Who began it, and where: bloq_it_admin, locker, public_api or expiration."""

    role: Text | None = None
    id: Text | None = None
    source: Text | None = None


class EventAnswer(Answer):
    """An event with the fields of the webhook's payload; its type is read as ``codeName``."""

    id: str = Field(alias="_id", max_length=LONGEST)
    name: str = Field(alias="codeName", max_length=LONGEST)
    at: Moment = Field(alias="createdAt")
    rent: Text | None = None
    bloq: Text | None = None
    locker: Text | None = None
    message: Text | None = None
    metadata: dict[str, object] | None = Field(default=None, repr=False)
    by: Initiator | None = Field(default=None, alias="actionInitiatedBy")


class TooMany(CloudBroken):
    """More has happened since than is read this way."""


class History(Line):
    """Reads the events of the whole account: there is no filter by bloq."""

    async def events(self, since: str, most: int) -> tuple[EventAnswer, ...]:
        """All from this mark on, oldest first, each once. Raises TooMany, CloudError."""
        found: dict[str, EventAnswer] = {}
        for number in range(1, most // PAGE + 2):
            page = await self._events({"startDate": since, "page": number, "limit": PAGE})
            before = len(found)
            for doc in page.docs:
                event = checked(EventAnswer, doc, "history")
                found[event.id] = event
            if page.total > most or len(found) > most:
                break
            # A page that brings nothing new is the last, whatever the total says.
            if len(found) >= page.total or len(found) == before:
                return tuple(sorted(found.values(), key=lambda event: event.at))
        raise TooMany("history: more has happened than is read one by one")

    async def last_mark(self) -> str:
        """The mark after the newest event: the first of one order of pages, the last of another."""
        first = await self._events({"page": 1, "limit": 1})
        last = await self._events({"page": first.total, "limit": 1}) if first.total > 1 else first
        docs = [*first.docs, *last.docs]
        times = [checked(EventAnswer, doc, "history").at for doc in docs]
        return mark(_past(max(times)) if times else _BEGINNING)

    async def _events(self, query: dict[str, str | int]) -> Page:
        return checked(Page, await self.call("history", query=query), "history")


def mark(at: datetime) -> str:
    """A time as the samples write it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def after(events: tuple[EventAnswer, ...], since: str, *, fresh: bool) -> str:
    """The mark to go on from. What may still come in the last millisecond is asked for once
    more, so a new event's own time stands until a reading brought nothing new."""
    if not events:
        return since
    return mark(events[-1].at if fresh else _past(events[-1].at))


def _past(at: datetime) -> datetime:
    """Just after it; after the end of the calendar there is nothing."""
    return min(at, _END - _TICK) + _TICK
