"""Many parcels at once: scan them all, see what fits, then one door after another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from kiosk.domain import codes
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import loading
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import (
    Load,
    LoadPlanned,
    RemoveAsked,
    Scan,
    SkipAsked,
)
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.duty import Step
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, OpenAsked, WentBack
from kiosk.domain.flows.paging import Paged
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.round import Verdict

MOST = 200
"""Parcels of one batch."""


@dataclass(frozen=True, slots=True)
class Batch(Paged):
    """Every scan adds a parcel; no door has opened for it yet."""

    scans: ClassVar[bool] = True
    load: Load
    again: str = ""
    """The end of the number that was just scanned once more."""


@dataclass(frozen=True, slots=True)
class NextStop(StaffState):
    """The next parcel and its door; until it opens, another can be taken, or none."""

    scans: ClassVar[bool] = True
    load: Load
    chosen: str = ""
    """The label that was scanned here: that parcel comes next."""

    @property
    def stop(self) -> Scan | None:
        """None while it is being planned anew."""
        stops = self.load.stops
        return next((s for s in stops if s.text == self.chosen), stops[0] if stops else None)


@dataclass(frozen=True, slots=True)
class BatchDone(Paged):
    """What is in, and what goes back with the courier and why."""

    load: Load


State = Batch | NextStop | BatchDone


def begin(state: Round) -> duty.Next:
    """The chore of the list."""
    return Batch(Load(state.shift)), ()


def on(load: Load, chosen: str = "") -> duty.Next:
    """After a door: what is left is planned anew, for that door may have changed the plan.

    ``chosen``: the label that was held up meanwhile.
    """
    if load.stops or load.judging:
        return NextStop(load, chosen), (loading.plan(load),)
    return BatchDone(load), ()


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state:
        case Batch():
            return _batch(state, event)
        case NextStop():
            return _next_stop(state, event)
        case BatchDone():
            return _batch_done(state, event)


def _batch(state: Batch, event: object) -> duty.Next:
    load = state.load
    match event:
        case CodeShown(text):
            return _scanned(state, text)
        case LoadPlanned(scans):
            return replace(state, load=load.told(scans)), ()
        case RemoveAsked() if load.scans:
            fewer = replace(load, scans=load.scans[:-1])
            asked = (loading.plan(fewer),) if fewer.scans else ()
            return Batch(fewer), asked
        case OpenAsked() if load.stops and not load.judging:
            return loading.ready(load, load.stops[0])
        case WentBack() if load.delivered:
            return BatchDone(_stopped(load)), ()
        case WentBack():
            return courier_round.begin(load.shift)
        case _:
            return state, ()


def _scanned(state: Batch, text: str) -> duty.Next:
    load = state.load
    if codes.is_courier_token(text) or len(load.scans) >= MOST:
        return state, ()
    if load.has(text):
        same = next(scan for scan in load.scans if scan.text == text)
        if same.verdict is Verdict.SKIPPED:
            back = load.marked(same.reservation, None)
            return Batch(back), (loading.plan(back),)
        return replace(state, again=same.short), ()
    more = replace(load, scans=(*load.scans, Scan(text)))
    return Batch(more), (loading.plan(more),)


def _next_stop(state: NextStop, event: object) -> duty.Next:
    load, stop = state.load, state.stop
    match event:
        case LoadPlanned(scans):
            told = load.told(scans)
            return (replace(state, load=told), ()) if told.stops else (BatchDone(told), ())
        case CodeShown(text) if any(one.text == text for one in load.stops):
            return replace(state, chosen=text), ()
        case OpenAsked() if stop is not None and not load.judging:
            return loading.ready(load, stop)
        case SkipAsked() if stop is not None:
            return on(load.marked(stop.reservation, Verdict.SKIPPED))
        case WentBack() if not load.judging:
            return Batch(load), ()
        case _:
            return state, ()


def _stopped(load: Load) -> Load:
    """What was not reached goes back with the courier."""
    scans = (replace(s, verdict=Verdict.SKIPPED) if s.is_due else s for s in load.scans)
    return replace(load, scans=tuple(scans))


def _batch_done(state: BatchDone, event: object) -> duty.Next:
    match event:
        case FinishAsked() | WentBack():
            return courier_round.begin(state.load.ended())
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {Batch: step, NextStop: step, BatchDone: step}
