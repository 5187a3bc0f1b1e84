"""The line to KioskForce: its calls, and the reservations of this one machine on it."""

from collections.abc import AsyncIterator, Mapping
from uuid import uuid4

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.calls import checked_id, choose
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce_words import Detailed, Echo, Page, Whose
from kiosk.domain.errors import CloudBroken, CloudMissing
from kiosk.domain.model import ReservationId
from kiosk.ports import Clock, CloudSettings

_BASE = "/api/delivery/external/v1"
_ONE = f"{_BASE}/reservations/{{reservation_id}}"
CALLS: Mapping[str, str] = {
    "echo": f"POST {_BASE}/echo",
    "search": f"POST {_BASE}/machines/search",
    "machine": f"GET {_BASE}/machines/{{machine_id}}",
    "reserve": f"POST {_BASE}/reservations",
    "reservations": f"GET {_BASE}/reservations",
    "reservation": f"GET {_ONE}",
    "dropoffs": f"POST {_ONE}/dropoffs",
    "pickups": f"POST {_ONE}/pickups",
    "deletes": f"POST {_ONE}/deletes",
    "abandons": f"POST {_ONE}/abandons",
    "open_door": f"POST {_ONE}/open-door",
    "maintenances": f"POST {_BASE}/maintenances",
}

PAGE_SIZE = 200
"""So that a page of the longest order ids (1,024 characters each) fits into one body."""
MOST_PAGES = 500


class Line:
    """Whom to call and how; every part of the adapter stands on it."""

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        self._machine = settings.locker
        self._layout = settings.layout
        self._webhook_url = settings.webhook_url
        self._front = settings.front
        self._clock = clock
        self._http = http
        self._calls = choose(CALLS, settings.calls)

    async def ping(self) -> None:
        """Have a fresh word echoed, so that no proxy can answer for the cloud."""
        word = uuid4().hex
        body = await self._http.call(self._calls["echo"], body={"message": word})
        if checked(Echo, body, "echo").message != word:
            raise CloudBroken("echo: another word came back")

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""
        await self._http.aclose()

    async def _pages(self) -> AsyncIterator[Page]:
        """The whole list of the platform, page by page; raises CloudBroken when it has no end."""
        token = ""
        tokens: set[str] = set()
        for _ in range(MOST_PAGES):
            page = await self._page({"page_token": token} if token else {})
            token = page.next_page_token or ""
            yield page
            if not token:
                return
            if token in tokens:
                raise CloudBroken("reservations: the pages go in a circle")
            tokens.add(token)
        raise CloudBroken("reservations: the pages have no end")

    async def _page(self, query: Mapping[str, str | int]) -> Page:
        call = self._calls["reservations"]
        body = await self._http.call(call, query={"page_size": PAGE_SIZE, **query})
        return checked(Page, body, call.name)

    async def _one(self, reservation: ReservationId) -> Detailed:
        call = self._calls["reservation"]
        body = await self._http.call(call, {"reservation_id": checked_id(reservation)})
        if checked(Whose, body, call.name).machine_id != self._machine:
            raise CloudMissing("reservation: it belongs to another machine")
        found = checked(Detailed, body, call.name)
        if found.reservation_id != reservation:
            raise CloudBroken("reservation: another one than asked for came back")
        return found
