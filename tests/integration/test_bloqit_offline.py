"""Drop-offs while Bloq.it is silent, settled with its sandbox: agreed, or one of three reasons."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from kiosk.adapters.clouds.bloqit import RULES
from kiosk.adapters.clouds.reports import ReportLine
from kiosk.domain import settling
from kiosk.domain.flows.inputs import Granted
from kiosk.domain.model import Channel, CompartmentFlag, Contents, ReservationState
from kiosk.ports_cloud import Relay
from kiosk.sandbox.clouds.bloqit import create
from kiosk.services import walkup_visits
from kiosk.services.outbox import Outbox
from tests.integration.bloqit_line import bank, over
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, RENT, Partner, connected
from tests.integration.hook_end import HookEnd, hook_end
from tests.integration.store_bench import furnished
from tests.services.fakes import FakeClock
from tests.services.test_offline_dropoffs import ACCEPTS, Kiosk

CODE, OTHER = "471174", "882288"
REASONS = {
    "invalid": "invalid_offline_dropoff",
    "inactive": "offline_drop_off_on_inactive_bloq",
    "wrong": "offline_drop_off_on_wrong_bloq",
}


class Wire(httpx.AsyncBaseTransport):
    """A line that can be cut."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner
        self.cut = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.cut:
            raise httpx.ConnectError("cut")
        return await self._inner.handle_async_request(request)


class Story(Kiosk):
    """The same kiosk, whose cloud is the real adapter on a wire."""

    def __init__(self, store, wire, clock, listener):
        self.wire = wire
        super().__init__(store, over(wire, demo=True), clock, ACCEPTS, RULES, bank())
        store.reports = True
        self.line = ReportLine(
            Relay(listener.url, "a-shared-secret-of-32-characters"), self.cloud, clock
        )
        self.reports = Outbox(store, self.line, clock, channel=Channel.REPORT, sleep=clock.sleep)

    async def falls_silent(self):
        self.wire.cut = True
        await self.sync.once()

    async def is_back(self):
        self.wire.cut = False
        self.clock.forward(61)
        await self.sync.once()

    async def settles(self):
        await super().settles()
        await self.reports.once()

    async def aclose(self):
        await self.line.aclose()
        await self.cloud.aclose()


@pytest.fixture
async def heard() -> AsyncIterator[HookEnd]:
    async with hook_end() as end:
        yield end


@pytest.fixture
async def partner() -> AsyncIterator[Partner]:
    app = create()
    async with connected(app) as partner:
        partner.app = app  # type: ignore[attr-defined]
        yield partner


@pytest.fixture
async def kiosk(partner, heard, tmp_path: Path) -> AsyncIterator[Story]:
    clock = FakeClock()
    clock.at = datetime.now(UTC)
    async with furnished(tmp_path, clock) as store:
        story = Story(store, Wire(httpx.ASGITransport(partner.app)), clock, heard)
        yield story
        await story.aclose()


async def announced(kiosk, partner, **wish) -> None:
    await partner.seed(dropOffCode=CODE, pickUpCodes={"user": "13579"}, **wish)
    await kiosk.sync.once()
    await kiosk.falls_silent()


def told(heard: HookEnd) -> list[str]:
    return [call.json["codeName"] for call in heard.calls]


async def test_what_the_cloud_agrees_to_is_begun_there_and_shut(kiosk, partner, heard):
    await announced(kiosk, partner)
    await kiosk.brings(CODE)
    await kiosk.is_back()
    await kiosk.settles()
    assert await partner.state() == "in_progress"
    assert "rent.offline_dropoff" in told(heard)
    assert "rent.drop_off_code_check_offline" in told(heard)
    assert CODE not in "".join(call.body.decode() for call in heard.calls)
    assert await kiosk.store.outbox() == ()


async def becomes(partner, reason: str) -> None:
    """What happens in the cloud while nobody here hears of it."""
    match reason:
        case "invalid":
            await partner.put("/rents/{}/cancel")
        case "inactive":
            answer = await partner.http.put(f"/bloqs/{BLOQ}", json={"active": False})
            assert answer.status_code == 200, answer.text
        case "wrong":
            await partner.http.post("http://sandbox/_sandbox/reset")
            await partner.seed(dropOffCode=CODE, bloqID=NEIGHBOUR, locker=None)


@pytest.mark.parametrize("reason", REASONS)
async def test_a_known_code_the_cloud_disowns_leaves_the_door_out_of_use(
    kiosk, partner, heard, reason
):
    await announced(kiosk, partner)
    await kiosk.brings(CODE)
    await becomes(partner, reason)
    before = await partner.state()
    await kiosk.is_back()
    await kiosk.settles()
    holding = await kiosk.holding("1")
    assert (holding.flag, holding.contents) == (CompartmentFlag.QUARANTINED, Contents.PARCEL)
    assert holding.reason == REASONS[reason]
    assert await partner.state() == before
    assert (await partner.lockers())["A1"]["active"] is False
    inactive = [c.json for c in heard.calls if c.json["codeName"] == "locker.locker_inactive"]
    (said,) = inactive
    assert said["metadata"]["reason"] == REASONS[reason]
    assert said["metadata"]["code"] == CODE
    assert said["locker"] == await partner.locker_id("A1")
    assert "rent.offline_dropoff" not in told(heard)
    assert "signature" in heard.calls[-1].headers


async def test_a_code_made_meanwhile_is_recognised(kiosk, partner, heard):
    await kiosk.sync.once()
    await kiosk.falls_silent()
    granted = await kiosk.types(CODE)
    assert isinstance(granted, Granted)
    assert not granted.visit.placed
    visit = await chosen(kiosk, granted.visit)
    await kiosk.puts_in(visit)
    await partner.seed(dropOffCode=CODE, locker="A4")
    await kiosk.is_back()
    await kiosk.settles()
    rent = await partner.rent()
    assert rent["state"] == "in_progress"
    assert rent["locker"]["_id"] == await partner.locker_id("A1")
    real = await kiosk.store.reservation(RENT)
    assert (real.state, real.compartment) == (ReservationState.STORED, "1")
    assert "rent.offline_dropoff" in told(heard)


@pytest.mark.parametrize("reason", ["invalid", "inactive"])
async def test_an_unknown_code_the_cloud_does_not_know_leaves_the_door_out_of_use(
    kiosk, partner, heard, reason
):
    await kiosk.sync.once()
    await kiosk.falls_silent()
    granted = await kiosk.types(OTHER)
    await kiosk.puts_in(await chosen(kiosk, granted.visit), confirmed=False)
    if reason == "inactive":
        await becomes(partner, reason)
    await kiosk.is_back()
    await kiosk.settles()
    holding = await kiosk.holding("1")
    assert (holding.flag, holding.contents) == (CompartmentFlag.QUARANTINED, Contents.MAYBE)
    assert holding.reason == REASONS[reason]
    assert set(told(heard)) == {"locker.locker_inactive", "locker.maintenance_status_update"}
    assert heard.calls[0].json["metadata"]["code"] == OTHER


async def chosen(kiosk, visit):
    """The person takes the smallest."""
    compartment = kiosk.layout.compartment("1")
    await kiosk.store.record(settling.placed(visit, "1"))
    return walkup_visits.at(visit, compartment)
