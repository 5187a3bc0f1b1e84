"""What Bloq.it is told of the kiosk's doors, and how it shows that it knows, in the sandbox."""

from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from kiosk.domain.errors import CloudConflict, CloudMissing, CloudRefused, CloudSilent
from kiosk.domain.layout import Owner
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import Pair, event, paired
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, NOWHERE, RENT


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create()


@pytest.fixture
async def pair(app):
    """On the server for tries, where a shut door is told, too."""
    async with paired(app, demo=True) as pair:
        yield pair


@pytest.fixture
async def live(app):
    async with paired(app) as pair:
        yield pair


@pytest.fixture
async def front(app):
    async with paired(app, front=True, demo=True) as pair:
        yield pair


ONE_CALL = {
    "dropoff.opened": ("reserved", "starting", {"label": "1"}),
    "parcel.deposited": ("starting", "in_progress", {}),
    "reservation.opened": ("in_progress", "locker_opened", {}),
    "reservation.kept": ("locker_opened", "in_progress", {}),
    "pickup.opened": ("in_progress", "collect_item", {}),
    "parcel.collected": ("collect_item", "finished", {}),
    "parcel.ready_for_pickup": ("reserved", "ready_for_pickup", {}),
    "parcel.in_transit": ("ready_for_pickup", "in_transit", {}),
}


@pytest.mark.parametrize("name", ONE_CALL)
async def test_a_fact_is_told_once_and_then_shows(pair: Pair, name):
    before, after, data = ONE_CALL[name]
    await pair.partner.seed(before)
    fact = event(name, **data)
    assert not await pair.cloud.has_effect(fact)
    await pair.cloud.deliver(fact)
    assert await pair.partner.state() == after
    assert await pair.cloud.has_effect(fact)


@pytest.mark.parametrize("name", ["dropoff.opened", "pickup.opened", "reservation.opened"])
async def test_told_twice_is_a_conflict_that_shows_its_effect(pair: Pair, name):
    before, after, data = ONE_CALL[name]
    await pair.partner.seed(before)
    fact = event(name, **data)
    await pair.cloud.deliver(fact)
    with pytest.raises(CloudConflict):
        await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)
    assert await pair.partner.state() == after


@pytest.mark.parametrize("name", ["dropoff.opened", "pickup.opened", "reservation.cancelled"])
async def test_an_answer_lost_after_the_effect_is_found_by_reading(pair: Pair, name):
    before = "reserved" if name == "dropoff.opened" else "in_progress"
    await pair.partner.seed(before)
    fact = event(name, label="1", reason="too_big", declared="maybe")
    pair.line.lost = True
    with pytest.raises(CloudSilent):
        await pair.cloud.deliver(fact)
    assert len([asked for asked in pair.line.asked if asked.startswith("PUT")]) == 1
    assert await pair.cloud.has_effect(fact)


async def test_nothing_is_told_of_a_shut_door_outside_the_server_for_tries(live: Pair):
    await live.partner.seed("starting")
    for name in ("parcel.deposited", "reservation.kept", "parcel.collected"):
        await live.cloud.deliver(event(name))
        assert await live.cloud.has_effect(event(name))
    assert live.line.asked == []
    assert await live.partner.state() == "starting"


async def test_mode_front_tells_no_opening_a_second_time(front: Pair):
    await front.partner.seed("reserved")
    for name in ("dropoff.opened", "pickup.opened", "reservation.opened"):
        await front.cloud.deliver(event(name, label="1"))
        assert await front.cloud.has_effect(event(name, label="1"))
    assert front.line.asked == []


async def test_the_kiosk_s_own_facts_are_nobody_s_business(pair: Pair):
    fact = event("pickup.opened", owner=Owner.LOCAL)
    await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)
    assert pair.line.asked == []


@pytest.mark.parametrize(
    "name",
    ["reservation.expired", "code.wrong", "gate.passed", "locker.disk_low", "door.left_open"],
)
async def test_what_has_no_call_owes_nothing(pair: Pair, name):
    await pair.cloud.deliver(event(name, label="1"))
    assert await pair.cloud.has_effect(event(name, label="1"))
    assert pair.line.asked == []


async def test_a_walk_up_store_is_begun_by_its_making(pair: Pair):
    await pair.partner.seed("starting", type="store")
    fact = event("dropoff.opened", label="1")
    await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)
    assert not any(asked.startswith("PUT") for asked in pair.line.asked)


async def test_a_return_is_handed_in_like_a_delivery(pair: Pair):
    await pair.partner.seed("reserved", type="return")
    await pair.cloud.deliver(event("dropoff.opened", label="1"))
    assert await pair.partner.state() == "starting"


