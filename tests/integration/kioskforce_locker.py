"""A sandbox cloud with one locker, as the tests of its states and doors talk to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI

SANDBOX = "http://sandbox/_sandbox"
PENDING, DROPPED_OFF, PICKED_UP, CANCELLED, ABANDONED = (
    f"RESERVATION_STATUS_{name}"
    for name in ("PENDING", "DROPPED_OFF", "PICKED_UP", "CANCELLED", "ABANDONED")
)


class Locker:
    """One cloud with one seeded reservation in A03."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def seed(self, **wish: object) -> None:
        wish = {"reservation_id": "res_1", "cell": "A03"} | wish
        assert (await self.http.post(f"{SANDBOX}/reservations", json=wish)).status_code == 201

    async def call(self, verb: str, name: str = "res_1", **more) -> httpx.Response:
        return await self.http.post(f"/reservations/{name}/{verb}", **more)

    async def status(self, name: str = "res_1") -> str:
        return (await self.http.get(f"/reservations/{name}")).json()["status"]

    async def listed(self) -> list[str]:
        page = (await self.http.get("/reservations")).json()
        return [entry["reservation_id"] for entry in page["reservations"]]

    async def wait(self, seconds: float) -> None:
        await self.http.post(f"{SANDBOX}/clock", json={"seconds": seconds})

    async def door(self, verb: str) -> httpx.Response:
        return await self.http.post(f"{SANDBOX}/doors/A03/{verb}")

    async def door_open(self) -> bool:
        doors = (await self.http.get(f"{SANDBOX}/doors")).json()
        return {door["name"]: door["door_open"] for door in doors}["A03"]

    async def webhooks(self) -> list[dict]:
        return (await self.http.get(f"{SANDBOX}/webhooks")).json()

    async def events(self) -> list[str]:
        return [sent["body"]["event_type"].split("_", 2)[2] for sent in await self.webhooks()]


@asynccontextmanager
async def connected(app: FastAPI) -> AsyncIterator[Locker]:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app),
        base_url="http://sandbox/api/delivery/external/v1",
        headers={"X-API-Key": "sandbox-key"},
    ) as http:
        await http.post(f"{SANDBOX}/reset")
        yield Locker(http)
