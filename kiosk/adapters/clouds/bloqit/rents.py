"""What Bloq.it tells of the rents of this bloq."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.bank import Bank
from kiosk.adapters.clouds.bloqit.history import History, TooMany, after
from kiosk.adapters.clouds.bloqit.rent import CustomerAnswer, Page, Rent, Whose, is_id
from kiosk.adapters.clouds.bloqit.words import arrival, unfit
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain import codes
from kiosk.domain.errors import CloudBroken, CloudMissing
from kiosk.domain.model import Arrival, ReservationId, Way
from kiosk.ports import Clock, CloudSettings
from kiosk.ports_abilities import Sheet

PAGE = 100
"""Rents asked for at a time."""
MOST_PAGES = 500
MOST_OWN = 20_000
"""No bank holds more: a list that claims so is no list."""
MOST_EVENTS = 1_000
"""With more than these since the last time, the whole list is the shorter way."""
MOST_SINGLY = 200
A_WHILE = 20
"""Rents taken in hand before anybody else on the loop has a turn."""
AT_ONCE = 20
"""Rents on one sheet of what is new."""

Docs = Sequence[tuple[Whose, object]]
"""Rents as they stand on a page, and whose they are."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class News:
    """What the history told since the last time."""

    rents: list[str]
    mark: str
    seen: frozenset[str]