async def test_a_compartment_chosen_here_is_the_rent_s_locker(pair: Pair):
    made = (await pair.partner.delivery(bloqID=BLOQ)).json()["_id"]
    fact = event("reservation.compartment_chosen", made, label="3")
    assert not await pair.cloud.has_effect(fact)
    await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)
    rent = await pair.partner.rent(made)
    assert (rent["state"], rent["locker"]["lockerTitle"]) == ("reserved", "A3")
    pair.line.asked.clear()
    await pair.cloud.deliver(fact)
    assert not any(asked.startswith("PUT") for asked in pair.line.asked)


async def test_a_return_gets_its_locker_by_a_call_of_its_own(pair: Pair):
    made = (await pair.partner.http.post("/returns", json={})).json()["_id"]
    assert made
    await pair.partner.seed("created", type="return", locker=None)
    await pair.cloud.deliver(event("reservation.compartment_chosen", label="3"))
    rent = await pair.partner.rent()
    assert (rent["state"], rent["locker"]["lockerTitle"]) == ("reserved", "A3")


@pytest.mark.parametrize(
    ("before", "after"), [("reserved", "reserved"), ("in_transit", "in_transit")]
)
async def test_a_move_before_the_door_opened_is_another_locker(pair: Pair, before, after):
    await pair.partner.seed(before)
    fact = event("reservation.moved", label="1", to="4")
    await pair.cloud.deliver(fact)
    rent = await pair.partner.rent()
    assert (rent["state"], rent["locker"]["lockerTitle"]) == (after, "A4")
    assert await pair.cloud.has_effect(fact)


async def test_what_did_not_fit_is_made_in_another_locker(pair: Pair):
    await pair.partner.seed("starting")
    await pair.cloud.deliver(event("reservation.moved", label="1", to="4"))
    assert (await pair.partner.rent())["locker"]["lockerTitle"] == "A4"
    opened = event("dropoff.opened", label="4")
    with pytest.raises(CloudConflict):
        await pair.cloud.deliver(opened)
    assert await pair.cloud.has_effect(opened)
    assert not await pair.cloud.has_effect(event("dropoff.opened", label="1"))


async def test_a_store_keeps_its_locker(pair: Pair):
    await pair.partner.seed("starting", type="store")
    with pytest.raises(CloudRefused, match="store"):
        await pair.cloud.deliver(event("reservation.moved", label="1", to="4"))


@pytest.mark.parametrize(
    ("data", "after"),
    [
        ({"reason": "too_big", "declared": "empty"}, "finished"),
        ({"reason": "too_big", "declared": "maybe"}, "cancelled"),
        ({"reason": "withdrawn"}, "cancelled"),
        ({"reason": "operator"}, "finished"),
        ({"reason": "not_opened"}, "finished"),
    ],
)
async def test_a_cancelled_rent_is_finished_only_where_nothing_lies_inside(pair: Pair, data, after):
    await pair.partner.seed("starting")
    fact = event("reservation.cancelled", label="1", **data)
    assert not await pair.cloud.has_effect(fact)
    for _ in range(2):  # it reads first, and so may be repeated
        await pair.cloud.deliver(fact)
        assert await pair.partner.state() == after
        assert await pair.cloud.has_effect(fact)


async def test_a_cancel_whose_finish_is_missing_is_finished(pair: Pair):
    await pair.partner.seed("cancelled")
    fact = event("reservation.cancelled", label="1", reason="operator")
    assert not await pair.cloud.has_effect(fact)
    await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)


async def test_a_later_end_is_told_and_shows(pair: Pair):
    await pair.partner.seed("in_progress")
    until = datetime.now(UTC) + timedelta(days=2)
    fact = event("reservation.extended", until=until.isoformat())
    assert not await pair.cloud.has_effect(fact)
    await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)
    other = event("reservation.extended", until=(until + timedelta(hours=1)).isoformat())
    assert not await pair.cloud.has_effect(other)


@pytest.mark.parametrize("until", ["soon", "2030-01-01T00:00:00", None, 7])
async def test_an_end_that_is_no_time_is_refused_here(pair: Pair, until):
    with pytest.raises(CloudRefused):
        await pair.cloud.deliver(event("reservation.extended", until=until))
    assert not any(asked.startswith("PUT") for asked in pair.line.asked)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("compartment.problem", {"block": True}),
        ("door.contact_faulty", {}),
        ("door.wrong_opened", {}),
    ],
)
async def test_a_compartment_out_of_use_is_no_locker_to_give_away(pair: Pair, name, data):
    broken, mended = (
        event(name, None, label="2", **data),
        event("compartment.cleared", None, label="2"),
    )
    assert not await pair.cloud.has_effect(broken)
    await pair.cloud.deliver(broken)
    assert not (await pair.partner.lockers())["A2"]["active"]
    assert await pair.cloud.has_effect(broken)
    await pair.cloud.deliver(mended)
    assert (await pair.partner.lockers())["A2"]["active"]
    assert await pair.cloud.has_effect(mended)


