"""Maintenance tickets: what is wrong with a compartment, in words that stand ready."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Fault(Enum):
    """What a ticket says; whoever repairs knows what to bring."""

    LOCK = "lock"
    """It does not open when its lock is fired."""
    CONTACT = "contact"
    """The sensor says the wrong thing."""
    HINGE = "hinge"
    LEAF = "leaf"
    """The door itself is bent or broken."""
    WATER = "water"
    DIRTY = "dirty"
    NUMBER = "number"
    """Its number is gone."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One that is still open."""

    id: int
    label: str
    fault: Fault
    opened_at: datetime
    by: str
    """The account that wrote it."""
