"""An answer that breaks its description changes nothing in the kiosk's memory."""

import copy
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import stamina

from kiosk.domain.policy import Policy
from kiosk.services.sync import Freshness, Sync
from tests.contract.clouds import CLOUDS, Vendor
from tests.contract.stand import KEY, Stand, standing
from tests.integration.store_bench import file_of

HUGE = "9" * 200_000
Step = str | int


def places(part: Any, way: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Where every field of a body stands; of a list's parts only the first."""
    if way:
        yield way
    if isinstance(part, dict):
        for name, each in part.items():
            yield from places(each, (*way, name))
    elif isinstance(part, list) and part:
        yield from places(part[0], (*way, 0))


def changed(body: Any, way: tuple[Step, ...], how: str) -> Any:
    """The same body with one field of a wrong type, left out, or far too long."""
    spoiled = copy.deepcopy(body)
    *above, last = way
    inside = spoiled
    for step in above:
        inside = inside[step]
    if how == "missing":
        del inside[last]
    elif how == "huge":
        inside[last] = HUGE
    else:
        inside[last] = 7 if isinstance(inside[last], str | dict | list) else {"unexpected": True}
    return spoiled


def kept(stand: Stand) -> dict[str, list[tuple[Any, ...]]]:
    """All that is remembered of reservations and their codes, but when it was read."""
    with sqlite3.connect(f"file:{file_of(stand.folder)}?mode=ro", uri=True) as database:
        found = {}
        for table in ("reservation", "code", "holding", "outbox"):
            about = database.execute(f"PRAGMA table_info({table})").fetchall()
            assert about, table
            columns = ", ".join(name for _, name, *_ in about if name not in ("read_at", "rowid"))
            found[table] = sorted(database.execute(f"SELECT {columns} FROM {table}"), key=repr)
    database.close()
    return found


async def reads(stand: Stand) -> Freshness:
    """All a kiosk reads, by an adapter that has read nothing before."""
    stand.cloud = stand.vendor.connect(stand.loop, stand.wire, KEY)
    sync = Sync(stand.store, stand.cloud, stand.loop, Policy(), chance=lambda: 0.5)
    await sync.once()
    fresh = await sync.refresh(stand.id)
    await stand.cloud.aclose()
    return fresh


@pytest.mark.parametrize("vendor", CLOUDS, ids=[each.name for each in CLOUDS])
@pytest.mark.parametrize("how", ["of a wrong type", "missing", "huge"])
def test_a_field_that_breaks_the_description_changes_nothing(vendor, how):
    # What is broken stays broken: more tries of a read would show nothing more.
    with standing(vendor) as stand, stamina.set_testing(True, attempts=1):
        tried = stand.loop.run_until_complete(_each_field(stand, vendor, how))
    assert tried > {"huge": 5}.get(how, 20)


async def _each_field(stand: Stand, vendor: Vendor, how: str) -> int:
    await stand.seeds(**vendor.stored)
    answers: dict[str, bytes] = {}

    def listens(request: httpx.Request, body: bytes) -> bytes:
        answers.setdefault(request.url.path, body)
        return body

    stand.wire.bend = listens
    assert await reads(stand) is Freshness.FRESH
    before = kept(stand)
    assert len(before["reservation"]) == 1
    tried = 0
    for path, body in answers.items():
        for way in places(json.loads(body)):
            spoiled = json.dumps(changed(json.loads(body), way, how)).encode()
            asked = httpx.Request("GET", vendor.base_url + path)
            judge = stand.wire.description.answer_flaws
            if not judge(asked, 200, "application/json", spoiled):
                continue

            def bends(
                request: httpx.Request, body: bytes, path: str = path, new: bytes = spoiled
            ) -> bytes:
                return new if request.url.path == path else body

            stand.wire.bend = bends
            await reads(stand)
            assert kept(stand) == before, f"{path}: {way} {how}"
            tried += 1
    return tried
