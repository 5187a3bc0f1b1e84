"""The file itself: settings, rights, key, what rests in it, and what survives a kill."""

import asyncio
import base64
import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine

from kiosk.adapters.storage.engine import MIGRATIONS, SETTINGS, check, migrate, newest, open_engine
from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.adapters.storage.tables import Base
from kiosk.domain.errors import ConfigWrong, StoreBroken
from kiosk.domain.model import Purpose
from kiosk.ports import Store
from tests.integration.store_bench import (
    FIRST,
    StandingClock,
    arrival,
    file_of,
    happening,
    key_of,
    opened,
    shown,
    told,
    typed,
)

ROOT = Path(__file__).parents[2]
watched: set[str] = set()
connects: list[str] = []
opens: list[str] = []


def _watch(event: str, args: tuple[object, ...]) -> None:
    """An audit hook cannot be taken off again: it looks only while a path is watched."""
    if watched and event in {"sqlite3.connect", "open"} and str(args[0]) in watched:
        (connects if event == "sqlite3.connect" else opens).append(str(args[0]))


sys.addaudithook(_watch)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with opened(tmp_path) as store:
        yield store


async def test_it_is_a_store(store: SqliteStore) -> None:
    whole: Store = store
    assert await whole.live_reservations() == ()


async def test_the_migrated_file_is_what_the_tables_say(tmp_path: Path) -> None:
    async with opened(tmp_path):
        pass
    engine = create_engine(f"sqlite:///{file_of(tmp_path)}", poolclass=NullPool)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


async def test_every_setting_has_taken(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "kiosk.db")
    with engine.begin() as connection:
        check(connection)
        took = {n: connection.exec_driver_sql(f"PRAGMA {n}").scalar() for n in SETTINGS}
    engine.dispose()
    assert took == {
        "busy_timeout": 5000,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "mmap_size": 0,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
    }


def test_a_unit_takes_the_lock_before_its_first_statement(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "kiosk.db")
    other = sqlite3.connect(tmp_path / "kiosk.db", timeout=0)
    with closing(other), engine.begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    engine.dispose()


def test_a_setting_that_does_not_take_is_refused() -> None:
    engine = open_engine(Path(":memory:"))
    with engine.begin() as connection, pytest.raises(StoreBroken, match="journal_mode=wal"):
        check(connection)
    engine.dispose()


async def test_a_migration_that_breaks_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "kiosk.db")
    with engine.connect() as connection:
        connection.begin()
        # Whoever goes without committing has lost power.
        migrate(connection)
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master").all() == []
    engine.dispose()


async def test_nobody_else_may_read_anything(tmp_path: Path, store: SqliteStore) -> None:
    await store.record(happening(told("a")))
    files = list(file_of(tmp_path).parent.iterdir())
    assert {f.name for f in files} == {f"kiosk.db{end}" for end in ("", "-wal", "-shm", ".lock")}
    assert {f.stat().st_mode & 0o777 for f in (*files, key_of(tmp_path))} == {0o600}
    assert file_of(tmp_path).parent.stat().st_mode & 0o777 == 0o700


async def test_a_folder_others_may_write_to_is_refused(tmp_path: Path) -> None:
    file_of(tmp_path).parent.mkdir()
    file_of(tmp_path).parent.chmod(0o777)
    with pytest.raises(ConfigWrong, match="others may write"):
        await open_store(file_of(tmp_path), key_of(tmp_path), "L1", StandingClock())


async def test_a_second_program_is_refused_while_the_first_has_it(tmp_path: Path) -> None:
    async with opened(tmp_path):
        with pytest.raises(StoreBroken, match="another program"):
            await open_store(file_of(tmp_path), key_of(tmp_path), "L1", StandingClock())
    async with opened(tmp_path) as store:
        assert await store.outbox() == ()


async def test_there_is_one_connection_and_nobody_else_opens_the_file(tmp_path: Path) -> None:
    watched.update(f"{file_of(tmp_path)}{end}" for end in ("", "-wal", "-shm"))
    async with opened(tmp_path) as store:
        await asyncio.gather(*(store.record(happening(told("a"))) for _ in range(20)))
        await asyncio.gather(store.outbox(), store.holdings(), store.journal(5))
    watched.clear()
    assert (connects, opens) == ([str(file_of(tmp_path))], [])


async def test_a_closed_store_says_so_and_closes_twice(store: SqliteStore) -> None:
    await store.aclose()
    await store.aclose()
    with pytest.raises(StoreBroken, match="closed"):
        await store.outbox()


async def test_a_full_disk_is_told_and_survived(tmp_path: Path, store: SqliteStore) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(StoreBroken):
            await store.record(happening(told("lost")))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    await store.record(happening(told("kept")))
    assert [row["name"] for row in await store.outbox()] == ["kept"]


async def test_the_journal_cannot_be_rewritten(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await store.record(happening())
    with closing(sqlite3.connect(file_of(tmp_path))) as connection:
        for deed in ("UPDATE journal SET name = 'x'", "DELETE FROM journal"):
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                connection.execute(deed)


CANARIES = ("483920175", "kAnArY77", "PLK1-CANARY00QR", "Zq7X")


async def test_no_code_or_datum_rests_in_clear(tmp_path: Path, store: SqliteStore) -> None:
    typed_code, qr, token, datum = CANARIES
    codes = (typed(typed_code), shown(qr), shown(token))
    await store.absorb([arrival(FIRST, *codes, datum=datum)], complete=True)
    assert await store.typed_claims(typed_code)
    assert await store.qr_claims(FIRST, Purpose.PICKUP, qr)
    assert await store.datum_matches(FIRST, datum)
    # By another process: closing the file in this one would drop SQLite's locks.
    files = [str(f) for f in file_of(tmp_path).parent.iterdir()]
    cat = await asyncio.create_subprocess_exec("cat", *files, stdout=subprocess.PIPE)
    rest = (await cat.communicate())[0].lower()
    assert b"order-r1" in rest
    for canary in CANARIES:
        for text in {canary, canary.replace("-", ""), canary.casefold()}:
            for raw in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")):
                # Inside a longer base64 text the first and last signs depend on the neighbours.
                shifted = {base64.b64encode(bytes(n) + raw)[4:-4] for n in range(3)}
                for trace in (raw, raw.hex().encode(), *filter(lambda s: len(s) > 5, shifted)):
                    assert trace.lower() not in rest


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    script = [sys.executable, str(Path(__file__).with_name("kill_loop.py")), str(tmp_path)]
    said = subprocess.run(
        script, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    rounds = json.loads(said.stdout)
    assert len(rounds) == 10
    assert all(acknowledged <= lines == events for acknowledged, lines, events in rounds)


def test_the_migrations_end_in_the_revision_that_is_taken_for_the_newest() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == newest()
