"""The rows in which codes rest as fingerprints: made, compared, replaced."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.fingerprints import Fingerprints, alphabet
from kiosk.adapters.storage.tables import CodeRow
from kiosk.domain.codes import normalise
from kiosk.domain.model import NewCode, Purpose, Way

Codes = Mapping[str, Sequence[NewCode]]
"""By reservation."""
Values = dict[str, Any]

# Made once: a whole bank's codes are told again and again.
_KNOWN = select(
    CodeRow.reservation, CodeRow.purpose, CodeRow.way, CodeRow.name, CodeRow.fingerprint
).where(CodeRow.reservation.in_(bindparam("ids", expanding=True)))
_KEEP = insert(CodeRow)


def code_values(
    fingerprints: Fingerprints, reservation: str, codes: Sequence[NewCode]
) -> Iterator[Values]:
    """One row for each different code; of two alike the first gives the name."""
    told: list[tuple[Way, Purpose, str]] = []
    for code in codes:
        text = normalise(code.text)
        which = (code.way, code.purpose, text)
        # An empty code would be proved by showing nothing.
        if not text or which in told:
            continue
        told.append(which)
        yield {
            "reservation": reservation,
            "purpose": code.purpose,
            "way": code.way,
            "name": code.name,
            "fingerprint": fingerprints.code(code.way, text),
            "alphabet": alphabet(text),
            "length": len(text),
        }


def keep_codes(session: Session, fingerprints: Fingerprints, codes: Codes) -> None:
    """Insert the codes of reservations that have none yet."""
    rows = [row for held, told in codes.items() for row in code_values(fingerprints, held, told)]
    _insert(session, rows)


def replace_codes(session: Session, fingerprints: Fingerprints, codes: Codes) -> None:
    """These instead of those that are known; what is known already stays untouched."""
    known = _known(session, codes)
    rows, others = [], []
    for held, told in codes.items():
        new = list(code_values(fingerprints, held, told))
        if {_what(row) for row in new} != known.get(held, set()):
            others.append(held)
            rows += new
    if others:
        session.execute(delete(CodeRow).where(CodeRow.reservation.in_(others)))
        _insert(session, rows)


def _known(session: Session, held: Collection[str]) -> Mapping[str, set[tuple[Any, ...]]]:
    known: dict[str, set[tuple[Any, ...]]] = {}
    if held:
        for row in session.connection().execute(_KNOWN, {"ids": list(held)}):
            known.setdefault(row.reservation, set()).add(tuple(row[1:]))
    return known


def _what(row: Values) -> tuple[Any, ...]:
    return row["purpose"], row["way"], row["name"], row["fingerprint"]


def _insert(session: Session, rows: Sequence[Values]) -> None:
    if rows:
        session.connection().execute(_KEEP, rows)
