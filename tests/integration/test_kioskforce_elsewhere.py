"""A code shown at the wrong machine of KioskForce: its own machine is named, and nothing else."""

import httpx
import pytest

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.domain.codes import DeliveryQr
from kiosk.domain.errors import CloudMissing, CloudSilent
from kiosk.domain.model import Purpose
from kiosk.ports_abilities import Elsewhere
from kiosk.sandbox.clouds.kioskforce import create
from tests.integration.kioskforce_vendor import (
    DETAILED,
    NOT_FOUND,
    StandingClock,
    line,
    ok,
    settings,
)

RIGHT = DeliveryQr(Purpose.PICKUP, "res_789", "5678")
FAR = {**DETAILED, "machine_id": "machine_9"}


def test_the_line_to_kioskforce_can_tell():
    cloud, _ = line(ok(FAR))
    assert isinstance(cloud, Elsewhere)


async def test_a_right_code_is_said_to_be_the_other_machine_s():
    cloud, vendor = line(ok(FAR))
    assert await cloud.elsewhere(RIGHT) == "Awesome Business Park - Waiting Area (South)"
    assert [call.split()[0] for call in vendor.asked] == ["GET"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, DeliveryQr(Purpose.PICKUP, "res_789", "5679")),
        ({}, DeliveryQr(Purpose.DROPOFF, "res_789", "5678")),
        ({}, DeliveryQr(Purpose.DROPOFF, "res_789", "1234")),  # it lies there already
        ({"machine_id": "machine_123"}, RIGHT),
        ({"status": "RESERVATION_STATUS_PICKED_UP"}, RIGHT),
        ({"status": "RESERVATION_STATUS_CANCELLED"}, RIGHT),
        ({"reservation_id": "res_1"}, RIGHT),
        ({"pickup_code_qrcode": None}, RIGHT),
        ({"pickup_code_qrcode": "DLV-PICK-res_1-5678"}, RIGHT),
        ({"pickup_code_qrcode": "https://example.com/5678"}, RIGHT),
    ],
    ids=range(10),
)
async def test_what_opens_nothing_there_now_is_right_nowhere(changes, code):
    cloud, _ = line(ok({**FAR, **changes}))
    assert await cloud.elsewhere(code) is None


async def test_a_parcel_on_its_way_is_brought_to_the_other_machine():
    waiting = {**FAR, "status": "RESERVATION_STATUS_PENDING"}
    cloud, _ = line(ok(waiting))
    code = DeliveryQr(Purpose.DROPOFF, "res_789", "1234")
    assert await cloud.elsewhere(code) == "Awesome Business Park - Waiting Area (South)"


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        (None, "machine_9"),
        ({"name": ""}, "machine_9"),
        ({"name": "\u202eA\u0000 far\n  place\u2066"}, "A far place"),
        ({"name": "x" * 500}, "x" * 80),
    ],
)
async def test_a_name_is_fit_for_a_screen(machine, name):
    cloud, _ = line(ok({**FAR, "machine": machine}))
    assert await cloud.elsewhere(RIGHT) == name


async def test_what_does_not_exist_or_cannot_be_asked_is_an_error_of_the_cloud():
    cloud, _ = line(ok(NOT_FOUND, 404))
    with pytest.raises(CloudMissing):
        await cloud.elsewhere(RIGHT)
    cloud, _ = line(httpx.ConnectError("no line"))
    with pytest.raises(CloudSilent):
        await cloud.elsewhere(RIGHT)


async def test_the_sandbox_s_other_machine_is_named():
    transport = httpx.ASGITransport(create())
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as backdoor:
        await backdoor.post("/_sandbox/reset")
        made = await backdoor.post(
            "/_sandbox/reservations",
            json={"machine_id": "machine_456", "status": "RESERVATION_STATUS_DROPPED_OFF"},
        )
    far = made.json()
    chosen = settings("http://localhost")
    http = JsonHttp(
        chosen.base_url, {"X-API-Key": "sandbox-key"}, StandingClock(), transport=transport
    )
    cloud = KioskForce(chosen, StandingClock(), http)
    shown = DeliveryQr(Purpose.PICKUP, far["reservation_id"], far["pickup_code"])
    name = await cloud.elsewhere(shown)
    assert name
    with pytest.raises(CloudMissing):
        await cloud.read(shown.reservation)
    wrong = DeliveryQr(Purpose.PICKUP, shown.reservation, "0" + far["pickup_code"])
    assert await cloud.elsewhere(wrong) is None
    await cloud.aclose()
