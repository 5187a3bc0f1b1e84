"""A visit that begins without a code, or whose reservation has no compartment yet."""

from dataclasses import dataclass, field

from kiosk.domain.flows.choices import Draft, Neighbour, SizeOffer
from kiosk.domain.flows.visit import Aim


@dataclass(frozen=True, slots=True)
class ChooseAim:
    """What else can be done here: send, store, return, extend, refuse."""

    offers: frozenset[Aim]
    camera: bool = True
    letters: bool = False


@dataclass(frozen=True, slots=True)
class AskPhone:
    """Whom to tell of what is sent: a telephone number, digits and a leading plus."""

    draft: Draft
    typed: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ChooseSize:
    """Which size; None while the kiosk still looks what is free."""

    draft: Draft
    offers: tuple[SizeOffer, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reserving:
    """A compartment is being set aside."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class NoRoom:
    """Nothing that would do is free; other lockers may have room."""

    draft: Draft
    nearest: tuple[Neighbour, ...] = ()


State = ChooseAim | AskPhone | ChooseSize | Reserving | NoRoom
