"""The pictures of lines, parked facts, reservations made here, evidence, lockdown and printers."""

from kiosk.demo.states_service_lines import BOOKING, CODES, EVENT, FILE, LABEL, PAPER, TRACED, WELL
from kiosk.domain.bookings import Cannot, FreeSize, Lost
from kiosk.domain.evidence import Lines
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.inputs import Entered, FinishAsked, WentBack
from kiosk.domain.flows.service import booking_screens as bookings
from kiosk.domain.flows.service import evidence, lines, lockdown, outbox
from kiosk.domain.flows.service import printer_screens as printers
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.two_people import TwoPeople
from kiosk.domain.lines import Line
from kiosk.domain.lockdown import Found, Guarded
from kiosk.domain.parked import GivenUp
from tests.domain.diagram import Diagram

WHO = Staffer("anna7")
SIZES = (FreeSize("M", 2),)
OUTBOX = lines.OneLine(WHO, Line.OUTBOX, WELL)

SERVICE_LINES = (
    Diagram(
        "Lines, and what the cloud refused for good",
        "What was set aside is told again in its own place, or given up for a reason; never lost in"
        " silence.",
        (Bench(WHO), lines.Lines(WHO, WELL), OUTBOX, outbox.ParkedList(WHO, (EVENT,)),
         outbox.ParkedOne(WHO, EVENT)),
        (PageChosen(Page.LINES), lines.LineChosen(Line.OUTBOX), lines.ParkedAsked(),
         outbox.ParkedChosen(EVENT.seq), outbox.GiveUpAsked(), outbox.GiveUpChosen(GivenUp.OTHER),
         outbox.ParkedSettled(True), WentBack()),
    ),
    Diagram(
        "Reservations made here",
        "Codes are shown once, each on a screen of its own, and forgotten with it.",
        (Bench(WHO), bookings.Bookings(WHO, (BOOKING,)), bookings.BookingSize(WHO, SIZES),
         bookings.OneBooking(WHO, BOOKING), bookings.BookingCodes(WHO, CODES, 1)),
        (PageChosen(Page.BOOKINGS), bookings.NewBookingAsked(), bookings.BookingSizeChosen("M"),
         Entered(), bookings.BookingMade(CODES), bookings.BookingRefused(Cannot.FAILED),
         bookings.BookingSettled(bookings.BookingDone.EXTENDED), bookings.BookingChosen(BOOKING.id),
         bookings.CancelBookingAsked(), bookings.ExtendBookingAsked(), bookings.DaysChosen(3),
         bookings.NewCodesAsked(), bookings.LostChosen(Lost.SEEN), FinishAsked(), WentBack()),
    ),
    Diagram(
        "Evidence about one parcel",
        "Found by its number, its compartment or its label; a file of its own each time.",
        (Bench(WHO), evidence.FindParcel(WHO, "12"), evidence.FoundParcels(WHO, (TRACED,)),
         evidence.OneParcel(WHO, TRACED, Lines(3))),
        (PageChosen(Page.EVIDENCE), evidence.ParcelsFound((TRACED,)),
         evidence.ParcelsFound((TRACED, TRACED)), evidence.TracedChosen(TRACED.id),
         evidence.EvidenceAsked(), evidence.EvidenceWritten(FILE), evidence.EvidenceWritten(None),
         FinishAsked(), WentBack()),
    ),
    Diagram(
        "A lockdown is lifted by two people",
        "Not before they say what they found out.",
        (Bench(WHO), lockdown.Lockdown(WHO, Guarded(True)),
         lockdown.LiftingLockdown(WHO, Found.FAULT)),
        (PageChosen(Page.LOCKDOWN), lockdown.LiftAsked(), lockdown.FoundChosen(Found.FAULT),
         lockdown.LockdownLifted(lockdown.Lifted.DONE), WentBack()),
        ends=(TwoPeople,),
    ),
    Diagram(
        "Printers, rolls and labels that wait",
        "One nobody is sure of is asked about first: none is printed twice.",
        (Bench(WHO), printers.Printers(WHO, PAPER), printers.OnePrinter(WHO, "labels", PAPER),
         printers.WaitingLabels(WHO, PAPER), printers.NewRoll(WHO, "labels", PAPER, "300")),
        (PageChosen(Page.PRINTERS), printers.PrinterChosen("labels"), printers.RollAsked(),
         Entered(), printers.WaitingAsked(), printers.LabelChosen(LABEL.id),
         printers.PressSaid(printers.Pressed.PRINTED), WentBack()),
    ),
)  # fmt: skip
