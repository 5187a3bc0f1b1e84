"""A recorded conversation tells no secret, and an adapter it is replayed to comes to the same."""

import asyncio
import json
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.adapters.clouds.recording import Recorder, recorder
from kiosk.adapters.clouds.redaction import Redaction
from kiosk.domain.errors import CloudError, ConfigWrong
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Event, ReservationId
from kiosk.ports import Cloud, CloudSettings
from kiosk.ports_abilities import Reports, Resolves, Syncs
from kiosk.sandbox.clouds.faults import Fault
from tests.contract.clouds import CLOUDS, LABEL, Vendor
from tests.contract.description import described
from tests.contract.replay import Replay, Unheard, recorded
from tests.contract.stand import KEY
from tests.contract.wire import Wire
from tests.integration.sheets import listed
from tests.machines.virtual_loop import VirtualLoop

each_cloud = pytest.mark.parametrize("vendor", CLOUDS, ids=[each.name for each in CLOUDS])


def shape(told: Arrival | CloudError) -> object:
    """What of an outcome is the same under pseudonyms."""
    if isinstance(told, CloudError):
        return type(told).__name__
    codes = [(c.purpose, c.way, len(c.text)) for c in told.codes or ()]
    what = told.reservation
    return what.state, what.kind, what.compartment, what.owner, what.made_at, codes


async def converses(cloud: Cloud, vendor: Vendor) -> list[object]:
    """Read all, tell the journey, read after each step; every outcome in turn."""
    assert isinstance(cloud, Syncs)
    assert isinstance(cloud, Resolves)
    assert isinstance(cloud, Reports)
    (arrival,) = await listed(cloud)
    found = arrival.reservation.id
    outcomes: list[object] = [shape(arrival)]
    for number, step in enumerate(vendor.told(), 1):
        about = ReservationId(found)
        at = arrival.reservation.read_at
        event = Event(
            number, f"e{number}", step.event or "", about, Owner.CLOUD, at, {"label": LABEL}
        )
        for work in (cloud.deliver(event), cloud.read(about)):
            try:
                told = await work
            except CloudError as error:
                told = error
            outcomes.append(shape(told) if told is not None else None)
    await cloud.aclose()
    return outcomes


def records(vendor: Vendor, folder: Path, *faults: Fault) -> tuple[Path, list[object]]:
    """A conversation with the sandbox, written down; answers the file and the outcomes."""
    loop = VirtualLoop()
    app = vendor.sandbox(key=KEY)
    wire = Wire(app, described(vendor.name))

    async def story() -> list[object]:
        await vendor.sows(app)
        app.state.faults.add(list(faults))
        settings = CloudSettings(
            vendor.name, vendor.locker, "", KEY, vendor.layout(), record=folder
        )
        return await converses(vendor.connect(loop, wire, KEY, record=recorder(settings)), vendor)

    try:
        outcomes = loop.run_until_complete(story())
    finally:
        loop.close()
    (path,) = folder.iterdir()
    return path, outcomes


def replays(vendor: Vendor, locker: str, replay: Replay) -> list[object]:
    loop = VirtualLoop()
    try:
        cloud = replace(vendor, locker=locker).connect(loop, replay, "any-key")
        return loop.run_until_complete(converses(cloud, vendor))
    finally:
        loop.close()


@each_cloud
def test_a_recorded_conversation_tells_no_secret_and_only_its_owner_may_read_it(vendor, tmp_path):
    path, outcomes = records(vendor, tmp_path / "made" / "here")
    text = path.read_text("utf-8")
    assert len(outcomes) > 4
    for canary in (KEY, *vendor.canaries, vendor.parcel, vendor.locker):
        assert canary not in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@each_cloud
def test_a_replayed_conversation_has_the_same_outcomes(vendor, tmp_path):
    path, outcomes = records(vendor, tmp_path)
    locker, lines = recorded(path)
    replay = Replay(lines)
    assert replays(vendor, locker, replay) == outcomes
    assert replay.left == []


