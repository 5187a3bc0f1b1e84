"""What a plain SQLite finds in the files a power cut has left."""

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

DONE = ("parcel.collected", "parcel.deposited")


@dataclass(slots=True)
class Facts:
    """What the ledger says; reservations by their ids, intents counted by door."""

    complaint: str = ""
    intents: Counter[str] = field(default_factory=Counter)
    opened: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    """Whose journal names an event the outbox does not have."""
    untold: set[str] = field(default_factory=set)
    """Whose event in the outbox has never begun to be told."""


def facts(bench: Path, life: Path, left: Mapping[str, bytes]) -> Facts:
    """Open what is left as SQLite does after a cut: with its log, without shared memory."""
    store = bench / "kiosk.db"
    for suffix in ("", "-wal", "-journal", "-shm"):
        place = bench / f"kiosk.db{suffix}"
        place.unlink(missing_ok=True)
        if (content := left.get(f"{life}/state/{place.name}")) is not None:
            place.write_bytes(content)
    if not store.exists():
        return Facts()
    with closing(sqlite3.connect(store)) as database:
        try:
            return _read(database)
        except sqlite3.DatabaseError as error:
            return Facts(complaint=f"corrupt: {error}")


def _read(database: sqlite3.Connection) -> Facts:
    complaints = [row[0] for row in database.execute("PRAGMA integrity_check(3)")]
    if complaints != ["ok"]:
        return Facts(complaint=f"corrupt: {complaints}")
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    left = Facts()
    if not {"intent", "journal", "outbox"} <= tables:
        return left
    left.intents.update(row[0] for row in database.execute("SELECT door FROM intent"))
    outbox = dict(database.execute("SELECT id, uncertain FROM outbox"))
    for name, about, events in database.execute("SELECT name, reservation, events FROM journal"):
        if name == "door.opened":
            left.opened.add(about)
        elif name in DONE:
            left.done.add(about)
        for event in json.loads(events):
            if event not in outbox:
                left.missing.add(about)
            elif not outbox[event]:
                left.untold.add(about)
    return left