async def test_a_fault_that_blocks_nothing_is_not_told(pair: Pair):
    await pair.cloud.deliver(event("compartment.problem", label="2", block=False))
    assert pair.line.asked == []


@pytest.mark.parametrize("before", ["expired", "cancelled"])
async def test_a_courier_collects_what_is_over_and_it_ends(pair: Pair, before):
    await pair.partner.seed(before)
    for name, after in (("pickup.opened", "collect_item"), ("parcel.collected", "finished")):
        fact = event(name, label="1", initiated_by="courier")
        assert not await pair.cloud.has_effect(fact)
        await pair.cloud.deliver(fact)
        assert await pair.partner.state() == after
        assert await pair.cloud.has_effect(fact)


@pytest.mark.parametrize("by", ["courier", "technician"])
async def test_a_return_that_was_taken_away_is_finished_and_its_locker_free(live: Pair, by):
    await live.partner.seed("in_progress", type="return")
    await live.cloud.deliver(event("pickup.opened", label="1", initiated_by=by))
    fact = event("parcel.collected", label="1", initiated_by=by)
    assert not await live.cloud.has_effect(fact)
    for _ in range(2):  # it reads first, and so may be repeated
        await live.cloud.deliver(fact)
        assert await live.partner.state() == "finished"
        assert await live.cloud.has_effect(fact)


@pytest.mark.parametrize(("kind", "by"), [("delivery", "courier"), ("return", "consumer")])
async def test_no_other_shut_door_is_told_elsewhere_than_on_the_demo_server(live: Pair, kind, by):
    await live.partner.seed("in_progress", type=kind)
    fact = event("parcel.collected", label="1", initiated_by=by)
    await live.cloud.deliver(fact)
    assert await live.partner.state() == "in_progress"
    assert await live.cloud.has_effect(fact)
    assert not any(asked.startswith("PUT") for asked in live.line.asked)


async def test_marks_out_of_turn_are_turned_away(pair: Pair):
    await pair.partner.seed("reserved")
    for name in ("parcel.in_transit", "recipient.notified"):
        with pytest.raises(CloudConflict):
            await pair.cloud.deliver(event(name))
        assert not await pair.cloud.has_effect(event(name))


@pytest.mark.parametrize("name", ["parcel.missing", "parcel.misaligned", "parcel.label_scanned"])
async def test_of_a_courier_s_scans_the_document_has_no_call(pair: Pair, name):
    await pair.cloud.deliver(event(name, label="2"))
    assert await pair.cloud.has_effect(event(name, label="2"))
    assert pair.line.asked == []


async def test_a_recipient_told_once_more_shows_in_the_history(pair: Pair):
    await pair.partner.seed("in_progress")
    fact = event("recipient.notified")
    assert not await pair.cloud.has_effect(fact)
    await pair.cloud.deliver(fact)
    assert await pair.cloud.has_effect(fact)


@pytest.mark.parametrize("name", ["pickup.opened", "reservation.cancelled", "dropoff.opened"])
async def test_of_another_bloq_s_rent_and_of_none_nothing_is_read(pair: Pair, name):
    fact = event(name, NOWHERE, label="1", reason="operator")
    with pytest.raises(CloudMissing):
        await pair.cloud.deliver(fact)
    await pair.partner.seed("in_progress", bloqID=NEIGHBOUR)
    with pytest.raises(CloudMissing):
        await pair.cloud.has_effect(event(name, RENT, label="1"))


async def test_a_whole_visit_is_told_step_by_step(pair: Pair):
    await pair.partner.seed("reserved")
    for name in (
        "dropoff.opened", "parcel.deposited", "reservation.opened", "reservation.kept",
        "pickup.opened", "parcel.collected",
    ):  # fmt: skip
        await pair.cloud.deliver(event(name, label="1"))
    states = [step["state"] for step in (await pair.partner.rent())["states"]]
    assert states[-8:] == [
        "reserved", "starting", "in_progress", "locker_opened", "in_progress", "collect_item",
        "price_calculation", "finished",
    ]  # fmt: skip


async def test_what_expired_meanwhile_still_shows_how_far_it_had_come(pair: Pair):
    await pair.partner.seed("in_progress", expiryDate="2030-01-01T00:00:00.000Z")
    await pair.partner.wait(10 * 366 * 86400)
    assert await pair.partner.state() == "expired"
    assert await pair.cloud.has_effect(event("parcel.deposited"))
    assert not await pair.cloud.has_effect(event("pickup.opened"))
