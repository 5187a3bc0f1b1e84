"""A sandbox of Bloq.it with twelve lockers, as the tests of its states and doors talk to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI

BASE = "/api/v1/public"
SANDBOX = "http://sandbox/_sandbox"
BLOQ = "5e5fbcebd1195468b647aa02"
NEIGHBOUR = "5e5fbcebd1195468b647aa99"
RENT = "5f85c02704d61b14f47c78a0"
NOWHERE = "0" * 24
KEY = {"X-API-KEY": "sandbox-key"}


class Partner:
    """Whoever holds the API key."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def seed(self, state: str = "reserved", **wish: object) -> dict:
        wish = {"_id": RENT, "locker": "A1", "state": state} | wish
        answer = await self.http.post(f"{SANDBOX}/reservations", json=wish)
        assert answer.status_code == 201, answer.text
        return answer.json()

    async def lockers(self, bloq: str = BLOQ) -> dict[str, dict]:
        """By title."""
        found = (await self.http.get(f"/bloqs/{bloq}")).json()["lockers"]
        return {locker["lockerTitle"]: locker for locker in found}

    async def locker_id(self, title: str, bloq: str = BLOQ) -> str:
        return (await self.lockers(bloq))[title]["_id"]

    async def put(self, path: str, rent: str = RENT, **more) -> httpx.Response:
        """A call whose path has ``{}`` where the rent's id belongs."""
        return await self.http.put(path.format(rent), **more)

    async def delivery(self, body: dict | None = None, **params: str) -> httpx.Response:
        return await self.http.post("/deliveries", params=params, json=body or {})

    async def rent(self, rent: str = RENT) -> dict:
        return (await self.http.get(f"/rents/{rent}")).json()

    async def state(self, rent: str = RENT) -> str:
        return (await self.rent(rent))["state"]

    async def listed(self, path: str = "/rents", **params) -> list[dict]:
        answer = await self.http.get(path, params={"limit": 100} | params)
        assert answer.status_code == 200, answer.text
        return answer.json()["docs"]

    async def history(self, **params) -> list[dict]:
        return await self.listed("/webhooks/history", **params)

    async def events(self) -> list[str]:
        return [event["codeName"] for event in await self.history()]

    async def wait(self, seconds: float) -> None:
        await self.http.post(f"{SANDBOX}/clock", json={"seconds": seconds})

    async def set(self, what: str, **values: object) -> None:
        answer = await self.http.post(f"{SANDBOX}/{what}", json=values)
        assert answer.status_code == 200, answer.text

    async def door(self, verb: str, title: str = "A1") -> httpx.Response:
        return await self.http.post(f"{SANDBOX}/doors/{title}/{verb}")


@asynccontextmanager
async def connected(app: FastAPI) -> AsyncIterator[Partner]:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url=f"http://sandbox{BASE}", headers=KEY
    ) as http:
        await http.post(f"{SANDBOX}/reset")
        yield Partner(http)


def flaw(answer: httpx.Response) -> tuple[int, str]:
    """Status and code; the body of an error is these two fields and no other."""
    body = answer.json()
    assert body.keys() == {"code", "message"}, body
    assert body["message"]
    return answer.status_code, body["code"]
