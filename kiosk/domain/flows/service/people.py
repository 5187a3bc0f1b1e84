"""Who may work here: technicians and couriers of this kiosk, their lock-outs and accounts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.domain import enrolled
from kiosk.domain.enrolled import REASONS, Care, Person, Why
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told


class Cared(Enum):
    """What became of it."""

    LIFTED = "lifted"
    DISABLED = "disabled"
    NOT = "not"
    """It could not be recorded, or whoever asked may do so no more."""


@dataclass(frozen=True, slots=True)
class People(StaffState):
    """All of them, who is locked out first."""

    who: Staffer
    people: tuple[Person, ...] | None = None
    """None until they were read."""

    @property
    def rereads(self) -> Task | None:
        return ReadPeople()


@dataclass(frozen=True, slots=True)
class OnePerson(StaffState):
    """What is known of one of them, and what can be done."""

    who: Staffer
    person: Person
    cared: Cared | None = None

    @property
    def rereads(self) -> Task | None:
        return ReadPeople()

    def offers(self, care: Care) -> bool:
        """Whether this person's page has it, for whoever stands here."""
        who = self.who
        return enrolled.may(care, self.person, who.account, supervisor=who.supervisor)


@dataclass(frozen=True, slots=True)
class WhyPerson(StaffState):
    """Nothing is done about anybody without a reason."""

    who: Staffer
    person: Person
    care: Care


@dataclass(frozen=True, slots=True)
class ReadPeople(Task):
    """Answered by ``PeopleRead``."""


@dataclass(frozen=True, slots=True)
class CareFor(Task):
    """Answered by ``PersonCared``."""

    person: Person
    care: Care
    why: Why


@dataclass(frozen=True, slots=True)
class PeopleRead(Told):
    people: tuple[Person, ...] | None
    """None: they could not be read just now."""


@dataclass(frozen=True, slots=True)
class PersonCared(Told):
    cared: Cared


@dataclass(frozen=True, slots=True)
class PersonChosen(StaffInput):
    key: str


@dataclass(frozen=True, slots=True)
class CareAsked(StaffInput):
    care: Care


@dataclass(frozen=True, slots=True)
class WhyChosen(StaffInput):
    why: Why


State = People | OnePerson | WhyPerson


def begin(who: Staffer) -> duty.Next:
    return People(who), (ReadPeople(),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case People(), PeopleRead(people) if people is not None:
            return replace(state, people=people), ()
        case People(who, people), PersonChosen(key):
            found = [one for one in people or () if one.key == key]
            return (OnePerson(who, found[0]) if found else state), ()
        case OnePerson(_, person), PeopleRead(people):
            found = [one for one in people or () if one.key == person.key]
            return (replace(state, person=found[0]) if found else state), ()
        case OnePerson(who, person), CareAsked(care) if state.offers(care):
            return WhyPerson(who, person, care), ()
        case WhyPerson(who, person, care), WhyChosen(why) if why in REASONS[care]:
            return OnePerson(who, person), (CareFor(person, care, why),)
        case WhyPerson(who, person), WentBack():
            return OnePerson(who, person), ()
        case OnePerson(), PersonCared(cared):
            return replace(state, cared=cared), (ReadPeople(),)
        case OnePerson(who), WentBack():
            return begin(who)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys((People, OnePerson, WhyPerson), step)
