"""A database of an earlier release goes on as it was, sound or damaged."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.layout import Owner
from kiosk.domain.model import Channel, Contents, Event, Kind, ReservationState, Way
from kiosk.domain.particulars import PLAIN, Contact
from tests.integration.store_bench import (
    FIRST,
    NOON,
    arrival,
    file_of,
    furnish_as_of,
    opened,
    typed,
)

AT = NOON.replace(tzinfo=None).isoformat(" ", "microseconds")
LEFT = 400
"""Enough events for several pages."""


@pytest.fixture
def second_release(tmp_path: Path) -> Path:
    """What the tables of 0002 kept: a parcel, its code, a ledger, and events nobody heard yet."""
    prints = furnish_as_of(tmp_path, "0002")
    with closing(sqlite3.connect(file_of(tmp_path))) as db, db:
        db.execute("INSERT INTO key_mark VALUES (1, ?, ?)", (prints.mark(), AT))
        db.execute(
            "INSERT INTO reservation VALUES ('r1', 'order-r1', 'cloud', 'delivery', 'stored', '12',"
            " 'M', ?, ?, NULL, NULL, NULL, NULL, 0, 'pt', ?)",
            (AT, AT, prints.datum(FIRST, "4711")),
        )
        db.execute(
            "INSERT INTO code VALUES (1, 'r1', 'pickup', 'typed', 'code', ?, 'digits', 6)",
            (prints.code(Way.TYPED, "471147"),),
        )
        db.execute("INSERT INTO holding VALUES ('12', 'parcel', NULL, '')")
        db.executemany(
            "INSERT INTO outbox (id, name, reservation, owner, at, data, tries, uncertain)"
            " VALUES (?, 'parcel.stored', 'r1', 'cloud', ?, '{\"label\": \"12\"}', 1, 1)",
            [(f"id-{n}", AT) for n in range(LEFT)],
        )
    return tmp_path


def sound(folder: Path) -> None:
    """Nothing happens to it."""


def schema_page_scribbled_on(folder: Path) -> None:
    with file_of(folder).open("r+b") as file:
        file.write(bytes(range(255, -1, -1)) * 16)


def a_page_of_an_index_scribbled_on(folder: Path) -> None:
    with closing(sqlite3.connect(file_of(folder))) as db:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'uq_outbox_id' OR name LIKE ?"
        [[root], *_] = db.execute(query, ["sqlite_autoindex_outbox%"])
    with file_of(folder).open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(range(255, -1, -1)) * 16)


@pytest.mark.parametrize(
    "damage", [sound, schema_page_scribbled_on, a_page_of_an_index_scribbled_on]
)
async def test_nothing_is_lost_on_the_way_to_the_new_tables(
    second_release: Path, damage: Callable[[Path], None]
) -> None:
    damage(second_release)
    async with opened(second_release) as store:
        assert (store.salvaged is None) is (damage is sound)
        kept = await store.reservation(FIRST)
        assert kept is not None
        assert (kept.kind, kept.state) == (Kind.DELIVERY, ReservationState.STORED)
        assert kept.particulars == PLAIN
        assert await store.contact(FIRST) is None
        [claim] = await store.typed_claims("471147")
        assert (claim.reservation.id, claim.has_datum) == (FIRST, True)
        assert await store.datum_matches(FIRST, "4711")
        assert (await store.holdings())["12"].contents is Contents.PARCEL
        waiting = [row for row in await store.outbox() if row["name"] == "parcel.stored"]
        assert len(waiting) == LEFT
        event = await store.next_event(NOON)
        assert event == Event(
            1, "id-0", "parcel.stored", FIRST, Owner.CLOUD, NOON, {"label": "12"}, 1, True
        )
        assert await store.next_event(NOON, Channel.NOTIFIER) is None


async def test_what_was_kept_before_learns_whom_to_tell(second_release: Path) -> None:
    async with opened(second_release) as store:
        told = replace(arrival(FIRST, typed("471147")), contact=Contact(phone="+351912345678"))
        await store.absorb([told], complete=False)
        assert await store.contact(FIRST) == Contact(phone="+351912345678")
