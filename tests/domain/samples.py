"""Everything that can happen to a journey, with payloads enough to reach every state."""

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.domain.flows import inputs
from kiosk.domain.flows.choices import (
    Agreed,
    ChargingAsked,
    Disagreed,
    ExtendAsked,
    GateFailed,
    GateFailure,
    GatePassed,
    HereAsked,
    LowAsked,
    MoreAsked,
    Neighbour,
    NothingFree,
    ParcelDeclared,
    PrivacyAsked,
    SizeChosen,
    SizesFound,
    StoreChosen,
)
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    Explained,
    Granted,
    Input,
    NoOther,
    OrderChanged,
    OtherFound,
    TimedOut,
)
from kiosk.domain.flows.papers import SlipAsked, SlipAt, SlipEnded
from kiosk.domain.flows.printed import (
    LabelDoubtful,
    LabelDraft,
    LabelDrawn,
    LabelLost,
    LabelNeedless,
    LabelPrinted,
    LabelSeen,
    LabelWaits,
    PrintAsked,
)
from kiosk.domain.flows.visit import Aim, Explanation, Extension, Failure, Reason, Trouble
from kiosk.domain.model import Kind, Purpose, ReservationId
from kiosk.domain.particulars import Demand, Due
from kiosk.domain.printing import Paper
from kiosk.domain.rules import CloudRules
from tests.domain.story import (
    DROPOFF,
    LARGER,
    MOVING,
    OFFERS,
    PICKUP,
    STORING,
    TOLD_AT_OPEN,
    WALKUP,
)

FEE = Due(250, "EUR")
LATER = Extension(datetime(2026, 11, 24, 12, tzinfo=UTC))
RICH = CloudRules(
    "rich",
    moves_compartment=True,
    device_reports=True,
    extend_hours=24,
    extend_expired=True,
    abandons=True,
    arrivals=True,
    walk_ups=frozenset({Kind.SEND, Kind.STORE, Kind.RETURN}),
    chooses_compartment=True,
)
SECOND = replace(PICKUP, label="13", reservation=ReservationId("r2"))
UNPLACED = replace(DROPOFF, kind=Kind.RETURN, label="", rules=RICH)
EXPIRED = replace(PICKUP, rules=RICH, extension=LATER)
LABEL = LabelDraft("j1", "KXTR49", b"PNG")

PLAIN_VISITS = [
    PICKUP,
    DROPOFF,
    replace(PICKUP, rules=TOLD_AT_OPEN),
    replace(PICKUP, access=True),
    replace(DROPOFF, rules=MOVING),
    replace(DROPOFF, rules=MOVING, access=True),
]
"""Straight to the door, one door each."""
VISITS = [
    *PLAIN_VISITS,
    replace(PICKUP, settled=True),
    replace(PICKUP, rules=RICH),
    replace(PICKUP, gates=tuple(Demand), due=FEE),
    replace(PICKUP, rest=(SECOND,)),
    replace(DROPOFF, rest=(replace(SECOND, gates=(Demand.TERMS,)),)),
    STORING,
    WALKUP,
    replace(WALKUP, rules=RICH, gates=(Demand.PAYMENT,), due=FEE),
    replace(WALKUP, gates=(Demand.TERMS, Demand.PAYMENT), due=FEE, access=True),
    UNPLACED,
    replace(UNPLACED, size="M"),
    replace(UNPLACED, earlier=ReservationId("r0")),
    replace(EXPIRED, aim=Aim.EXTEND),
    replace(EXPIRED, aim=Aim.EXTEND, extension=replace(LATER, due=FEE)),
    replace(PICKUP, rules=RICH, aim=Aim.REFUSE),
    replace(DROPOFF, kind=Kind.RETURN, labelled=True),
    replace(WALKUP, labelled=True, access=True),
    replace(DROPOFF, papers=frozenset(Paper)),
    replace(WALKUP, papers=frozenset(Paper)),
]
CODES = ["123456", "1234", "DLV-DROP-r1-A1", "https://harborlockers.com/x", "a.b.c", ""]
ALL_AIMS = frozenset(Aim) - {Aim.PICKUP, Aim.DROPOFF}

TOUCHES: list[Input] = [
    *map(inputs.JourneyChosen, Aim),
    *map(inputs.KeyPressed, ["1", "A", "+", "", "\x00"]),
    inputs.Erased(),
    inputs.PageTurned(),
    inputs.Entered(),
    inputs.WentBack(),
    inputs.HelpAsked(),
    inputs.MoreTimeAsked(),
    inputs.OpenAsked(),
    inputs.FinishAsked(),
    inputs.TroubleAsked(),
    inputs.DoesNotFit(),
    inputs.CancelAsked(),
    *map(inputs.TroubleChosen, Trouble),
    *map(inputs.ReasonChosen, Reason),
    *map(inputs.EmptyDeclared, [True, False]),
    MoreAsked(),
    PrivacyAsked(),
    SizeChosen("M"),
    LowAsked(),
    ChargingAsked(),
    Agreed(),
    Disagreed(),
    *map(StoreChosen, [True, False]),
    *map(ParcelDeclared, [True, False]),
    HereAsked(),
    ExtendAsked(),
    PrintAsked(),
    *map(LabelSeen, [True, False]),
    SlipAsked("ar"),
]
ANSWERS: list[Input] = [
    *map(Granted, VISITS),
    inputs.DatumWanted(),
    inputs.CodeRefused(),
    *map(Explained, Explanation),
    Explained(Explanation.EXPIRED, EXPIRED),
    Explained(Explanation.NOT_YET, EXPIRED),
    OtherFound(LARGER),
    NoOther(),
    SizesFound(OFFERS),
    NothingFree((Neighbour("Station", 400, "geo:48.1,11.5"),)),
    *map(GatePassed, Demand),
    *(GateFailed(demand, failure) for demand in Demand for failure in GateFailure),
    LabelNeedless(),
    LabelDrawn(LABEL),
    LabelPrinted(LABEL),
    *(LabelWaits(LABEL, lasting) for lasting in (True, False)),
    LabelDoubtful(LABEL),
    LabelLost(),
    *map(SlipEnded, SlipAt),
]
DOORS: list[Input] = [
    DoorOpened("i1"),
    DoorOpened("i2"),
    *(DoorFailed(failure, intent) for failure in Failure for intent in (None, "i1")),
    *map(DoorClosed, [None, True, False]),
    DoorClosed(None, open_for=1.2),
    *map(DoorStillOpen, [1, 2, 3]),
    *map(DoorSighted, [False, True]),
]
EVERYTHING: list[Input] = [
    *TOUCHES,
    *map(CodeShown, CODES),
    *ANSWERS,
    *DOORS,
    TimedOut(),
    OrderChanged(True, True, ("12",), True, ALL_AIMS),
    OrderChanged(True, True, (), False, ALL_AIMS, access=True),
    OrderChanged(False, False, (), False),
]
WALKED_IN = {Purpose.DROPOFF, Purpose.OPENING}
"""What a visit is never told as collected for."""
