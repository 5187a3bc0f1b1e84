"""KioskForce Delivery Locker API ("API Reference", https://api.delivery.kioskforce.com).

The kiosk is the machine: it moves its own lock and tells the cloud afterwards. That the cloud then
commands no lock of this bank is agreed between operator and vendor; the document does not say it.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

import structlog

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.calls import checked_id, choose
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce_elsewhere import Foreign, right_there
from kiosk.adapters.clouds.kioskforce_words import (
    STATES,
    Detailed,
    Done,
    Echo,
    Listed,
    Opened,
    Page,
    Status,
    Ticket,
    Whose,
    arrival,
    finished,
    new_codes,
    report,
    unfit,
)
from kiosk.domain.codes import DeliveryQr
from kiosk.domain.errors import CloudBroken, CloudMissing, CloudRefused, ConfigWrong
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Event, ReservationId
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, CloudSettings
from kiosk.ports_abilities import Sheet
from kiosk.ports_cloud import Ability

RULES = CloudRules(
    name="kioskforce",
    # "State Transition Timing": a drop-off counts when the door closes, a pick-up when it opens.
    deposit_commits="close",
    collection_commits="open",
    reopen_window=120.0,
    moves_compartment=False,
    device_reports=False,
    idempotency_key=False,
    short_codes=True,
)

_BASE = "/api/delivery/external/v1"
_ONE = f"{_BASE}/reservations/{{reservation_id}}"
CALLS: Mapping[str, str] = {
    "echo": f"POST {_BASE}/echo",
    "reservations": f"GET {_BASE}/reservations",
    "reservation": f"GET {_ONE}",
    "dropoffs": f"POST {_ONE}/dropoffs",
    "pickups": f"POST {_ONE}/pickups",
    "deletes": f"POST {_ONE}/deletes",
    "abandons": f"POST {_ONE}/abandons",
    "maintenances": f"POST {_BASE}/maintenances",
}

PAGE_SIZE = 200
"""So that a page of the longest order ids (1,024 characters each) fits into one body."""
MOST_PAGES = 500
MOST_OWN = 5_000
"""No bank holds more: a list that claims so is no list."""

PROBLEMS = frozenset(
    {
        "compartment.problem",
        "door.left_open",
        "door.opened_by_itself",
        "door.contact_faulty",
        "door.wrong_opened",
        "memory.salvaged",
        "locker.disk_low",
        "locker.camera_lost",
    }
)
"""Facts for which this cloud has but one ear: a maintenance request."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Fact:
    """How a fact is told, and in which states the cloud shows that it knows."""

    call: str
    answer: type[Answer]
    shown_by: frozenset[Status]


_FACTS = {
    "parcel.deposited": _Fact(
        "dropoffs", Opened, frozenset({Status.DROPPED_OFF, Status.PICKED_UP, Status.ABANDONED})
    ),
    "parcel.collected": _Fact("pickups", Opened, frozenset({Status.PICKED_UP})),
    "parcel.abandoned": _Fact("abandons", Done, frozenset({Status.ABANDONED})),
    "reservation.cancelled": _Fact("deletes", Done, frozenset({Status.CANCELLED})),
}


