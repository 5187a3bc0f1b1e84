"""The pictures of couriers who take out, move and report."""

from dataclasses import replace

from kiosk.domain.flows.courier.carrying import (
    InHandSaid,
    MayPut,
    Movable,
    MovableChosen,
    MovableListed,
    OtherTargetAsked,
    PutBackAsked,
    Target,
    TargetChosen,
    TargetsFound,
)
from kiosk.domain.flows.courier.collecting import Collecting
from kiosk.domain.flows.courier.proving import AskCourierPin
from kiosk.domain.flows.courier.reporting import (
    AskDoor,
    ChooseProblem,
    Mark,
    MarkableFound,
    MarkChosen,
    MarkingAsked,
    NoSuchDoor,
    OneChosen,
    ProblemChosen,
    ToldSo,
)
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.swapping import ChooseMovable
from kiosk.domain.flows.courier.takeout import (
    BelongsThere,
    LabelWrong,
    MayTake,
    NoLabel,
    NotHere,
    PinWanted,
    Skipped,
    WalkPlanned,
)
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorOpened,
    Entered,
    FinishAsked,
    OpenAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.problems import Problem
from tests.domain.diagram import Diagram
from tests.domain.test_flows_collecting import INCOMING, ONE, OTHER, SHIFT, SHUT, visit
from tests.domain.test_flows_swapping import BACK, LOW, PUT, TAKE

ASKS = replace(SHIFT, proves=True)
TAKING = (
    Diagram(
        "A courier takes out what is to be collected",
        "The right is judged anew at every door, just before its lock is fired. What does not match"
        " its label is put right while the door is open; nothing of a reservation's state changes"
        " before its parcel is out.",
        (Collecting(SHIFT, listed=(ONE, OTHER)), Collecting(ASKS, (ONE,), listed=(ONE,))),
        (WalkPlanned((ONE, OTHER)), OpenAsked(), Skipped(), MayTake(visit(ONE)), PinWanted(),
         NotHere(), DoorOpened("i1"), CodeShown(ONE.ref), CodeShown(OTHER.ref), NoLabel(),
         LabelWrong(), BelongsThere(), TroubleChosen(Trouble.EMPTY),
         TroubleChosen(Trouble.NOT_MINE), SHUT, FinishAsked(), WentBack()),
        ends=(Round, AskCourierPin),
    ),
    Diagram(
        "A courier moves a parcel to another compartment",
        "Until it lies in the new one its reservation stays where it was, and what lies there is"
        " open; then reservation and both compartments change at once.",
        (ChooseMovable(SHIFT),),
        (MovableListed((Movable(ONE, unsure=True),)), MovableChosen(ONE.reservation),
         TargetsFound((LOW, Target("12", "M", low=True))), TargetChosen("25"), OpenAsked(),
         InHandSaid(), MayTake(TAKE), MayPut(PUT), MayPut(BACK), NotHere(), DoorOpened("i1"), SHUT,
         PutBackAsked(), OtherTargetAsked(), FinishAsked(), WentBack()),
        ends=(Round,),
    ),
    Diagram(
        "A courier reports a problem, or marks a parcel to come",
        "By the codes carriers use; a broken compartment is given to nobody until somebody has"
        " looked.",
        (ChooseProblem(SHIFT, (ONE, INCOMING)), AskDoor(SHIFT, Problem.COMPARTMENT_BROKEN, "12")),
        (*map(ProblemChosen, Problem), MarkableFound((INCOMING,)), MarkingAsked(),
         OneChosen(ONE.reservation), OneChosen(INCOMING.reservation), OneChosen(None),
         *map(MarkChosen, Mark), Entered(), NoSuchDoor(), ToldSo(), ToldSo(recorded=False),
         FinishAsked(), WentBack()),
        ends=(Round,),
    ),
)  # fmt: skip
