"""Bloq.it turned hostile beyond its rents: wishes, walk-ups, labels, tokens, places."""

import copy
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import httpx
import pytest
import stamina
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from kiosk.adapters.clouds.bloqit import Bloqit
from kiosk.domain.errors import CloudError
from kiosk.domain.model import Kind
from kiosk.domain.particulars import NO_NEEDS
from kiosk.ports_abilities import NewParcel
from tests.integration.bloqit_line import (
    BLOQ_BODY,
    EVENT,
    LISTED,
    LOCKER,
    LOCKERS,
    RES,
    WHOLE,
    over,
    page,
)
from tests.integration.bloqit_locker import BLOQ

ORDER = "walkup-0123456789ab"
PARCEL = NewParcel(ORDER, Kind.STORE, label="1")
SINCE = "2020-10-13T00:00:00.000Z"
HERE = {"type": "Point", "coordinates": [-9.135517, 38.707163]}
OTHER = {**BLOQ_BODY, "_id": "5e5fbcebd1195468b647aa99", "location": HERE}
MADE = {**LISTED, "type": "store", "state": "starting"}
WISH = {**EVENT, "codeName": "rent.extended", "actionInitiatedBy": {"source": "public_api"}}
LABELLED = {**WHOLE, "details": {"labelTemplateID": "T", "labelContent": {"a": "b", "n": 1}}}
Ask = Callable[[Bloqit], Awaitable[object]]

ASKS: dict[str, tuple[str, object, Ask]] = {
    "wishes": ("/history", page(WISH), lambda cloud: cloud.commands(SINCE)),
    "mark": ("/history", page(EVENT), lambda cloud: cloud.commands(None)),
    "make": ("/stores", MADE, lambda cloud: cloud.make(PARCEL)),
    "made": ("/active", page(MADE), lambda cloud: cloud.made(ORDER)),
    "named": ("/external/", WHOLE, lambda cloud: cloud.made(ORDER)),
    "room": ("/free-lockers", [LOCKER], lambda cloud: cloud.room(NO_NEEDS)),
    "label": ("/rents/", LABELLED, lambda cloud: cloud.label(RES)),
    "labels left": ("-available", {"remainingLabels": "5"}, lambda cloud: cloud.labels_left()),
    "roll": ("-replacement", {"code": "x"}, lambda cloud: cloud.roll_replaced()),
    "token": ("/create-token", {"token": "a.b.c"}, lambda cloud: cloud.courier_token("D", "1d")),
    "nearby": ("/geoSearch", page(OTHER), lambda cloud: cloud.nearby("M", NO_NEEDS, 5_000)),
    "own place": (f"/bloqs/{BLOQ}", {**BLOQ_BODY, "location": HERE},
                  lambda cloud: cloud.nearby("M", NO_NEEDS, 5_000)),
}  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def _no_waits_between_tries():
    with stamina.set_testing(True, attempts=1):
        yield


def vendor(at: str, body: object) -> Bloqit:
    """Answers as documented, but for one place; ``body`` may be bytes that are no JSON."""
    right: Sequence[tuple[str, object]] = (
        ("/geoSearch", page(OTHER)), ("-available", {"remainingLabels": "5"}), ("-replacement", {}),
        ("/free-lockers", [LOCKER]), ("/active", page(MADE)), ("/history", page(EVENT)),
        ("/external/", httpx.Response(404, json={"code": "x", "message": "y"})),
        ("/stores", MADE), ("/rents/", WHOLE), ("", {**BLOQ_BODY, "location": HERE}),
    )  # fmt: skip

    def answer(request: httpx.Request) -> httpx.Response:
        for part, documented in ((at, body), *right):
            if part in request.url.path:
                if isinstance(documented, httpx.Response):
                    return documented
                whole = documented if isinstance(documented, bytes) else _written(documented)
                return httpx.Response(200, content=whole)
        raise AssertionError(request.url)

    return over(httpx.MockTransport(answer))


def _written(body: object) -> bytes:
    # Half a surrogate is written as its escape, as a careless writer would.
    return json.dumps(body).encode()


async def ends_well(ask: Ask, cloud: Bloqit) -> None:
    """With something, or one honest error."""
    with suppress(CloudError):
        await ask(cloud)
    await cloud.aclose()


@pytest.mark.parametrize("name", ASKS)
async def test_the_documented_body_is_understood(name):
    at, body, ask = ASKS[name]
    if name not in ("make", "named"):
        await ask(vendor(at, body))


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20), st.sampled_from([
        10**400, -(10**400), "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00+14:00", "\ud800",
        "../x", "x" * 5000, ORDER, LOCKERS[0], RES,
    ]),
)  # fmt: skip
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def places(body: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a body, its own self first."""
    inner = (
        body.items()
        if isinstance(body, dict)
        else enumerate(body)
        if isinstance(body, list)
        else ()
    )
    return [path, *(deep for key, each in inner for deep in places(each, (*path, key)))]


def put(body: object, path: tuple[Any, ...], value: object) -> object:
    if not path:
        return value
    made: Any = copy.deepcopy(body)
    inside = made
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return made


@pytest.mark.parametrize("name", ASKS)
@examples(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
async def test_whatever_stands_anywhere_comes_to_something_or_one_honest_error(name, data):
    at, body, ask = ASKS[name]
    spot = data.draw(st.sampled_from(places(body)))
    bent = put(body, spot, data.draw(ANYTHING))
    await ends_well(ask, vendor(at, bent))


@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize("raw", [b"", b"<html>", b"[" * 10_000, b'{"a":1', b"\xff", b"null", b"7"])
async def test_what_is_no_json_of_theirs_is_one_honest_error(name, raw):
    at, _, ask = ASKS[name]
    with pytest.raises(CloudError):
        await ask(vendor(at, raw))


@pytest.mark.parametrize("name", ["label", "labels left"])
async def test_a_number_too_long_to_be_written_is_one_honest_error(name):
    at, body, ask = ASKS[name]
    number = b"1" * 5000
    raw = _written(body).replace(b'"5"', number).replace(b'"n": 1', b'"n": ' + number)
    assert number in raw
    with pytest.raises(CloudError):
        await ask(vendor(at, raw))


@pytest.mark.parametrize("at", ["9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z"])
async def test_an_event_at_the_end_of_the_calendar_stops_no_reading(at):
    cloud = vendor("/history", page({**WISH, "createdAt": at}))
    for _ in range(3):
        heard = await cloud.commands(SINCE)
        assert heard.mark is not None
    assert (await cloud.commands(None)).mark is not None
