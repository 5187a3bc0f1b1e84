"""Keeps service accounts; a wrong PIN is on disk before it is known to be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.account_tables import StrangerRow, TechnicianRow
from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.tables import KeyMark
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.accounts import Account, AccountId
from kiosk.domain.lockout import WAIT, locked_for
from kiosk.domain.model import Change
from kiosk.ports_accounts import Listed, Tried

PLACE = ("technician", "sealed")
MOST_STRANGERS = 100
"""Ids and badges of nobody that are counted on; the oldest make room."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """Now, by the clock that counts from this boot."""

    boot: str
    ms: int


class Accounts(OneThread):
    """Accounts, their PINs' hashes, and how often a wrong one was said."""

    async def accounts(self) -> Sequence[Listed]:
        return await self._unit(_all, self._pen(), self._moment())

    async def technicians_enabled(self) -> int:
        return await self._unit(enabled)

    async def enrol(self, account: Account, pin: str, badge: str | None, change: Change) -> bool:
        return await self._unit(_enrol, account, pin, badge, change, self._pen())

    async def count_login(self, name: str | None, badge: str | None) -> Tried:
        return await self._unit(_count, name, badge, self._pen(), self._moment())

    async def settle_login(
        self, account: AccountId, pin: str | None, change: Change, *, visit: bool
    ) -> bool:
        return await self._unit(_settle, account, pin, change, self._pen(), visit=visit)

    async def disable(self, account: AccountId, change: Change) -> bool:
        return await self._unit(_disable, account, change, self._pen())

    async def lift_lockout(self, account: AccountId, change: Change) -> bool:
        return await self._unit(_lift, account, change, self._pen())

    def _moment(self) -> _Moment:
        return _Moment(self._boot, self._elapsed_ms())


def enabled(session: Session) -> int:
    """How many accounts there are that were not disabled."""
    rows = select(func.count()).select_from(TechnicianRow)
    return session.scalars(rows.where(TechnicianRow.disabled_at.is_(None))).one()


def resume_lockouts(session: Session, boot: str, elapsed: int) -> None:
    """After a reboot nobody knows how long the power was off: a running wait begins anew."""
    mark = session.get(KeyMark, 1)
    if mark is None or mark.boot == boot:
        return
    for table in (TechnicianRow, StrangerRow):
        last = select(func.max(table.elapsed_ms)).where(table.boot == mark.boot)
        end = max(mark.elapsed_ms or 0, session.scalars(last).one() or 0)
        age = end - func.coalesce(table.elapsed_ms, end)
        # A copy of some other day says nothing of how long ago it was.
        known = table.boot == mark.boot
        over = case((known & (age > int(WAIT * 1000)), elapsed - age), else_=elapsed)
        session.execute(
            update(table)
            .values(boot=boot, elapsed_ms=over)
            .execution_options(synchronize_session=False)
        )


def _all(session: Session, pen: Pen, now: _Moment) -> Sequence[Listed]:
    rows = session.scalars(select(TechnicianRow).order_by(TechnicianRow.id))
    return tuple(Listed(_account(row, pen), row.wrong, _locked_for(row, now)) for row in rows)


def _enrol(
    session: Session, account: Account, pin: str, badge: str | None, change: Change, pen: Pen
) -> bool:
    shown = None if badge is None else pen.fingerprints.badge(badge)
    same = TechnicianRow.id == account.id
    same = same if shown is None else same | (TechnicianRow.badge == shown)
    if session.scalars(select(TechnicianRow.id).where(same).limit(1)).first() is not None:
        return False
    session.add(
        TechnicianRow(
            id=account.id,
            role=account.role,
            sealed=_sealed(account.id, account.name, pin, pen),
            badge=shown,
            alone=account.alone,
            enrolled_at=account.enrolled_at,
            wrong=0,
        )
    )
    apply(session, change, pen)
    return True


def _count(session: Session, name: str | None, badge: str | None, pen: Pen, now: _Moment) -> Tried:
    shown = pen.fingerprints.badge(badge) if badge is not None else None
    by_badge = TechnicianRow.badge == shown
    query = select(TechnicianRow).where(TechnicianRow.id == name if shown is None else by_badge)
    known = session.scalars(query).one_or_none()
    row = known or _stranger(session, shown or pen.fingerprints.stranger(name or ""))
    left = _locked_for(row, now)
    if not left:
        row.wrong, row.boot, row.elapsed_ms = row.wrong + 1, now.boot, now.ms
    if known is None:
        return Tried(None, None, row.wrong, left)
    return Tried(_account(known, pen), _words(known, pen).get("pin"), row.wrong, left)


def _stranger(session: Session, shown: bytes) -> StrangerRow:
    row = session.scalars(select(StrangerRow).where(StrangerRow.shown == shown)).one_or_none()
    if row is None:
        row = StrangerRow(shown=shown, wrong=0)
        session.add(row)
        session.flush()
        session.execute(delete(StrangerRow).where(StrangerRow.seq <= row.seq - MOST_STRANGERS))
    return row


def _settle(
    session: Session, account: AccountId, pin: str | None, change: Change, pen: Pen, *, visit: bool
) -> bool:
    row = session.get(TechnicianRow, account)
    if row is None or row.disabled_at is not None:
        return False
    row.wrong = 0
    if visit:
        row.last_login = pen.now
    if pin is not None:
        row.sealed = _sealed(row.id, _words(row, pen).get("name", ""), pin, pen)
    apply(session, change, pen)
    return True


def _disable(session: Session, account: AccountId, change: Change, pen: Pen) -> bool:
    row = session.get(TechnicianRow, account)
    if row is None or row.disabled_at is not None:
        return False
    row.disabled_at = pen.now
    apply(session, change, pen)
    return True


def _lift(session: Session, account: AccountId, change: Change, pen: Pen) -> bool:
    row = session.get(TechnicianRow, account)
    if row is None:
        return False
    row.wrong = 0
    apply(session, change, pen)
    return True


def _locked_for(row: TechnicianRow | StrangerRow, now: _Moment) -> float:
    known = row.boot == now.boot and row.elapsed_ms is not None
    age = (now.ms - (row.elapsed_ms or 0)) / 1000 if known else 0.0
    return locked_for(row.wrong, age)


def _account(row: TechnicianRow, pen: Pen) -> Account:
    return Account(
        AccountId(row.id),
        _words(row, pen).get("name", ""),
        row.role,
        row.alone,
        row.badge is not None,
        row.enrolled_at,
        row.last_login,
        row.disabled_at,
    )


def _words(row: TechnicianRow, pen: Pen) -> dict[str, str]:
    """Nothing where it does not open: then no PIN is right."""
    return dict(pen.seal.open(row.sealed, *PLACE, row.id) or {})


def _sealed(account: str, name: str, pin: str, pen: Pen) -> bytes:
    return pen.seal.shut({"name": name, "pin": pin}, *PLACE, account)
