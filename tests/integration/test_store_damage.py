"""A broken database file is kept, and what can be read of it is saved; nothing unproven is used."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import open_store
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.model import (
    MEMORY_LOST,
    Change,
    CompartmentFlag,
    Contents,
    IntentState,
    Purpose,
    ReservationState,
    Way,
)
from tests.integration.store_bench import (
    FIRST,
    NOON,
    StandingClock,
    arrival,
    file_of,
    happening,
    intent,
    key_of,
    opened,
    told,
    typed,
)
from tests.services.lockers import bank

PAGE = 4096
EVENTS, PARCELS = 600, 120
LAYOUT = bank()


def wal_of(folder: Path) -> Path:
    return file_of(folder).with_name("kiosk.db-wal")


@pytest.fixture
async def written(tmp_path: Path) -> Path:
    """A kiosk's memory after some weeks, all of it in the one file."""
    async with opened(tmp_path) as store:
        for _ in range(3):
            await store.record(happening(*(told("a") for _ in range(EVENTS // 3))))
        parcels = [arrival(f"r{n}", typed(f"{n:08}")) for n in range(1, PARCELS + 1)]
        await store.absorb(parcels, complete=False)
        await store.count_try(NOON, Way.TYPED, [FIRST])
        await store.record(Change("door.opened", compartment="2", contents=Contents.PARCEL))
        await store.record(Change("door.shut", compartment="1", contents=Contents.EMPTY))
        await store.intend(intent())
    return tmp_path


def pages(folder: Path, table: str, *, leaves: bool) -> list[int]:
    """The pages of one table: its root, or what lies below."""
    with closing(sqlite3.connect(file_of(folder))) as db:
        [[root]] = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table])
    if not leaves:
        return [root]
    page = file_of(folder).read_bytes()[(root - 1) * PAGE : root * PAGE]
    assert page[0] == 5, f"{table} has no interior page"
    cells = int.from_bytes(page[3:5], "big")
    starts = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n], "big") for n in range(cells)]
    return [int.from_bytes(page[at : at + 4], "big") for at in starts]


def scribble(folder: Path, *numbers: int) -> None:
    with file_of(folder).open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE)
            file.write(bytes(range(255, -1, -1)) * 16)


def header(folder: Path) -> None:
    with file_of(folder).open("r+b") as file:
        file.write(b"once upon a time" * 6)


def schema_page(folder: Path) -> None:
    scribble(folder, 1)


def one_leaf(folder: Path) -> None:
    scribble(folder, pages(folder, "outbox", leaves=True)[2])


def root_of_the_outbox(folder: Path) -> None:
    scribble(folder, *pages(folder, "outbox", leaves=False))


def leaf_of_the_reservations(folder: Path) -> None:
    scribble(folder, pages(folder, "reservation", leaves=True)[1])


def ledger(folder: Path) -> None:
    scribble(folder, *pages(folder, "holding", leaves=False))


