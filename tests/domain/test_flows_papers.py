"""C17: a receipt, or the code on paper, when all is done; nothing waits for it."""

from dataclasses import replace

import pytest

from kiosk.domain.acts import By
from kiosk.domain.flows.after import NextDoor, ShowCode
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import DoorClosed, FinishAsked, HelpAsked, OpenAsked, WentBack
from kiosk.domain.flows.journey import Help
from kiosk.domain.flows.opening import Done, Opening
from kiosk.domain.flows.papers import (
    MOST_TRIES,
    PrintSlip,
    Slip,
    SlipAsked,
    SlipAt,
    SlipEnded,
)
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.printing import Paper
from tests.domain.story import DROPOFF, PICKUP, WALKUP, Tale, at_open_door, story

BOTH = frozenset(Paper)
PUT = replace(DROPOFF, papers=BOTH)
SHUT = (DoorClosed(occupied=True), Done)
TOUCH = (SlipAsked("ar"), Done)


def done(visit: Visit = PUT) -> Tale:
    return story(*at_open_door(visit), SHUT)


def prints(tale: Tale) -> list[PrintSlip]:
    return [effect for effect in tale.effects if isinstance(effect, PrintSlip)]


def slip(tale: Tale) -> Slip | None:
    assert isinstance(tale.state, Done | ShowCode)
    return tale.state.slip


def test_who_dropped_something_off_may_have_a_receipt_in_the_language_of_the_screen():
    tale = done()
    assert slip(tale) == Slip(Paper.RECEIPT)
    assert prints(tale) == []
    [asked] = prints(tale.goes(TOUCH))
    assert (asked.paper, asked.language, asked.outcome) == (
        Paper.RECEIPT,
        "ar",
        Outcome.DEPOSITED,
    )
    assert asked.visit.reservation == PUT.reservation


def test_no_second_one_by_a_double_tap_nor_after_it_came_out():
    tale = done().goes(TOUCH, TOUCH, TOUCH, (SlipEnded(SlipAt.PRINTED), Done), TOUCH)
    assert len(prints(tale)) == 1
    tale.goes((OpenAsked(), Opening))
    tale = story(*at_open_door(tale.state.visit), SHUT)  # type: ignore[union-attr]
    assert slip(tale) is None


def test_one_that_failed_may_be_tried_again_but_not_for_ever():
    tale = done()
    for _ in range(MOST_TRIES + 2):
        tale.goes(TOUCH, (SlipEnded(SlipAt.FAILED), Done))
    assert len(prints(tale)) == MOST_TRIES


def test_in_doubt_it_is_not_printed_again():
    tale = done().goes(TOUCH, (SlipEnded(SlipAt.UNSURE), Done), TOUCH)
    assert len(prints(tale)) == 1


@pytest.mark.parametrize("at", [None, *list(SlipAt)[2:]])
def test_nothing_waits_for_it(at: SlipAt | None):
    tale = done().goes(TOUCH)
    if at is not None:
        tale.goes((SlipEnded(at), Done))
    tale.goes((FinishAsked(), Home))
    tale = done().goes(TOUCH, (OpenAsked(), Opening), (SlipEnded(SlipAt.PRINTED), Opening))


def test_what_became_of_it_is_heard_behind_help():
    tale = done().goes(TOUCH, (HelpAsked(), Help), (SlipEnded(SlipAt.FAILED), Help))
    tale.goes((WentBack(), Done))
    assert slip(tale) == Slip(Paper.RECEIPT, SlipAt.FAILED, 1)


@pytest.mark.parametrize(
    "visit", [DROPOFF, replace(PUT, by=By.COURIER), replace(PUT, papers=frozenset({Paper.SLIP}))]
)
def test_where_none_can_be_had_none_is_offered(visit: Visit):
    assert slip(done(visit)) is None


def test_who_collects_or_takes_all_back_is_offered_none():
    assert slip(done(replace(PICKUP, papers=BOTH))) is None


def test_who_sends_may_have_the_code_on_paper():
    walkup = replace(WALKUP, papers=BOTH)
    tale = story(*at_open_door(walkup), (DoorClosed(occupied=True), ShowCode))
    assert slip(tale) == Slip(Paper.SLIP)
    tale.goes((SlipAsked("en"), ShowCode), (SlipAsked("en"), ShowCode))
    [asked] = prints(tale)
    assert (asked.paper, asked.visit.handover) == (Paper.SLIP, WALKUP.handover)
    tale.goes((SlipEnded(SlipAt.FAILED), ShowCode), (FinishAsked(), Home))


def test_each_door_of_several_has_its_receipt():
    first = replace(PUT, rest=(replace(PUT, label="15"),))
    tale = story(*at_open_door(first), (DoorClosed(occupied=True), NextDoor))
    tale.goes((OpenAsked(), Opening))
    assert tale.state.visit.papers == BOTH  # type: ignore[union-attr]
