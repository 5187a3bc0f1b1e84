"""A Bloq.it that answers out of memory: pages of rents, made before anything is measured."""

import json
from collections.abc import Mapping

import httpx

from kiosk.adapters.clouds.bloqit import Bloqit
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.ports import CloudSettings
from kiosk.runtime.clock import SystemClock

BLOQ = "5e5fbcebd1195468b647aa02"
URL = "https://bloqit.invalid"
LOCKERS = 60
PAGE = 100
SINCE = "2026-05-04T12:00:00.000Z"
UNTIL = "2099-01-01T00:00:00.000Z"


class Rents(httpx.AsyncBaseTransport):
    """Counts the bytes of what is asked and answered, heads and bodies."""

    def __init__(self, count: int) -> None:
        docs = [_rent(number) for number in range(count)]
        self._bloq = _body(
            {"_id": BLOQ, "active": True, "lockers": [*map(_locker, range(LOCKERS))]}
        )
        self._pages = [
            _body({"totalDocs": count, "page": 1 + first // PAGE, "docs": docs[first:][:PAGE]})
            for first in range(0, count, PAGE)
        ]
        self._count = _body({"totalDocs": count, "page": 1, "limit": 1, "docs": docs[:1]})
        self._silence = _body({"totalDocs": 0, "page": 1, "docs": []})
        self.bytes = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = self._answer(request.url.path, dict(request.url.params))
        response = httpx.Response(200, headers={"content-type": "application/json"}, content=body)
        heads = (*request.headers.raw, *response.headers.raw)
        said = sum(len(name) + len(value) + len(": \r\n") for name, value in heads)
        self.bytes += len(str(request.url)) + said + len(body)
        return response

    def _answer(self, path: str, query: Mapping[str, str]) -> bytes:
        if path.endswith("/webhooks/history"):
            return self._silence
        if not path.endswith("/rents/active"):
            return self._bloq
        if int(query["limit"]) < PAGE:
            return self._count
        return self._pages[int(query["page"]) - 1]


def bloqit(rents: Rents) -> Bloqit:
    """The real adapter on this line."""
    clock = SystemClock()
    http = JsonHttp(URL, {"X-API-KEY": "a-key"}, clock, transport=rents)
    return Bloqit(CloudSettings("bloqit", BLOQ, URL, "a-key", _layout()), clock, http)


def code(number: int) -> str:
    """The typed pick-up code of one of them."""
    return f"{number:06d}"


def _rent(number: int) -> dict[str, object]:
    passed = ("created", "reserved", "starting", "in_progress")
    return {
        "_id": f"{number:024x}",
        "type": "delivery",
        "state": "in_progress",
        "states": [{"state": state, "createdAt": SINCE} for state in passed],
        "customer": None,
        "startDate": SINCE,
        "expiryDate": UNTIL,
        "details": {
            "bloq": BLOQ,
            "externalID": f"order-{number}",
            "phoneNumber": f"+35191{number:07d}",
            "pickUpCodes": {"user": code(number)},
            "dropOffCode": f"{number + 500_000:06d}",
        },
        "locker": _locker(number % LOCKERS)["_id"],
        "pricing": {"amount": "0", "currency": "EUR"},
        "notificationOptions": [],
    }


def _locker(number: int) -> dict[str, object]:
    title = f"A{number + 1}"
    return {"_id": f"5d5a6e83d1682b71{number:08x}", "lockerTitle": title, "type": "M"}


def _layout() -> Layout:
    return Layout(2000, ("S", "M", "L"), (Column(450, tuple(map(_compartment, range(LOCKERS)))),))


def _compartment(number: int) -> Compartment:
    label = str(number + 1)
    return Compartment(
        label=label,
        cloud_id=f"A{label}",
        size="M",
        inside=Millimetres(400, 200, 600),
        floor_mm=400,
        owner=Owner.CLOUD,
        thermal="ambient",
        front=make_door(label, "main", 0, number),
        rear=None,
        column=0,
        row=number,
        rows=LOCKERS,
    )


def _body(answer: Mapping[str, object]) -> bytes:
    return json.dumps(answer).encode()
