"""From the first touch to a proved code."""

import base64

import pytest

from kiosk.domain.codes import LONGEST_DATUM, LONGEST_TYPED, TypedCode, Unknown
from kiosk.domain.flows.effects import CheckCode, EndVisit
from kiosk.domain.flows.home import (
    AskDatum,
    Checking,
    EnterCode,
    Explaining,
    Home,
    OutOfOrder,
    Refused,
)
from kiosk.domain.flows.inputs import (
    CodeRefused,
    CodeShown,
    DatumWanted,
    DoorClosed,
    Entered,
    Erased,
    Explained,
    FinishAsked,
    Granted,
    JourneyChosen,
    KeyPressed,
    OpenAsked,
    OrderChanged,
    PageTurned,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.journey import StillThere
from kiosk.domain.flows.opening import Opening
from kiosk.domain.flows.visit import Aim, Explanation
from tests.domain.story import PICKUP, story, typed

SYNQ = base64.b64encode(b"123e4567-e89b-12d3-a456-426614174000").decode()
CHOSEN = (JourneyChosen(Aim.PICKUP), EnterCode)
WORKS = OrderChanged(usable=True, camera=True, left_open=(), letters=False)


def test_a_typed_code_is_checked_when_enter_is_pressed():
    tale = story(CHOSEN, *typed("123456"))
    assert tale.effects == [CheckCode(TypedCode("123456"), aim=Aim.PICKUP)]


def test_enter_without_a_digit_checks_nothing():
    assert story(CHOSEN, (Entered(), EnterCode)).effects == []


def test_backspace_takes_the_last_digit_and_never_more():
    tale = story(CHOSEN, (KeyPressed("1"), EnterCode), (KeyPressed("2"), EnterCode))
    tale.goes((Erased(), EnterCode))
    assert tale.state.typed == "1"
    tale.goes((Erased(), EnterCode), (Erased(), EnterCode))
    assert tale.state.typed == ""


@pytest.mark.parametrize("sign", ["", "12", " ", "-", "\n", "'", "\u202e"])
def test_a_key_that_is_no_letter_or_digit_types_nothing(sign):
    assert story(CHOSEN, (KeyPressed(sign), EnterCode)).state.typed == ""


def test_the_keypad_takes_no_more_than_a_code_can_have():
    tale = story(CHOSEN, *((KeyPressed("7"), EnterCode) for _ in range(LONGEST_TYPED + 5)))
    assert tale.state.typed == "7" * LONGEST_TYPED


def test_the_page_turns_to_letters_and_back():
    tale = story(CHOSEN, (PageTurned(), EnterCode))
    assert tale.state.letters
    assert not tale.goes((PageTurned(), EnterCode)).state.letters


@pytest.mark.parametrize("start", [Home(), EnterCode(), AskDatum(TypedCode("1")), Refused()])
def test_a_code_may_be_held_up_on_every_screen_before_a_door(start):
    tale = story((CodeShown("DLV-PICK-r1-A1B2C3"), Checking), at=start)
    assert [type(effect) for effect in tale.effects] == [CheckCode]


def test_a_code_of_another_network_is_said_so_without_asking_anybody():
    tale = story((CodeShown(SYNQ), Explaining))
    assert tale.state.explanation is Explanation.OTHER_NETWORK
    assert tale.effects == []


def test_what_is_no_code_at_all_gets_the_same_refusal_as_a_wrong_one():
    tale = story((CodeShown("https://example.com/a?b=c"), Checking), (CodeRefused(), Refused))
    assert tale.effects == [CheckCode(Unknown())]


def test_the_second_datum_is_asked_and_judged_together_with_the_code():
    tale = story(CHOSEN, *typed("1234"), (DatumWanted(), AskDatum), *typed("98ab", AskDatum))
    assert tale.effects == [
        CheckCode(TypedCode("1234"), aim=Aim.PICKUP),
        CheckCode(TypedCode("1234"), "98ab", Aim.PICKUP),
    ]


def test_a_datum_has_at_least_four_signs():
    tale = story(*((KeyPressed(sign), AskDatum) for sign in "123"), at=AskDatum(TypedCode("1234")))
    tale.goes((Entered(), AskDatum), (KeyPressed("4"), AskDatum), (Entered(), Checking))
    assert tale.effects == [CheckCode(TypedCode("1234"), "1234")]


def test_who_knows_the_whole_telephone_number_may_type_it_all():
    tale = story(*typed("491701234567890", AskDatum), at=AskDatum(TypedCode("1234")))
    assert tale.effects == [CheckCode(TypedCode("1234"), "7890")]


def test_a_datum_is_never_longer_than_a_telephone_number():
    more = "1" * (LONGEST_DATUM + 3)
    tale = story(*((KeyPressed(s), AskDatum) for s in more), at=AskDatum(TypedCode("1234")))
    assert tale.state.typed == "1" * LONGEST_DATUM


def test_every_wrong_code_gets_the_one_refusal_and_may_be_typed_again():
    tale = story(CHOSEN, *typed("123456"), (CodeRefused(), Refused), (OpenAsked(), EnterCode))
    assert tale.state.typed == ""


def test_after_a_refusal_the_keypad_still_offers_letters_and_no_dead_camera():
    tale = story(CHOSEN, at=Home(camera=False, letters=True))
    tale.goes(*typed("AB12"), (DatumWanted(), AskDatum), *typed("1234", AskDatum))
    tale.goes((CodeRefused(), Refused), (OpenAsked(), EnterCode))
    assert tale.state == EnterCode(Aim.PICKUP, offer_letters=True, camera=False)


def test_a_proved_code_that_opens_nothing_is_explained():
    tale = story((CodeShown("123456"), Checking), (Explained(Explanation.USED), Explaining))
    assert tale.state.explanation is Explanation.USED
    assert tale.goes((FinishAsked(), Home)).effects[-1] == EndVisit()


@pytest.mark.parametrize(
    "stray", [KeyPressed("1"), CodeShown("123456"), WentBack(), TimedOut(), OpenAsked()]
)
def test_while_a_code_is_checked_only_the_answer_counts(stray):
    tale = story((CodeShown("DLV-PICK-r1-A1B2C3"), Checking), (stray, Checking))
    assert len(tale.effects) == 1
    tale.goes((Granted(PICKUP), Opening))


@pytest.mark.parametrize("start", [EnterCode(), AskDatum(TypedCode("1")), Refused()])
def test_going_back_ends_the_visit(start):
    assert story((WentBack(), Home), at=start).effects == [EndVisit()]


def test_who_leaves_the_keypad_is_asked_once_and_then_forgotten():
    tale = story(CHOSEN, (KeyPressed("1"), EnterCode), (TimedOut(), StillThere), (TimedOut(), Home))
    assert tale.effects == [EndVisit()]


@pytest.mark.parametrize("stray", [TimedOut(), WentBack(), KeyPressed("1"), DoorClosed()])
def test_home_waits_for_anybody(stray):
    assert story((stray, Home)).effects == []


def test_home_names_the_doors_left_open_and_forgets_those_shut_since():
    tale = story((OrderChanged(True, True, ("12",), False), Home))
    assert tale.state.left_open == ("12",)
    assert tale.goes((WORKS, Home)).state.left_open == ()


def test_a_kiosk_out_of_order_takes_no_code_until_it_works_again():
    broken = OrderChanged(usable=False, camera=True, left_open=(), letters=False)
    tale = story((broken, OutOfOrder), (CodeShown("123456"), OutOfOrder))
    tale.goes((JourneyChosen(Aim.PICKUP), OutOfOrder), (WORKS, Home))
    assert tale.effects == []


def test_a_camera_that_dies_while_somebody_is_to_hold_up_a_code_leaves_the_keypad():
    blind = OrderChanged(usable=True, camera=False, left_open=(), letters=True)
    tale = story(CHOSEN, (KeyPressed("1"), EnterCode), (blind, EnterCode))
    assert tale.state == EnterCode(Aim.PICKUP, "1", offer_letters=True, camera=False)


@pytest.mark.parametrize(
    "answer", [(CodeRefused(), Refused), (DatumWanted(), AskDatum), None], ids=str
)
def test_a_camera_lost_while_a_code_is_judged_is_not_promised_afterwards(answer):
    tale = story(CHOSEN, *typed("123456"))
    if answer is not None:
        tale.goes(answer)
    state = type(tale.state)
    tale.goes((OrderChanged(usable=True, camera=False, left_open=(), letters=True), state))
    assert tale.state.keypad == EnterCode(Aim.PICKUP, camera=False, offer_letters=True)
