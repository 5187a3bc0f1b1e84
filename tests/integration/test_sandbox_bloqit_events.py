"""Events are remembered, say where they began, and go out signed, in order, and again."""

import asyncio
import base64
import hashlib
import hmac
import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from bloqit_locker import BLOQ, RENT, SANDBOX, connected, flaw

from kiosk.sandbox.clouds.bloqit import create
from kiosk.sandbox.clouds.bloqit.words import EventType

SECRET = "Y2No6tuPrX"
DOCUMENTED = {
    "locker": "locker_opened locker_closed locker_timeout open_warning locker_active "
    "locker_inactive created open_locker_error spontaneous_locker_opening "
    "maintenance_status_update",
    "rent": "created started in_progress locker_opened collect_item price_calculation finished "
    "reserved cancelled expired extended in_transit ready_for_pickup automatic_notification_sent "
    "drop_off_confirmation drop_off_cancellation drop_off_code_check drop_off_code_check_offline "
    "pin_attempt offline_dropoff waiting_offline_dropoff_sync",
    "bloq": "label_printed print_label_error reconnected created active inactive "
    "courier_authentication courier_logout",
    "customer": "customer_created customer_updated customer_deleted",
}
"""The table of the section on webhooks: 10, 21, 8 and 3."""


@pytest.fixture(scope="module")
def app():
    return create(pauses=(0.01, 0.01))


@pytest.fixture
async def partner(app):
    async with connected(app) as partner:
        yield partner


class Receiver:
    """Whoever subscribed: takes each webhook down and answers what it was told to."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: list[int] = []
        self.taken: queue.Queue = queue.Queue()

    async def next(self) -> tuple[dict, bytes]:
        """Headers and body of the next webhook that comes in."""
        return await asyncio.to_thread(self.taken.get, timeout=10)

    async def events(self, count: int) -> list[str]:
        return [json.loads((await self.next())[1])["codeName"] for _ in range(count)]


@contextmanager
def receiving() -> Iterator[Receiver]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            status = receiver.answers.pop(0) if receiver.answers else 204
            self.send_response(status)
            self.send_header("location", "/elsewhere")
            self.send_header("content-length", "0")
            self.end_headers()
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.taken.put((headers, body))

        def log_message(self, *said: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        receiver = Receiver(f"http://127.0.0.1:{server.server_port}/hook")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield receiver
        server.shutdown()
        thread.join()


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver


async def subscribe(partner, url: str, *events: str, **more: str) -> dict:
    body = {"url": url, "enabledEvents": list(events), **more}
    answer = await partner.http.post("/webhooks", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def outcomes(partner) -> list[tuple]:
    """As soon as nothing waits any more."""
    async with asyncio.timeout(10):
        while True:
            sent = (await partner.http.get(f"{SANDBOX}/deliveries")).json()
            if all(each["outcome"] != "waiting" for each in sent):
                return [(each["outcome"], each["tries"], each["status"]) for each in sent]
            await asyncio.sleep(0.01)


def verified(signature: str, secret: str) -> str:
    """The document's first two steps with nothing but an HMAC: what was signed, or an error."""
    head, payload, seal = signature.split(".")
    digest = hmac.new(secret.encode(), f"{head}.{payload}".encode(), hashlib.sha256).digest()
    assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == seal
    assert json.loads(base64.urlsafe_b64decode(head + "==")) == {"alg": "HS256"}
    return base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()


def test_the_event_types_are_those_of_the_documents_table():
    documented = {
        f"{group}.{name}" for group, names in DOCUMENTED.items() for name in names.split()
    }
    assert {kind.value for kind in EventType} == documented
    assert len(documented) == 42


async def test_an_event_says_what_it_is_about_and_where_it_began(partner):
    await partner.seed("in_progress")
    await partner.put("/rents/{}/lockers/open")
    opened, told = await partner.history()
    assert opened["codeName"] == "locker.locker_opened"
    assert told["codeName"] == "rent.locker_opened"
    assert (told["rent"], told["bloq"]) == (RENT, BLOQ)
    assert told["locker"] == opened["locker"] == await partner.locker_id("A1")
    assert told["actionInitiatedBy"]["source"] == "public_api"
    assert told["actionInitiatedBy"].keys() == {"role", "id", "source"}


