"""Codes that couriers were given: at rest an HMAC under the device key, whatever came."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.courier_tables import CourierCodeRow
from kiosk.adapters.storage.couriers import Couriers, forget_code
from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.fingerprints import Fingerprints
from kiosk.adapters.storage.pen import Pen
from kiosk.domain.codes import normalise
from kiosk.domain.couriers import ALGORITHMS, CodeRight, Courier, Permission, PushedCode
from kiosk.domain.errors import StoreBroken
from kiosk.domain.model import Change

_PLAIN, *_HASHES = ALGORITHMS

Rights = Sequence[tuple[CodeRight, bool]]


class CourierCodes(Couriers):
    """A code is found by its HMAC; one that came hashed by the HMAC of its hash."""

    async def courier_code(self, text: str, now: datetime) -> Rights:
        return await self._unit(_matching, _macs(self._fingerprints, text), None, now)

    async def courier_code_of(self, login: str, text: str, now: datetime) -> Rights:
        mac = _login(self._fingerprints, login)
        return await self._unit(_matching, _macs(self._fingerprints, text), mac, now)

    async def add_courier_code(self, code: PushedCode, change: Change) -> None:
        row = _row(code, self._fingerprints, pushed=False)
        await self._unit(_add, row, change, self._pen())

    async def drop_courier_code(self, name: str, change: Change) -> bool:
        return await self._unit(_drop, name, change, self._pen())

    async def replace_pushed_codes(self, codes: Sequence[PushedCode]) -> int:
        rows = [_row(code, self._fingerprints, pushed=True) for code in codes]
        return await self._unit(_replace, rows)


def _row(code: PushedCode, fingerprints: Fingerprints, *, pushed: bool) -> CourierCodeRow:
    plain = code.algorithm == _PLAIN
    text = normalise(code.text) if plain else code.text.strip().lower()
    return CourierCodeRow(
        name=code.name,
        pushed=pushed,
        issuer=code.courier.issuer,
        courier=code.courier.id,
        mac=fingerprints.courier(code.algorithm, text),
        algorithm=code.algorithm,
        login=_login(fingerprints, code.login) if code.login else None,
        carrier=code.carrier,
        permissions=sorted(one.value for one in code.permissions),
        expires_at=code.expires_at,
    )


def _login(fingerprints: Fingerprints, login: str) -> bytes:
    return fingerprints.courier("login", normalise(login).casefold())


def _macs(fingerprints: Fingerprints, text: str) -> Sequence[bytes]:
    """Under which it would rest, in each form it may have come in."""
    plain = normalise(text)
    raw = plain.encode("utf-8", "surrogatepass")
    hashed = [(name, hashlib.new(name, raw).hexdigest()) for name in _HASHES]
    return [fingerprints.courier(name, one) for name, one in [(_PLAIN, plain), *hashed]]


def _matching(
    session: Session, macs: Sequence[bytes], login: bytes | None, now: datetime
) -> Rights:
    query = select(CourierCodeRow).where(CourierCodeRow.mac.in_(macs))
    live = or_(CourierCodeRow.expires_at.is_(None), CourierCodeRow.expires_at > now)
    if login is not None:
        query = query.where(CourierCodeRow.login == login)
    rows = session.scalars(query.where(live).order_by(CourierCodeRow.name))
    return tuple((_right(row), row.login is not None) for row in rows)


def _right(row: CourierCodeRow) -> CodeRight:
    may = frozenset(map(Permission, row.permissions))
    return CodeRight(row.name, Courier(row.issuer, row.courier), row.carrier, may)


def _add(session: Session, row: CourierCodeRow, change: Change, pen: Pen) -> None:
    session.merge(row)
    apply(session, change, pen)


def _drop(session: Session, name: str, change: Change, pen: Pen) -> bool:
    there = forget_code(session, name)
    if there:
        apply(session, change, pen)
    return there


def _replace(session: Session, rows: Sequence[CourierCodeRow]) -> int:
    kept = select(CourierCodeRow.name, CourierCodeRow.mac).where(CourierCodeRow.pushed)
    before = {row.name: row.mac for row in session.execute(kept)}
    own = set(session.scalars(select(CourierCodeRow.name).where(~CourierCodeRow.pushed)))
    if taken := own & {row.name for row in rows}:
        raise StoreBroken(f"the operator's own codes of couriers have the same names: {len(taken)}")
    session.execute(delete(CourierCodeRow).where(CourierCodeRow.pushed))
    session.add_all(rows)
    after = {row.name: row.mac for row in rows}
    return len(before.items() ^ after.items())
