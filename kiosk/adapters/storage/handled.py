"""What the courier at the screen has put in and taken out since the last login, by the journal."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.adapters.storage.tables import JournalRow, ReservationRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.acts import Act, By
from kiosk.domain.round import Errand, Handled
from kiosk.domain.transitions import TABLE

LOGGED_IN = "courier.logged_in"
MOST = 400
PUT_IN = frozenset({TABLE[Act.DEPOSITED].journal})
TAKEN_OUT = frozenset({TABLE[Act.COLLECTED].journal, TABLE[Act.TAKEN_OUT].journal})
UNDONE = frozenset(
    TABLE[act].journal
    for act in (Act.DROPOFF_CANCELLED, Act.WITHDRAWN, Act.NOT_PUT_IN, Act.TAKEN_BACK)
)


class HandledParcels(OneThread):
    """Tells what was done in a courier's visit."""

    async def handled(self) -> Sequence[Handled]:
        return await self._unit(_handled)


def _handled(session: Session) -> Sequence[Handled]:
    query = select(JournalRow.seq).where(JournalRow.name == LOGGED_IN)
    since = session.scalars(query.order_by(JournalRow.seq.desc()).limit(1)).first()
    if since is None:
        return ()
    found: dict[tuple[str, Errand], Handled] = {}
    lines = select(JournalRow, ReservationRow.ref).join(
        ReservationRow, ReservationRow.id == JournalRow.reservation
    )
    lines = lines.where(JournalRow.seq > since, JournalRow.actor == By.COURIER.value)
    lines = lines.where(JournalRow.name.in_(PUT_IN | TAKEN_OUT | UNDONE))
    for line, ref in session.execute(lines.order_by(JournalRow.seq).limit(2 * MOST)):
        errand = Errand.COLLECT if line.name in TAKEN_OUT else Errand.DELIVER
        key = (str(line.reservation), errand)
        if line.name in UNDONE:
            found.pop(key, None)
        else:
            found.setdefault(key, Handled(ref, line.compartment or "", errand, line.at))
    return tuple(found.values())[:MOST]