class Rents(History):
    """The list, what is new since, and one rent."""

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        super().__init__(settings, clock, http)
        self._types: dict[str, str] = {}
        """The type of every rent known to be ours."""
        self._active: set[str] = set()
        self._uncounted = 0
        """How many more the list counts than it showed of ours."""
        self._phones: dict[str, str | None] = {}
        """The last four signs of a customer's telephone, by id: lists show the id alone."""
        self._seen: frozenset[str] = frozenset()
        """Events of the last reading: the newest of them come once more."""
        self._listed = False
        """Whether everything was read once: only then what is new since makes sense."""

    async def sheets(self, since: str | None = None) -> AsyncIterator[Sheet]:
        """The rents that changed since the mark, each read singly; else all that are active."""
        news = await self._news(since) if since is not None and self._listed else None
        if news is not None:
            found: list[Arrival] = []
            for rent_id in news.rents:
                found += await self._changed(rent_id)
                if len(found) == AT_ONCE:
                    yield Sheet(tuple(found))
                    found = []
            if await self._adds_up():
                self._seen = news.seen
                yield Sheet(tuple(found), mark=news.mark)
                return
        async for sheet in self._everything():
            yield sheet

    async def read(self, reservation: ReservationId) -> Arrival:
        """One rent of this bloq, with customer and codes. Raises CloudMissing for another's."""
        bank = await self.bank()
        read_at = self._clock.now()
        rent = await self.rent(reservation)
        if rent.locker_id and not bank.knows(rent.locker_id):
            bank = await self.bank(fresh=True)
        self._learn(rent)
        if reason := unfit(rent, bank):
            raise Unfit(reason)
        return self._arrival(rent, bank, read_at)

    async def rent(self, reservation: str) -> Rent:
        """One rent of this bloq as they show it. Raises CloudMissing for another bloq's."""
        return checked(Rent, await self.whole(reservation), "rent")

    async def whole(self, reservation: str) -> dict[str, object]:
        """The same as it came, of which only whose it is has been looked at."""
        if not is_id(reservation):
            raise CloudMissing("this is no id of a rent")
        body = await self.call("rent", {"rentID": reservation})
        whose = checked(Whose, body, "rent")
        if whose.id != reservation:
            raise CloudBroken("rent: another one than asked for came back")
        if not self._is_ours(whose, await self.bank(), listed=reservation in self._types):
            raise CloudMissing("rent: it belongs to another bloq")
        return body

    async def type_of(self, rent_id: str) -> str:
        """store, send, delivery or return: read once."""
        if rent_id not in self._types:
            self._learn(await self.rent(rent_id))
        return self._types[rent_id]

    async def _news(self, since: str) -> News | None:
        """What happened to rents of ours; None when it is too much to read one by one."""
        try:
            events = await self.events(since, MOST_EVENTS)
        except TooMany:
            return None
        fresh = [event for event in events if event.id not in self._seen]
        ours = (event for event in fresh if event.bloq == self._bloq or event.rent in self._types)
        rents = list(dict.fromkeys(e.rent for e in ours if e.rent and is_id(e.rent)))
        if len(rents) > MOST_SINGLY:
            return None
        seen = frozenset(event.id for event in events)
        return News(rents, after(events, since, fresh=bool(fresh)), seen)

    async def _changed(self, rent_id: str) -> list[Arrival]:
        try:
            found = await self.read(ReservationId(rent_id))
        except CloudMissing:
            # Another bloq's; if it was ours the count no longer adds up, and the list shows it.
            return []
        except Unfit as error:
            self._skipped(rent_id, error.reason)
            return []
        return [found]

    async def _adds_up(self) -> bool:
        """Whether the list counts as many rents as we know: an event may be missing, or late."""
        page = checked(Page, await self._page(1, 1), "active_rents")
        return page.total == len(self._active) + self._uncounted

    async def _everything(self) -> AsyncIterator[Sheet]:
        """All active rents of this bloq; what has happened meanwhile is read the next time."""
        mark = await self.last_mark()
        bank = await self.bank(fresh=True)
        types: dict[str, str] = {}
        customers: set[str] = set()
        sheet, total = Sheet(), 0
        async for docs, counted, read_at in self._pages():
            yield sheet
            total, ours = counted, tuple(self._own(docs, bank))
            types |= {rent.id: rent.type for rent in ours}
            customers |= {rent.customer_id for rent in ours if rent.customer_id}
            if len(types) > MOST_OWN:
                raise CloudBroken("active_rents: more than any bank holds")
            # Known at once: who asks for one of them meanwhile is not sent away.
            self._types |= types
            sheet = Sheet([one async for one in self._fit(ours, bank, read_at)])
        self._types, self._seen, self._listed = types, frozenset(), True
        self._active, self._uncounted = set(types), total - len(types)
        self._phones = {key: four for key, four in self._phones.items() if key in customers}
        yield replace(sheet, mark=mark, whole=True)

    async def _pages(self) -> AsyncIterator[tuple[Docs, int, datetime]]:
        """Page by page what stands there, how many rents the list counts, and when it was asked."""
        seen: set[str] = set()
        for number in range(1, MOST_PAGES + 1):
            read_at = self._clock.now()
            page = checked(Page, await self._page(number, PAGE), "active_rents")
            docs = [(checked(self._form(doc), doc, "active_rents"), doc) for doc in page.docs]
            ids = {whose.id for whose, _ in docs}
            if ids and ids <= seen:
                raise CloudBroken("active_rents: the pages run in a circle")
            seen |= ids
            yield docs, page.total, read_at
            if not ids or len(seen) >= page.total:
                return
        raise CloudBroken("active_rents: the pages never end")

    async def _page(self, number: int, limit: int) -> dict[str, object]:
        query: dict[str, str | int] = {"bloqID": self._bloq, "page": number, "limit": limit}
        return await self.call("active_rents", query=query)

    def _own(self, docs: Docs, bank: Bank) -> Iterable[Rent]:
        for whose, doc in docs:
            if self._is_ours(whose, bank, listed=True):
                yield whose if isinstance(whose, Rent) else checked(Rent, doc, "active_rents")

    def _form(self, doc: object) -> type[Whose]:
        """Of what names our bloq everything is read at once; of all else only whose it is."""
        details = doc.get("details") if isinstance(doc, dict) else None
        named = details.get("bloq") if isinstance(details, dict) else None
        return Rent if named == self._bloq else Whose

    async def _fit(
        self, rents: Iterable[Rent], bank: Bank, read_at: datetime
    ) -> AsyncIterator[Arrival]:
        for number, rent in enumerate(rents):
            if number % A_WHILE == 0:
                await asyncio.sleep(0)  # somebody may stand at the screen
            self._learn(rent)
            if reason := unfit(rent, bank):
                self._skipped(rent.id if is_id(rent.id) else None, reason)
            else:
                yield self._arrival(rent, bank, read_at)

    def _is_ours(self, rent: Whose, bank: Bank, *, listed: bool) -> bool:
        """What it says itself counts first; where it says nothing, that our own list showed it."""
        bloq, locker = rent.named_bloq(), rent.locker_id
        if bloq is not None:
            return bloq == self._bloq
        return bank.knows(locker) if locker else listed

    def _learn(self, rent: Rent) -> None:
        self._types[rent.id] = rent.type
        (self._active.discard if rent.now == "finished" else self._active.add)(rent.id)
        if isinstance(rent.customer, CustomerAnswer):
            self._phones[rent.customer.id] = codes.last_four(rent.customer.phone or "")

    def _arrival(self, rent: Rent, bank: Bank, read_at: datetime) -> Arrival:
        """With the datum: a telephone's last four before the external id's.

        Where only the customer's id is known, a rent with a short code wants to be read singly.
        """
        found = arrival(rent, bank, self._layout, read_at)
        if found.datum is None and rent.customer_id in self._phones:
            found = replace(found, datum=self._phones[rent.customer_id])
        if found.datum is not None:
            return found
        unknown = rent.customer_id is not None and rent.customer_id not in self._phones
        short = any(c.way is Way.TYPED and len(c.text) < codes.SHORT for c in found.codes or ())
        datum = codes.last_four(rent.said("external_id") or "")
        return replace(found, datum=datum, partial=unknown and short)

    def _skipped(self, rent_id: str | None, reason: str) -> None:
        log.warning("cloud.reservation_skipped", reservation=rent_id, reason=reason)


class Unfit(CloudBroken):
    """A rent of ours this kiosk cannot work with: its locker is none of the layout, say."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"rent: nothing known of its {reason}")
        self.reason = reason
