"""Samples of service mode's lines, parked facts, reservations, evidence, lockdown and printers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.demo.states_bench import WHO
from kiosk.domain.bookings import Booking, Cannot, FreeSize, NewCodes, SpokenCode
from kiosk.domain.evidence import EvidenceFile, Lines, Traced
from kiosk.domain.flows import journey
from kiosk.domain.flows.papers import SlipAt
from kiosk.domain.flows.service import (
    booking_screens,
    evidence,
    lines,
    lockdown,
    outbox,
    printer_screens,
)
from kiosk.domain.labels import JobState
from kiosk.domain.lines import (
    ClockSeen,
    CloudSeen,
    FarSeen,
    Interface,
    Line,
    LinesSeen,
    NetworkSeen,
    Trouble,
)
from kiosk.domain.lockdown import Found, Guarded
from kiosk.domain.model import Channel, Purpose, ReservationId
from kiosk.domain.model import ReservationState as S
from kiosk.domain.parked import Parked, Queue
from kiosk.domain.printers_seen import PaperSeen, PrinterSeen, WaitingLabel
from kiosk.domain.printing import Hitch
from kiosk.domain.trust import ClockState

NOW = datetime(2026, 11, 20, 14, 32, tzinfo=UTC)
ETHERNET = Interface("enp3s0", True, ("192.168.178.124", "2001:db8:1:2:21a:4aff:fe16:1b2c"))
MODEM = Interface("wwan0", True, ("fe80::21a:4aff:fe16:1b2c",))
WELL = LinesSeen(
    NOW,
    NetworkSeen((ETHERNET, MODEM), "enp3s0", "api.cloud.example", True),
    ClockSeen(ClockState.TRUSTED, 0.2, 42.0),
    Queue(3, 1, NOW - timedelta(minutes=12)),
    CloudSeen("kioskforce", True, NOW - timedelta(hours=7), NOW, Trouble.NONE, "2026-11-20T14:31"),
    FarSeen(True, NOW),
    FarSeen(False, NOW - timedelta(hours=2)),
)
ILL = replace(
    WELL,
    network=NetworkSeen((Interface("enp3s0", False),), "", "api.cloud.example", False),
    clock=ClockSeen(ClockState.UNTRUSTED, -5400.0, None),
    cloud=CloudSeen("kioskforce", False, NOW - timedelta(hours=3), None, Trouble.SILENT),
)
EVENT = Parked(
    40718,
    "0197a1b2-0000-7000-8000-0123456789ab",
    "reservation.compartment_chosen",
    Channel.CLOUD,
    NOW - timedelta(hours=5),
    2,
    "CloudConflict: pickups: HTTP 409, the reservation is in another state",
    True,
    ReservationId("65f1c2a7e4b0a1d2c3e4f5a6"),
)
EVENTS = tuple(replace(EVENT, seq=40718 + n, name=name) for n, name in enumerate(
    ("reservation.compartment_chosen", "parcel.deposited", "parcel.collected", "door.left_open",
     "code.wrong", "compartment.problem", "label.printed", "locker.disk_low", "service.login",
     "command.done", "courier.logged_out", "parcel.collected")
))  # fmt: skip
UNTIL = NOW + timedelta(days=7)
BOOKING = Booking(ReservationId("local-1f2e3d4c5b6a"), "KXRT49", "12", "M", S.RESERVED, UNTIL)
ROWS = (
    BOOKING,
    replace(BOOKING, id=ReservationId("l2"), ref="order-40718", label="25", state=S.STORED),
    replace(BOOKING, id=ReservationId("l3"), ref="R-2201", label="", state=S.ANNOUNCED),
    replace(BOOKING, id=ReservationId("l4"), ref="order-40602", label="31", state=S.EXPIRED),
)
CODES = NewCodes(
    BOOKING,
    (
        SpokenCode(Purpose.DROPOFF, "473920185", "PLK1-EXAMPLE-EXAMPLE"),
        SpokenCode(Purpose.PICKUP, "550912734", "PLK1-EXAMPLE-EXAMPL2"),
    ),
    slip=True,
)
TRACED = Traced(ReservationId("r1"), "GLS-0040718", "12", S.FINISHED, NOW - timedelta(days=3))
FILE = EvidenceFile(
    "/var/lib/kiosk/evidence/GLS-0040718-20261120T143200Z.json", "GLS-0040718", 14, True
)
PRINTER = PrinterSeen(
    "labels", "label-100x150", True, frozenset({Hitch.PAPER_LOW}), 38, 2, 41, 300,
    NOW - timedelta(days=11),
)  # fmt: skip
RECEIPTS = PrinterSeen("receipts", "roll-80", False, frozenset({Hitch.HEAD_OPEN, Hitch.PAPER_OUT}))
LABEL = WaitingLabel("j1", "KXRT49", "12", JobState.QUEUED, "paper_out", NOW - timedelta(hours=1))
UNSURE = replace(LABEL, id="j2", mark="4PWHA7", label="25", state=JobState.UNSURE, error="silent")
PAPER = PaperSeen((PRINTER, RECEIPTS), (LABEL, UNSURE), 40)


def _line(line: Line, seen: LinesSeen = WELL) -> lines.OneLine:
    return lines.OneLine(WHO, line, seen)


SERVICE_LINES: dict[str, journey.State] = {
    "lines": lines.Lines(WHO, WELL),
    "lines-ill": lines.Lines(WHO, ILL),
    "lines-reading": lines.Lines(WHO),
    **{f"one-line-{line.value}": _line(line) for line in Line},
    "one-line-network-ill": _line(Line.NETWORK, ILL),
    "one-line-clock-ill": _line(Line.CLOCK, ILL),
    "one-line-cloud-silent": replace(_line(Line.CLOUD, ILL), nudged=lines.Nudged.SILENT),
    "one-line-outbox-sending": replace(_line(Line.OUTBOX), nudged=lines.Nudged.SENDING),
    "parked-list": outbox.ParkedList(WHO, EVENTS),
    "parked-list-none": outbox.ParkedList(WHO, ()),
    "parked-one": outbox.ParkedOne(WHO, EVENT),
    "parked-one-failed": outbox.ParkedOne(WHO, EVENT, failed=True),
    "why-give-up": outbox.WhyGiveUp(WHO, EVENT),
    "bookings": booking_screens.Bookings(WHO, ROWS),
    "bookings-none": booking_screens.Bookings(WHO, (), booking_screens.BookingDone.CANCELLED),
    "one-booking": booking_screens.OneBooking(WHO, BOOKING),
    **{
        f"one-booking-{why.value.replace('_', '-')}": booking_screens.OneBooking(WHO, ROWS[1], why)
        for why in (Cannot.LIES_THERE, Cannot.JUST_FIRED, Cannot.AT_SCREEN, Cannot.FAILED)
    },
    "booking-size": booking_screens.BookingSize(
        WHO, tuple(FreeSize(one, 4) for one in ("S", "M", "L"))
    ),
    "booking-size-none": booking_screens.BookingSize(WHO, (FreeSize("S", 0),), Cannot.NOTHING_FREE),
    "booking-phone": booking_screens.BookingPhone(WHO, "M", "+49151234"),
    "booking-phone-wrong": booking_screens.BookingPhone(WHO, "M", "+4", Cannot.PHONE),
    "booking-under-way": booking_screens.BookingUnderWay(
        WHO, booking_screens.OneBooking(WHO, BOOKING)
    ),
    "booking-codes": booking_screens.BookingCodes(WHO, CODES),
    "booking-codes-slip": booking_screens.BookingCodes(WHO, CODES, 1, SlipAt.FAILED),
    "booking-codes-told": booking_screens.BookingCodes(WHO, replace(CODES, codes=(), told=True)),
    "booking-end": booking_screens.BookingEnd(WHO, BOOKING),
    "why-new-code": booking_screens.WhyNewCode(WHO, BOOKING),
    "confirm-cancel": booking_screens.ConfirmCancel(WHO, BOOKING),
    "find-parcel": evidence.FindParcel(WHO, "40718"),
    "find-parcel-missed": evidence.FindParcel(WHO, "GLS", letters=True, missed=True),
    "found-parcels": evidence.FoundParcels(
        WHO, tuple(replace(TRACED, id=ReservationId(f"r{n}")) for n in range(9))
    ),
    "one-parcel": evidence.OneParcel(WHO, TRACED, Lines(14, NOW - timedelta(days=3), NOW)),
    "one-parcel-forgotten": evidence.OneParcel(WHO, TRACED, Lines()),
    "one-parcel-failed": evidence.OneParcel(WHO, TRACED, Lines(3, NOW, NOW), failed=True),
    "making-evidence": evidence.MakingEvidence(WHO, TRACED, 40),
    "evidence-made": evidence.EvidenceMade(WHO, FILE),
    "evidence-made-broken": evidence.EvidenceMade(WHO, replace(FILE, sound=False, bad=40718)),
    "lockdown": lockdown.Lockdown(WHO, Guarded(True, NOW, 10, 37, "support desk, north", NOW)),
    "lockdown-none": lockdown.Lockdown(WHO, Guarded(False)),
    "lockdown-lifted": lockdown.Lockdown(WHO, Guarded(False), lockdown.Lifted.DONE),
    "why-lift": lockdown.WhyLift(WHO),
    "lifting-lockdown": lockdown.LiftingLockdown(WHO, Found.STOPPED),
    "printers": printer_screens.Printers(WHO, PAPER),
    "printers-none": printer_screens.Printers(WHO, PaperSeen()),
    "one-printer": printer_screens.OnePrinter(WHO, "labels", PAPER),
    "one-printer-out": printer_screens.OnePrinter(
        WHO, "receipts", PAPER, printer_screens.Pressed.NOT_PRINTED
    ),
    "new-roll": printer_screens.NewRoll(WHO, "labels", PAPER, "300"),
    "waiting-labels": printer_screens.WaitingLabels(WHO, PAPER),
    "one-label": printer_screens.OneLabel(WHO, PAPER, LABEL),
    "one-label-unsure": printer_screens.OneLabel(WHO, PAPER, UNSURE),
}
