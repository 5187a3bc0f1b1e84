"""What others ask by Bloq.it's admin page or public API, heard out of its history."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from kiosk.adapters.clouds.bloqit import Bloqit
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.commands import Ask, Command, Heard
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudSilent
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.bloqit_line import (
    BASE,
    EVENT,
    KEY,
    LOCKERS,
    Listening,
    event,
    page,
    scripted,
    settings,
)
from tests.integration.bloqit_locker import BLOQ, NEIGHBOUR, RENT, SANDBOX, Partner, connected


@pytest.fixture(scope="module")
def app() -> FastAPI:
    return create()


class MovedClock:
    """The kiosk's: the time of day is real, the clock that only grows is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return self.seconds


@dataclass
class Ears:
    """A kiosk that listens, and somebody else with the same key."""

    partner: Partner
    app: FastAPI
    clock: MovedClock
    line: Listening
    cloud: Bloqit
    mark: str | None = None

    async def hear(self) -> list[Command]:
        """What is new; the mark is kept, as the store does."""
        heard = await self.cloud.commands(self.mark)
        self.mark = heard.mark
        return list(heard.commands)

    async def asked(self) -> list[tuple[Ask, str | None, str | None]]:
        return [(one.ask, one.label, one.reservation) for one in await self.hear()]

    def starts_anew(self, **changes: object) -> None:
        """Power back: the store has kept the mark, the adapter nothing."""
        http = JsonHttp(BASE, {"X-API-KEY": KEY}, self.clock, transport=self.line)
        self.cloud = Bloqit(settings(**changes), self.clock, http)

    async def admin(self, name: str, **about: object) -> None:
        """Somebody does it on the vendor's admin page."""
        told = {"codeName": name, "source": "bloq_it_admin", **about}
        answer = await self.partner.http.post(f"{SANDBOX}/events", json=told)
        assert answer.status_code == 201, answer.text

    async def locker(self, title: str, do: str, **body: object) -> None:
        path = f"/bloqs/{BLOQ}/lockers/{await self.partner.locker_id(title)}/{do}"
        answer = await self.partner.http.put(path, json=body or None)
        assert answer.status_code == 200, answer.text


@pytest.fixture
async def ears(app):
    async with connected(app) as partner:
        line, clock = Listening(app), MovedClock()
        http = JsonHttp(BASE, {"X-API-KEY": KEY}, clock, transport=line)
        made = Ears(partner, app, clock, line, Bloqit(settings(), clock, http))
        yield made
        await made.cloud.aclose()
        assert line.breaches == []


async def begun(ears: Ears) -> None:
    assert await ears.hear() == []


async def test_without_a_mark_nothing_old_is_heard(ears: Ears):
    await ears.locker("A2", "open")
    heard = await ears.cloud.commands(None)
    assert heard.commands == ()
    assert await ears.cloud.commands(heard.mark) == Heard((), heard.mark)


async def test_when_nothing_is_new_it_is_one_call(ears: Ears):
    await begun(ears)
    ears.line.asked.clear()
    await begun(ears)
    assert ears.line.asked == ["GET /webhooks/history"]


@pytest.mark.parametrize(
    ("do", "body", "ask"),
    [
        ("open", {}, Ask.OPEN),
        ("open-or-collect", {}, Ask.OPEN),
        ("availability", {"active": False}, Ask.DISABLE),
    ],
)
async def test_what_is_asked_of_a_locker_without_a_rent(ears: Ears, do, body, ask):
    await begun(ears)
    await ears.locker("A2", do, **body)
    assert await ears.asked() == [(ask, "2", None)]


async def test_a_wish_says_when_by_whom_and_why(ears: Ears):
    await begun(ears)
    locker = await ears.partner.locker_id("A3")
    await ears.admin("locker.locker_inactive", locker=locker, metadata={"reason": "broken hinge"})
    (wish,) = await ears.hear()
    (told,) = (e for e in await ears.partner.history() if e["codeName"] == "locker.locker_inactive")
    assert wish.id == told["_id"]
    assert wish.issued_at == datetime.fromisoformat(told["createdAt"])
    assert (wish.by, wish.reason) == (told["actionInitiatedBy"]["id"], "broken hinge")


