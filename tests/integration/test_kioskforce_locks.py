"""KioskForce's own machine: what its calls open, and what its reservations show of the doors."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.adapters.clouds.kioskforce_locks import OPENS_WITHIN, SHOWN_FOR
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudMissing, CloudRefused
from kiosk.domain.model import Event, Purpose
from kiosk.ports_abilities import Unlock
from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.kioskforce_vendor import RES, event, settings
from tests.services.lockers import ObedientClock

SANDBOX = "https://sandbox"
LABEL = "12"
"""KioskForce calls it A03."""
STORED, WAITING, TAKEN = (
    f"RESERVATION_STATUS_{name}" for name in ("DROPPED_OFF", "PENDING", "PICKED_UP")
)


def wish(purpose: Purpose = Purpose.PICKUP, *, again: bool = False) -> Unlock:
    return Unlock("req-1", LABEL, RES, purpose, again, "Opened again." if again else "")


@dataclass
class Machine:
    """The vendor's end, with a door of its own."""

    cloud: KioskForce
    http: httpx.AsyncClient
    clock: ObedientClock

    async def put(self, status: str) -> None:
        seed = {"reservation_id": RES, "cell": "A03", "status": status}
        await self.there("POST", "reservations", seed)

    async def there(self, method: str, path: str, body: object = None) -> list[dict[str, Any]]:
        answer = await self.http.request(method, f"/_sandbox/{path}", json=body)
        answer.raise_for_status()
        found = answer.json()
        return found if isinstance(found, list) else [found]

    async def calls(self, verb: str) -> list[dict[str, Any]]:
        return [c for c in await self.there("GET", "calls") if str(c["path"]).endswith(f"/{verb}")]

    async def shown(self, after: float = 0.0) -> bool | None:
        """What is shown of the door some seconds later."""
        self.clock.passed += after
        return (await self.cloud.open_doors()).get(LABEL)


@pytest.fixture
async def machine() -> AsyncIterator[Machine]:
    clock = ObedientClock()
    transport = httpx.ASGITransport(create(door="vendor", key="key", cells=["A03"]))
    http = JsonHttp(SANDBOX, {"X-API-Key": "key"}, clock, transport=transport)
    cloud = KioskForce(replace(settings(SANDBOX), front=True), clock, http)
    async with httpx.AsyncClient(transport=transport, base_url=SANDBOX) as line:
        yield Machine(cloud, line, clock)
        await cloud.aclose()


async def test_a_drop_off_is_open_while_it_is_pending_and_shut_once_it_counts(machine: Machine):
    await machine.put(WAITING)
    assert await machine.cloud.open_doors() == {}
    await machine.cloud.unlock(wish(Purpose.DROPOFF))
    assert await machine.shown() is True
    assert await machine.shown(after=60) is True
    await machine.there("POST", "doors/A03/shut")
    assert await machine.shown(after=1) is False
    assert await machine.shown(after=SHOWN_FOR / 2) is False
    assert await machine.shown(after=SHOWN_FOR) is None
    assert await machine.cloud.open_doors() == {}


async def test_a_pick_up_is_seen_to_open_and_never_seen_to_be_shut(machine: Machine):
    await machine.put(STORED)
    await machine.cloud.unlock(wish())
    assert await machine.shown() is True
    await machine.there("POST", "doors/A03/shut")
    assert await machine.shown(after=SHOWN_FOR / 2) is True
    assert await machine.shown(after=SHOWN_FOR) is None
    before = len(await machine.there("GET", "calls"))
    assert await machine.shown(after=1) is None
    assert len(await machine.there("GET", "calls")) == before


@pytest.mark.parametrize(
    ("status", "purpose", "first", "then"),
    [
        (STORED, Purpose.PICKUP, True, None),
        # It may stand open or not: only its shut will tell that it was open.
        (WAITING, Purpose.DROPOFF, None, True),
    ],
)
async def test_after_a_lost_answer_the_reservation_tells_what_it_can(
    machine: Machine, status, purpose, first, then
):
    await machine.put(status)
    await machine.there("POST", "faults", [{"path": "res_", "status": 502, "effect": True}])
    with pytest.raises(CloudBroken):
        await machine.cloud.unlock(wish(purpose))
    assert await machine.shown() is first
    await machine.there("POST", "doors/A03/shut")
    assert await machine.shown(after=SHOWN_FOR) is then


async def test_a_jammed_door_of_a_pick_up_is_shown_shut(machine: Machine):
    await machine.put(STORED)
    await machine.there("POST", "doors/A03/jam")
    with pytest.raises(CloudBroken):
        await machine.cloud.unlock(wish())
    assert await machine.shown() is False
    assert await machine.shown(after=OPENS_WITHIN + 1) is False
    assert await machine.cloud.open_doors() == {}


async def test_within_its_grace_the_same_call_opens_again_and_nobody_sees_the_shut(
    machine: Machine,
):
    await machine.put(STORED)
    await machine.cloud.unlock(wish())
    await machine.cloud.unlock(wish(again=True))
    assert len(await machine.calls("pickups")) == 2
    assert await machine.calls("open-door") == []
    assert await machine.shown() is True
    assert await machine.shown(after=SHOWN_FOR) is None


async def test_after_its_grace_the_door_is_opened_out_of_band_with_the_id_of_the_intent(
    machine: Machine,
):
    await machine.put(TAKEN)
    await machine.there("POST", "clock", {"seconds": 121})
    await machine.cloud.unlock(wish(again=True))
    [told] = await machine.there("GET", "webhooks")
    assert told["headers"]["X-Request-ID"] == "req-1"
    assert await machine.shown() is True


async def test_a_first_opening_that_is_refused_opens_nothing_out_of_band(machine: Machine):
    await machine.put(TAKEN)
    await machine.there("POST", "clock", {"seconds": 121})
    with pytest.raises(CloudConflict):
        await machine.cloud.unlock(wish())
    assert await machine.calls("open-door") == []
    assert await machine.cloud.open_doors() == {}


async def test_what_is_not_there_opens_nothing(machine: Machine):
    with pytest.raises(CloudMissing):
        await machine.cloud.unlock(wish())
    for nobodys in (replace(wish(), reservation=None), replace(wish(), purpose=Purpose.OPENING)):
        with pytest.raises(CloudRefused):
            await machine.cloud.unlock(nobodys)
    assert await machine.cloud.open_doors() == {}


@pytest.mark.parametrize("name", ["parcel.deposited", "parcel.collected"])
async def test_what_the_unlock_has_told_is_told_no_second_time(machine: Machine, name: str):
    await machine.put(STORED)
    await machine.cloud.deliver(event(name))
    assert await machine.cloud.has_effect(event(name))
    assert not await machine.there("GET", "calls")


async def test_troubles_and_a_refused_parcel_are_told_as_ever(machine: Machine):
    await machine.put(STORED)
    await machine.cloud.deliver(event("compartment.problem", label=LABEL, what="dirty"))
    await machine.cloud.deliver(event("parcel.abandoned", label=LABEL))
    assert len(await machine.there("GET", "maintenances")) == 1
    assert len(await machine.calls("abandons")) == 1


async def test_a_drop_off_that_is_taken_back_after_its_door_was_shut_is_told_to_people(
    machine: Machine,
):
    await machine.put(STORED)
    cancelled: Event = event("reservation.cancelled", label=LABEL, reason="changed_mind")
    await machine.cloud.deliver(cancelled)
    [ticket] = await machine.there("GET", "maintenances")
    assert "took the parcel back" in str(ticket["description"])
    assert ticket["severity"] == "HIGH"
