"""For what nobody may do alone: two people prove who they are, here and within five minutes.

Whoever is in service mode types the PIN once more, then another person id and PIN.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain.accounts import LONGEST_PIN, Proof
from kiosk.domain.couriers import LogOut
from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.forms import BadgeShown, ShowAsked
from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, PageTurned, TimedOut, WentBack
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.staffed import StaffState, Task, Told


class Asks(Enum):
    """What is to be typed next."""

    FIRST_PIN = "first_pin"
    SECOND_ID = "second_id"
    SECOND_PIN = "second_pin"


class Shortfall(Enum):
    """Why it did not work."""

    REFUSED = "refused"
    LOCKED = "locked"
    SAME = "same"
    """The same person twice."""
    NOT_TWO = "not_two"
    """Too long ago, or an account that is no longer in use."""


class NeedsTwo(StaffState, ABC):
    """A screen for whose act two people must prove who they are."""

    __slots__ = ()

    who: Staffer

    @abstractmethod
    def proved(self, first: Proof, second: Proof) -> duty.Next:
        """Both have shown who they are."""

    @abstractmethod
    def called_off(self) -> duty.Next:
        """They did not."""


@dataclass(frozen=True, slots=True)
class TwoPeople(StaffState):
    """Type an id or a PIN; what is typed as a PIN shows as dots."""

    behind: NeedsTwo
    asks: Asks = Asks.FIRST_PIN
    typed: str = field(default="", repr=False)
    bare: bool = False
    """Whether a PIN shows as it is typed."""
    letters: bool = True
    """False: the keys have digits only, and large ones."""
    name: str = ""
    """The second person's id."""
    badge: str = field(default="", repr=False)
    """Held up instead of an id."""
    first: Proof | None = None
    shortfall: Shortfall | None = None


@dataclass(frozen=True, slots=True)
class ProvingTwo(StaffState):
    """What was typed is judged."""

    awaited: ClassVar[bool] = True

    before: TwoPeople
    second: Proof | None = None


@dataclass(frozen=True, slots=True)
class ProveOne(Task):
    name: str
    pin: str = field(repr=False)
    badge: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RequireTwo(Task):
    first: Proof
    second: Proof


@dataclass(frozen=True, slots=True)
class OneProved(Told):
    proof: Proof


@dataclass(frozen=True, slots=True)
class NotProved(Told):
    """One for all that can be wrong."""

    locked: bool = False


@dataclass(frozen=True, slots=True)
class BothProved(Told):
    pass


@dataclass(frozen=True, slots=True)
class NotTwo(Told):
    pass


State = TwoPeople | ProvingTwo


def begin(behind: NeedsTwo) -> duty.Next:
    """Ask for both, whoever logged in and however long ago."""
    return TwoPeople(behind), ()


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case _, TimedOut():
            return duty.sign_off(LogOut.IDLE)
        case TwoPeople(behind), WentBack():
            return behind.called_off()
        case TwoPeople(), _:
            return _typing(state, event)
        case ProvingTwo(before), NotProved(locked):
            why = Shortfall.LOCKED if locked else Shortfall.REFUSED
            return _once_more(before, why), ()
        case ProvingTwo(before), NotTwo():
            return TwoPeople(before.behind, shortfall=Shortfall.NOT_TWO), ()
        case ProvingTwo(before, None), OneProved(proof):
            return _proved(before, proof)
        case ProvingTwo(before, Proof() as second), BothProved() if before.first is not None:
            return before.behind.proved(before.first, second)
        case _:
            return state, ()


def _typing(state: TwoPeople, event: object) -> duty.Next:
    match event:
        case KeyPressed() | Erased():
            typed = typed_on(state.typed, event, LONGEST_PIN)
            return replace(state, typed=typed, shortfall=None), ()
        case ShowAsked():
            return replace(state, bare=not state.bare), ()
        case PageTurned() if state.asks is not Asks.SECOND_ID:
            return replace(state, letters=not state.letters), ()
        case BadgeShown(badge) if state.asks is Asks.SECOND_ID:
            return replace(state, asks=Asks.SECOND_PIN, typed="", badge=badge, shortfall=None), ()
        case BadgeShown(badge):
            return replace(state, badge=badge, shortfall=None), ()
        case Entered():
            return _entered(state)
        case _:
            return state, ()


def _entered(state: TwoPeople) -> duty.Next:
    typed, blank = state.typed, replace(state, typed="", bare=False, shortfall=None)
    if not typed.strip():
        return blank, ()
    match state.asks:
        case Asks.FIRST_PIN:
            return ProvingTwo(blank), (ProveOne(state.behind.who.account, typed, state.badge),)
        case Asks.SECOND_ID if typed.strip().casefold() == state.behind.who.account:
            return replace(blank, shortfall=Shortfall.SAME), ()
        case Asks.SECOND_ID:
            return replace(blank, asks=Asks.SECOND_PIN, name=typed.strip()), ()
        case Asks.SECOND_PIN:
            return ProvingTwo(blank), (ProveOne(state.name, typed, state.badge),)


def _proved(before: TwoPeople, proof: Proof) -> duty.Next:
    if before.first is None:
        second = replace(before, asks=Asks.SECOND_ID, first=proof, badge="", letters=True)
        return second, ()
    if proof.account == before.first.account:
        return _once_more(before, Shortfall.SAME), ()
    return ProvingTwo(before, proof), (RequireTwo(before.first, proof),)


def _once_more(before: TwoPeople, why: Shortfall) -> TwoPeople:
    """Of the second person id and PIN: which of them was wrong nobody says."""
    if before.asks is Asks.SECOND_PIN:
        once = replace(before, asks=Asks.SECOND_ID, name="", badge="", shortfall=why)
        return replace(once, letters=True)
    return replace(before, badge="", shortfall=why)


STEPS: Mapping[type[StaffState], Step] = {TwoPeople: step, ProvingTwo: step}