async def test_a_locker_is_switched_off_and_on_in_this_order(ears: Ears):
    await begun(ears)
    await ears.locker("A2", "availability", active=False)
    await ears.locker("A2", "availability", active=True)
    assert await ears.asked() == [(Ask.DISABLE, "2", None), (Ask.ENABLE, "2", None)]


async def test_the_whole_bloq_is_switched_off_and_on(ears: Ears):
    await begun(ears)
    for active in (False, True):
        await ears.partner.http.put(f"/bloqs/{BLOQ}", json={"active": active})
    assert await ears.asked() == [(Ask.DEACTIVATE, None, None), (Ask.ACTIVATE, None, None)]


@pytest.mark.parametrize(
    ("before", "path", "ask", "label"),
    [
        ("reserved", "/deliveries/{}/make", Ask.OPEN, "1"),
        ("in_progress", "/rents/{}/collect", Ask.OPEN, "1"),
        ("in_progress", "/rents/{}/lockers/open", Ask.OPEN, "1"),
        ("in_progress", "/rents/{}/cancel", Ask.CANCEL, None),
        ("expired", "/rents/{}/finish", Ask.FINISH, None),
    ],
)
async def test_what_is_asked_of_a_rent_is_one_wish(ears: Ears, before, path, ask, label):
    await ears.partner.seed(before)
    await begun(ears)
    assert (await ears.partner.put(path)).status_code == 200
    assert await ears.asked() == [(ask, label, RENT)]


async def test_an_opening_that_has_two_halves_is_one_wish(ears: Ears):
    """A delivery without a locker is made in one: the locker was nobody's when it opened."""
    await ears.partner.seed("created", locker=None)
    await begun(ears)
    locker = await ears.partner.locker_id("A4")
    await ears.partner.put("/deliveries/{}/make", params={"lockerID": locker})
    assert await ears.asked() == [(Ask.OPEN, "4", RENT)]


async def test_an_extension_has_the_new_end(ears: Ears):
    await ears.partner.seed("in_progress")
    await begun(ears)
    until = (datetime.now(UTC) + timedelta(days=3)).replace(microsecond=0)
    await ears.partner.put("/rents/{}/extend", json={"expiryDate": until.isoformat()})
    (wish,) = await ears.hear()
    assert (wish.ask, wish.reservation, wish.until) == (Ask.EXTEND, RENT, until)


async def test_a_label_that_was_printed_from_afar_is_a_wish(ears: Ears):
    await ears.partner.seed("reserved")
    await begun(ears)
    await ears.admin("bloq.label_printed", rent=RENT)
    assert await ears.asked() == [(Ask.PRINT, "1", RENT)]


async def test_what_the_locker_itself_or_the_time_did_is_no_wish(ears: Ears):
    await ears.partner.seed("in_progress")
    await begun(ears)
    locker = await ears.partner.locker_id("A2")
    for source in ("locker", "expiration"):
        await ears.admin("locker.locker_opened", locker=locker, source=source)
        await ears.admin("rent.cancelled", rent=RENT, source=source)
    await ears.admin("rent.pin_attempt", rent=RENT)
    assert await ears.asked() == []


async def test_what_is_asked_of_another_bloq_is_no_wish(ears: Ears):
    await begun(ears)
    locker = await ears.partner.locker_id("A1", NEIGHBOUR)
    path = f"/bloqs/{NEIGHBOUR}/lockers/{locker}/open"
    assert (await ears.partner.http.put(path)).status_code == 200
    await ears.partner.http.put(f"/bloqs/{NEIGHBOUR}", json={"active": False})
    assert await ears.asked() == []


