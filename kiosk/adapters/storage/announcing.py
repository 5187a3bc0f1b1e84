"""Messages to people, recorded with what they tell, and what was announced before."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.people import contact_of
from kiosk.adapters.storage.rows import reservation_of
from kiosk.adapters.storage.tables import JournalRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain import notices
from kiosk.domain.model import Change, NewEvent, ReservationId


class Announcements(OneThread):
    """Remembers over restarts who was reminded of which end."""

    async def announced_ends(self) -> Mapping[ReservationId, str]:
        return await self._unit(_announced_ends)


def announced(session: Session, change: Change, pen: Pen) -> tuple[NewEvent, ...]:
    """The messages this change calls for, when somebody is known who can be told."""
    if pen.announce is None or change.reservation is None or not change.events:
        return ()
    row = session.get(ReservationRow, change.reservation)
    contact = None if row is None else contact_of(row, pen.seal)
    if row is None or contact is None:
        return ()
    return pen.announce(change, reservation_of(row), contact)


def _announced_ends(session: Session) -> Mapping[ReservationId, str]:
    query = select(JournalRow.reservation, JournalRow.facts)
    query = query.where(JournalRow.name == notices.ENDS_SOON).order_by(JournalRow.seq)
    told = session.execute(query)
    return {ReservationId(about): str(facts["until"]) for about, facts in told if about}
