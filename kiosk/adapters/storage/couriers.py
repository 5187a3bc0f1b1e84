"""Remembers couriers: who is denied, what was called back, and whose PIN and badge are whose."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.courier_tables import (
    CalledBackRow,
    CourierCodeRow,
    DeniedCourierRow,
    EnrolledCourierRow,
)
from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.couriers import Courier, Denials
from kiosk.domain.model import Change
from kiosk.ports_couriers import Enrolled

MOST_LISTED = 500


class Couriers(OneThread):
    """Denials, PINs, badges."""

    async def denials(self) -> Denials:
        return await self._unit(_denials)

    async def deny_courier(self, courier: str, reason: str, change: Change) -> None:
        await self._unit(_deny, courier, reason, change, self._pen())

    async def readmit_courier(self, courier: str, change: Change) -> bool:
        return await self._unit(_readmit, courier, change, self._pen())

    async def call_tokens_back(self, until: datetime, change: Change) -> datetime:
        return await self._unit(_call_back, until, change, self._pen())

    async def enrol_courier(
        self,
        courier: Courier,
        change: Change,
        *,
        pin: str | None = None,
        badge: str | None = None,
        carrier: str | None = None,
    ) -> bool:
        mac = None if badge is None else self._fingerprints.courier("badge", badge)
        row = EnrolledCourierRow(
            issuer=courier.issuer, courier=courier.id, pin=pin, badge=mac, wrong=0, carrier=carrier
        )
        return await self._unit(_enrol, row, change, self._pen())

    async def enrolled(self, courier: Courier) -> Enrolled | None:
        return await self._unit(_one, courier)

    async def couriers_enrolled(self) -> Sequence[Enrolled]:
        return await self._unit(_all)

    async def lift_courier_lockout(self, courier: Courier, change: Change) -> bool:
        return await self._unit(_lift, courier, change, self._pen())

    async def badge_holder(self, badge: str) -> Enrolled | None:
        return await self._unit(_holder, self._fingerprints.courier("badge", badge))

    async def count_pin(self, courier: Courier) -> Enrolled | None:
        return await self._unit(_count, courier)

    async def pin_was_right(self, courier: Courier) -> None:
        await self._unit(_forgive, courier)

    async def courier_facts(self) -> Mapping[str, object]:
        return await self._unit(_facts)


def _denials(session: Session) -> Denials:
    called = session.get(CalledBackRow, 1)
    denied = frozenset(session.scalars(select(DeniedCourierRow.courier)))
    return Denials(denied, None if called is None else called.until)


def _deny(session: Session, courier: str, reason: str, change: Change, pen: Pen) -> None:
    session.merge(DeniedCourierRow(courier=courier, reason=reason, at=pen.now))
    apply(session, change, pen)


def _readmit(session: Session, courier: str, change: Change, pen: Pen) -> bool:
    row = session.get(DeniedCourierRow, courier)
    if row is None:
        return False
    session.delete(row)
    apply(session, change, pen)
    return True


def _call_back(session: Session, until: datetime, change: Change, pen: Pen) -> datetime:
    row = session.get(CalledBackRow, 1)
    if row is None:
        row = CalledBackRow(id=1, until=until)
        session.add(row)
    # Never earlier: what was called back once stays so.
    row.until = max(row.until, until)
    apply(session, change, pen)
    return row.until


def _enrol(session: Session, new: EnrolledCourierRow, change: Change, pen: Pen) -> bool:
    about = EnrolledCourierRow.badge == new.badge
    holder = session.scalars(select(EnrolledCourierRow).where(about)).first() if new.badge else None
    if holder is not None and (holder.issuer, holder.courier) != (new.issuer, new.courier):
        return False
    row = session.get(EnrolledCourierRow, (new.issuer, new.courier))
    if row is None:
        session.add(new)
    else:
        if new.pin is not None:
            row.pin, row.wrong = new.pin, 0
        row.badge = row.badge if new.badge is None else new.badge
        row.carrier = row.carrier if new.carrier is None else new.carrier
    apply(session, change, pen)
    return True


def _one(session: Session, courier: Courier) -> Enrolled | None:
    return _enrolled(session.get(EnrolledCourierRow, (courier.issuer, courier.id)))


def _all(session: Session) -> Sequence[Enrolled]:
    people = select(EnrolledCourierRow).order_by(EnrolledCourierRow.courier).limit(MOST_LISTED)
    return tuple(map(_known, session.scalars(people)))


def _lift(session: Session, courier: Courier, change: Change, pen: Pen) -> bool:
    row = session.get(EnrolledCourierRow, (courier.issuer, courier.id))
    if row is None or row.pin is None:
        return False
    row.wrong = 0
    apply(session, change, pen)
    return True


def _holder(session: Session, badge: bytes) -> Enrolled | None:
    held = select(EnrolledCourierRow).where(EnrolledCourierRow.badge == badge)
    return _enrolled(session.scalars(held).one_or_none())


def _count(session: Session, courier: Courier) -> Enrolled | None:
    row = session.get(EnrolledCourierRow, (courier.issuer, courier.id))
    if row is not None:
        row.wrong += 1
    return _enrolled(row)


def _forgive(session: Session, courier: Courier) -> None:
    about = update(EnrolledCourierRow).where(
        EnrolledCourierRow.issuer == courier.issuer, EnrolledCourierRow.courier == courier.id
    )
    session.execute(about.values(wrong=0))


def _enrolled(row: EnrolledCourierRow | None) -> Enrolled | None:
    return None if row is None else _known(row)


def _known(row: EnrolledCourierRow) -> Enrolled:
    who, badge = Courier(row.issuer, row.courier), row.badge is not None
    return Enrolled(who, row.pin, row.wrong, row.carrier, badge)


def _facts(session: Session) -> Mapping[str, object]:
    denied = select(DeniedCourierRow).order_by(DeniedCourierRow.courier).limit(MOST_LISTED)
    codes = select(CourierCodeRow).order_by(CourierCodeRow.name).limit(MOST_LISTED)
    called = session.get(CalledBackRow, 1)
    return {
        "denied": [
            {"courier": row.courier, "reason": row.reason, "at": row.at.isoformat()}
            for row in session.scalars(denied)
        ],
        "not_before": called and called.until.isoformat(),
        "codes": [
            {
                "name": row.name,
                "issuer": row.issuer,
                "courier": row.courier,
                "carrier": row.carrier,
                "permissions": row.permissions,
                "pushed": row.pushed,
                "expires_at": row.expires_at and row.expires_at.isoformat(),
            }
            for row in session.scalars(codes)
        ],
    }


def forget_code(session: Session, name: str) -> bool:
    """Whether there was one of this name."""
    row = session.get(CourierCodeRow, name)
    if row is not None:
        session.execute(delete(CourierCodeRow).where(CourierCodeRow.name == name))
    return row is not None
