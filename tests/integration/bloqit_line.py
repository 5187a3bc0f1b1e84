"""The kiosk's end of a line to Bloq.it, with the sandbox or a scripted vendor at its other."""

import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
from fastapi import FastAPI

from kiosk.adapters.clouds.bloqit import Bloqit
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.domain.model import Arrival, Event, ReservationId
from kiosk.ports import CloudSettings
from tests.contract.description import described
from tests.integration.bloqit_locker import BLOQ, RENT, Partner, connected

KEY = "sandbox-key"
DESCRIBED = described("bloqit")
BASE = "http://localhost"
RES = ReservationId(RENT)
LOCKERS = [f"{number:024x}" for number in range(0xA1, 0xAD)]
"""Ids of the scripted vendor's lockers A1 to A12."""


class RealClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return 0.0


def _compartment(row: int, owner: Owner = Owner.CLOUD, cloud_id: str = "") -> Compartment:
    label = str(row + 1)
    return Compartment(
        label=label,
        cloud_id=cloud_id or f"A{label}",
        size="M",
        inside=Millimetres(300, 300, 300),
        floor_mm=900,
        owner=owner,
        thermal="ambient",
        front=make_door(label, "main", 0, row),
        rear=None,
        column=0,
        row=row,
        rows=12,
    )


def bank(ids: dict[int, str] | None = None) -> Layout:
    """Compartments 1 to 11 are the lockers A1 to A11; 12 (A12) the kiosk keeps for itself."""
    named = ids or {}
    mine = [_compartment(row, cloud_id=named.get(row, "")) for row in range(11)]
    column = Column(400, (*mine, _compartment(11, Owner.LOCAL)))
    return Layout(2000, ("XS", "S", "M", "L", "XL"), (column,))


def settings(**changes: object) -> CloudSettings:
    given: dict[str, object] = {
        "name": "bloqit", "locker": BLOQ, "base_url": BASE, "key": KEY, "layout": bank(),
    }  # fmt: skip
    return CloudSettings(**(given | changes))  # type: ignore[arg-type]


def over(transport: httpx.AsyncBaseTransport, **changes: object) -> Bloqit:
    chosen = settings(**changes)
    http = JsonHttp(BASE, {"X-API-KEY": KEY}, RealClock(), transport=transport)
    return Bloqit(chosen, RealClock(), http)


