"""Whom a reservation is for: sealed, and gone when its codes are."""

from datetime import datetime, timedelta

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.sealing import Seal
from kiosk.adapters.storage.tables import EventRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.model import Channel, ReservationId, ReservationState
from kiosk.domain.particulars import Contact

PLACE = ("reservation", "contact")
TOO_LATE = "its reservation ended too long ago"
KEPT_AFTER_EXPIRY = timedelta(days=7)
"""Who did not come in so long is not waited for; the parcel may lie there still."""


class People(OneThread):
    """Keeps names, telephone numbers and e-mail addresses as long as somebody may be told."""

    async def contact(self, reservation: ReservationId) -> Contact | None:
        return await self._unit(_contact, reservation, self._pen())


def sealed_contact(seal: Seal, reservation: str, contact: Contact) -> bytes | None:
    """For this reservation's row; nothing for nobody."""
    facts = {"name": contact.name, "phone": contact.phone, "email": contact.email}
    words = {name: word for name, word in facts.items() if word}
    return seal.shut(words, *PLACE, reservation) if words else None


def contact_of(row: ReservationRow, seal: Seal) -> Contact | None:
    words = None if row.contact is None else seal.open(row.contact, *PLACE, row.id)
    if words is None:
        return None
    return Contact(words.get("name", ""), words.get("phone", ""), words.get("email", ""))


def forget_people(session: Session, before: datetime, now: datetime) -> None:
    """Delete the contacts of reservations that had ended by then, and what waits for them.

    Those of reservations whose time ran out go a week after that.
    """
    _forget(session, select(ReservationRow.id).where(ReservationRow.ended_at <= before), now)
    over = now - KEPT_AFTER_EXPIRY
    ran_out = func.coalesce(ReservationRow.expires_at, ReservationRow.moved_at) <= over
    expired = ReservationRow.state == ReservationState.EXPIRED
    _forget(session, select(ReservationRow.id).where(expired, ran_out), now)


def is_too_late(state: ReservationState, expires_at: datetime | None, now: datetime) -> bool:
    """Whether a cloud tells whom it is for after that was to be forgotten."""
    ran_out = expires_at is not None and expires_at <= now - KEPT_AFTER_EXPIRY
    return state is ReservationState.EXPIRED and ran_out


def _forget(session: Session, ended: Select[str], now: datetime) -> None:
    about = update(ReservationRow).where(ReservationRow.id.in_(ended))
    session.execute(about.where(ReservationRow.contact.is_not(None)).values(contact=None))
    messages = update(EventRow).where(EventRow.reservation.in_(ended))
    messages = messages.where(EventRow.channel == Channel.NOTIFIER)
    waiting = messages.where(EventRow.parked_at.is_(None))
    session.execute(waiting.values(parked_at=now, error=TOO_LATE))
    session.execute(messages.where(EventRow.sealed.is_not(None)).values(sealed=None))


def _contact(session: Session, reservation: ReservationId, pen: Pen) -> Contact | None:
    row = session.get(ReservationRow, reservation)
    return None if row is None else contact_of(row, pen.seal)