async def test_a_locker_that_is_no_compartment_keeps_its_id(ears: Ears):
    """The kiosk keeps A12 for itself: who carries wishes out knows no such label, and says so."""
    await begun(ears)
    await ears.locker("A12", "open")
    assert await ears.asked() == [(Ask.OPEN, await ears.partner.locker_id("A12"), None)]


@pytest.mark.parametrize(
    ("before", "fact", "data"),
    [
        ("reserved", "dropoff.opened", {"label": "1"}),
        ("created", "dropoff.opened", {"label": "5"}),
        ("in_progress", "pickup.opened", {"label": "1"}),
        ("in_progress", "reservation.opened", {"label": "1"}),
        ("reserved", "reservation.cancelled", {"label": "1", "declared": "empty"}),
        ("in_progress", "reservation.extended", {"until": "2031-01-01T00:00:00+00:00"}),
    ],
)
async def test_what_the_kiosk_told_itself_is_no_wish(ears: Ears, before, fact, data):
    where = {"locker": None} if before == "created" else {}
    await ears.partner.seed(before, **where)
    await begun(ears)
    await ears.cloud.deliver(event(fact, **data))
    assert len(await ears.partner.events()) > 0
    assert await ears.asked() == []
    assert await ears.asked() == []


async def test_a_fault_the_kiosk_told_and_cleared_is_no_wish(ears: Ears):
    await begun(ears)
    await ears.cloud.deliver(event("door.contact_faulty", None, label="2"))
    await ears.cloud.deliver(event("compartment.cleared", None, label="2"))
    assert await ears.asked() == []


async def test_the_kiosks_call_takes_one_echo_and_no_more(ears: Ears):
    await ears.partner.seed("in_progress")
    await begun(ears)
    await ears.cloud.deliver(event("reservation.opened"))
    await ears.admin("rent.locker_opened", rent=RENT)
    wishes = await ears.hear()
    assert [(one.ask, one.reservation) for one in wishes] == [(Ask.OPEN, RENT)]
    # It is told again while it is the newest; its id makes it count once.
    assert [one.id for one in await ears.hear()] in ([], [wishes[0].id])
    assert await ears.hear() == []


async def test_an_answer_that_was_lost_leaves_an_echo_all_the_same(ears: Ears):
    await ears.partner.seed("in_progress")
    await begun(ears)
    ears.line.lost = True
    with pytest.raises(CloudSilent):
        await ears.cloud.deliver(event("pickup.opened"))
    ears.line.lost = False
    assert await ears.partner.state() == "collect_item"
    assert await ears.asked() == []


async def test_a_call_that_was_refused_has_no_echo(ears: Ears):
    await ears.partner.seed("reserved")
    await begun(ears)
    with pytest.raises(CloudConflict):
        await ears.cloud.deliver(event("pickup.opened"))
    await ears.admin("rent.collect_item", rent=RENT)
    assert await ears.asked() == [(Ask.OPEN, "1", RENT)]


async def test_an_echo_that_never_came_is_not_waited_for_long(ears: Ears):
    """This vendor tells no opening of the locker beside that of the rent, say."""
    await ears.partner.seed("in_progress")
    await begun(ears)
    ears.line.lost = True
    with pytest.raises(CloudSilent):
        await ears.cloud.deliver(event("pickup.opened"))
    ears.line.lost = False
    events = ears.app.state.bloqit.events
    del events[next(n for n, one in enumerate(events) if one.type == "locker.locker_opened")]
    assert await ears.asked() == []
    await ears.locker("A2", "open")
    assert await ears.asked() == [], "it may be the echo: nobody has said which locker it was"
    await ears.partner.seed("in_progress", _id="5f85c02704d61b14f47c78a1", locker="A4")
    ears.line.lost = True
    with pytest.raises(CloudSilent):
        await ears.cloud.deliver(event("pickup.opened", "5f85c02704d61b14f47c78a1"))
    ears.line.lost = False
    del events[next(n for n, one in enumerate(events) if one.rent and one.rent.endswith("a1"))]
    ears.clock.seconds += 121
    await ears.hear()
    await ears.locker("A3", "open")
    assert (Ask.OPEN, "3", None) in await ears.asked()


