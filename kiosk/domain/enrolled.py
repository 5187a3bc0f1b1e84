"""Who of staff has a PIN or a badge at this kiosk, and who may do something about it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum


class Calling(Enum):
    TECHNICIAN = "technician"
    COURIER = "courier"


class Care(Enum):
    """What is done about somebody's being let in; the journal has it with its reason."""

    LIFT = "lift"
    """Their PIN is heard again."""
    DISABLE = "disable"
    """Their account is worth nothing any more, for good; technicians' only."""


class Why(Enum):
    """The journal has the word."""

    STANDS_HERE = "stands_here"
    RANG_UP = "rang_up"
    LEFT = "left"
    LOST = "lost"
    """Their PIN is known to somebody, or their badge is gone."""
    WRONGLY = "wrongly"
    OTHER = "other"


REASONS: Mapping[Care, tuple[Why, ...]] = {
    Care.LIFT: (Why.STANDS_HERE, Why.RANG_UP, Why.OTHER),
    Care.DISABLE: (Why.LEFT, Why.LOST, Why.WRONGLY, Why.OTHER),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A technician's account, or what this kiosk itself knows of a courier."""

    calling: Calling
    id: str
    issuer: str = ""
    """Who gave a courier the id."""
    name: str = field(default="", repr=False)
    """A technician's; of couriers none is known."""
    supervisor: bool = False
    pin: bool = True
    badge: bool = False
    seen_at: datetime | None = None
    """The last login of a technician; of couriers it is not kept beside the journal."""
    wrong: int = 0
    """Wrong PINs since the last right one."""
    shut: bool = False
    """Until somebody lifts it."""
    locked_until: datetime | None = None
    disabled_at: datetime | None = None

    @property
    def key(self) -> str:
        """Of all at this kiosk."""
        return f"{self.calling.value}:{self.issuer}:{self.id}"

    @property
    def locked(self) -> bool:
        return self.shut or self.locked_until is not None


def in_order(people: list[Person]) -> tuple[Person, ...]:
    """Who is locked out first, who has gone for good last; technicians before couriers."""

    def rank(one: Person) -> tuple[bool, bool, bool, str, str]:
        gone = one.disabled_at is not None
        courier = one.calling is Calling.COURIER
        return gone, not one.locked, courier, one.id, one.issuer

    return tuple(sorted(people, key=rank))


def may(care: Care, person: Person, account: str, *, supervisor: bool) -> bool:
    """Whether whoever is in service mode may do this: a supervisor alone, never for oneself.

    So nobody disables the last account: whoever does it keeps their own.
    """
    own = person.calling is Calling.TECHNICIAN and person.id == account
    if not supervisor or own or person.disabled_at is not None:
        return False
    return person.locked if care is Care.LIFT else person.calling is Calling.TECHNICIAN
