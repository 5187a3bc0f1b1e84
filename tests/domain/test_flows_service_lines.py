"""Service mode's pages about lines, parked facts, reservations, evidence, lockdown and printers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.accounts import AccountId, Proof, Role
from kiosk.domain.bookings import Booking, Cannot, FreeSize, Lost, NewCodes, SpokenCode
from kiosk.domain.couriers import LogOut
from kiosk.domain.evidence import EvidenceFile, Lines, Traced
from kiosk.domain.flows import journey
from kiosk.domain.flows.duty import SignedOff, SignOff, Staffer
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    Erased,
    FinishAsked,
    KeyPressed,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.papers import SlipAt, SlipEnded
from kiosk.domain.flows.service import (
    booking_screens,
    evidence,
    lines,
    lockdown,
    outbox,
    people,
    printer_screens,
    settings,
)
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.two_people import TwoPeople
from kiosk.domain.flows.staffed import StaffState
from kiosk.domain.labels import JobState
from kiosk.domain.lines import ClockSeen, CloudSeen, Form, Interface, Line, LinesSeen, NetworkSeen
from kiosk.domain.lockdown import Found, Guarded
from kiosk.domain.model import Channel, Purpose, ReservationId, ReservationState
from kiosk.domain.parked import GivenUp, Parked, Queue
from kiosk.domain.printers_seen import PaperSeen, PrinterSeen, WaitingLabel
from kiosk.domain.trust import ClockState

WHO = Staffer("anna7")
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
EVENT = Parked(7, "e-7", "parcel.deposited", Channel.CLOUD, NOON, 2, "CloudRefused: HTTP 422")
SEEN = LinesSeen(
    NOON,
    NetworkSeen((Interface("eth0", True, ("10.0.0.7",)),), "eth0", "cloud.example", True),
    ClockSeen(ClockState.TRUSTED),
    Queue(3, 1, NOON),
    CloudSeen("bloqit", True, NOON, NOON),
)
BOOKING = Booking(ReservationId("l-1"), "KXTR49", "12", "M", ReservationState.RESERVED, NOON)
CODES = NewCodes(
    BOOKING,
    (
        SpokenCode(Purpose.DROPOFF, "473920185", "PLK1-A"),
        SpokenCode(Purpose.PICKUP, "550912734", "PLK1-B"),
    ),
    slip=True,
)
TRACED = Traced(ReservationId("r1"), "order-7", "12", ReservationState.FINISHED, NOON)
FILE = EvidenceFile("/var/lib/kiosk/evidence/order-7.json", "order-7", 9, True)
LABEL = WaitingLabel("j1", "KXTR49", "12", JobState.QUEUED, "paper_out", NOON)
PAPER = PaperSeen((PrinterSeen("labels", "label-100x150", True, roll=300),), (LABEL,))
FIRST, SECOND = (Proof(AccountId(name), Role.TECHNICIAN, 0.0) for name in ("anna7", "ben"))


def go(state, *events):
    """Where all this leads, and what it asked for."""
    asked = []
    for event in events:
        state, effects = journey.step(state, event)
        asked += effects
    return state, asked


def page(page: Page, *events):
    return go(Bench(WHO), PageChosen(page), *events)


@pytest.mark.parametrize(
    "one", [Page.LINES, Page.BOOKINGS, Page.EVIDENCE, Page.LOCKDOWN, Page.PRINTERS]
)
def test_every_page_leads_back_to_where_service_mode_begins(one: Page):
    state, _ = page(one)
    assert go(state, WentBack())[0] == Bench(WHO)


@pytest.mark.parametrize(
    ("below", "above"),
    [(outbox.ParkedList(WHO), lines.Lines(WHO)), (people.People(WHO), settings.SettingsPage(WHO))],
)
def test_a_list_below_a_page_leads_back_to_that_page(below: StaffState, above: StaffState):
    assert go(below, WentBack())[0] == above


@pytest.mark.parametrize(
    "one", [Page.LINES, Page.BOOKINGS, Page.EVIDENCE, Page.LOCKDOWN, Page.PRINTERS]
)
def test_who_walks_away_is_logged_out_after_a_warning(one: Page):
    state, effects = go(page(one)[0], TimedOut(), TimedOut())
    assert state == Home()
    assert effects == [SignOff(LogOut.IDLE)]


def test_a_session_that_ends_ends_every_page():
    assert go(booking_screens.BookingCodes(WHO, CODES), SignedOff())[0] == Home()


def test_lines_are_read_anew_and_each_can_be_looked_at():
    state, effects = page(Page.LINES)
    assert effects == [lines.ReadLines()]
    state, _ = go(state, lines.LinesRead(SEEN), lines.LineChosen(Line.CLOUD))
    assert state == lines.OneLine(WHO, Line.CLOUD, SEEN)
    newer = replace(SEEN, queue=Queue(2, 1, NOON))
    state, _ = go(state, lines.LinesRead(newer))
    assert state.seen == newer
    assert state.rereads == lines.ReadLines()
    assert go(state, lines.LinesRead(None))[0] == state


def test_a_line_that_is_not_there_cannot_be_chosen():
    before = lines.Lines(WHO, SEEN)
    assert go(before, lines.LineChosen(Line.RELAY)) == (before, [])


def test_the_cloud_is_asked_once_until_it_has_answered():
    state = lines.OneLine(WHO, Line.CLOUD, SEEN)
    state, effects = go(state, lines.CloudAskAsked(), lines.CloudAskAsked())
    assert effects == [lines.AskCloud()]
    assert go(state, lines.CloudAsked(True))[0].nudged is lines.Nudged.ANSWERED
    assert go(state, lines.CloudAsked(False))[0].nudged is lines.Nudged.SILENT


def test_what_waits_is_sent_from_its_own_line_only():
    assert go(lines.OneLine(WHO, Line.CLOUD, SEEN), lines.SendAsked())[1] == []
    _, effects = go(lines.OneLine(WHO, Line.OUTBOX, SEEN), lines.SendAsked())
    assert effects == [lines.SendNow()]


@pytest.mark.parametrize(
    ("addresses", "form"),
    [
        ((), Form.NONE),
        (("169.254.3.4", "fe80::1"), Form.SELF_MADE),
        (("10.0.0.7", "fe80::1"), Form.IPV4),
        (("2001:db8::7",), Form.IPV6),
        (("10.0.0.7", "2001:db8::7"), Form.BOTH),
    ],
)
def test_addresses_that_a_computer_made_up_itself_count_as_none(addresses, form):
    assert Interface("eth0", True, addresses).form is form


def test_a_parked_fact_is_told_again_by_one_touch():
    state, effects = go(lines.OneLine(WHO, Line.OUTBOX, SEEN), lines.ParkedAsked())
    assert effects == [outbox.ReadParked()]
    state, effects = go(
        state, outbox.ParkedRead((EVENT,)), outbox.ParkedChosen(7), outbox.RetryAsked()
    )
    assert effects == [outbox.RetryParked(7)]
    state, effects = go(state, outbox.ParkedSettled(True))
    assert state == outbox.ParkedList(WHO)
    assert effects == [outbox.ReadParked()]
    assert isinstance(go(state, WentBack())[0], lines.Lines)


def test_a_parked_fact_is_given_up_for_a_chosen_reason_only():
    state, effects = go(outbox.ParkedOne(WHO, EVENT), outbox.GiveUpAsked())
    assert (state, effects) == (outbox.WhyGiveUp(WHO, EVENT), [])
    state, effects = go(state, outbox.GiveUpChosen(GivenUp.GONE_THERE))
    assert effects == [outbox.GiveUpParked(7, GivenUp.GONE_THERE)]
    assert go(state, outbox.ParkedSettled(False))[0].failed


def test_a_reservation_is_made_for_nobody_in_three_touches():
    state, effects = page(Page.BOOKINGS, booking_screens.NewBookingAsked())
    assert effects[-1] == booking_screens.FindFree()
    sizes = (FreeSize("S", 0), FreeSize("M", 2))
    state, _ = go(state, booking_screens.FreeFound(sizes), booking_screens.BookingSizeChosen("S"))
    assert isinstance(state, booking_screens.BookingSize), "a size that is sold out is none"
    state, effects = go(state, booking_screens.BookingSizeChosen("M"), Entered())
    assert effects == [booking_screens.MakeBooking("M", "")]
    state, _ = go(state, booking_screens.BookingMade(CODES))
    assert state.code == CODES.codes[0]
    assert not state.last


def test_a_telephone_number_has_one_plus_and_that_comes_first():
    state = booking_screens.BookingPhone(WHO, "M")
    keys = [KeyPressed(sign) for sign in "+49+a1"]
    assert go(state, *keys, Erased(), KeyPressed("7"))[0].typed == "+497"


def test_what_is_typed_and_shown_is_in_no_word_about_the_states():
    state = booking_screens.BookingPhone(WHO, "M", "+491701234567")
    under_way, effects = go(state, Entered())
    showing = booking_screens.BookingCodes(WHO, CODES)
    _, slips = go(showing, booking_screens.PrintCodeAsked())
    said = repr((state, under_way, effects, showing, slips, booking_screens.BookingMade(CODES)))
    assert not any(secret in said for secret in ("1701234567", "473920185", "550912734", "PLK1"))


def test_codes_are_shown_one_after_the_other_and_then_forgotten():
    state, _ = go(booking_screens.BookingCodes(WHO, CODES), FinishAsked())
    assert state.code == CODES.codes[1]
    assert state.last
    assert go(state, WentBack())[0].code == CODES.codes[0]
    state, _ = go(state, FinishAsked())
    assert state == booking_screens.Bookings(WHO)


def test_a_slip_is_printed_of_the_code_that_shows_and_not_twice_at_once():
    state, effects = go(
        booking_screens.BookingCodes(WHO, CODES),
        booking_screens.PrintCodeAsked(),
        booking_screens.PrintCodeAsked(),
    )
    assert effects == [booking_screens.PrintCode(BOOKING, CODES.codes[0])]
    assert go(state, SlipEnded(SlipAt.PRINTED))[0].slip is SlipAt.PRINTED
    nowhere = booking_screens.BookingCodes(WHO, replace(CODES, slip=False))
    assert go(nowhere, booking_screens.PrintCodeAsked()) == (nowhere, [])


def test_it_is_called_off_by_a_second_touch_and_says_why_not():
    state, effects = go(
        booking_screens.OneBooking(WHO, BOOKING), booking_screens.CancelBookingAsked()
    )
    assert (state, effects) == (booking_screens.ConfirmCancel(WHO, BOOKING), [])
    state, effects = go(state, booking_screens.CancelBookingAsked())
    assert effects == [booking_screens.CancelBooking(BOOKING)]
    refused, _ = go(state, booking_screens.BookingRefused(Cannot.LIES_THERE))
    assert refused == booking_screens.OneBooking(WHO, BOOKING, Cannot.LIES_THERE)
    done, _ = go(state, booking_screens.BookingSettled(booking_screens.BookingDone.CANCELLED))
    assert done.done is booking_screens.BookingDone.CANCELLED


def test_an_end_is_put_off_by_days_on_offer_only():
    state, _ = go(booking_screens.OneBooking(WHO, BOOKING), booking_screens.ExtendBookingAsked())
    assert go(state, booking_screens.DaysChosen(365)) == (state, [])
    assert go(state, booking_screens.DaysChosen(3))[1] == [
        booking_screens.ExtendBooking(BOOKING, 3)
    ]
    endless = booking_screens.OneBooking(WHO, replace(BOOKING, until=None))
    assert go(endless, booking_screens.ExtendBookingAsked())[0].why is Cannot.NO_END


def test_codes_are_replaced_for_a_chosen_reason():
    state, effects = go(booking_screens.OneBooking(WHO, BOOKING), booking_screens.NewCodesAsked())
    assert effects == []
    assert go(state, booking_screens.LostChosen(Lost.SEEN))[1] == [
        booking_screens.ReplaceCodes(BOOKING, Lost.SEEN)
    ]


def test_a_parcel_is_found_by_what_is_typed_or_by_its_label():
    state, effects = page(Page.EVIDENCE, KeyPressed("1"), KeyPressed("2"), Entered(), Entered())
    assert effects == [evidence.SearchParcels("12")]
    assert go(state, evidence.ParcelsFound())[0].missed
    assert go(evidence.FindParcel(WHO), CodeShown("order-7"))[1] == [
        evidence.SearchParcels("order-7")
    ]
    two = (TRACED, replace(TRACED, id=ReservationId("r2")))
    several, _ = go(state, evidence.ParcelsFound(two))
    one, effects = go(several, evidence.TracedChosen("r1"))
    assert effects == [evidence.CountLines(TRACED)]
    assert one == go(state, evidence.ParcelsFound((TRACED,)))[0]


def test_evidence_is_made_where_there_is_any_and_says_where_it_lies():
    state = evidence.OneParcel(WHO, TRACED)
    assert go(state, evidence.EvidenceAsked()) == (state, [])
    empty, _ = go(state, evidence.LinesCounted(Lines()), evidence.EvidenceAsked())
    assert isinstance(empty, evidence.OneParcel)
    state, effects = go(
        state, evidence.LinesCounted(Lines(9, NOON, NOON)), evidence.EvidenceAsked()
    )
    assert effects == [evidence.MakeEvidence(TRACED)]
    state, _ = go(state, evidence.Progress(40))
    assert state.share == 40
    assert state.rereads == evidence.ReadProgress()
    assert go(state, evidence.EvidenceWritten(FILE))[0] == evidence.EvidenceMade(WHO, FILE)
    failed, effects = go(state, evidence.EvidenceWritten(None))
    assert failed.failed
    assert effects == [evidence.CountLines(TRACED)]


def test_a_lockdown_is_lifted_by_two_who_found_out_why():
    state, _ = page(Page.LOCKDOWN, lockdown.LockdownRead(Guarded(True, NOON)), lockdown.LiftAsked())
    asking, effects = go(state, lockdown.FoundChosen(Found.STOPPED))
    assert isinstance(asking, TwoPeople)
    assert effects == []
    lifting, effects = asking.behind.proved(FIRST, SECOND)
    assert list(effects) == [lockdown.LiftLockdown(FIRST, SECOND, Found.STOPPED)]
    done, _ = go(lifting, lockdown.LockdownLifted(lockdown.Lifted.DONE))
    assert done == lockdown.Lockdown(WHO, lifted=lockdown.Lifted.DONE)
    assert go(asking, WentBack())[0] == lockdown.Lockdown(WHO)


def test_where_nothing_is_locked_nothing_is_lifted():
    state, _ = page(Page.LOCKDOWN, lockdown.LockdownRead(Guarded(False)))
    assert go(state, lockdown.LiftAsked()) == (state, [])


def test_a_new_roll_has_at_least_one_label():
    state = printer_screens.OnePrinter(WHO, "labels", PAPER)
    state, _ = go(state, printer_screens.RollAsked())
    assert state.typed == "300", "as configured"
    state, effects = go(state, Erased(), Erased(), Erased(), KeyPressed("0"), Entered())
    assert effects == []
    assert state.typed == ""
    _, effects = go(state, *(KeyPressed(sign) for sign in "250"), Entered())
    assert effects == [printer_screens.LoadRoll("labels", 250)]


def test_one_test_page_at_a_time():
    state, effects = go(
        printer_screens.OnePrinter(WHO, "labels", PAPER),
        printer_screens.PrintAsked(),
        printer_screens.PrintAsked(),
    )
    assert effects == [printer_screens.PrintTest("labels")]
    assert (
        go(state, printer_screens.PressSaid(printer_screens.Pressed.PRINTED))[0].pressed
        is printer_screens.Pressed.PRINTED
    )


def test_a_label_nobody_is_sure_of_is_asked_about_before_it_is_printed_again():
    state, _ = page(
        Page.PRINTERS,
        printer_screens.PrintersRead(PAPER),
        printer_screens.WaitingAsked(),
        printer_screens.LabelChosen("j1"),
    )
    state, effects = go(state, printer_screens.PrintAsked(), printer_screens.DropAsked())
    assert effects == [printer_screens.PrintWaiting(LABEL)]
    state, _ = go(state, printer_screens.PressSaid(printer_screens.Pressed.UNSURE))
    state, effects = go(state, printer_screens.PrintAsked(), printer_screens.DropAsked())
    assert effects == [], "it may be on the parcel already"
    state, effects = go(state, printer_screens.CameOut(False))
    assert effects == [printer_screens.SayCameOut(state.label, False)]
    state, effects = go(
        state,
        printer_screens.PressSaid(printer_screens.Pressed.WAITS),
        printer_screens.PrintAsked(),
    )
    assert effects == [printer_screens.PrintWaiting(LABEL)]


def test_a_label_that_came_out_waits_no_more():
    state = printer_screens.OneLabel(WHO, PAPER, LABEL)
    state, effects = go(state, printer_screens.PressSaid(printer_screens.Pressed.PRINTED))
    assert state.seen.waiting == ()
    assert effects == [printer_screens.ReadPrinters()]
