"""What each picture of docs/journeys.md shows: where it starts, and what happens in it."""

from dataclasses import replace

from kiosk.domain.codes import TypedCode
from kiosk.domain.flows.after import ShowCode
from kiosk.domain.flows.choices import (
    Agreed,
    ChargingAsked,
    Disagreed,
    Draft,
    ExtendAsked,
    GateFailed,
    GateFailure,
    GatePassed,
    HereAsked,
    LowAsked,
    MoreAsked,
    NothingFree,
    ParcelDeclared,
    PrivacyAsked,
    SizeChosen,
    SizesFound,
    StoreChosen,
)
from kiosk.domain.flows.home import AskDatum, Checking, EnterCode, Home
from kiosk.domain.flows.inputs import (
    CancelAsked,
    CodeRefused,
    CodeShown,
    DatumWanted,
    DoesNotFit,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    EmptyDeclared,
    Entered,
    Explained,
    FinishAsked,
    Granted,
    HelpAsked,
    Input,
    JourneyChosen,
    MoreTimeAsked,
    NoOther,
    OpenAsked,
    OrderChanged,
    OtherFound,
    ReasonChosen,
    TimedOut,
    TroubleAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.printed import (
    LabelDoubtful,
    LabelDrawn,
    LabelNeedless,
    LabelPrinted,
    LabelSeen,
    LabelWaits,
    PrintAsked,
)
from kiosk.domain.flows.visit import Aim, Explanation, Failure, Reason, Trouble
from kiosk.domain.flows.walkup import AskPhone
from kiosk.domain.model import Kind
from kiosk.domain.particulars import Demand
from tests.domain.diagram import Diagram
from tests.domain.diagrams_putting import PUTTING
from tests.domain.diagrams_service_doors import SERVICE_DOORS
from tests.domain.diagrams_service_lines import SERVICE_LINES
from tests.domain.diagrams_service_machine import MACHINE
from tests.domain.diagrams_signin import SIGN_IN
from tests.domain.diagrams_taking import TAKING
from tests.domain.samples import ALL_AIMS, EXPIRED, FEE, LABEL, LATER, RICH, SECOND, UNPLACED
from tests.domain.story import DROPOFF, LARGER, MOVING, OFFERS, PICKUP, STORING, WALKUP

CODE = TypedCode("1234")
PROVED = Checking(CODE)
"""A code was shown; what it is worth is being asked."""
OPENED = DoorOpened("i1")
SHUT = DoorClosed(open_for=9.0)
SOON = DoorClosed(open_for=1.0)
JAMMED = DoorFailed(Failure.JAMMED, "i1")
WELL: tuple[Input, ...] = (OPENED, SHUT)
"""A door that opens and is shut."""
MOVABLE = replace(DROPOFF, rules=MOVING, intent="i1", opened=True)
AT_DOOR = replace(PICKUP, intent="i1", opened=True, rules=RICH)
OWN_CODE = replace(WALKUP, intent="i1", opened=True)
DIAGRAMS = (
    Diagram(
        "Pick up",
        "The plain way: a code, its door, the parcel. The same door opens again from the done"
        " screen only.",
        (Home(), EnterCode(Aim.PICKUP, "123456")),
        (JourneyChosen(Aim.PICKUP), CodeShown("123456"), Entered(), Granted(PICKUP), *WELL,
         OpenAsked(), FinishAsked()),
        leaving=(WentBack,),
    ),
    Diagram(
        "Second datum and refusal",
        "One neutral question and one refusal for all that is not proved; who has proved the code"
        " hears why it opens nothing.",
        (EnterCode(typed="1234"), AskDatum(CODE, "7890")),
        (Entered(), CodeShown("1234"), DatumWanted(), CodeRefused(), OpenAsked(), Granted(PICKUP),
         Explained(Explanation.USED), Explained(Explanation.OTHER_LOCKER)),
    ),
    Diagram(
        "A door that stays shut",
        "A second and a third pulse only after a tap; what nobody can mend here offers none.",
        (PROVED,),
        (Granted(PICKUP), JAMMED, DoorFailed(Failure.OUT_OF_USE), OpenAsked(), OPENED,
         FinishAsked()),
        ends=(TakeParcel,),
        leaving=(),
    ),
    Diagram(
        "Drop off",
        "Told once the door is shut. A drop-off that is given up is over when its door is shut and"
        " the depositor says what lies inside.",
        (PROVED,),
        (Granted(replace(DROPOFF, rules=MOVING)), *WELL, CancelAsked(),
         ReasonChosen(Reason.CHANGED_MIND), EmptyDeclared(True), EmptyDeclared(False),
         OpenAsked(), TimedOut(), WentBack()),
    ),
    Diagram(
        "A larger, a smaller, a lower compartment",
        "Another compartment is looked for while the door is open, and opens when the first is"
        " shut and empty.",
        (PutParcel(MOVABLE),),
        (DoesNotFit(), CancelAsked(), ReasonChosen(Reason.TOO_LARGE), TroubleAsked(),
         TroubleChosen(Trouble.OUT_OF_REACH), OtherFound(LARGER), NoOther(), *WELL,
         EmptyDeclared(True), WentBack()),
    ),
    Diagram(
        "Within reach: access mode",
        "The place of the door shows before it opens; a drop-off gets a lower door before any"
        " opens.",
        (PROVED,),
        (Granted(replace(DROPOFF, rules=MOVING, access=True)), OpenAsked(), TroubleAsked(),
         OtherFound(replace(LARGER, access=True)), NoOther(), OPENED),
        ends=(PutParcel,),
    ),
    Diagram(
        "Send to another person",
        "The receiver's number, a size, a door; the code shows once the parcel is inside.",
        (Home(offers=ALL_AIMS), AskPhone(Draft(Aim.SEND), "+4917012345")),
        (MoreAsked(), JourneyChosen(Aim.SEND), Entered(), SizesFound(OFFERS), NothingFree(),
         SizeChosen("M"), LowAsked(), Granted(WALKUP), *WELL, ParcelDeclared(True), WentBack(),
         Explained(Explanation.WALK_UPS_PAUSED), FinishAsked()),
        home_from=(ShowCode,),
    ),
    Diagram(
        "Store for oneself: the beginning",
        "Like sending, without a number: the code is for oneself.",
        (Home(offers=ALL_AIMS),),
        (MoreAsked(), JourneyChosen(Aim.STORE), SizesFound(OFFERS), NothingFree(), SizeChosen("M"),
         ChargingAsked(), OpenAsked(), Granted(WALKUP), *WELL, ParcelDeclared(True)),
    ),
    Diagram(
        "Store for oneself: opening in between and the end",
        "The owner opens and goes on storing, or takes all and ends it; what is owed is paid"
        " first.",
        (PROVED,),
        (Granted(STORING), Granted(replace(STORING, gates=(Demand.PAYMENT,), due=FEE)),
         StoreChosen(False), StoreChosen(True), GatePassed(Demand.PAYMENT), *WELL),
        ends=(Done,),
    ),
    Diagram(
        "Return",
        "With a compartment of its own, with one chosen here, and of an earlier delivery.",
        (Home(offers=ALL_AIMS), EnterCode(Aim.RETURN, "123456")),
        (MoreAsked(), JourneyChosen(Aim.RETURN), Entered(), CodeShown("123456"), Granted(UNPLACED),
         Granted(replace(UNPLACED, size="M")), Granted(DROPOFF), SizesFound(OFFERS), NothingFree(),
         SizeChosen("M"), *WELL),
        ends=(Done,),
    ),
    Diagram(
        "Several parcels, and exchange",
        "One door after another; what is left stays as it is. In an exchange the first is a"
        " deposit, and the other parcel is offered only when it counted.",
        (PROVED,),
        (Granted(replace(PICKUP, rest=(SECOND,))), Granted(replace(DROPOFF, rest=(SECOND,))),
         *WELL, OpenAsked(), FinishAsked(), CancelAsked(), ReasonChosen(Reason.CHANGED_MIND),
         EmptyDeclared(True)),
        leaving=(),
        ends=(Done,),
    ),
    Diagram(
        "Terms, step-up and payment",
        "One by one, before the door; nothing opens while one is left.",
        (PROVED,),
        (Granted(replace(PICKUP, gates=tuple(Demand), due=FEE)), Agreed(), Disagreed(),
         *(GatePassed(demand) for demand in Demand),
         *(GateFailed(Demand.PAYMENT, failure) for failure in GateFailure), OpenAsked(),
         CancelAsked(), OPENED),
        ends=(TakeParcel, Done),
    ),
    Diagram(
        "A label, printed before the door opens",
        "Exactly one comes out, or it waits under its mark, which is written on the parcel. Bytes"
        " sent are no label: where the printer does not say so, the person does.",
        (PROVED,),
        (Granted(replace(DROPOFF, kind=Kind.RETURN, labelled=True)), LabelNeedless(),
         LabelDrawn(LABEL), LabelPrinted(LABEL), LabelWaits(LABEL), LabelDoubtful(LABEL),
         PrintAsked(), LabelSeen(True), LabelSeen(False), OpenAsked(), OPENED),
        ends=(PutParcel,),
    ),
    Diagram(
        "A later end",
        "For who holds the code, also when it has run out, where the operator allows it; the same"
        " code then opens again.",
        (PROVED,),
        (Explained(Explanation.EXPIRED, EXPIRED),
         Explained(Explanation.EXPIRED, replace(EXPIRED, extension=replace(LATER, due=FEE))),
         Granted(replace(EXPIRED, aim=Aim.EXTEND)), Granted(replace(PICKUP, aim=Aim.EXTEND)),
         ExtendAsked(), Agreed(), Disagreed(), GatePassed(Demand.PAYMENT),
         GateFailed(Demand.PAYMENT, GateFailure.REFUSED)),
        ends=(Done,),
    ),
    Diagram(
        "A parcel refused, and somebody who comes too early",
        "Neither opens a door.",
        (PROVED,),
        (Granted(replace(PICKUP, rules=RICH, aim=Aim.REFUSE)),
         Granted(replace(PICKUP, aim=Aim.REFUSE)), Agreed(), Disagreed(),
         Explained(Explanation.NOT_YET, EXPIRED), HereAsked()),
        ends=(Done,),
    ),
    Diagram(
        "Trouble at the door of a pick-up",
        "What was not taken is never told as collected where that is told at the close.",
        (TakeParcel(AT_DOOR),),
        (TroubleAsked(), *map(TroubleChosen, Trouble), SHUT, WentBack(), OPENED),
        ends=(Done,),
    ),
    Diagram(
        "A deposit is safe: what was begun here",
        "Where no sensor shows the parcel it is asked for; no answer counts as a deposit, the code"
        " stays good, and the compartment is not given away.",
        (PutParcel(OWN_CODE),),
        (SHUT, DoorClosed(True, 9.0), OPENED, ParcelDeclared(True), ParcelDeclared(False),
         OpenAsked(), TimedOut(), MoreTimeAsked()),
        leaving=(),
    ),
    Diagram(
        "A deposit is safe: a door that was open for a moment only",
        "It may not have opened far enough: with a known code too it is offered once more, and"
        " asked for.",
        (PutParcel(replace(DROPOFF, intent="i1", opened=True)),),
        (SHUT, SOON, ParcelDeclared(True), ParcelDeclared(False), OpenAsked(), OPENED,
         TimedOut()),
        ends=(Done,),
    ),
    Diagram(
        "A door left open",
        "After 120 s the visit ends; whoever comes is asked to shut the door, and the next person"
        " may start. The same screen shows after a power cut that left a door open.",
        (TakeParcel(AT_DOOR), PutParcel(MOVABLE)),
        (DoorStillOpen(1), DoorStillOpen(3), OrderChanged(True, True, ("12",), False),
         OrderChanged(True, True, (), False), OrderChanged(False, False, (), False)),
        leaving=(),
    ),
    Diagram(
        "A door that nobody sees",
        "Where the vendor's machine has the locks (mode front), its cloud may show an open door no"
        " more. Then the person says that it is shut; where nobody says so, the visit ends with the"
        " last reminder, and nobody vouches for what lies there.",
        (TakeParcel(AT_DOOR), PutParcel(MOVABLE)),
        (DoorSighted(False), DoorSighted(True), DoorClosed(open_for=9.0), FinishAsked(),
         DoorStillOpen(3)),
        ends=(Done,),
        leaving=(),
    ),
    Diagram(
        "Help, privacy and the idle warning",
        "They lie over the journey; codes, doors and answers pass through them, and no stay is"
        " lengthened by help that nobody reads.",
        (EnterCode(), Home()),
        (HelpAsked(), PrivacyAsked(), WentBack(), TimedOut(), MoreTimeAsked(), CodeShown("123456")),
        ends=(Checking,),
        leaving=(),
    ),
    *SIGN_IN,
    *PUTTING,
    *TAKING,
    *SERVICE_DOORS,
    *MACHINE,
    *SERVICE_LINES,
)  # fmt: skip
