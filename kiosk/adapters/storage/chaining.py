"""The journal grows: each line is numbered, tied to the one before it, and signed."""

import hmac
import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.head_tables import HeadRow
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.sealing import Seal
from kiosk.adapters.storage.tables import JournalRow
from kiosk.domain import chain

log = logging.getLogger(__name__)

TABLE = "journal_head"
SALT = 16
AT_ONCE = 500
_COLUMNS = ", ".join(name for name in HeadRow.__table__.columns.keys() if name != "id")  # noqa: SIM118
_READ = (
    f"SELECT {_COLUMNS}, COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'journal'), 0)"
    " FROM journal_head WHERE id = 1"
)
_WRITE = (
    f"INSERT OR REPLACE INTO journal_head (id, {_COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT = insert(JournalRow)
_NAMES = tuple(JournalRow.__table__.columns.keys())


@dataclass(slots=True)
class End:
    """The row of ``journal_head``, and the highest number that was ever given to a line."""

    chain: str
    epoch: int
    day: str
    key: bytes
    seed: bytes | None
    seq: int
    hash: bytes
    mac: bytes
    erased_to: int = 0
    highest: int = 0


def append(session: Session, row: JournalRow, pen: Pen) -> None:
    """Add one line; it is committed with all else it tells of."""
    end = end_of(session) or begin(session, pen)
    if (key := _key_of_today(end, pen)) is None:
        log.critical("the journal's key does not open: its chain goes on with a new one")
        end = begin(session, pen)
        key = _key_of_today(end, pen) or b""
    # Not the end's number: after a salvage they go on later.
    row.seq = end.highest + 1
    row.clock, row.boot, row.elapsed_ms = pen.clock.value, pen.boot, pen.elapsed_ms
    _sign(row, end, key)
    # Past the session: somebody may wait for a door, and nobody needs the line as an object.
    session.flush()
    said = {name: getattr(row, name) for name in _NAMES}
    session.connection().execute(_INSERT, said)
    keep(session, end)


def chain_up(session: Session, pen: Pen) -> None:
    """Lines of a release before this one get their place in the chain. Once, at the start."""
    first = select(JournalRow.seq).limit(1)
    if end_of(session) is None and session.scalars(first).first() is not None:
        begin(session, pen)


def begin(session: Session, pen: Pen) -> End:
    """A chain with a new key; it goes on from whatever is signed already."""
    seed, known = os.urandom(chain.KEY), end_of(session)
    signed = select(JournalRow.seq, JournalRow.hash).where(JournalRow.hash.is_not(None))
    newest = session.execute(signed.order_by(JournalRow.seq.desc()).limit(1)).first()
    seq, before = (newest.seq, newest.hash or b"") if newest else (0, chain.GENESIS)
    shut = [_shut(pen.seal, column, seed) for column in ("key", "seed")]
    mac = chain.head_mac(seed, seq, before)
    end = End(chain.name_of(seed), 0, _day(pen), shut[0], shut[1], seq, before, mac)
    end.erased_to = known.erased_to if known else 0
    _sign_all(session, end, seed)
    keep(session, end)
    return end_of(session) or end


def _sign_all(session: Session, end: End, seed: bytes) -> None:
    older = select(JournalRow).where(JournalRow.hash.is_(None)).order_by(JournalRow.seq)
    while rows := session.scalars(older.limit(AT_ONCE)).all():
        for row in rows:
            _sign(row, end, seed)
        session.flush()
        for row in rows:
            session.expunge(row)


def end_of(session: Session) -> End | None:
    """None before the first line."""
    row = session.connection().exec_driver_sql(_READ).first()
    return None if row is None else End(*row)


def keep(session: Session, end: End) -> None:
    """Write it down; there is one only."""
    said = (end.chain, end.epoch, end.day, end.key, end.seed, end.seq, end.hash, end.mac)
    session.connection().exec_driver_sql(_WRITE, (*said, end.erased_to))


def is_sealed(session: Session, seal: Seal) -> bool:
    """Whether the newest line is the one that was signed as the last: nothing was cut off."""
    end = end_of(session)
    newest = session.scalars(select(JournalRow).order_by(JournalRow.seq.desc()).limit(1)).first()
    if end is None:
        return newest is None
    key = _opened(seal, "key", end.key)
    if key is None or newest is None or newest.seq != end.seq or newest.hash != end.hash:
        return False
    return hmac.compare_digest(end.mac, chain.head_mac(key, end.seq, end.hash))


def head_of(session: Session, pen: Pen) -> dict[str, Any]:
    """Where the journal ends, for whoever is told; nothing of it is secret."""
    end = end_of(session) or begin(session, pen)
    return {
        "seq": end.seq,
        "hash": end.hash.hex(),
        "chain": end.chain,
        "epoch": end.epoch,
        "mac": end.mac.hex(),
    }


def take_seed(session: Session, seal: Seal) -> tuple[str, str] | None:
    """The chain's name and its first key, which is nowhere afterwards; None once it is gone."""
    end = end_of(session)
    seed = None if end is None or end.seed is None else _opened(seal, "seed", end.seed)
    if end is None or seed is None:
        return None
    end.seed = None
    keep(session, end)
    return end.chain, seed.hex()


def has_seed(session: Session) -> bool:
    """Whether the first key still rests here: who has this machine could forge all of it."""
    end = end_of(session)
    return end is not None and end.seed is not None


def record_of(row: JournalRow) -> dict[str, Any]:
    """A line as it is exported and checked; what is private is absent once it was erased."""
    record = {
        **_said(row),
        "prev": _hex(row.prev),
        "hash": _hex(row.hash),
        "mac": _hex(row.mac),
    }
    if row.salt is not None:
        record |= {"salt": row.salt.hex(), "private": private_of(row)}
    return record


def private_of(row: JournalRow) -> dict[str, Any]:
    """What may name somebody, and goes after a while."""
    about: dict[str, Any] = {f"facts.{name}": value for name, value in row.facts.items()}
    if row.reservation is not None:
        about["reservation"] = row.reservation
    if row.events:
        about["events"] = list(row.events)
    return about


def erase(rows: Sequence[JournalRow]) -> None:
    """Nobody can say any more whom they were about; the chain holds."""
    for row in rows:
        row.reservation, row.facts, row.events, row.salt = None, {}, [], None


def _sign(row: JournalRow, head: End, key: bytes) -> None:
    row.salt = os.urandom(SALT)
    row.commitment = chain.commitment(chain.leaves(row.salt, private_of(row)))
    row.chain, row.epoch, row.prev = head.chain, head.epoch, head.hash
    row.hash = chain.follow(head.hash, chain.body(_said(row)))
    row.mac = chain.mac(key, row.hash)
    head.seq, head.hash = row.seq, row.hash
    head.mac = chain.head_mac(key, head.seq, head.hash)


def _said(row: JournalRow) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "at": row.at.isoformat(),
        "clock": row.clock,
        "boot": row.boot,
        "elapsed_ms": row.elapsed_ms,
        "actor": row.actor,
        "name": row.name,
        "state": row.state and row.state.value,
        "compartment": row.compartment,
        "contents": row.contents and row.contents.value,
        "move_to": row.move_to,
        "commitment": _hex(row.commitment),
        "chain": row.chain,
        "epoch": row.epoch,
    }


def _key_of_today(end: End, pen: Pen) -> bytes | None:
    key = _opened(pen.seal, "key", end.key)
    # Whichever way the clock went: a day that was left is not signed for any more.
    if key is not None and end.day != _day(pen):
        key = chain.next_day(key)
        end.key, end.epoch, end.day = _shut(pen.seal, "key", key), end.epoch + 1, _day(pen)
    return key


def _day(pen: Pen) -> str:
    return pen.now.date().isoformat()


def _shut(seal: Seal, column: str, key: bytes) -> bytes:
    return seal.shut({"key": key.hex()}, TABLE, column, "1")


def _opened(seal: Seal, column: str, blob: bytes) -> bytes | None:
    words = seal.open(blob, TABLE, column, "1")
    return None if words is None else bytes.fromhex(words["key"])


def _hex(raw: bytes | None) -> str | None:
    return None if raw is None else raw.hex()