@pytest.mark.parametrize(
    ("state", "expiry", "call", "event", "source"),
    [
        ("in_progress", None, "/rent-sims/{}/lockers/keypad", "rent.collect_item", "locker"),
        ("starting", None, "/rent-sims/{}/lockers/close", "rent.in_progress", "locker"),
        ("in_progress", "2020-01-01T00:00:00Z", "/rents/{}/finish", "rent.expired", "expiration"),
        ("cancelled", None, "/rents/{}/finish", "rent.finished", "public_api"),
    ],
)
async def test_the_source_of_an_event_is_who_started_it(
    partner, state, expiry, call, event, source
):
    await partner.seed(state, expiryDate=expiry)
    await partner.put(call)
    (told,) = await partner.history(eventTypes=event)
    assert told["actionInitiatedBy"]["source"] == source


async def test_the_history_of_a_rent_holds_all_that_happened_to_it(partner):
    await partner.seed("reserved")
    await partner.seed("reserved", _id="a" * 24, locker="A2")
    for rent in (RENT, "a" * 24):
        await partner.put("/rents/{}/cancel", rent)
    told = (await partner.http.get(f"/rents/{RENT}/history")).json()
    assert [(event["codeName"], event["rent"]) for event in told] == [("rent.cancelled", RENT)]


async def test_the_history_is_filtered_by_type_and_time_and_comes_in_pages(partner):
    for name in "abc":
        await partner.http.post("/customers", json={"name": name})
    await partner.delivery(bloqID=BLOQ)
    assert len(await partner.history(eventTypes="customer.customer_created")) == 3
    both = "customer.customer_created,rent.created"
    assert len(await partner.history(eventTypes=both)) == 4
    assert await partner.history(startDate="2099-01-01T00:00:00Z") == []
    assert await partner.history(endDate="2020-01-01T00:00:00Z") == []
    page = (await partner.http.get("/webhooks/history", params={"page": 2, "limit": 3})).json()
    assert (page["totalDocs"], len(page["docs"])) == (4, 1)
    default = (await partner.http.get("/webhooks/history")).json()
    assert default["limit"] == 15
    refused = await partner.http.get("/webhooks/history", params={"eventTypes": "rent.opened"})
    assert flaw(refused) == (400, "eventTypesInvalid")


async def test_what_the_machine_reports_is_in_the_history(partner):
    await partner.seed("in_progress")
    said = {"codeName": "rent.pin_attempt", "rent": RENT, "message": "wrong pin"}
    assert (await partner.http.post(f"{SANDBOX}/events", json=said)).status_code == 201
    (told,) = await partner.history(eventTypes="rent.pin_attempt")
    assert (told["rent"], told["message"]) == (RENT, "wrong pin")
    assert told["actionInitiatedBy"]["source"] == "locker"


async def test_a_webhook_is_created_found_changed_and_deleted(partner):
    made = await subscribe(
        partner, "/ourPartner/receiveWebhook", "locker.locker_opened", secret=SECRET
    )
    assert made.keys() == {"_id", "description", "url", "updatedAt", "enabledEvents"}
    here = f"/webhooks/{made['_id']}"
    changed = await partner.put(here, json={"enabledEvents": ["rent.created"]})
    assert changed.json()["enabledEvents"] == ["rent.created"]
    assert changed.json()["url"] == made["url"]
    assert (await partner.http.get(here)).json() == changed.json()
    assert len(await partner.listed("/webhooks", eventType="rent.created")) == 1
    assert await partner.listed("/webhooks", eventType="locker.locker_opened") == []
    assert await partner.listed("/webhooks", startDate="2099-01-01T00:00:00Z") == []
    assert (await partner.http.delete(here)).status_code == 200
    assert await partner.listed("/webhooks") == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"url": None}, "urlInvalid"),
        ({"enabledEvents": None}, "enabledEventsInvalid"),
        ({"enabledEvents": ["rent.*"]}, "enabledEventsInvalid"),
    ],
)
async def test_a_webhook_needs_a_url_and_events_that_exist(partner, change, code):
    body = {"url": "https://x.example", "enabledEvents": ["rent.created"]} | change
    assert flaw(await partner.http.post("/webhooks", json=body)) == (400, code)


async def test_a_signature_is_a_jwt_over_timestamp_dot_body(partner, receiver):
    await subscribe(partner, receiver.url, "customer.customer_created", secret=SECRET)
    await partner.http.post("/customers", json={"name": "John"})
    headers, body = await receiver.next()
    assert verified(headers["signature"], SECRET) == f"{headers['timestamp']}.{body.decode()}"
    assert headers["content-type"] == "application/json"
    assert headers["timestamp"].isdigit()
    said = json.loads(body)
    assert json.dumps(said, separators=(",", ":")) == body.decode()  # as JSON.stringify has it
    assert said["codeName"] == "customer.customer_created"
    assert "createdAt" not in said
    assert await outcomes(partner) == [("delivered", 1, 204)]


