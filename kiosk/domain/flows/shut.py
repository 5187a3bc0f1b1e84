"""A visit's door was seen shut, or stands open for too long: what that means, and what is owed."""

from dataclasses import replace

from kiosk.domain import settling
from kiosk.domain.acts import By
from kiosk.domain.flows import after, opening
from kiosk.domain.flows.after import ConfirmPut, ended
from kiosk.domain.flows.effects import Effect, EndVisit, Flag, Record, Settle
from kiosk.domain.flows.inputs import (
    DoorClosed,
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    EmptyDeclared,
    FinishAsked,
    Input,
    OpenAsked,
    OtherFound,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.opening import Done, DoorStuck, LookInside, PutParcel, TakeParcel
from kiosk.domain.flows.problem import SEEKS, AtDoor, ConfirmEmpty, LeaveClosed, ShutFirst
from kiosk.domain.flows.visit import Failure, Outcome, Over, Reason, Trouble, Visit
from kiosk.domain.model import Change, CompartmentFlag, Contents, IntentState, Purpose

LAST_STAGE = 3
CONFIRMS = TakeParcel | PutParcel | LookInside | ShutFirst | LeaveClosed
"""Screens on which one can say that the door is shut, where nobody sees it."""

Next = tuple[AtDoor | ConfirmEmpty | after.State | opening.State, tuple[Effect, ...]]


def step(state: AtDoor, event: DoorClosed | DoorStillOpen | DoorSighted) -> Next:
    """What the door itself does outweighs whatever is asked on the screen."""
    visit = state.visit
    match event:
        case DoorClosed():
            return _closed(replace(state, visit=replace(visit, unseen=False)), event)
        case DoorSighted(seen):
            return replace(state, visit=replace(visit, unseen=not seen)), ()
        case DoorStillOpen(stage) if stage < LAST_STAGE:
            return replace(state, stage=stage), ()
        case DoorStillOpen() if visit.unseen:
            return _unsaid(state)
        case DoorStillOpen():
            return _left_open(visit)


def said(state: AtDoor) -> Next:
    """Nobody sees the door, and the person says that it is shut."""
    return _closed(state, DoorClosed()) if isinstance(state, CONFIRMS) else (state, ())


def _unsaid(state: AtDoor) -> Next:
    """Nobody sees the door, and nobody says anything: it ends, and all of it stays unproved."""
    visit = replace(state.visit, unsure=True)
    if isinstance(state, LeaveClosed):
        change = _left_inside(visit, state.trouble)[1]
    else:
        change = (_settle(visit, settling.unsaid(visit)),)
    if visit.handover is not None:
        return ended(visit, Outcome.DEPOSITED_UNCONFIRMED, reopens=False), change
    return Over(), (*change, EndVisit())


def confirm(state: ConfirmEmpty, event: Input) -> Next:
    """The depositor wanted out, and the door is shut."""
    visit = state.visit
    match event:
        case EmptyDeclared(empty):
            return _declared(state, empty=empty)
        case OpenAsked():
            # Something was forgotten inside: look again, nothing is decided yet.
            return opening.fire(replace(visit, owes=True))
        case DoorOpened(intent):
            back = replace(visit, intent=intent, opened=True)
            change = settling.change_at(visit, "door.reopened")
            settle = Settle(intent, IntentState.OPENED, change)
            return ShutFirst(back, state.reason, state.other, searched=True), (settle,)
        case OtherFound(other) if state.reason in SEEKS:
            return replace(state, other=other), ()
        case TimedOut() | FinishAsked():
            told = Record(settling.deposited(visit, confirmed=False))
            return ended(visit, Outcome.DEPOSITED_UNCONFIRMED, reopens=False), (told,)
        case _:
            return state, ()


def sprang_back(state: opening.Done, intent: str) -> Next:
    """The visit is decided and its door stands open again: whoever is here is asked to shut it."""
    return _left_open(replace(state.visit, intent=intent))


def is_owed(state: DoorStuck) -> bool:
    """Whether the door was last seen open, or shut with something left to record."""
    return state.visit.owes or state.visit.opened


def stuck(state: DoorStuck, event: Input) -> Next:
    """The door had been open and does not open again: leaving forgets nothing that is owed."""
    visit = state.visit
    match event:
        case FinishAsked() | WentBack() | TimedOut() if visit.owes:
            return _given_up(visit, Record(settling.given_up(visit)))
        case FinishAsked() | WentBack() | TimedOut() if state.failure is Failure.JAMMED:
            # Fired and never seen open: the sensor says shut, whatever was believed before.
            return _given_up(visit, _settle(visit, settling.given_up(visit)))
        case DoorClosed() if not visit.owes:
            return _given_up(visit, _settle(visit, settling.given_up(visit)))
        case FinishAsked() | WentBack() | TimedOut():
            return _left_open(visit)
        case DoorStillOpen(stage) if stage == LAST_STAGE and not visit.owes:
            return _left_open(visit)
        case _:
            return opening.step(state, event)


def _given_up(visit: Visit, told: Effect) -> Next:
    """Whoever left something behind that door has the code to it all the same."""
    if visit.handover is not None:
        visit = replace(visit, owes=False)
        return ended(visit, Outcome.DEPOSITED_UNCONFIRMED, reopens=False), (told,)
    return Over(), (told, EndVisit())


def _closed(state: AtDoor, event: DoorClosed) -> Next:
    visit, occupied = state.visit, event.occupied
    match state:
        case ShutFirst():
            return _undecided(state, occupied)
        case LeaveClosed(trouble=trouble) if occupied is not False or trouble is Trouble.EMPTY:
            return _left_inside(visit, trouble, occupied)
        case _ if visit.purpose is Purpose.OPENING:
            # Of one's own: opening once more is told like the first time.
            kept = _settle(visit, settling.kept(visit, occupied))
            return Done(replace(visit, opened=False), Outcome.KEPT, reopens=True), (kept,)
        case _ if _is_asked(visit, event):
            settle = _settle(visit, settling.closed_undecided(visit))
            unproved = replace(visit, opened=False, unsure=visit.unsure or occupied is False)
            return ConfirmPut(unproved, _is_soon(event)), (settle,)
        case _:
            outcome, change = _ended(visit, state, occupied)
            return ended(visit, outcome, reopens=True), (_settle(visit, change),)


def _is_asked(visit: Visit, event: DoorClosed) -> bool:
    """Whether it must be said that the parcel is inside: nothing else shows it."""
    owed = visit.purpose is Purpose.DROPOFF and not visit.settled
    proves_nothing = visit.walk_up and visit.by is By.CONSUMER
    return owed and event.occupied is not True and (proves_nothing or _is_soon(event))


def _is_soon(event: DoorClosed) -> bool:
    return event.open_for is not None and event.open_for < after.SOON


def _undecided(state: ShutFirst, occupied: bool | None) -> Next:
    settle = _settle(state.visit, settling.closed_undecided(state.visit))
    visit = replace(state.visit, opened=False, unsure=occupied is True)
    undecided = ConfirmEmpty(visit, state.reason, state.other)
    if occupied is False:
        following, effects = _declared(undecided, empty=True)
        return following, (settle, *effects)
    return undecided, (settle,)


def _left_inside(visit: Visit, trouble: Trouble, occupied: bool | None = None) -> Next:
    """The pick-up ends with nothing taken."""
    match trouble:
        case Trouble.EMPTY if visit.by is not By.CONSUMER:
            outcome, change = Outcome.REPORTED, settling.not_there(visit, occupied)
        case _ if visit.by is not By.CONSUMER:
            outcome, change = Outcome.NOT_TAKEN, settling.not_taken(visit)
        case Trouble.UNWANTED:
            outcome, change = Outcome.REFUSED, settling.refused(visit)
        case Trouble.NOT_MINE:
            outcome, change = Outcome.NOT_TAKEN, settling.given_up(visit)
        case Trouble.EMPTY:
            outcome, change = Outcome.REPORTED, settling.given_up(visit)
        case _:
            outcome, change = Outcome.NOT_TAKEN, settling.not_taken(visit)
    return Done(visit, outcome, reopens=False), (_settle(visit, change),)


def _ended(visit: Visit, state: AtDoor, occupied: bool | None) -> tuple[Outcome, Change]:
    # Closed from a menu, or a sensor that says otherwise: it counts all the same, but unproved.
    if visit.purpose is Purpose.PICKUP:
        seen = isinstance(state, TakeParcel)
        return Outcome.COLLECTED, settling.collected(visit, occupied, sure=seen)
    sure = isinstance(state, PutParcel) and occupied is not False
    outcome = Outcome.DEPOSITED if sure else Outcome.DEPOSITED_UNCONFIRMED
    return outcome, settling.deposited(visit, confirmed=sure)


def _declared(state: ConfirmEmpty, *, empty: bool) -> Next:
    visit, reason = state.visit, state.reason
    if not empty:
        told = Record(settling.deposited(visit, confirmed=reason is not Reason.NOT_EMPTY))
        return ended(visit, Outcome.DEPOSITED, reopens=True), (told,)
    # Somebody else's things may be why: then "empty" speaks of one's own parcel only.
    doubtful = reason is Reason.NOT_EMPTY or visit.unsure
    contents = Contents.MAYBE if doubtful else Contents.EMPTY
    if state.other is not None:
        told = Record(settling.moved(visit, state.other, contents))
        following, effects = opening.begin(opening.fresh(state.other))
        return following, (told, *effects)
    told = Record(settling.cancelled(visit, reason, contents))
    return Done(visit, Outcome.CANCELLED, reopens=False), (told,)


def _left_open(visit: Visit) -> Next:
    """The session ends; whoever comes next is asked to shut the door."""
    change = settling.left_open(visit)
    return Over(), (
        Settle(visit.intent or "", IntentState.LEFT_OPEN, change),
        Flag(visit.label, CompartmentFlag.LEFT_OPEN, settling.change_at(visit, "compartment.left")),
        EndVisit(),
    )


def _settle(visit: Visit, change: Change) -> Settle:
    return Settle(visit.intent or "", IntentState.CLOSED, change)
