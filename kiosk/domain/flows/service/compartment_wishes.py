"""What can be decided about a compartment, and what stands ready to be chosen for it."""

from collections.abc import Mapping
from enum import Enum
from typing import NewType

from kiosk.domain.compartments import CompartmentFacts
from kiosk.domain.tickets import Fault

SizeName = NewType("SizeName", str)


class Wish(Enum):
    """What a technician can want for one compartment."""

    OPEN = "open"
    """Somebody's parcel lies there: why is it opened?"""
    TAKE_OUT = "take_out"
    """That parcel is taken out for good: why?"""
    RETURN = "return"
    """Put it back into use without having looked: why?"""
    DISABLE = "disable"
    RESIZE = "resize"
    TICKET = "ticket"


class Why(Enum):
    """Reasons that stand ready."""

    REPAIRED = "repaired"
    TESTED = "tested"
    MISTAKE = "mistake"
    OFFICE = "office"
    """The back office asked for it."""
    LOOK = "look"
    """Somebody must look what lies there."""
    HOLDER = "holder"
    """Whose parcel it is stands here."""
    DAMAGED = "damaged"
    """The parcel leaks or is broken."""
    BROKEN = "broken"
    DIRTY = "dirty"
    WATER = "water"
    WORK = "work"
    """Somebody works on it."""
    EVERY_DOOR = "all"
    """All are opened, by two people."""
    INVENTORY = "inventory"
    """All are looked into."""


Choice = Why | Fault | SizeName
"""A reason, what a ticket says, or the size it is used as."""
REASONS: Mapping[Wish, tuple[Why, ...]] = {
    Wish.OPEN: (Why.LOOK, Why.WORK, Why.DAMAGED, Why.HOLDER, Why.OFFICE),
    Wish.TAKE_OUT: (Why.OFFICE, Why.HOLDER, Why.DAMAGED, Why.WORK),
    Wish.RETURN: (Why.REPAIRED, Why.TESTED, Why.MISTAKE, Why.OFFICE),
    Wish.DISABLE: (Why.BROKEN, Why.WATER, Why.DIRTY, Why.WORK, Why.OFFICE),
}


def choices(wish: Wish, facts: CompartmentFacts) -> tuple[Choice, ...]:
    """What stands ready for it."""
    match wish:
        case Wish.RESIZE:
            return tuple(SizeName(size) for size in facts.sizes if size != facts.size)
        case Wish.TICKET:
            return tuple(Fault)
        case _:
            return REASONS[wish]


class WishRefused(Enum):
    """Why a wish was not carried out."""

    DOOR_OPEN = "door_open"
    NOT_EMPTY = "not_empty"
    """A parcel nobody knows lies there: take it out first."""
    ALREADY = "already"
    NO_PARCEL = "no_parcel"
    """Nothing of anybody's lies there."""
    NO_MEMORY = "no_memory"
    NOT_ALLOWED = "not_allowed"
