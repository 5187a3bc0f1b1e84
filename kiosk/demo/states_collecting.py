"""Samples of taking out, moving and reporting."""

from dataclasses import replace

from kiosk.demo.samples import PICKUP, at
from kiosk.demo.states_round import PARCELS, SHIFT
from kiosk.domain.acts import By
from kiosk.domain.flows import journey
from kiosk.domain.flows.courier import collecting, reporting, swapping, takeout
from kiosk.domain.flows.courier.carrying import Movable, Target
from kiosk.domain.flows.courier.swapping import Stage
from kiosk.domain.flows.courier.takeout import LabelRead, Tally
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.opening import LookInside, PutParcel, TakeParcel
from kiosk.domain.flows.problem import LeaveClosed
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.model import Purpose
from kiosk.domain.problems import Problem
from kiosk.domain.round import Errand, Parcel

COMING = tuple(one for one in PARCELS if one.errand is Errand.DELIVER)
LYING = tuple(one for one in PARCELS if one.errand is Errand.COLLECT)
TAKING = replace(PICKUP, by=By.COURIER, extension=None)
RUN = collecting.Collecting(SHIFT, LYING, listed=LYING)
HELD = replace(RUN, held=TAKING)
MOVABLE = Movable(LYING[0])
UNSURE = Movable(LYING[1], unsure=True)
TARGETS = (
    Target("25", "L", low=True),
    Target("4", "M", low=True),
    Target("31", "M", low=False),
    Target("16", "L", low=False),
)
CARRYING = swapping.Carrying(SHIFT, MOVABLE, TARGETS[0])
CARRIED = replace(TAKING, carried="12")
PUTTING = replace(at(CARRIED, "25"), purpose=Purpose.DROPOFF, moved=True)
MANY = tuple(
    Movable(replace(LYING[n % 3], ref=f"GLS-00{n:05d}", label=PARCELS[3].label)) for n in range(17)
)


def held(scan: LabelRead, stage: int = 0, other: Parcel | None = None) -> Working:
    """A door that stands open for a courier who takes something out."""
    behind = replace(HELD, scan=scan, other=other)
    return Working(behind, TakeParcel(TAKING, stage))


COLLECTING: dict[str, journey.State] = {
    "collecting": RUN,
    "collecting-planning": collecting.Collecting(SHIFT),
    "collecting-take": held(LabelRead.NONE),
    "collecting-take-now": held(LabelRead.NONE, 2),
    "collecting-take-matched": held(LabelRead.MATCHED),
    "collecting-take-other": held(LabelRead.OTHER),
    "collecting-take-other-known": held(LabelRead.OTHER, 1, other=LYING[1]),
    "collecting-take-mislabelled": held(LabelRead.MISLABELLED, 2),
    "collecting-take-unreadable": held(LabelRead.UNREADABLE),
    "collecting-leave": Working(HELD, LeaveClosed(TAKING, Trouble.NOT_MINE)),
    "collecting-leave-missing": Working(HELD, LeaveClosed(TAKING, Trouble.EMPTY, 1)),
    "collecting-leave-exchanged": Working(
        replace(HELD, scan=LabelRead.ELSEWHERE, other=LYING[1]),
        LeaveClosed(TAKING, Trouble.NOT_MINE),
    ),
    "allowing": collecting.Allowing(RUN),
    "taking-denied": takeout.TakingDenied(SHIFT),
    "collected": collecting.Collected(SHIFT, Tally(LYING)),
    "collected-some": collecting.Collected(SHIFT, Tally(LYING[:1], LYING[1:2], LYING[2:])),
    "collected-none": collecting.Collected(SHIFT, Tally()),
    "choose-movable": swapping.ChooseMovable(SHIFT, (UNSURE, MOVABLE)),
    "choose-movable-many": swapping.ChooseMovable(SHIFT, MANY, page=1),
    "choose-movable-none": swapping.ChooseMovable(SHIFT, ()),
    "choose-target": swapping.ChooseTarget(SHIFT, MOVABLE, TARGETS),
    "choose-target-in-hand": swapping.ChooseTarget(SHIFT, MOVABLE, TARGETS, in_hand=True),
    "choose-target-none": swapping.ChooseTarget(SHIFT, MOVABLE, ()),
    "carrying-take": CARRYING,
    "carrying-take-unsure": replace(CARRYING, moving=UNSURE),
    "carrying-hand": replace(CARRYING, stage=Stage.HAND),
    "carrying-done": replace(CARRYING, stage=Stage.DONE),
    "carrying-back": replace(CARRYING, stage=Stage.BACK),
    "carrying-open-take": Working(CARRYING, TakeParcel(CARRIED)),
    "carrying-open-put": Working(replace(CARRYING, stage=Stage.HAND), PutParcel(PUTTING, 1)),
    "carrying-open-back": Working(CARRYING, LookInside(replace(CARRIED, purpose=Purpose.OPENING))),
    "carrying-leave": Working(CARRYING, LeaveClosed(CARRIED, Trouble.EMPTY)),
    "asking": swapping.Asking(CARRYING),
    "choose-problem": reporting.ChooseProblem(SHIFT, PARCELS),
    "choose-problem-marks": reporting.ChooseProblem(SHIFT, PARCELS, COMING),
    "ask-door": reporting.AskDoor(SHIFT, Problem.COMPARTMENT_BROKEN, "12"),
    "ask-door-unknown": reporting.AskDoor(
        SHIFT, Problem.COMPARTMENT_IS_EMPTY, "99", unknown=True, letters=True
    ),
    "choose-parcel": reporting.ChooseParcel(SHIFT, PARCELS, Problem.PARCEL_NOT_AVAILABLE),
    "choose-parcel-mark": reporting.ChooseParcel(SHIFT, COMING),
    "choose-mark": reporting.ChooseMark(SHIFT, COMING[0]),
    "telling": reporting.Telling(SHIFT),
    "said-so": reporting.SaidSo(SHIFT, Problem.COMPARTMENT_BROKEN),
    "said-so-marked": reporting.SaidSo(SHIFT),
    "said-so-failed": reporting.SaidSo(SHIFT, Problem.COMPARTMENT_BROKEN, recorded=False),
}
