"""Who hears of the cloud's parcels beside the cloud: in order, each once, and nobody waits."""

import asyncio
from collections import deque
from contextlib import suppress
from datetime import timedelta

import pytest

from kiosk.domain.errors import CloudBusy, CloudMissing, CloudRefused, CloudSilent
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Channel, NewEvent, ReservationId
from kiosk.domain.rules import CloudRules
from kiosk.services.outbox import KEYS_KEPT, Outbox
from tests.services.fakes import running

DEPOSITED, COLLECTED = "parcel.deposited", "parcel.collected"


class Listener:
    """Hears reports; ``faults`` hit them in their order, before or after they were heard."""

    rules = CloudRules("listener", idempotency_key=True)

    def __init__(self):
        self.faults = deque()
        self.heard = []
        self.deaf = False

    async def deliver(self, event):
        fault = self.faults.popleft() if self.faults else None
        if self.deaf:
            raise CloudSilent("nobody there")
        if fault is None or isinstance(fault, CloudSilent):
            self.heard.append(event)
        if fault is not None:
            raise fault

    async def ping(self):
        """Nothing can be asked."""

    async def aclose(self):
        """Nothing is held."""

    def names(self):
        return [event.name for event in self.heard]


@pytest.fixture
def listener():
    return Listener()


@pytest.fixture
async def reports(store, listener, clock):
    store.reports = True
    return Outbox(
        store,
        listener,
        clock,
        channel=Channel.REPORT,
        sleep=clock.sleep,
        chance=lambda: 0.5,
    )


async def happens(store, *names, about="r1", owner=Owner.CLOUD, **sealed):
    events = tuple(NewEvent(n, about and ReservationId(about), owner, sealed=sealed) for n in names)
    await store.record(Change("something.happened", events=events))


async def rows(store, channel):
    return [row["name"] for row in await store.outbox() if row["channel"] == channel]


async def test_a_kiosk_that_reports_to_nobody_queues_no_report(store):
    await happens(store, DEPOSITED)
    assert await rows(store, "report") == []
    assert await rows(store, "cloud") == [DEPOSITED]


async def test_what_the_cloud_is_told_is_reported_oldest_first(store, reports, listener):
    await happens(store, DEPOSITED, COLLECTED)
    await happens(store, "door.left_open", about=None)
    await reports.once()
    assert listener.names() == [DEPOSITED, COLLECTED, "door.left_open"]
    assert await rows(store, "report") == []
    assert await rows(store, "cloud") == [DEPOSITED, COLLECTED, "door.left_open"]


async def test_what_is_the_kiosks_own_is_reported_to_nobody(store, reports, listener):
    await happens(store, DEPOSITED, owner=Owner.LOCAL)
    await reports.once()
    assert listener.heard == []


async def test_a_message_to_a_person_is_no_report(store, reports, listener):
    ready = NewEvent(
        "notice.parcel_ready", ReservationId("r1"), Owner.CLOUD, channel=Channel.NOTIFIER
    )
    await store.record(Change("something.happened", events=(ready,)))
    await reports.once()
    assert listener.heard == []


async def test_a_listener_that_is_away_holds_up_no_cloud(store, reports, listener, cloud, clock):
    listener.deaf = True
    await happens(store, DEPOSITED, COLLECTED)
    await reports.once()
    await Outbox(store, cloud, clock).once()
    assert cloud.told() == [DEPOSITED, COLLECTED]
    assert await rows(store, "report") == [DEPOSITED, COLLECTED]


async def test_a_cloud_that_is_away_holds_up_no_report(store, reports, listener, cloud, clock):
    cloud.dead = True
    await happens(store, DEPOSITED)
    await Outbox(store, cloud, clock).once()
    await reports.once()
    assert listener.names() == [DEPOSITED]


async def test_silence_keeps_the_order_and_its_end_brings_all(store, reports, listener, clock):
    listener.deaf = True
    await happens(store, DEPOSITED, COLLECTED)
    await happens(store, DEPOSITED, about="r2")
    async with running(reports.run, clock):
        await clock.advance(3600)
        listener.deaf = False
        await clock.advance(1000)
    assert [(e.name, e.reservation) for e in listener.heard] == [
        (DEPOSITED, "r1"),
        (COLLECTED, "r1"),
        (DEPOSITED, "r2"),
    ]


async def test_after_a_lost_answer_the_same_report_goes_out_again_however_late(
    store, reports, listener, clock
):
    listener.faults = deque([CloudSilent("the answer was lost")] * 3)
    await happens(store, DEPOSITED)
    for _ in range(4):
        await reports.once()
        clock.forward((2 * KEYS_KEPT).total_seconds())
    assert {event.id for event in listener.heard} == {listener.heard[0].id}
    assert len(listener.heard) == 4
    assert await store.outbox() != ()
    assert await rows(store, "report") == []


async def test_a_refused_report_is_set_aside_visibly_and_the_next_one_goes(
    store, reports, listener
):
    listener.faults = deque([CloudMissing("report: HTTP 404"), CloudRefused("report: HTTP 422")])
    await happens(store, DEPOSITED, COLLECTED, "reservation.cancelled")
    await reports.once()
    assert listener.names() == ["reservation.cancelled"]
    parked = [r for r in await store.outbox() if r["parked"]]
    assert [(r["name"], r["channel"]) for r in parked] == [
        (DEPOSITED, "report"),
        (COLLECTED, "report"),
    ]
    assert "HTTP 404" in parked[0]["error"]


async def test_who_asks_for_a_pause_gets_it(store, reports, listener, clock):
    listener.faults = deque([CloudBusy("report: HTTP 429", 120.0)])
    await happens(store, DEPOSITED)
    async with running(reports.run, clock):
        await clock.advance(119)
        assert listener.heard == []
        await clock.advance(2)
    assert listener.names() == [DEPOSITED]


async def test_what_is_sealed_in_a_fact_is_sealed_in_its_report_and_gone_once_heard(
    store, reports, listener
):
    await happens(store, "compartment.problem", code="4711")
    assert "4711" not in str(await store.outbox())
    await reports.once()
    assert listener.heard[0].sealed == {"code": "4711"}
    assert await rows(store, "report") == []


async def test_reports_nobody_takes_never_keep_the_cloud_from_hearing(
    store, reports, listener, clock
):
    store.most_events = 3
    listener.deaf = True
    for number in range(5):
        await happens(store, "door.left_open", about=f"r{number}")
        first = await store.next_event(clock.now())
        await store.delivered(first.seq)
    assert len(await rows(store, "report")) == 3
    assert "locker.events_skipped" not in await rows(store, "cloud")
    await happens(store, "door.left_open")
    assert await rows(store, "cloud") == ["door.left_open"]


async def test_reports_left_over_from_before_are_set_aside_when_nobody_listens_any_more(
    store, reports, clock
):
    await happens(store, DEPOSITED)
    store.reports = False
    await Outbox(store, None, clock, channel=Channel.REPORT).once()
    (parked,) = [r for r in await store.outbox() if r["parked"]]
    assert (parked["channel"], parked["error"]) == ("report", "no report_url is configured")


async def test_reports_outlive_the_power(store, reports, listener, clock):
    listener.faults = deque([asyncio.CancelledError()])
    await happens(store, DEPOSITED)
    with suppress(asyncio.CancelledError):
        await reports.once()
    clock.forward(timedelta(days=2).total_seconds())
    await Outbox(store, listener, clock, channel=Channel.REPORT).once()
    assert listener.names() == [DEPOSITED]
