"""What a touch becomes on service mode's pages of lines, reservations, evidence and printers."""

from kiosk.demo.states_service_lines import EVENT, ROWS
from kiosk.domain.bookings import Lost
from kiosk.domain.flows.inputs import Entered, Erased, FinishAsked, Input, KeyPressed, PageTurned
from kiosk.domain.flows.service import booking_screens, printer_screens
from kiosk.domain.flows.service.booking_screens import (
    BookingChosen,
    BookingSizeChosen,
    CancelBookingAsked,
    DaysChosen,
    ExtendBookingAsked,
    LostChosen,
    NewBookingAsked,
    NewCodesAsked,
)
from kiosk.domain.flows.service.bookings import DAYS
from kiosk.domain.flows.service.evidence import EvidenceAsked, TracedChosen
from kiosk.domain.flows.service.lines import CloudAskAsked, LineChosen, ParkedAsked, SendAsked
from kiosk.domain.flows.service.lockdown import FoundChosen, LiftAsked
from kiosk.domain.flows.service.outbox import GiveUpAsked, GiveUpChosen, ParkedChosen, RetryAsked
from kiosk.domain.flows.service.printer_screens import (
    CameOut,
    DropAsked,
    LabelChosen,
    PrinterChosen,
    RollAsked,
    WaitingAsked,
)
from kiosk.domain.lines import Line
from kiosk.domain.lockdown import Found
from kiosk.domain.parked import GivenUp

LINES: tuple[tuple[str, str, Input], ...] = (
    *(("lines", f"line.{line.value}", LineChosen(line)) for line in Line),
    ("one-line-cloud", "lines.ask", CloudAskAsked()),
    ("one-line-outbox", "lines.send", SendAsked()),
    ("one-line-outbox", "lines.parked", ParkedAsked()),
    ("parked-list", f"parked.{EVENT.seq}", ParkedChosen(EVENT.seq)),
    ("parked-one", "parked.retry", RetryAsked()),
    ("parked-one", "parked.give_up", GiveUpAsked()),
    *(("why-give-up", f"reason.{why.value}", GiveUpChosen(why)) for why in GivenUp),
)
BOOKINGS: tuple[tuple[str, str, Input], ...] = (
    *(("bookings", f"booking.{one.id}", BookingChosen(one.id)) for one in ROWS),
    ("bookings", "bookings.new", NewBookingAsked()),
    ("one-booking", "booking.extend", ExtendBookingAsked()),
    ("one-booking", "booking.codes", NewCodesAsked()),
    ("one-booking", "booking.cancel", CancelBookingAsked()),
    ("confirm-cancel", "booking.cancel", CancelBookingAsked()),
    *(("booking-size", f"size.{size}", BookingSizeChosen(size)) for size in ("S", "M", "L")),
    ("booking-phone", "keypad.4", KeyPressed("4")),
    ("booking-phone", "keypad.plus", KeyPressed("+")),
    ("booking-phone", "keypad.erase", Erased()),
    ("booking-phone", "keypad.enter", Entered()),
    ("booking-codes", "codes.slip", booking_screens.PrintCodeAsked()),
    ("booking-codes", "codes.finish", FinishAsked()),
    *(("booking-end", f"days.{days}", DaysChosen(days)) for days in DAYS),
    *(("why-new-code", f"lost.{why.value}", LostChosen(why)) for why in Lost),
)
EVIDENCE: tuple[tuple[str, str, Input], ...] = (
    ("find-parcel", "keypad.7", KeyPressed("7")),
    ("find-parcel", "keypad.abc", PageTurned()),
    ("find-parcel", "keypad.erase", Erased()),
    ("find-parcel", "keypad.enter", Entered()),
    ("find-parcel-missed", "keypad.g", KeyPressed("G")),
    *(("found-parcels", f"parcel.r{row}", TracedChosen(f"r{row}")) for row in range(8)),
    ("one-parcel", "evidence.make", EvidenceAsked()),
    ("evidence-made", "evidence.finish", FinishAsked()),
    ("lockdown", "lockdown.lift", LiftAsked()),
    *(("why-lift", f"found.{found.value}", FoundChosen(found)) for found in Found),
)
PRINTERS: tuple[tuple[str, str, Input], ...] = (
    *(("printers", f"printer.{name}", PrinterChosen(name)) for name in ("labels", "receipts")),
    ("printers", "printers.waiting", WaitingAsked()),
    ("one-printer", "printer.roll", RollAsked()),
    ("one-printer", "printer.test", printer_screens.PrintAsked()),
    ("new-roll", "keypad.5", KeyPressed("5")),
    ("new-roll", "keypad.erase", Erased()),
    ("new-roll", "keypad.enter", Entered()),
    *(("waiting-labels", f"label.{job}", LabelChosen(job)) for job in ("j1", "j2")),
    ("one-label", "label.print", printer_screens.PrintAsked()),
    ("one-label", "label.drop", DropAsked()),
    ("one-label-unsure", "label.out", CameOut(out=True)),
    ("one-label-unsure", "label.lost", CameOut(out=False)),
)
