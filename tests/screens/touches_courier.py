"""What a touch becomes on couriers' screens."""

from kiosk.demo.states_collecting import LYING
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.courier.carrying import (
    InHandSaid,
    MovableChosen,
    OtherTargetAsked,
    PutBackAsked,
    TargetChosen,
)
from kiosk.domain.flows.courier.loading import RemoveAsked, SkipAsked
from kiosk.domain.flows.courier.reporting import (
    Mark,
    MarkChosen,
    MarkingAsked,
    OneChosen,
    ProblemChosen,
)
from kiosk.domain.flows.courier.round import (
    Chore,
    ChoreChosen,
    ParcelChosen,
    PrintCountAsked,
    SideChosen,
)
from kiosk.domain.flows.courier.takeout import LabelWrong, NoLabel, Skipped
from kiosk.domain.flows.courier.unlisted import BesideChosen
from kiosk.domain.flows.inputs import FinishAsked, Input, OpenAsked, TroubleChosen, WentBack
from kiosk.domain.flows.paging import PageAsked
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.model import ReservationId
from kiosk.domain.problems import Problem

FIRST = ReservationId("GLS-0040718")
CHORES = (Chore.BATCH, Chore.COLLECT, Chore.REPORT, Chore.PROVE)
COURIER: tuple[tuple[str, str, Input], ...] = (
    ("round", "round.parcel.0", ParcelChosen(FIRST)),
    *(("round", f"round.{chore.value}", ChoreChosen(chore)) for chore in CHORES),
    ("round-said", "round.walk_up", ChoreChosen(Chore.WALK_UP)),
    ("round-said", "round.rear", SideChosen()),
    ("round-long", "list.page", PageAsked(2)),
    ("round-done-left", "round.print", PrintCountAsked("en")),
    ("round-done", "round.finish", FinishAsked()),
    ("batch", "batch.remove", RemoveAsked()),
    ("batch", "batch.page", PageAsked(1)),
    ("batch", "batch.open", OpenAsked()),
    ("batch-done", "batch.finish", FinishAsked()),
    ("next-stop", "stop.open", OpenAsked()),
    ("next-stop", "stop.skip", SkipAsked()),
    ("size-parcel", "size.beside", BesideChosen()),
    ("size-parcel-none", "size.finish", FinishAsked()),
    ("size-unknown", "size.m", SizeChosen("M")),
    ("collecting", "collect.open", OpenAsked()),
    ("collecting", "collect.skip", Skipped()),
    ("collecting-take", "scan.none", NoLabel()),
    ("collecting-take", "scan.empty", TroubleChosen(Trouble.EMPTY)),
    ("collecting-take", "scan.leave", TroubleChosen(Trouble.NOT_MINE)),
    ("collecting-take-other", "scan.right", LabelWrong()),
    ("collecting-leave", "door.reconsider", WentBack()),
    ("taking-denied", "denied.finish", FinishAsked()),
    ("collected", "collected.finish", FinishAsked()),
    ("choose-movable", "move.0", MovableChosen(LYING[1].reservation)),
    ("choose-movable-many", "move.earlier", PageAsked(0)),
    ("choose-movable-many", "move.later", PageAsked(2)),
    ("choose-movable-none", "move.list", WentBack()),
    ("choose-target", "target.0", TargetChosen("25")),
    ("choose-target-in-hand", "target.back", PutBackAsked()),
    ("carrying-take", "move.act", OpenAsked()),
    ("carrying-take-unsure", "move.in_hand", InHandSaid()),
    ("carrying-hand", "move.other", OtherTargetAsked()),
    ("carrying-hand", "move.back", PutBackAsked()),
    ("carrying-open-take", "door.away", TroubleChosen(Trouble.NOT_MINE)),
    *(("choose-problem", problem.value, ProblemChosen(problem)) for problem in Problem),
    ("choose-problem-marks", "report.mark", MarkingAsked()),
    ("choose-parcel", "parcel.0", OneChosen(FIRST)),
    ("choose-parcel", "parcel.none", OneChosen(None)),
    *(("choose-mark", f"mark.{mark.value}", MarkChosen(mark)) for mark in Mark),
    ("said-so", "said.finish", FinishAsked()),
)
