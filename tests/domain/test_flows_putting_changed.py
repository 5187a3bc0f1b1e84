"""What a batch does when its plan is true no longer, and when one parcel has two labels."""

import pytest

from kiosk.domain.flows import journey
from kiosk.domain.flows.courier.batch import Batch, BatchDone, NextStop
from kiosk.domain.flows.courier.loading import (
    Delivering,
    Judging,
    Load,
    LoadPlanned,
    NotReady,
    PlanLoad,
    Scan,
    SkipAsked,
)
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.inputs import CodeShown
from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, ReservationId, ReservationState
from kiosk.domain.round import Errand, Parcel, Verdict

SHIFT = Shift("c-17")


def scan(text: str, name: str, verdict: Verdict | None = Verdict.FITS, place: int = 0) -> Scan:
    parcel = Parcel(
        ReservationId(name), Owner.CLOUD, name, Kind.DELIVERY, ReservationState.RESERVED,
        Errand.DELIVER,
    )  # fmt: skip
    return Scan(text, verdict, parcel, str(place + 1), place)


@pytest.mark.parametrize("why", [Verdict.FULL, Verdict.DOOR_OUT])
def test_the_last_parcel_is_planned_anew_when_its_door_is_anothers_after_all(why: Verdict):
    last = Load(SHIFT, (scan("p1", "p1"),))
    state, effects = journey.step(Delivering(last, scan("p1", "p1")), NotReady(why))
    assert isinstance(state, NextStop)
    (asked,) = effects
    assert isinstance(asked, PlanLoad)
    assert [one.text for one in asked.scans] == ["p1"]
    found, _ = journey.step(state, LoadPlanned((scan("p1", "p1", place=4),)))
    assert found.stop.label == "5"
    nowhere, _ = journey.step(state, LoadPlanned((scan("p1", "p1", why),)))
    assert isinstance(nowhere, BatchDone)
    assert [one.verdict for one in nowhere.load.others] == [why]


def test_what_was_passed_over_does_not_come_back_by_its_other_label():
    both = Load(
        SHIFT, (scan("JJD-1", "r1"), scan("r1", "r1", Verdict.TWICE), scan("x", "x", place=1))
    )
    state, _ = journey.step(NextStop(both), SkipAsked())
    anew = (scan("r1", "r1"), scan("x", "x", place=1))
    state, _ = journey.step(state, LoadPlanned(anew))
    assert [one.text for one in state.load.stops] == ["x"]
    assert [one.text for one in state.load.others] == ["JJD-1", "x"]


def test_a_plan_that_breaks_down_holds_nobody_up():
    single = Load(SHIFT, (Scan("p1"),), single=True)
    listed, _ = journey.step(Judging(single), LoadPlanned())
    assert listed.said.verdict is Verdict.FAILED
    both = Load(SHIFT, (scan("p1", "p1"), Scan("p2")))
    state, _ = journey.step(Batch(both), LoadPlanned())
    assert [one.verdict for one in state.load.scans] == [Verdict.FITS, Verdict.FAILED]
    again, effects = journey.step(state, CodeShown("p3"))
    assert [one.text for one in effects[0].scans] == ["p1", "p2", "p3"]
    assert again.load.judging