async def test_after_a_start_nothing_old_is_opened_and_all_else_is_heard(ears: Ears):
    await ears.partner.seed("in_progress")
    await begun(ears)
    await ears.cloud.deliver(event("pickup.opened"))
    await ears.locker("A2", "open")
    await ears.locker("A3", "availability", active=False)
    ears.starts_anew()
    assert await ears.asked() == [(Ask.DISABLE, "3", None)]
    await ears.locker("A4", "open")
    assert (Ask.OPEN, "4", None) in await ears.asked()


async def test_in_mode_front_the_vendors_machine_opens_by_itself(ears: Ears):
    await begun(ears)
    ears.starts_anew(front=True)
    await begun(ears)
    await ears.locker("A2", "open")
    await ears.locker("A3", "availability", active=False)
    assert await ears.asked() == [(Ask.DISABLE, "3", None)]


async def test_a_reading_that_was_not_kept_is_heard_again(ears: Ears):
    """The store could not write the mark down: the same mark brings the same wishes."""
    await begun(ears)
    await ears.cloud.deliver(event("door.contact_faulty", None, label="5"))
    await ears.locker("A2", "open")
    first = await ears.cloud.commands(ears.mark)
    again = await ears.cloud.commands(ears.mark)
    assert [one.label for one in first.commands] == ["2"]
    assert first.commands == again.commands


WISH = {
    **EVENT, "codeName": "locker.locker_opened", "locker": LOCKERS[1], "rent": None,
    "actionInitiatedBy": {"source": "public_api"},
}  # fmt: skip
SINCE = "2020-10-13T00:00:00.000Z"


async def heard_of(*events: object) -> list[Command]:
    """What a kiosk that has been listening makes of these events."""
    cloud, _ = scripted(history=page(*events))
    await cloud.commands(None)
    return list((await cloud.commands(SINCE)).commands)


async def test_too_much_at_once_is_passed_over():
    cloud, vendor = scripted(history=page(WISH, total=5000))
    heard = await cloud.commands(SINCE)
    assert heard.commands == ()
    assert heard.mark == "2020-10-13T14:57:39.562Z"
    assert len(vendor.requests) == 3


async def test_an_event_without_a_bloq_counts_where_its_locker_is_ours():
    (wish,) = await heard_of({**WISH, "bloq": None})
    assert (wish.ask, wish.label) == (Ask.OPEN, "2")
    assert await heard_of({**WISH, "bloq": None, "locker": "5d5a6e83d1682b7194fc5f9c"}) == []


@pytest.mark.parametrize(
    "part",
    [
        {"locker": None}, {"actionInitiatedBy": None}, {"actionInitiatedBy": {}},
        {"actionInitiatedBy": {"source": "PUBLIC_API"}}, {"codeName": "locker.open_several"},
        {"codeName": "rent.cancelled", "rent": None}, {"codeName": "rent.cancelled", "rent": ".."},
        {"bloq": NEIGHBOUR}, {"rent": RENT},
    ],
)  # fmt: skip
async def test_what_does_not_say_what_is_wanted_is_no_wish(part):
    assert len(await heard_of(WISH)) == 1
    assert await heard_of({**WISH, **part}) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"_id": 7}, {"_id": "x" * 2000}, {"codeName": None}, {"createdAt": "yesterday"},
        {"createdAt": 1602600999}, {"actionInitiatedBy": "public_api"}, {"rent": 7}, {"bloq": []},
        {"metadata": "x"}, {"actionInitiatedBy": {"source": "x" * 2000}},
    ],
)  # fmt: skip
async def test_a_body_that_breaks_the_schema_is_no_answer(wrong):
    with pytest.raises(CloudBroken):
        await heard_of({**WISH, **wrong})