async def test_a_signature_speaks_as_javascript_does_of_letters_beyond_ascii(partner, receiver):
    await subscribe(partner, receiver.url, "rent.pin_attempt", secret=SECRET)
    said = {"codeName": "rent.pin_attempt", "message": "żółw 🐢"}
    await partner.http.post(f"{SANDBOX}/events", json=said)
    headers, body = await receiver.next()
    assert "żółw 🐢" in body.decode()
    assert verified(headers["signature"], SECRET) == f"{headers['timestamp']}.{body.decode()}"


async def test_another_secret_does_not_verify(partner, receiver):
    await subscribe(partner, receiver.url, "rent.created", secret=SECRET)
    await partner.delivery(bloqID=BLOQ)
    headers, _ = await receiver.next()
    with pytest.raises(AssertionError):
        verified(headers["signature"], "another")


async def test_without_a_secret_nothing_is_signed(partner, receiver):
    await subscribe(partner, receiver.url, "rent.created")
    await partner.delivery(bloqID=BLOQ)
    headers, _ = await receiver.next()
    assert "signature" not in headers


async def test_only_events_subscribed_to_are_sent_and_in_their_order(partner, receiver):
    await subscribe(partner, receiver.url, "rent.created", "rent.started", "rent.in_progress")
    await subscribe(partner, receiver.url, "bloq.inactive")
    rent = (await partner.delivery(lockerID=await partner.locker_id("A1"))).json()["_id"]
    await partner.put("/deliveries/{}/make", rent)
    await partner.put("/rent-sims/{}/lockers/close", rent)
    assert await receiver.events(3) == ["rent.created", "rent.started", "rent.in_progress"]
    assert await outcomes(partner) == [("delivered", 1, 204)] * 3


async def test_what_was_not_taken_is_sent_again_before_the_next(partner, receiver):
    receiver.answers = [500, 302]
    await subscribe(partner, receiver.url, "rent.created", "rent.cancelled", secret=SECRET)
    rent = (await partner.delivery(bloqID=BLOQ)).json()["_id"]
    await partner.put("/rents/{}/cancel", rent)
    assert await receiver.events(4) == ["rent.created"] * 3 + ["rent.cancelled"]
    assert await outcomes(partner) == [("delivered", 3, 204), ("delivered", 1, 204)]


async def test_in_the_end_it_gives_up_and_goes_on(partner, receiver):
    receiver.answers = [503, 503, 503]
    await subscribe(partner, receiver.url, "rent.created", "rent.cancelled")
    rent = (await partner.delivery(bloqID=BLOQ)).json()["_id"]
    await partner.put("/rents/{}/cancel", rent)
    assert await outcomes(partner) == [("given up", 3, 503), ("delivered", 1, 204)]


async def test_where_nobody_listens_it_gives_up(partner):
    with receiving() as gone:
        pass
    await subscribe(partner, gone.url, "rent.created")
    await partner.delivery(bloqID=BLOQ)
    assert await outcomes(partner) == [("given up", 3, None)]


@pytest.mark.parametrize(
    "url",
    [
        "/ourPartner/receiveWebhook", "ftp://x.example", "", "http://", "http://xn--a/",
        "http://127.0.0.1:99999/", "http://\0/",
    ],
)  # fmt: skip
async def test_a_url_without_a_host_is_sent_nothing(partner, url):
    await subscribe(partner, url, "rent.created")
    assert (await partner.delivery(bloqID=BLOQ)).status_code == 200
    assert await outcomes(partner) == [("not sent: its URL names no host", 0, None)]


@pytest.mark.parametrize("url", ["http://[", "http://a b/"])
async def test_a_host_that_cannot_be_is_given_up(partner, url):
    await subscribe(partner, url, "rent.created")
    await partner.delivery(bloqID=BLOQ)
    assert await outcomes(partner) == [("given up", 3, None)]


async def test_the_secret_of_a_webhook_is_shown_nowhere(partner, receiver):
    made = await subscribe(partner, receiver.url, "rent.created", secret=SECRET)
    await partner.delivery(bloqID=BLOQ)
    await receiver.next()
    for path in (f"/webhooks/{made['_id']}", "/webhooks", f"{SANDBOX}/deliveries"):
        assert SECRET not in (await partner.http.get(path)).text
