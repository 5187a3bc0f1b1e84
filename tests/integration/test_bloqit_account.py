"""What an operator's script may ask of the partner's account at Bloq.it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import stamina
from fastapi import FastAPI

from kiosk.adapters.clouds.bloqit.account import Account
from kiosk.adapters.clouds.bloqit.account_words import NewLocation, Person
from kiosk.adapters.clouds.bloqit.rented import EARLY, LATE, Changes
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudMissing, CloudRefused
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import (
    BASE,
    KEY,
    LOCKER,
    LOCKERS,
    WHOLE,
    Listening,
    RealClock,
    page,
    settings,
)
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, NOWHERE, RENT, Partner, connected

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
EVERYTHING = Changes(
    expires_at=SOON, deliver_by=SOON, hours_to_collect=12, external_id="order-2",
    drop_off_code="918273", pick_up_codes={"user": "555666"}, locker_type="L",
    label_template="T1", label_content={"to": "x"}, operation_type="lastMile", step_up=True,
    carrier="acme",
)  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _no_waits_between_tries():
    with stamina.set_testing(True, attempts=1):
        yield


@dataclass
class Script:
    partner: Partner
    account: Account
    line: Listening


@asynccontextmanager
async def running(app: FastAPI, **changes: object) -> AsyncIterator[Script]:
    async with connected(app) as partner:
        line = Listening(app)
        http = JsonHttp(BASE, {"X-API-KEY": KEY}, RealClock(), transport=line)
        account = Account(settings(**changes), RealClock(), http)
        yield Script(partner, account, line)
        await account.aclose()
        assert line.breaches == []


@pytest.fixture(scope="module")
def vendors_doors() -> FastAPI:
    return create(door="vendor")


@pytest.fixture
async def script(vendors_doors):
    async with running(vendors_doors) as made:
        yield made


@pytest.fixture
async def front(vendors_doors):
    async with running(vendors_doors, front=True) as made:
        yield made


async def test_bloqs_are_listed_and_filtered(script: Script):
    found = await script.account.bloqs()
    assert (found.total, [one.id for one in found.docs]) == (2, [BLOQ, NEIGHBOUR])
    await script.account.set_bloq(active=False)
    on = await script.account.bloqs(active="active", locker_type="M", rent_type="store")
    assert [one.id for one in on.docs] == [NEIGHBOUR]
    assert [one.id for one in (await script.account.bloqs(2, 1)).docs] == [NEIGHBOUR]


async def test_a_locker_is_taken_out_of_use_and_back(script: Script):
    for available in (False, True):
        found = await script.account.set_available("3", available=available)
        assert found.active is available
        assert (await script.partner.lockers())["A3"]["active"] is available


async def test_in_mode_front_lockers_are_opened_one_and_several(front: Script):
    await front.partner.seed("in_progress", locker="A4")
    assert (await front.account.open_one("1")).is_open
    assert await front.account.open_several(["2", "3"]) == ["2", "3"]
    assert (await front.account.open_or_collect("4")).is_open
    assert await front.partner.state() == "collect_item"
    lockers = await front.partner.lockers()
    assert [title for title, one in lockers.items() if one["isOpen"]] == ["A1", "A2", "A3", "A4"]


async def test_several_open_all_or_none(front: Script):
    await front.partner.seed("in_progress", locker="A2")
    with pytest.raises(CloudConflict):
        await front.account.open_several(["1", "2"])
    for labels in ([], ["1", "1"], [str(n) for n in range(200)]):
        with pytest.raises(CloudRefused):
            await front.account.open_several(labels)
    assert not any(one["isOpen"] for one in (await front.partner.lockers()).values())


async def test_where_the_locks_are_the_kiosks_no_call_opens_any(script: Script):
    account = script.account
    for opening in (
        account.open_one("1"),
        account.open_or_collect("1"),
        account.open_several(["1", "2"]),
    ):
        with pytest.raises(CloudRefused, match="mode front"):
            await opening
    assert script.line.asked == []


async def test_labels_of_all_bloqs_are_counted(script: Script):
    found = await script.account.labels_everywhere(0, 0)
    assert [(one.bloq, one.remaining) for one in found.docs] == [(BLOQ, "120"), (NEIGHBOUR, "120")]


async def test_rents_are_listed_by_bloq_and_state(script: Script):
    await script.partner.seed("in_progress")
    await script.partner.seed("finished", _id=None)
    await script.partner.seed("in_progress", _id=None, bloqID=NEIGHBOUR)
    assert (await script.account.rents()).total == 3
    assert (await script.account.rents(bloq=BLOQ)).total == 2
    (active,) = (await script.account.rents(bloq=BLOQ, active=True)).docs
    assert active.id == RENT
    hour = timedelta(hours=1)
    now = datetime.now(UTC)
    reached = await script.account.reached_state("in_progress", now - hour, now + hour)
    assert reached.total >= 2
    assert (await script.account.reached_state("cancelled", now - hour, now + hour)).total == 0


async def test_a_rent_is_found_by_the_partners_own_id_with_its_history(script: Script):
    await script.partner.seed("in_progress", externalID="order-1")
    assert (await script.account.rent_named("order-1")).id == RENT
    await script.partner.put("/rents/{}/cancel")
    history = await script.account.rent_history(RENT)
    assert history[-1].name == "rent.cancelled"
    with pytest.raises(CloudMissing):
        await script.account.rent_named("order-2")


async def test_all_of_a_rent_may_change_before_the_drop_off(script: Script):
    await script.partner.seed("reserved")
    rent = await script.account.update_rent(RENT, EVERYTHING)
    assert rent.expiry == SOON
    details = (await script.partner.rent())["details"]
    assert details["pickUpCodes"] == {"user": "555666"}
    assert (details["dropOffCode"], details["carrier"]) == ("918273", "acme")
    assert (details["labelTemplateID"], details["labelContent"]) == ("T1", {"to": "x"})
    assert details["collectTimeLimit"] == 12


@pytest.mark.parametrize("field", sorted(EARLY | LATE))
async def test_what_comes_too_late_is_refused_here_with_the_reason(script: Script, field):
    by_name = {
        "deliveryDateLimit": Changes(deliver_by=SOON),
        "dropOffCode": Changes(drop_off_code="918273"),
        "labelTemplateID": Changes(label_template="T1", label_content={}),
        "labelContent": Changes(label_template="T1", label_content={}),
        "desiredLockerType": Changes(locker_type="L"),
        "pickUpCodes": Changes(pick_up_codes={"user": "918273"}),
        "expiryDate": Changes(expires_at=SOON),
        "externalID": Changes(external_id="x"),
        "collectTimeLimit": Changes(hours_to_collect=5),
    }
    await script.partner.seed("in_progress" if field in EARLY else "collect_item")
    with pytest.raises(CloudConflict, match=f"too late for .*{field}.*: the rent is ") as caught:
        await script.account.update_rent(RENT, by_name[field])
    assert "918273" not in str(caught.value)
    assert not any(asked.startswith("PUT") for asked in script.line.asked)


async def test_what_may_change_as_long_as_it_lies_there_changes(script: Script):
    await script.partner.seed("in_progress")
    rent = await script.account.update_rent(RENT, Changes(expires_at=SOON, carrier="acme"))
    assert rent.expiry == SOON
    await script.partner.put("/rents/{}/collect")
    await script.account.update_rent(RENT, Changes(carrier="other"))


async def test_half_a_label_is_refused(script: Script):
    await script.partner.seed("reserved")
    for half in (Changes(label_template="T1"), Changes(label_content={"a": "b"})):
        with pytest.raises(CloudRefused):
            await script.account.update_rent(RENT, half)


async def test_an_expired_delivery_becomes_a_return(script: Script):
    await script.partner.seed("expired")
    await script.account.return_delivery(RENT, SOON)
    assert (await script.partner.rent())["type"] == "return"


@pytest.mark.parametrize("open_locker", [True, False])
async def test_a_store_is_ended(script: Script, open_locker):
    await script.partner.seed("in_progress", type="store")
    await script.account.end_store(RENT, open_locker=open_locker)
    assert await script.partner.state() == ("collect_item" if open_locker else "finished")


async def test_a_return_is_finished(script: Script):
    await script.partner.seed("in_progress", type="return")
    await script.account.finish_return(RENT)
    assert await script.partner.state() == "finished"


async def test_a_customer_is_made_changed_and_deleted(script: Script):
    made = await script.account.new_customer(Person("Ivana", phone="+385917717719"))
    assert (made.name, made.phone, made.email) == ("Ivana", "+385917717719", None)
    changed = await script.account.update_customer(made.id, Person(email="ivana@h.hr"))
    assert (changed.name, changed.email) == ("Ivana", "ivana@h.hr")
    assert (await script.account.customers()).docs == (changed,)
    assert "Ivana" not in repr(changed)
    await script.account.delete_customer(made.id)
    with pytest.raises(CloudMissing):
        await script.account.customer(made.id)


async def test_a_place_is_made_found_and_given_up(script: Script):
    new = NewLocation("Street 1", 38.7, -9.1, external_id="place-1", metadata={"floor": "1"})
    made = await script.account.new_location(new)
    assert made.location is not None
    assert made.location.point() == (38.7, -9.1)
    assert await script.account.location_named("place-1") == made
    assert made.id is not None
    assert await script.account.location(made.id) == made
    assert (await script.account.churn_location(made.id)).state == "churned"
    assert (await script.account.locations(state="created")).total == 0
    assert (await script.account.locations()).total == 1


async def test_webhooks_are_subscribed_changed_and_ended(script: Script):
    made = await script.account.subscribe("http://127.0.0.1:1/", ["rent.created"], secret="s3cret")
    assert made.events == ["rent.created"]
    assert "s3cret" not in repr(made)
    changed = await script.account.resubscribe(made.id, ["rent.finished"])
    assert await script.account.webhook(made.id) == changed
    assert (await script.account.webhooks()).docs == (changed,)
    await script.account.unsubscribe(made.id)
    assert (await script.account.webhooks()).total == 0


def answering(body: object, **changes: object) -> Account:
    def answer(request: httpx.Request) -> httpx.Response:
        whole = {"_id": BLOQ, "lockers": [LOCKER]} if request.url.path.endswith(BLOQ) else body
        return httpx.Response(200, json=whole)

    http = JsonHttp(BASE, {"X-API-KEY": KEY}, RealClock(), transport=httpx.MockTransport(answer))
    return Account(settings(**changes), RealClock(), http)


async def test_answers_about_something_else_are_none():
    other = {**WHOLE, "_id": NOWHERE, "url": "x", "enabledEvents": []}
    account = answering(other)
    for call in (
        account.any_rent(RENT),
        account.end_store(RENT),
        account.customer(RENT),
        account.webhook(RENT),
        account.set_available("1", available=True),
    ):
        with pytest.raises(CloudBroken):
            await call
    for lockers in ([LOCKERS[5]], [7], {}):
        with pytest.raises(CloudBroken):
            await answering(lockers, front=True).open_several(["1"])


@pytest.mark.parametrize("wrong", [{}, [], {"docs": [], "totalDocs": "2"}, page({}), page(7)])
async def test_lists_of_another_form_are_no_answer(wrong):
    account = answering(wrong)
    for call in (account.bloqs(), account.rents(), account.customers(), account.webhooks()):
        with pytest.raises(CloudBroken):
            await call