@each_cloud
@pytest.mark.parametrize(
    "fault",
    [
        {"status": 429, "retry_after": 7},
        {"status": 502, "body": "html"},
        {"status": 409},
        {"cut": 3},
        {"lose_answer": True},
        {"status": 200, "body": "html"},
    ],
    ids=str,
)
def test_what_went_wrong_goes_wrong_again_in_the_same_way(vendor, fault, tmp_path):
    first = vendor.told()[0]
    path, outcomes = records(
        vendor, tmp_path, Fault(path=first.call, method=vendor.method, **fault)
    )
    assert any(isinstance(outcome, str) and outcome.startswith("Cloud") for outcome in outcomes)
    locker, lines = recorded(path)
    assert replays(vendor, locker, Replay(lines)) == outcomes


@each_cloud
def test_another_conversation_than_the_recorded_one_is_noticed(vendor, tmp_path):
    path, _ = records(vendor, tmp_path)
    locker, lines = recorded(path)
    with pytest.raises(Unheard):
        replays(vendor, locker, Replay(lines[:-1]))


SECRET = "s3cretX9"


@pytest.mark.parametrize(
    "body",
    [
        {"pickUpCodes": {SECRET: SECRET}},
        {"details": {"metadata": {"name": SECRET, SECRET: 1}}},
        {"state": SECRET, "status": {"deep": [SECRET]}},
        {"cell": {"description": f"ring {SECRET}"}, "lockerTitle": SECRET},
        {"page": SECRET, "remainingLabels": SECRET, "x": [[SECRET]]},
        {"drop_off_qrcode": f"DLV-DROP-{SECRET}-{SECRET}", "url": f"https://x/{SECRET}"},
        [SECRET, {"_id": SECRET, "2021-01-01T00:00:00Z" + SECRET: 1}],
    ],
)
def test_no_field_lets_a_secret_through(body):
    assert SECRET not in json.dumps(Redaction().value(body))


@pytest.mark.parametrize("number", [4711, 385917719001, 47.11, -4711])
def test_a_number_may_be_a_code_unless_its_field_says_otherwise(number):
    told = Redaction().value({"pin": number, "width": number})
    assert told["width"] == number
    assert str(abs(int(number))) not in json.dumps(told["pin"])


def test_what_helps_to_follow_a_conversation_is_kept():
    body: dict[str, Any] = {
        "state": "in_progress",
        "codeName": "rent.created",
        "active": True,
        "customer": None,
        "createdAt": "2020-10-13T14:56:39.561Z",
        "cell": {"description": "A03"},
        "totalDocs": 50,
        "code": 5,
    }
    assert Redaction().value(body) == body


def test_the_same_text_has_the_same_pseudonym_and_another_text_another():
    redaction = Redaction()
    ids = [f"res_{number}" for number in range(300)]
    told = [redaction.text(each) for each in ids]
    assert len(set(told)) == 300
    assert [redaction.text(each) for each in ids] == told
    assert redaction.text("DLV-PICK-res_7-1234").startswith(f"DLV-PICK-{told[7]}-")
    assert set(told) & set(ids) == set()


def test_a_folder_that_cannot_be_written_to_stops_the_start(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigWrong, match="KIOSK_RECORD"):
        Recorder(tmp_path / "file", "L1")


@each_cloud
async def test_an_adapter_made_as_the_kiosk_makes_it_records_when_told_to(vendor, tmp_path):
    clock = asyncio.get_running_loop()
    told = CloudSettings(
        vendor.name, vendor.locker, "http://127.0.0.1:9", KEY, vendor.layout(), record=tmp_path
    )
    for settings, files in ((replace(told, record=None), 0), (told, 1)):
        cloud = vendor.maker.connect(settings, clock)
        await cloud.aclose()
        assert len(list(tmp_path.iterdir())) == files


def test_nobody_is_recorded_unasked():
    assert recorder(CloudSettings("x", "L1", "", KEY, CLOUDS[0].layout())) is None


async def test_a_full_disk_ends_the_recording_and_not_the_conversation(tmp_path):
    vendor = CLOUDS[0]
    app = vendor.sandbox(key=KEY)
    made = Recorder(tmp_path, vendor.locker)
    made.close()
    cloud = vendor.connect(
        asyncio.get_running_loop(), Wire(app, described(vendor.name)), KEY, record=made
    )
    await cloud.ping()
    await cloud.aclose()
