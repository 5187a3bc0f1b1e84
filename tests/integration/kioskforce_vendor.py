"""The far end of the line: the bodies KioskForce prints in its API Reference, answered in turn."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.domain.model import Event, ReservationId
from kiosk.ports import CloudSettings

KEY = "kf-key-7c1d55aa"
NOW = datetime(2025, 11, 11, 11, 0, tzinfo=UTC)
RES = ReservationId("res_789")

LISTED = {
    "reservation_id": "res_789",
    "machine_id": "machine_123",
    "platform_order_id": "order_456",
    "status": "RESERVATION_STATUS_DROPPED_OFF",
    "created_at": "2025-11-11T10:00:00Z",
    "dropped_off_at": "2025-11-11T10:30:00Z",
    "cell": {"description": "A03"},
}
LIST = {"reservations": [LISTED], "next_page_token": "token_abc123", "total_count": 150}
LAST_PAGE = {**LIST, "next_page_token": ""}
DETAILED = {
    "reservation_id": "res_789",
    "machine_id": "machine_123",
    "machine": {
        "machine_id": "machine_123",
        "name": "Awesome Business Park - Waiting Area (South)",
        "location": "Benda, Tangerang City, Banten",
        "latitude": -6.125556,
        "longitude": 106.655830,
        "online": True,
    },
    "platform_order_id": "order_456",
    "notes": "Fragile package - handle with care",
    "status": "RESERVATION_STATUS_DROPPED_OFF",
    "created_at": "2025-07-10T10:00:00Z",
    "drop_off_code": "1234",
    "drop_off_qrcode": "DLV-DROP-res_789-1234",
    "drop_off_qrcode_url": "https://api.delivery.kioskforce.com/qrcode/ABC123",
    "pickup_code": "5678",
    "pickup_code_qrcode": "DLV-PICK-res_789-5678",
    "pickup_code_qrcode_url": "https://api.delivery.kioskforce.com/qrcode/DEF456",
    "cell": {"description": "A03"},
    "dropped_off_at": "2025-07-10T10:30:00Z",
}
OPENED = {"cell": {"description": "A03"}}
TICKET = {
    "maintenance_ticket_id": "maint_456",
    "created_at": "2025-11-13T10:00:00Z",
    "status": "OPEN",
}
NOT_FOUND = {"code": 5, "message": "Resource not found", "details": []}


def rpc(code: int) -> dict[str, object]:
    return {**NOT_FOUND, "code": code, "message": "something"}


class StandingClock:
    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0


def _compartment(label: str, cell: str, row: int, owner: Owner) -> Compartment:
    return Compartment(
        label=label,
        cloud_id=cell,
        size="M",
        inside=Millimetres(300, 300, 300),
        floor_mm=900,
        owner=owner,
        thermal="ambient",
        front=make_door(label, "main", 0, row + 1),
        rear=None,
        column=0,
        row=row,
        rows=2,
    )


BANK = Layout(
    height_mm=2000,
    sizes=("S", "M", "L"),
    columns=(
        Column(
            400,
            (
                _compartment("12", "A03", 0, Owner.CLOUD),
                _compartment("13", "A04", 1, Owner.LOCAL),
            ),
        ),
    ),
)

Reply = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


def ok(body: object, status: int = 200) -> httpx.Response:
    return httpx.Response(status, json=body)


@dataclass
class Vendor:
    """Answers in turn and repeats its last answer; keeps every request."""

    replies: list[Reply]
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        reply = self.replies[0] if len(self.replies) == 1 else self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, httpx.Response):
            # Every request is answered by a response of its own, as on a real line.
            return httpx.Response(reply.status_code, headers=reply.headers, content=reply.content)
        return reply(request)

    @property
    def asked(self) -> list[str]:
        return [f"{request.method} {request.url.raw_path.decode()}" for request in self.requests]

    def sent(self) -> dict[str, object]:
        """The body of the last request."""
        body = json.loads(self.requests[-1].content)
        assert isinstance(body, dict)
        return body


def settings(base_url: str = "https://api.delivery.kioskforce.com", **calls: str) -> CloudSettings:
    return CloudSettings("kioskforce", "machine_123", base_url, KEY, BANK, calls)


def line(*replies: Reply, longest: float = 30.0, **calls: str) -> tuple[KioskForce, Vendor]:
    """A kiosk's end of the line, and the vendor at its other."""
    vendor = Vendor(list(replies))
    chosen = settings(**calls)
    http = JsonHttp(
        chosen.base_url,
        {"X-API-Key": chosen.key},
        StandingClock(),
        transport=httpx.MockTransport(vendor),
        longest=longest,
    )
    return KioskForce(chosen, StandingClock(), http), vendor


def event(name: str, *, owner: Owner = Owner.CLOUD, **data: str | int | bool | None) -> Event:
    reservation = None if name == "compartment.problem" else RES
    return Event(1, "0193-event", name, reservation, owner, NOW, data)


def listed(**changes: object) -> dict[str, object]:
    return {**LISTED, **changes}


def page(*reservations: object, token: str = "") -> httpx.Response:
    return ok({"reservations": list(reservations), "next_page_token": token, "total_count": 1})


def pages(bodies: Iterable[httpx.Response]) -> Callable[[httpx.Request], httpx.Response]:
    """Answers from an endless supply."""
    supply = iter(bodies)
    return lambda _: next(supply)