class KioskForce:
    """One machine of a KioskForce platform."""

    rules = RULES

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        self._machine = settings.locker
        self._layout = settings.layout
        self._clock = clock
        self._http = http
        self._calls = choose(CALLS, settings.calls)

    async def sheets(self, since: str | None = None) -> AsyncIterator[Sheet]:
        """All ongoing ones of this machine; the platform's list knows no filter by machine.

        Nothing tells which of them changed since the last time, so every reading is whole.
        """
        found: set[ReservationId] = set()
        token = ""
        tokens: set[str] = set()
        for _ in range(MOST_PAGES):
            read_at = self._clock.now()
            page = await self._page({"page_token": token} if token else {})
            ours = tuple(self._ours(page, read_at))
            found |= {one.reservation.id for one in ours}
            if len(found) > MOST_OWN:
                raise CloudBroken("reservations: more than any bank holds")
            token = page.next_page_token or ""
            yield Sheet(ours, whole=not token)
            if not token:
                return
            if token in tokens:
                raise CloudBroken("reservations: the pages go in a circle")
            tokens.add(token)
        raise CloudBroken("reservations: the pages have no end")

    async def read(self, reservation: ReservationId) -> Arrival:
        """One reservation with its codes."""
        read_at = self._clock.now()
        found = await self._one(reservation)
        if reason := unfit(found, self._layout):
            raise CloudBroken(f"reservation: nothing known of its {reason}")
        known = arrival(found, self._layout, read_at)
        if found.status == Status.PICKED_UP and not await self._still_listed(found):
            known = finished(known)
        return replace(known, codes=new_codes(found) or None)

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        """The name of the other machine this code opens a door of; nothing of it is kept."""
        call = self._calls["reservation"]
        body = await self._http.call(call, {"reservation_id": checked_id(code.reservation)})
        return right_there(checked(Foreign, body, call.name), code, self._machine)

    async def deliver(self, event: Event) -> None:
        """Tell one fact of the cloud's own reservations and compartments."""
        if event.owner is Owner.LOCAL:
            return
        if event.name in PROBLEMS:
            call = self._calls["maintenances"]
            ticket = report(event, self._layout, self._machine)
            checked(Ticket, await self._http.call(call, body=ticket), call.name)
        elif fact := _FACTS.get(event.name):
            call = self._calls[fact.call]
            body = await self._http.call(call, {"reservation_id": checked_id(_subject(event))})
            checked(fact.answer, body, call.name)

    async def has_effect(self, event: Event) -> bool:
        """Read whether the fact shows; a ticket shows nowhere, what has no call owes nothing."""
        fact = _FACTS.get(event.name)
        if event.owner is Owner.LOCAL or (fact is None and event.name not in PROBLEMS):
            return True
        if fact is None:
            return False
        found = await self._one(_subject(event))
        if found.status not in STATES:
            raise CloudBroken("reservation: nothing known of its status")
        return found.status in fact.shown_by

    async def ping(self) -> None:
        """Have a fresh word echoed, so that no proxy can answer for the cloud."""
        word = uuid4().hex
        body = await self._http.call(self._calls["echo"], body={"message": word})
        if checked(Echo, body, "echo").message != word:
            raise CloudBroken("echo: another word came back")

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""
        await self._http.aclose()

    async def _page(self, query: Mapping[str, str | int]) -> Page:
        call = self._calls["reservations"]
        body = await self._http.call(call, query={"page_size": PAGE_SIZE, **query})
        return checked(Page, body, call.name)

    def _ours(self, page: Page, read_at: datetime) -> Iterator[Arrival]:
        for item in page.reservations:
            if checked(Whose, item, "reservations").machine_id != self._machine:
                continue
            listed = checked(Listed, item, "reservations")
            reason = unfit(listed, self._layout)
            if reason is None:
                yield arrival(listed, self._layout, read_at)
            else:
                shown = None if reason == "id" else listed.reservation_id
                log.warning("cloud.reservation_skipped", reservation=shown, reason=reason)

    async def _one(self, reservation: ReservationId) -> Detailed:
        call = self._calls["reservation"]
        body = await self._http.call(call, {"reservation_id": checked_id(reservation)})
        if checked(Whose, body, call.name).machine_id != self._machine:
            raise CloudMissing("reservation: it belongs to another machine")
        found = checked(Detailed, body, call.name)
        if found.reservation_id != reservation:
            raise CloudBroken("reservation: another one than asked for came back")
        return found

    async def _still_listed(self, found: Listed) -> bool:
        """Whether its grace runs: the list, oldest first, then shows it on this first page."""
        since = max(0, int(found.created_at.timestamp()) - 1)
        page = await self._page({"created_after": since})
        ids = (item.get("reservation_id") for item in page.reservations if isinstance(item, dict))
        return found.reservation_id in ids


def _subject(event: Event) -> ReservationId:
    if event.reservation is None:
        raise CloudRefused(f"{event.name}: it names no reservation")
    return event.reservation


class KioskForceMaker:
    """Makes the line to KioskForce."""

    rules = RULES
    calls = CALLS
    abilities = frozenset(
        {Ability.SYNC, Ability.RESOLVE, Ability.REPORT, Ability.RECONCILE, Ability.ELSEWHERE}
    )

    def connect(self, settings: CloudSettings, clock: Clock) -> KioskForce:
        if not settings.locker:
            raise ConfigWrong("[cloud] The machine_id of this locker is missing.")
        key = {"X-API-Key": settings.key}
        http = JsonHttp(settings.base_url, key, clock, heard=settings.heard)
        return KioskForce(settings, clock, http)


CLOUD = KioskForceMaker()
