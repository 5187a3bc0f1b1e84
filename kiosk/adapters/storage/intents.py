"""What the kiosk was about to do to a lock, and how it went."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.rows import intent_of, intent_row
from kiosk.adapters.storage.tables import IntentRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import DoorId
from kiosk.domain.model import Change, Intent, IntentState

UNSETTLED = (IntentState.UNLOCKING, IntentState.OPENED, IntentState.LEFT_OPEN)


class Intents(OneThread):
    """Keeps the intents: on disk before the first byte goes to a lock."""

    async def intend(self, intent: Intent) -> None:
        await self._unit(_intend, intent)

    async def settle_intent(
        self, intent: str, state: IntentState, change: Change | None = None
    ) -> None:
        await self._unit(_settle, intent, state, change, self._pen())

    async def intents_of(self, authorisation: str) -> tuple[Intent, ...]:
        return await self._unit(_of, authorisation)

    async def last_opening(self, door: DoorId) -> Intent | None:
        return await self._unit(_last_opening, door)

    async def unsettled_intents(self) -> tuple[Intent, ...]:
        return await self._unit(_unsettled)


def _intend(session: Session, intent: Intent) -> None:
    session.add(intent_row(intent))


def _settle(
    session: Session, intent: str, state: IntentState, change: Change | None, pen: Pen
) -> None:
    row = session.scalars(select(IntentRow).where(IntentRow.id == intent)).one_or_none()
    if row is None:
        raise StoreBroken("an intent that was never committed cannot be settled")
    row.state = state
    if change is not None:
        apply(session, change, pen)


def _of(session: Session, authorisation: str) -> tuple[Intent, ...]:
    query = select(IntentRow).where(IntentRow.authorisation == authorisation)
    return tuple(intent_of(row) for row in session.scalars(query.order_by(IntentRow.seq)))


def _last_opening(session: Session, door: DoorId) -> Intent | None:
    query = select(IntentRow).where(IntentRow.door == door, IntentRow.state != IntentState.FAILED)
    row = session.scalars(query.order_by(IntentRow.seq.desc()).limit(1)).one_or_none()
    return None if row is None else intent_of(row)


def in_hand(session: Session) -> frozenset[str]:
    """The reservations whose door was fired and not yet seen shut."""
    return frozenset(i.reservation for i in _unsettled(session) if i.reservation is not None)


def _unsettled(session: Session) -> tuple[Intent, ...]:
    later = aliased(IntentRow)
    seen_closed = exists().where(
        later.door == IntentRow.door,
        later.seq > IntentRow.seq,
        later.state == IntentState.CLOSED,
    )
    query = select(IntentRow).where(IntentRow.state.in_(UNSETTLED), ~seen_closed)
    return tuple(intent_of(row) for row in session.scalars(query.order_by(IntentRow.seq)))
