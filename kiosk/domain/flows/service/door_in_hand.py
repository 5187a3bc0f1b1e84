"""One door in a technician's hands: fired by one touch, open, shut, looked into.

Whatever ends the session, a door that stands open is seen to its end first.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain.compartments import Finding
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.opening import PULSES
from kiosk.domain.flows.service.compartment_wishes import Why
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import Contents

AGAIN = {Failure.JAMMED, Failure.BOARD, Failure.BUSY, Failure.UNHEARD, Failure.LATER}
"""After these the same touch may help once more."""


class Ending(Enum):
    """How a door left a technician's hands."""

    LOOKED = "looked"
    """Open, shut, and it was said what lies inside."""
    UNSAID = "unsaid"
    """Open and shut; nothing was said."""
    STAYED_SHUT = "stayed_shut"
    LEFT_OPEN = "left_open"


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand, and on which door."""

    who: Staffer
    label: str
    door: DoorId
    owner: Owner
    pulse: int = 0
    intent: str | None = None
    over: bool = False
    """The session has ended; the door is seen to its end all the same."""
    why: Why | None = None
    """Why it is opened although somebody's parcel lies there; None where none does."""


@dataclass(frozen=True, slots=True)
class HandDone(StaffInput):
    """The door is out of the technician's hands, and all is recorded."""

    hand: Hand
    how: Ending
    said: Contents | None = None
    finding: Finding | None = None
    expected: Contents | None = None
    failure: Failure | None = None


class Behind(StaffState, ABC):
    """A screen that waits for a door in a technician's hands."""

    __slots__ = ()

    @abstractmethod
    def door_done(self, done: HandDone) -> duty.Next:
        """What follows once it is over."""

    @property
    def coming(self) -> str:
        """The door that opens as soon as it is said what lies in this one; "" for none."""
        return ""


@dataclass(frozen=True, slots=True)
class Unlocking(StaffState):
    """The lock fires; the sensor says what came of it."""

    known: ClassVar[bool] = False
    awaited: ClassVar[bool] = True

    hand: Hand
    behind: Behind


@dataclass(frozen=True, slots=True)
class StandsOpen(StaffState):
    """Look inside, then push it shut."""

    known: ClassVar[bool] = False
    awaited: ClassVar[bool] = True

    hand: Hand
    behind: Behind
    stage: int = 0
    heard: bool = True
    """False: the board has fallen silent, so nobody will see it shut."""


@dataclass(frozen=True, slots=True)
class StaysShut(StaffState):
    """Fired, and not seen open; a further pulse needs a further touch."""

    known: ClassVar[bool] = False

    hand: Hand
    behind: Behind
    failure: Failure

    @property
    def may_try(self) -> bool:
        return self.hand.pulse < PULSES and self.failure in AGAIN


@dataclass(frozen=True, slots=True)
class WhatInside(StaffState):
    """It is shut: what lies inside?"""

    known: ClassVar[bool] = False

    hand: Hand
    behind: Behind
    occupied: bool | None = None
    """What its sensor says."""
    said: Contents | None = None
    """Already said, and being written down."""


@dataclass(frozen=True, slots=True)
class Unlock(Task):
    """Commit the intent, then one pulse, then believe the sensor."""

    hand: Hand


@dataclass(frozen=True, slots=True)
class NoteInside(Task):
    """Write down what was seen inside, and what that means."""

    hand: Hand
    said: Contents


@dataclass(frozen=True, slots=True)
class LetGo(Task):
    """The door is nobody's any more."""


@dataclass(frozen=True, slots=True)
class HasLetGo(Told):
    """Nothing follows from it."""


@dataclass(frozen=True, slots=True)
class Unlocked(Told):
    """The sensor shows it open."""

    intent: str


@dataclass(frozen=True, slots=True)
class NotUnlocked(Told):
    failure: Failure
    intent: str | None = None


@dataclass(frozen=True, slots=True)
class InsideNoted(Told):
    finding: Finding
    expected: Contents | None = None


@dataclass(frozen=True, slots=True)
class InsideSaid(StaffInput):
    """MAYBE is "not sure"."""

    contents: Contents


State = Unlocking | StandsOpen | StaysShut | WhatInside


def take(behind: Behind, hand: Hand) -> duty.Next:
    """Open this door: the one touch for it was just made."""
    fresh = replace(hand, pulse=0, intent=None, over=False)
    return fire(fresh, behind)


def fire(hand: Hand, behind: Behind) -> duty.Next:
    shot = replace(hand, pulse=hand.pulse + 1)
    return Unlocking(shot, behind), (Unlock(shot),)
