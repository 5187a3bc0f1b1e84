"""What the kiosk was about to do to a lock, and how it went."""

from collections.abc import Collection

from sqlalchemy import bindparam, exists, insert, or_, select, update
from sqlalchemy.orm import Session, aliased

from kiosk.adapters.storage.facts import apply
from kiosk.adapters.storage.pen import Pen
from kiosk.adapters.storage.rows import holding_of, intent_of, intent_values
from kiosk.adapters.storage.tables import HoldingRow, IntentRow
from kiosk.adapters.storage.thread import OneThread
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import DoorId
from kiosk.domain.ledger import Ledger
from kiosk.domain.model import Change, Intent, IntentState

UNSETTLED = (IntentState.UNLOCKING, IntentState.OPENED, IntentState.LEFT_OPEN)
# Made once, and rows instead of objects: a person waits while these run.
_INTENTS = select(*IntentRow.__table__.columns)
_OF = _INTENTS.where(IntentRow.authorisation == bindparam("right")).order_by(IntentRow.seq)
_OPENING = (
    _INTENTS.where(IntentRow.door == bindparam("which"), IntentRow.state != IntentState.FAILED)
    .order_by(IntentRow.seq.desc())
    .limit(1)
)
_LATER = aliased(IntentRow)
# What an unlock for one's own parcel is owed ends by itself, not with what others do at that door.
_SEEN_SHUT = exists().where(
    _LATER.door == IntentRow.door,
    _LATER.seq > IntentRow.seq,
    _LATER.state == IntentState.CLOSED,
    or_(IntentRow.purpose.is_(None), _LATER.reservation == IntentRow.reservation),
)
_END = (
    update(IntentRow)
    .where(
        IntentRow.door == bindparam("which"),
        IntentRow.seq < bindparam("until"),
        IntentRow.state.in_((IntentState.OPENED, IntentState.LEFT_OPEN)),
        or_(IntentRow.purpose.is_(None), IntentRow.reservation == bindparam("whose")),
    )
    .values(state=IntentState.CLOSED)
    .execution_options(synchronize_session=False)
)
_IN_HAND = _INTENTS.where(IntentRow.state.in_(UNSETTLED), ~_SEEN_SHUT).order_by(IntentRow.seq)
_HOLDINGS = select(*HoldingRow.__table__.columns)
_INTEND = insert(IntentRow)


class Intents(OneThread):
    """Keeps the intents: on disk before the first byte goes to a lock."""

    async def intend(self, intent: Intent) -> None:
        await self._carrying(_intend, intent)

    async def settle_intent(
        self, intent: str, state: IntentState, change: Change | None = None
    ) -> None:
        await self._unit(_settle, intent, state, change, self._pen())

    async def intents_of(self, authorisation: str) -> tuple[Intent, ...]:
        return await self._unit(_of, authorisation)

    async def last_opening(self, door: DoorId) -> Intent | None:
        return await self._unit(_last_opening, door)

    async def ledger(self, authorisation: str, doors: Collection[DoorId] = ()) -> Ledger:
        return await self._unit(_ledger, authorisation, tuple(doors))

    async def unsettled_intents(self) -> tuple[Intent, ...]:
        return await self._unit(_unsettled)


def _intend(session: Session, intent: Intent) -> None:
    session.connection().execute(_INTEND, intent_values(intent))


def _settle(
    session: Session, intent: str, state: IntentState, change: Change | None, pen: Pen
) -> None:
    row = session.scalars(select(IntentRow).where(IntentRow.id == intent)).one_or_none()
    if row is None:
        raise StoreBroken("an intent that was never committed cannot be settled")
    row.state = state
    if state is IntentState.CLOSED:
        session.execute(_END, {"which": row.door, "until": row.seq, "whose": row.reservation})
    if change is not None:
        apply(session, change, pen)


def _of(session: Session, authorisation: str) -> tuple[Intent, ...]:
    return tuple(map(intent_of, session.connection().execute(_OF, {"right": authorisation})))


def _last_opening(session: Session, door: DoorId) -> Intent | None:
    row = session.connection().execute(_OPENING, {"which": door}).one_or_none()
    return None if row is None else intent_of(row)


def _ledger(session: Session, authorisation: str, doors: tuple[DoorId, ...]) -> Ledger:
    rows = session.connection().execute(_HOLDINGS)
    return Ledger(
        holdings={row.label: holding_of(row) for row in rows},
        intents=_of(session, authorisation),
        openings=tuple(one for door in doors if (one := _last_opening(session, door))),
    )


def in_hand(session: Session) -> frozenset[str]:
    """The reservations whose door was fired and not yet seen shut."""
    return frozenset(i.reservation for i in _unsettled(session) if i.reservation is not None)


def _unsettled(session: Session) -> tuple[Intent, ...]:
    return tuple(map(intent_of, session.connection().execute(_IN_HAND)))
