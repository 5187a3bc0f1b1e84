"""The pictures of how a courier puts parcels in."""

from kiosk.demo.states_delivering import AFTER, LOAD, OFFERS, ONE, SCANS, STRANGE
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.courier.batch import Batch, BatchDone, NextStop
from kiosk.domain.flows.courier.loading import (
    DoorReady,
    Judging,
    LoadPlanned,
    NotReady,
    RecipientTold,
    SkipAsked,
)
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, LogOutAsked, Round
from kiosk.domain.flows.courier.sizing import SizeUnknown
from kiosk.domain.flows.courier.unlisted import (
    BesideChosen,
    NameParcel,
    ParcelKnown,
    PhoneParcel,
    RoomFound,
    SizeParcel,
)
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorOpened,
    Entered,
    FinishAsked,
    OpenAsked,
    WentBack,
)
from kiosk.domain.flows.opening import Opening
from kiosk.domain.round import Verdict
from tests.domain.diagram import Diagram
from tests.domain.story import DROPOFF

SHIFT = Shift("c-17")
FITS = LoadPlanned(SCANS[:1])
UNKNOWN = LoadPlanned((SCANS[5],))

PUTTING = (
    Diagram(
        "A courier puts one parcel in",
        "A scan on the list opens its door; the list says what became of it.",
        (Round(SHIFT, ()),),
        (CodeShown("GLS-0040718"), FITS, UNKNOWN, DoorReady(DROPOFF), NotReady(Verdict.NO_LINE),
         DoorOpened("i1"), DoorClosed(), RecipientTold(), LogOutAsked(), FinishAsked()),
        ends=(Opening,),
    ),
    Diagram(
        "A courier puts many parcels in",
        "All are scanned before the first door opens; what is left is planned anew after each.",
        (Round(SHIFT, ()), Batch(LOAD), NextStop(LOAD), BatchDone(AFTER)),
        (ChoreChosen(Chore.BATCH), CodeShown("GLS-0040718"), FITS, OpenAsked(), SkipAsked(),
         DoorReady(DROPOFF), NotReady(Verdict.NO_LINE), UNKNOWN, FinishAsked(), WentBack()),
        ends=(Opening,),
    ),
    Diagram(
        "A courier brings a parcel without a reservation",
        "Its number, the recipient's telephone number, its size; that touch opens the door.",
        (NameParcel(SHIFT, "GLS40718"), PhoneParcel(SHIFT, "GLS-0040718", "+491701234567"),
         SizeParcel(SHIFT, "GLS-0040718", "+49170123", RoomFound(OFFERS, "12"))),
        (CodeShown("GLS-0040718"), Entered(), ParcelKnown(), RoomFound(OFFERS), SizeChosen("M"),
         BesideChosen(), DoorReady(DROPOFF), NotReady(Verdict.FULL), WentBack()),
        ends=(Opening,),
    ),
    Diagram(
        "A parcel of a size that this bank does not know",
        "No door is chosen for it that may be too small: who holds it says how large it is.",
        (Round(SHIFT, ()), Judging(ONE), SizeUnknown(ONE, STRANGE, RoomFound(OFFERS))),
        (LoadPlanned((STRANGE,)), SizeChosen("M"), WentBack()),
    ),
)  # fmt: skip
