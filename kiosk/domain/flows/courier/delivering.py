"""One parcel is put in: judged, its door made ready, opened, shut; then back, or the next."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import batch
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import (
    Delivering,
    DoorReady,
    Judging,
    Load,
    LoadPlanned,
    NotReady,
    RecipientTold,
    Scan,
    TellRecipient,
    ready,
)
from kiosk.domain.flows.duty import DoorDone, StaffState, Step
from kiosk.domain.flows.visit import Outcome
from kiosk.domain.round import Verdict

PUT = frozenset({Outcome.DEPOSITED, Outcome.DEPOSITED_UNCONFIRMED})


def step(state: Judging | Delivering, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Judging(load), LoadPlanned(scans):
            judged = load.told(scans)
            if judged.stops:
                # One scan, and its door opens: the scan is the person's act.
                return ready(judged, judged.stops[0])
            return back(judged, judged.scans[0])
        case Delivering(), DoorReady(visit):
            return duty.fire(state, visit)
        case Delivering(load, scan), NotReady(why):
            return back(load.marked(scan.reservation, why), replace(scan, verdict=why))
        case Delivering(load, scan), RecipientTold(told):
            shift = replace(load.shift, notified=load.shift.notified + told)
            return back(replace(load, shift=shift), scan)
        case Delivering(load, scan), DoorDone():
            return _done(load, scan, event)
        case _:
            return state, ()


def _done(load: Load, scan: Scan, done: DoorDone) -> duty.Next:
    """The door is shut, or it never opened."""
    visit = done.visit
    if done.outcome in PUT:
        shift = replace(load.shift, delivered=load.shift.delivered + 1)
        into = replace(scan, verdict=Verdict.IN, label=visit.label)
        load = replace(load, shift=shift).marked(scan.reservation, Verdict.IN)
        return Delivering(load, into), (TellRecipient(visit),)
    if done.outcome is not None:
        gone = load.marked(scan.reservation, Verdict.GIVEN_UP)
        return back(gone, replace(scan, verdict=Verdict.GIVEN_UP))
    if visit.opened:
        left = load.marked(scan.reservation, Verdict.LEFT_OPEN)
        return back(left, replace(scan, verdict=Verdict.LEFT_OPEN))
    # It stayed shut: another compartment may do, and this one is not tried again.
    again = replace(load, avoid=load.avoid | {visit.label})
    return back(again.marked(scan.reservation, None), replace(scan, verdict=Verdict.STUCK))


def back(load: Load, scan: Scan) -> duty.Next:
    """On with the batch; from a single parcel back to the list, which says what became of it."""
    if load.single:
        known = load.marked(scan.reservation, scan.verdict)
        return courier_round.begin(known.ended(), scan)
    return batch.on(load)


STEPS: Mapping[type[StaffState], Step] = {
    Judging: step,
    Delivering: step,
}
