"""One parcel is put in: judged, its door made ready, opened, shut; then back, or the next."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain import codes
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import batch, sizing
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import (
    Delivering,
    DoorReady,
    Judging,
    Load,
    LoadPlanned,
    NotReady,
    PlanLoad,
    RecipientTold,
    Scan,
    Seen,
    TellRecipient,
    ready,
)
from kiosk.domain.flows.courier.takeout import is_named
from kiosk.domain.flows.duty import DoorDone, Step
from kiosk.domain.flows.inputs import CodeShown
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.flows.visit import Outcome
from kiosk.domain.round import Verdict, folded

PUT = frozenset({Outcome.DEPOSITED, Outcome.DEPOSITED_UNCONFIRMED})
PLANNED_ANEW = frozenset({Verdict.FULL, Verdict.DOOR_OUT})
"""Its compartment is another's or out of use by now; there may be one more."""


def step(state: Judging | Delivering, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Judging(load), LoadPlanned(scans):
            judged = load.told(scans)
            if judged.stops:
                # One scan, and its door opens: the scan is the person's act.
                return ready(judged, judged.stops[0])
            if judged.scans[0].verdict is Verdict.SIZE_UNKNOWN:
                return sizing.begin(judged, judged.scans[0])
            return back(judged, judged.scans[0])
        case Delivering(), DoorReady(visit):
            return duty.fire(replace(state, held=True), visit)
        case Delivering(load, scan), NotReady(why):
            # What changed since the plan was made changes the plan.
            anew = load.marked(scan.reservation, None if why in PLANNED_ANEW else why)
            return _on(state, anew, replace(scan, verdict=why))
        case Delivering(load, scan), RecipientTold(told):
            shift = replace(load.shift, notified=load.shift.notified + told)
            return _on(state, replace(load, shift=shift), scan)
        case Delivering(load, scan), DoorDone():
            return _done(state, event)
        case Delivering(), CodeShown(text) if not codes.is_courier_token(text):
            return _shown(state, text)
        case Delivering(_, scan, held=True), LoadPlanned((said, *_)):
            its = said.reservation is not None and said.reservation == scan.reservation
            return replace(state, seen=Seen.RIGHT if its else Seen.OTHER), ()
        case _:
            return state, ()


def _shown(state: Delivering, text: str) -> duty.Next:
    """A label at a door that is not shut yet: it opens nothing, and is not passed over either."""
    scan = state.scan
    if folded(text) == folded(scan.text) or (scan.parcel and is_named(scan.parcel, text)):
        return replace(state, seen=Seen.RIGHT), ()
    # A drop-off code on a label may be the parcel's, too: only the kiosk knows whose it is.
    asked = (PlanLoad(state.load.shift, (Scan(text),)),) if state.held else ()
    return replace(state, following=text), asked


def _done(state: Delivering, done: DoorDone) -> duty.Next:
    """The door is shut, or it never opened."""
    load, scan, visit = state.load, state.scan, done.visit
    if done.outcome in PUT:
        shift = replace(load.shift, delivered=load.shift.delivered + 1)
        into = replace(scan, verdict=Verdict.IN, label=visit.label)
        load = replace(load, shift=shift).marked(scan.reservation, Verdict.IN)
        told = Delivering(load, into, following=state.following)
        return told, (TellRecipient(visit),)
    if done.outcome is not None:
        gone = load.marked(scan.reservation, Verdict.GIVEN_UP)
        return _on(state, gone, replace(scan, verdict=Verdict.GIVEN_UP))
    if visit.opened:
        left = load.marked(scan.reservation, Verdict.LEFT_OPEN)
        return _on(state, left, replace(scan, verdict=Verdict.LEFT_OPEN))
    # It stayed shut: another compartment may do, and this one is not tried again.
    again = replace(load, avoid=load.avoid | {visit.label})
    return _on(state, again.marked(scan.reservation, None), replace(scan, verdict=Verdict.STUCK))


def _on(state: Delivering, load: Load, scan: Scan) -> duty.Next:
    """On with the batch; from a single parcel back to the list."""
    return back(load, scan) if load.single else batch.on(load, state.following)


def back(load: Load, scan: Scan) -> duty.Next:
    """To the list, which says what became of the parcel."""
    known = load.marked(scan.reservation, scan.verdict)
    return courier_round.begin(known.ended(), scan)


STEPS: Mapping[type[StaffState], Step] = {
    Judging: step,
    Delivering: step,
}