def cut_short(folder: Path) -> None:
    with file_of(folder).open("r+b") as file:
        file.truncate(file_of(folder).stat().st_size // 2 // PAGE * PAGE)


def emptied(folder: Path) -> None:
    file_of(folder).write_bytes(b"")


def gone(folder: Path) -> None:
    file_of(folder).unlink()


def log_garbled(folder: Path) -> None:
    wal_of(folder).write_bytes(b"\x00garbage" * 512)


ALL = range(EVENTS, EVENTS + 1)


@pytest.mark.parametrize(
    ("damage", "events", "parcels", "quarantined"),
    [
        (header, ALL, PARCELS, 0),
        (schema_page, ALL, PARCELS, 0),
        (one_leaf, range(EVENTS - 60, EVENTS), PARCELS, 0),
        (root_of_the_outbox, range(0, 1), PARCELS, 0),
        (leaf_of_the_reservations, ALL, None, 0),
        (ledger, ALL, PARCELS, 5),
        (cut_short, range(0, EVENTS), None, None),
        (emptied, range(0, 1), 0, 5),
        (gone, range(0, 1), 0, 5),
        # "Empty" in an old ledger is no proof; "parcel" is not given away anyhow.
        (log_garbled, ALL, PARCELS, 4),
    ],
)
async def test_what_can_be_read_is_saved_and_what_is_not_proven_is_shut_away(
    written: Path,
    damage: Callable[[Path], None],
    events: range,
    parcels: int | None,
    quarantined: int | None,
):
    damage(written)
    left = {f.name: f.read_bytes() for f in (file_of(written), wal_of(written)) if f.exists()}
    where = (file_of(written), key_of(written), "L1", StandingClock(), LAYOUT)
    store = await open_store(*where)
    kept = [row for row in await store.outbox() if row["name"] == "a"]
    assert len(kept) in events
    assert [row["seq"] for row in kept] == sorted(row["seq"] for row in kept)
    live = await store.live_reservations()
    assert parcels is None or len(live) == parcels
    assert all([await store.typed_claims(f"{int(r.id[1:]):08}") for r in live])
    away = [h for h in (await store.holdings()).values() if h.reason == MEMORY_LOST]
    assert all(h.flag is CompartmentFlag.QUARANTINED for h in away)
    assert quarantined is None or len(away) == quarantined
    assert store.salvaged is not None
    [line] = await store.journal(1)
    assert (line["name"], line["facts"]) == ("memory.salvaged", store.salvaged)
    assert (await store.outbox())[-1]["name"] == "memory.salvaged"
    # It was kept as it was found, and it works on: numbers are not given a second time.
    aside = file_of(written).with_name(str(store.salvaged["kept"]))
    for name, content in left.items():
        assert aside.with_name(name.replace("kiosk.db", aside.name)).read_bytes() == content
    await store.record(happening(told("later")))
    numbers = [row["seq"] for row in await store.outbox()]
    assert len(set(numbers)) == len(numbers)
    await store.aclose()
    again = await open_store(*where)
    assert again.salvaged is None
    assert len(await again.outbox()) == len(numbers)
    await again.aclose()


async def test_intents_and_tries_are_saved_too(written: Path):
    root_of_the_outbox(written)
    async with opened(written) as store:
        [begun] = await store.unsettled_intents()
        assert (begun.state, begun.purpose) == (IntentState.UNLOCKING, Purpose.PICKUP)
        assert await store.tries_since(NOON, Way.TYPED) == 1
        reservation = await store.reservation(FIRST)
        assert reservation is not None
        assert reservation.state is ReservationState.STORED


async def test_a_second_damage_keeps_the_first_aside(written: Path):
    for _ in range(2):
        schema_page(written)
        async with opened(written) as store:
            assert len(await store.outbox()) > EVENTS
    names = {f.name for f in file_of(written).parent.glob("*.broken-*") if "-wal" not in f.name}
    assert len(names) == 2


async def test_a_damaged_file_made_with_another_key_is_left_alone(written: Path):
    root_of_the_outbox(written)
    before = file_of(written).read_bytes()
    key_of(written).write_bytes(bytes(32))
    with pytest.raises(ConfigWrong, match="not the one"):
        await open_store(file_of(written), key_of(written), "L1", StandingClock())
    assert file_of(written).read_bytes() == before


async def test_a_log_the_power_cut_left_behind_is_no_damage(tmp_path: Path):
    async with opened(tmp_path) as store:
        await store.record(happening(told("a")))
        copy = tmp_path / "later"
        for file in (file_of(tmp_path), wal_of(tmp_path), key_of(tmp_path)):
            to = copy / file.relative_to(tmp_path)
            to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            to.write_bytes(file.read_bytes())
            to.chmod(0o600)
    async with opened(copy) as store:
        assert store.salvaged is None
        assert [row["name"] for row in await store.outbox()] == ["a"]
