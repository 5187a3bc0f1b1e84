"""C15, N14: a label before the door opens: one on paper, or one that waits under its mark."""

from dataclasses import replace

from kiosk.domain.flows.effects import EndVisit, OpenDoor
from kiosk.domain.flows.home import Checking, Home
from kiosk.domain.flows.inputs import (
    CodeShown,
    DoorClosed,
    DoorOpened,
    FinishAsked,
    Granted,
    HelpAsked,
    OpenAsked,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import Help, StillThere
from kiosk.domain.flows.labels import (
    MOST_PRINTS,
    AskLabel,
    LabelReady,
    NoLabel,
    OfferLabel,
    PrintingLabel,
)
from kiosk.domain.flows.opening import Done, Opening, PutParcel, ReachDoor
from kiosk.domain.flows.printed import (
    DropLabel,
    LabelDoubtful,
    LabelDrawn,
    LabelLost,
    LabelNeedless,
    LabelPrinted,
    LabelSeen,
    LabelWaits,
    PrepareLabel,
    PrintAsked,
    PrintLabel,
    SayLabel,
)
from kiosk.domain.model import Kind
from tests.domain.samples import LABEL
from tests.domain.story import DROPOFF, PICKUP, Line, Tale, story

RETURN = replace(DROPOFF, kind=Kind.RETURN, labelled=True)
PROVED: list[Line] = [
    (CodeShown("DLV-DROP-r1-A1"), Checking),
    (Granted(RETURN), OfferLabel),
]
OFFERED: list[Line] = [*PROVED, (LabelDrawn(LABEL), OfferLabel)]
PRINTING: list[Line] = [*OFFERED, (PrintAsked(), PrintingLabel)]


def prints(tale: Tale) -> int:
    return sum(isinstance(effect, PrintLabel) for effect in tale.effects)


def test_the_label_is_seen_printed_and_then_the_door_opens():
    tale = story(*PRINTING)
    assert tale.effects[1:] == [PrepareLabel(RETURN), PrintLabel(RETURN, LABEL)]
    assert tale.opened == []
    tale.goes((LabelPrinted(LABEL), LabelReady), (OpenAsked(), Opening))
    tale.goes((DoorOpened("i1"), PutParcel), (DoorClosed(), Done))
    assert tale.opened == ["12"]
    assert prints(tale) == 1


def test_no_label_is_asked_for_where_none_goes_with_it():
    story((CodeShown("x"), Checking), (Granted(DROPOFF), Opening))
    story((CodeShown("x"), Checking), (Granted(replace(PICKUP, labelled=True)), Opening))


def test_what_has_no_label_after_all_opens_at_once():
    for answer in (LabelNeedless(), LabelLost()):
        assert story(*PROVED, (answer, Opening)).opened == ["12"]


def test_in_access_mode_the_door_is_shown_after_the_label():
    tale = story((CodeShown("x"), Checking), (Granted(replace(RETURN, access=True)), OfferLabel))
    tale.goes((LabelDrawn(LABEL), OfferLabel), (PrintAsked(), PrintingLabel))
    tale.goes((LabelPrinted(LABEL), LabelReady), (OpenAsked(), ReachDoor))
    assert tale.opened == []


def test_while_it_prints_nothing_is_printed_twice_and_no_door_opens():
    tale = story(*PRINTING)
    for touch in (
        PrintAsked(),
        OpenAsked(),
        WentBack(),
        HelpAsked(),
        FinishAsked(),
        CodeShown("1"),
    ):
        tale.goes((touch, PrintingLabel))
    assert prints(tale) == 1
    assert tale.opened == []


def test_without_paper_the_mark_stands_in_and_the_door_opens_all_the_same():
    tale = story(*PRINTING, (LabelWaits(LABEL), NoLabel))
    assert tale.state.label.mark == "KXTR49"
    tale.goes((OpenAsked(), Opening), (DoorOpened("i1"), PutParcel), (DoorClosed(), Done))
    assert not any(isinstance(effect, DropLabel) for effect in tale.effects)


def test_who_leaves_without_a_label_leaves_none_to_be_printed():
    tale = story(*PRINTING, (LabelWaits(LABEL), NoLabel), (WentBack(), Home))
    assert tale.effects[-2:] == [DropLabel(LABEL), EndVisit()]
    tale = story(*PRINTING, (LabelWaits(LABEL), NoLabel), (TimedOut(), StillThere))
    tale.goes((TimedOut(), Home))
    assert DropLabel(LABEL) in tale.effects


def test_who_leaves_with_a_label_or_in_doubt_leaves_it_as_it_is():
    for answer, screen in ((LabelPrinted(LABEL), LabelReady), (LabelDoubtful(LABEL), AskLabel)):
        tale = story(*PRINTING, (answer, screen), (WentBack(), Home))
        assert not any(isinstance(effect, DropLabel) for effect in tale.effects)


def test_in_doubt_the_person_says_whether_it_came_out():
    for out, answer, screen in (
        (True, LabelPrinted(LABEL), LabelReady),
        (False, LabelWaits(LABEL), NoLabel),
    ):
        tale = story(*PRINTING, (LabelDoubtful(LABEL), AskLabel))
        tale.goes((OpenAsked(), AskLabel), (PrintAsked(), AskLabel))
        tale.goes((LabelSeen(out), PrintingLabel), (answer, screen))
        assert tale.effects[-1] == SayLabel(LABEL, out)
        assert prints(tale) == 1


def test_it_is_printed_again_only_so_often():
    tale = story(*PRINTING, (LabelPrinted(LABEL), LabelReady))
    for _ in range(MOST_PRINTS - 1):
        assert tale.state.may_print
        tale.goes((PrintAsked(), PrintingLabel), (LabelPrinted(LABEL), LabelReady))
    assert not tale.state.may_print
    tale.goes((PrintAsked(), LabelReady))
    assert prints(tale) == MOST_PRINTS


def test_where_nothing_can_print_it_nobody_is_made_to_try():
    tale = story(*PROVED, (LabelWaits(LABEL, lasting=True), NoLabel), (PrintAsked(), NoLabel))
    assert prints(tale) == 0
    tale.goes((OpenAsked(), Opening))


def test_who_comes_back_before_the_door_opened_has_the_label_already():
    tale = story(*PROVED, (LabelPrinted(LABEL), LabelReady), (OpenAsked(), Opening))
    assert prints(tale) == 0
    tale = story(
        *PROVED, (LabelPrinted(LABEL, MOST_PRINTS), LabelReady), (PrintAsked(), LabelReady)
    )
    assert prints(tale) == 0


def test_a_label_is_drawn_beneath_help_and_help_stays():
    tale = story(*PROVED, (HelpAsked(), Help), (LabelDrawn(LABEL), Help), (WentBack(), OfferLabel))
    assert tale.state == OfferLabel(RETURN, LABEL)


def test_who_walks_away_from_the_offer_prints_and_opens_nothing():
    tale = story(*OFFERED, (TimedOut(), StillThere), (TimedOut(), Home))
    assert prints(tale) == 0
    assert not any(isinstance(effect, OpenDoor) for effect in tale.effects)
