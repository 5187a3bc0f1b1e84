"""Service mode's page of who may work here."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.enrolled import REASONS, Calling, Care, Person, Why, in_order, may
from kiosk.domain.flows import journey
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service.people import (
    CareAsked,
    Cared,
    CareFor,
    OnePerson,
    People,
    PeopleRead,
    PersonCared,
    PersonChosen,
    ReadPeople,
    WhyChosen,
    WhyPerson,
)
from kiosk.domain.flows.service.settings import PeopleAsked, SettingsPage

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
BOSS, HAND = Staffer("super9", supervisor=True), Staffer("anna7")
ANNA = Person(Calling.TECHNICIAN, "anna7", wrong=10, shut=True)
OWN = Person(Calling.TECHNICIAN, "super9", supervisor=True, wrong=5, locked_until=NOON)
FREE = Person(Calling.TECHNICIAN, "bert8")
COURIER = Person(Calling.COURIER, "c-17", "acme", wrong=5, locked_until=NOON)
ALL = (ANNA, OWN, FREE, COURIER)


def go(state, *events):
    asked = []
    for event in events:
        state, effects = journey.step(state, event)
        asked += effects
    return state, asked


def at(person: Person, who: Staffer = BOSS):
    """Its page, from the settings on."""
    found = (PeopleAsked(), PeopleRead(ALL), PersonChosen(person.key))
    return go(SettingsPage(who), *found)[0]


@pytest.mark.parametrize(
    ("who", "person", "care", "allowed"),
    [
        (BOSS, ANNA, Care.LIFT, True),
        (BOSS, COURIER, Care.LIFT, True),
        (BOSS, FREE, Care.LIFT, False),
        (BOSS, FREE, Care.DISABLE, True),
        (BOSS, COURIER, Care.DISABLE, False),
        (BOSS, OWN, Care.LIFT, False),
        (BOSS, OWN, Care.DISABLE, False),
        (BOSS, replace(ANNA, disabled_at=NOON), Care.LIFT, False),
        (BOSS, replace(FREE, disabled_at=NOON), Care.DISABLE, False),
        (BOSS, Person(Calling.COURIER, "super9", "acme", shut=True), Care.LIFT, True),
        (HAND, FREE, Care.DISABLE, False),
        (HAND, COURIER, Care.LIFT, False),
    ],
)
def test_a_supervisor_alone_looks_after_others_and_nobody_after_oneself(
    who: Staffer, person: Person, care: Care, allowed: bool
):
    assert may(care, person, who.account, supervisor=who.supervisor) is allowed
    asked, _ = go(OnePerson(who, person), CareAsked(care))
    assert isinstance(asked, WhyPerson) is allowed


@pytest.mark.parametrize(("person", "care"), [(COURIER, Care.LIFT), (FREE, Care.DISABLE)])
def test_nothing_is_done_about_anybody_without_a_reason(person: Person, care: Care):
    asked, effects = go(at(person), CareAsked(care))
    assert (asked, effects) == (WhyPerson(BOSS, person, care), [])
    (strange,) = {Why.LEFT, Why.STANDS_HERE} - set(REASONS[care])
    assert go(asked, WhyChosen(strange)) == (asked, [])
    done, effects = go(asked, WhyChosen(Why.OTHER))
    assert (done, effects) == (OnePerson(BOSS, person), [CareFor(person, care, Why.OTHER)])
    assert go(asked, WentBack()) == (OnePerson(BOSS, person), [])


def test_what_became_of_it_is_said_and_the_page_is_read_anew():
    said, effects = go(at(ANNA), PersonCared(Cared.LIFTED))
    assert (said.cared, effects) == (Cared.LIFTED, [ReadPeople()])
    heard = replace(ANNA, wrong=0, shut=False)
    again, _ = go(said, PeopleRead((heard,)))
    assert (again.person, again.cared) == (heard, Cared.LIFTED)
    assert go(again, PeopleRead(None)) == (again, [])


def test_the_way_back_leads_to_the_list_and_to_the_settings():
    listed, effects = go(at(ANNA, HAND), WentBack())
    assert (listed, effects) == (People(HAND), [ReadPeople()])
    back, _ = go(listed, WentBack())
    assert isinstance(back, SettingsPage)


def test_who_is_locked_out_comes_first_and_who_has_gone_for_good_last():
    gone = replace(ANNA, id="zoe1", disabled_at=NOON)
    free = replace(COURIER, id="a-1", wrong=0, locked_until=None)
    assert in_order([gone, free, FREE, COURIER, ANNA]) == (ANNA, COURIER, FREE, free, gone)
