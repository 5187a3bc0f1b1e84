"""Opens the database; one that is damaged is kept aside, and a fresh one takes its place."""

import logging
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage import aside, salvage
from kiosk.adapters.storage.engine import check, migrate, open_engine, translated
from kiosk.adapters.storage.facts import apply, holding
from kiosk.adapters.storage.files import make_file
from kiosk.adapters.storage.fingerprints import Fingerprints, same
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import HoldingRow, KeyMark
from kiosk.domain.errors import ConfigWrong, StoreDamaged
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.model import MEMORY_LOST, Change, CompartmentFlag, Contents, NewEvent

log = logging.getLogger(__name__)

Facts = Mapping[str, str | int | bool | None]


def sound_engine(path: Path, pen: Pen, layout: Layout | None) -> tuple[Engine, Facts | None]:
    """Open it, mended if need be; answers what was salvaged. Raises StoreBroken, ConfigWrong."""
    lost = aside.is_made(path) and aside.is_gone(path)
    if not lost and aside.wal_is_sound(path):
        make_file(path)
        try:
            engine = _opened(path, pen.fingerprints)
        except StoreDamaged as damage:
            log.critical("%s", damage)
        else:
            aside.note_made(path)
            return engine, None
    kept = aside.keep(path, pen.now)
    log.critical("the database is kept as %s; what can be read of it is saved", kept.database.name)
    facts = _mend(path, kept, pen, layout)
    return _opened(path, pen.fingerprints), facts


def _opened(path: Path, fingerprints: Fingerprints) -> Engine:
    engine = open_engine(path)
    try:
        with translated():
            with engine.begin() as connection:
                check(connection)
                migrate(connection)
            with Session(engine) as session, session.begin():
                _recognise(session, fingerprints)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _recognise(session: Session, fingerprints: Fingerprints) -> None:
    """Refuse a strange key: no code kept here would ever match again."""
    row = session.get(KeyMark, 1)
    if row is None:
        session.add(KeyMark(id=1, mark=fingerprints.mark()))
    else:
        _require(row.mark, fingerprints)


def _require(mark: bytes, fingerprints: Fingerprints) -> None:
    if not same(mark, fingerprints.mark()):
        raise ConfigWrong("[store] key or [locker] id is not the one the database was made with")


def _mend(path: Path, kept: aside.Aside, pen: Pen, layout: Layout | None) -> Facts:
    fresh, copy = (path.with_name(f"{path.name}.{end}") for end in ("fresh", "copy"))
    aside.discard(fresh)
    make_file(fresh)
    # Closed once so that its pages are in the file, for the salvage may borrow the first.
    _opened(fresh, pen.fingerprints).dispose()
    aside.copied(kept, copy)
    saved = salvage.read_all(copy, fresh)
    aside.discard(copy)
    for mark in salvage.key_marks(saved):
        _require(mark, pen.fingerprints)
    engine = _opened(fresh, pen.fingerprints)
    with Session(engine) as session, session.begin():
        facts: dict[str, str | int | bool | None] = {**salvage.write_all(session, saved)}
        proven = salvage.proves_holdings(saved) and not kept.wal_lost
        if layout is not None and not proven:
            facts["quarantined"] = _quarantine(session, layout, stale=kept.wal_lost)
        facts["kept"] = kept.database.name
        owners = {c.owner for c in layout.compartments()} if layout else set()
        owner = Owner.CLOUD if Owner.CLOUD in owners else Owner.LOCAL
        told = NewEvent("memory.salvaged", owner=owner, data={"severity": "CRITICAL", **facts})
        apply(session, Change("memory.salvaged", events=(told,), facts=facts), pen)
    engine.dispose()
    aside.put_in_place(fresh, path)
    aside.note_made(path)
    return facts


def _quarantine(session: Session, layout: Layout, *, stale: bool) -> int:
    """Take out of use what is not proven; of an old ledger "empty" is no proof."""
    known = {row.label: row for row in session.scalars(select(HoldingRow))}
    count = 0
    for compartment in layout.compartments():
        row = known.get(compartment.label)
        if row is None or (stale and row.contents is Contents.EMPTY and row.flag is None):
            row = holding(session, compartment.label)
            row.contents, row.flag = Contents.MAYBE, CompartmentFlag.QUARANTINED
            row.reason = MEMORY_LOST
            count += 1
    return count