class Listening(httpx.AsyncBaseTransport):
    """Counts what goes over the line."""

    def __init__(self, app: FastAPI) -> None:
        self._app = httpx.ASGITransport(app)
        self.asked: list[str] = []
        self.bytes = 0
        self.breaches: list[str] = []
        """What in the requests goes against the description of the API."""
        self.lost = False
        """Whether the answers of all calls that change something are lost after their effect."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(f"{request.method} {request.url.path.removeprefix('/api/v1/public')}")
        there = request.url.copy_with(scheme="https", host="api.demo.bloq.it")
        self.breaches += DESCRIBED.flaws(
            httpx.Request(request.method, there, headers=request.headers, content=request.content)
        )
        answer = await self._app.handle_async_request(request)
        if self.lost and request.method != "GET":
            raise httpx.ReadTimeout("lost")
        self.bytes += len(await answer.aread())
        return answer


@dataclass
class Pair:
    """A kiosk, the partner whose customers come to it, and the line between them and the cloud."""

    partner: Partner
    cloud: Bloqit
    line: Listening
    mark: str | None = None

    async def sync(self) -> dict[str, Arrival]:
        """What one reading tells, by id; goes on from the last one."""
        found: dict[str, Arrival] = {}
        self.whole = False
        self.line.asked.clear()
        self.line.bytes = 0
        async for sheet in self.cloud.sheets(self.mark):
            found |= {arrival.reservation.id: arrival for arrival in sheet.arrivals}
            self.mark, self.whole = sheet.mark or self.mark, sheet.whole
        return found

    async def one(self, rent: str = RENT) -> Arrival:
        return (await self.sync())[rent]


@asynccontextmanager
async def paired(app: FastAPI, **changes: object) -> AsyncIterator[Pair]:
    async with connected(app) as partner:
        line = Listening(app)
        cloud = over(line, **changes)
        yield Pair(partner, cloud, line)
        await cloud.aclose()
        assert line.breaches == []


_numbers = itertools.count(1)


def event(
    name: str, rent: str | None = RENT, owner: Owner = Owner.CLOUD, **data: str | int | bool | None
) -> Event:
    reservation = ReservationId(rent) if rent else None
    seq = next(_numbers)
    return Event(seq, f"0193-{seq}", name, reservation, owner, datetime.now(UTC), data)


# A vendor that answers as scripted, body by body in the shape of the document's samples.

LOCKER = {
    "_id": LOCKERS[0], "rent": RENT, "charger": True, "objectDetection": False, "isOpen": False,
    "lastDoorOpeningTimestamp": "null", "lockerTitle": "A1", "bloq": BLOQ, "type": "M",
    "active": True,
}  # fmt: skip
BLOQ_BODY: dict[str, object] = {
    "_id": BLOQ, "active": True, "details": {}, "code": "T1", "supports": [],
    "lockers": [
        {**LOCKER, "_id": one, "lockerTitle": f"A{number}", "rent": None}
        for number, one in enumerate(LOCKERS, 1)
    ],
}  # fmt: skip
DETAILS = {
    "bloq": BLOQ, "externalID": "order-4567", "pickUpCodes": {"user": "123456"},
    "dropOffCode": "654321", "operationType": "lastMile", "carrier": "acme",
    "prePickUpActions": [], "desiredLockerType": "M",
}  # fmt: skip
LISTED: dict[str, object] = {
    "_id": RENT, "type": "delivery", "state": "in_progress",
    "states": [{"state": "created", "createdAt": "2020-10-13T14:56:39.561Z"}],
    "customer": "5f85c02704d61b14f47c7001", "startDate": "2020-10-13T14:56:39.561Z",
    "expiryDate": "2030-10-13T14:57:47.007Z", "details": DETAILS, "locker": LOCKERS[0],
    "pricing": {},
}  # fmt: skip
CUSTOMER = {"_id": "5f85c02704d61b14f47c7001", "phoneNumber": "+351 912 345 678"}
WHOLE: dict[str, object] = {**LISTED, "customer": CUSTOMER, "locker": LOCKER}
EVENT: dict[str, object] = {
    "_id": "5f85c02704d61b14f47c7e01", "codeName": "rent.in_progress", "rent": RENT, "bloq": BLOQ,
    "locker": LOCKERS[0], "createdAt": "2020-10-13T14:57:39.561Z",
    "actionInitiatedBy": {"role": "user", "source": "locker"},
}  # fmt: skip


def page(*docs: object, total: int | None = None) -> dict[str, object]:
    return {
        "totalDocs": len(docs) if total is None else total, "page": 1, "limit": 100,
        "docs": list(docs),
    }  # fmt: skip


Reply = object | Callable[[httpx.Request], object]


@dataclass
class Vendor:
    """Answers each call with the body given for its name, whatever it asks."""

    bloq: Reply = field(default_factory=lambda: BLOQ_BODY)
    active: Reply = field(default_factory=lambda: page(LISTED))
    history: Reply = field(default_factory=lambda: page(EVENT))
    rent: Reply = field(default_factory=lambda: WHOLE)
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        path = request.url.path
        if path.endswith("/rents/active"):
            reply = self.active
        elif path.endswith("/webhooks/history"):
            reply = self.history
        elif "/rents/" in path or "/deliveries/" in path or "/rent-sims/" in path:
            reply = self.rent
        else:
            reply = self.bloq
        body = reply(request) if callable(reply) else reply
        return body if isinstance(body, httpx.Response) else httpx.Response(200, json=body)


def scripted(**replies: Reply) -> tuple[Bloqit, Vendor]:
    vendor = Vendor(**replies)
    return over(httpx.MockTransport(vendor)), vendor
