"""Samples of service mode's page of who may work here."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.domain.enrolled import Calling, Care, Person, in_order
from kiosk.domain.flows import journey
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.service.people import Cared, OnePerson, People, WhyPerson

NOW = datetime(2026, 11, 20, 14, 32, tzinfo=UTC)
BOSS, HAND = Staffer("super9", supervisor=True), Staffer("anna7")
ANNA = Person(
    Calling.TECHNICIAN, "anna7", name="Anna Berg", badge=True, seen_at=NOW - timedelta(days=1)
)
SHUT = Person(Calling.TECHNICIAN, "jorge.fernandes-12", name="Jorge Fernandes", wrong=10, shut=True)
LEFT = replace(ANNA, id="t-017", name="Li Wei", badge=False, disabled_at=NOW)
OWN = Person(Calling.TECHNICIAN, "super9", name="Sara Idris", supervisor=True, seen_at=NOW)
COURIER = Person(Calling.COURIER, "0197a1b2-0000-7000-8000-0123456789ab", "bloqit", badge=True)
WAITS = replace(
    COURIER, id="c-0040602", badge=False, wrong=5, locked_until=NOW + timedelta(minutes=12)
)
EVERYBODY = in_order(
    [ANNA, SHUT, LEFT, OWN, COURIER, WAITS, *(replace(COURIER, id=f"c-{n}") for n in range(9))]
)

SERVICE_PEOPLE: dict[str, journey.State] = {
    "people": People(BOSS, EVERYBODY),
    "people-reading": People(BOSS),
    "people-none": People(HAND, ()),
    "one-person": OnePerson(BOSS, ANNA),
    "one-person-shut": OnePerson(BOSS, SHUT),
    "one-person-own": OnePerson(BOSS, OWN),
    "one-person-disabled": OnePerson(BOSS, LEFT, Cared.DISABLED),
    "one-person-courier": OnePerson(BOSS, WAITS),
    "one-person-lifted": OnePerson(BOSS, COURIER, Cared.LIFTED),
    "one-person-not": OnePerson(BOSS, SHUT, Cared.NOT),
    "one-person-looked-at": OnePerson(HAND, SHUT),
    "why-person-lift": WhyPerson(BOSS, SHUT, Care.LIFT),
    "why-person-disable": WhyPerson(BOSS, SHUT, Care.DISABLE),
}
