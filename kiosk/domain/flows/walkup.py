"""A visit that begins without a code, or whose reservation has no compartment yet."""

from dataclasses import dataclass, field, replace

from kiosk.domain.flows import opening
from kiosk.domain.flows.choices import (
    ChargingAsked,
    Draft,
    LowAsked,
    Neighbour,
    NothingFree,
    SizeChosen,
    SizeOffer,
    SizesFound,
)
from kiosk.domain.flows.effects import Effect, FindSizes, Reserve
from kiosk.domain.flows.inputs import (
    Entered,
    Erased,
    FinishAsked,
    Input,
    KeyPressed,
    OpenAsked,
    OrderChanged,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.keys import SHORTEST_PHONE, digits, phone_on
from kiosk.domain.flows.visit import Aim, Over, Visit
from kiosk.domain.model import Kind
from kiosk.domain.particulars import Needs


@dataclass(frozen=True, slots=True)
class ChooseAim:
    """What else can be done here: send, store, return, extend, refuse."""

    offers: frozenset[Aim]
    camera: bool = True
    letters: bool = False
    access: bool = False


@dataclass(frozen=True, slots=True)
class AskPhone:
    """Whom to tell of what is sent: a telephone number, digits and a leading plus."""

    draft: Draft
    typed: str = field(default="", repr=False)
    short: bool = False
    """It was entered, and has too few digits."""


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
Chosen = AskPhone | ChooseSize | Reserving | NoRoom
Next = tuple[Chosen | Over, tuple[Effect, ...]]


def begin(aim: Aim, *, access: bool) -> Next:
    """Send or store: no code is asked for."""
    draft = Draft(aim, needs=Needs(low=access))
    return (AskPhone(draft), ()) if aim is Aim.SEND else sizes(draft)


def place(visit: Visit) -> Next:
    """A code was proved whose reservation has no compartment, or whose return has yet to begin."""
    draft = Draft(
        _aim(visit.kind),
        needs=replace(visit.needs, low=visit.needs.low or visit.access),
        size=visit.size,
        visit=None if visit.earlier else visit,
        earlier=visit.earlier,
    )
    known = visit.size is not None or visit.needs.inside is not None
    return reserve(draft) if known else sizes(draft)


def sizes(draft: Draft) -> Next:
    return ChooseSize(draft), (FindSizes(draft),)


def reserve(draft: Draft) -> Next:
    return Reserving(draft), (Reserve(draft),)


def step(state: Chosen, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case AskPhone(), KeyPressed() | Erased() | Entered() | OrderChanged():
            return _phone(state, event)
        case Reserving(draft), NothingFree(nearest):
            return NoRoom(draft, nearest), ()
        case Reserving(), _:
            return state, ()
        case ChooseSize() | NoRoom(), _:
            return _size(state, event)
        case _, WentBack() | FinishAsked() | TimedOut():
            return opening.leave()
        case _:
            return state, ()


def _phone(state: AskPhone, event: KeyPressed | Erased | Entered | OrderChanged) -> Next:
    draft, typed = state.draft, state.typed
    match event:
        case KeyPressed() | Erased():
            return replace(state, typed=phone_on(typed, event), short=False), ()
        case Entered() if digits(typed) >= SHORTEST_PHONE:
            return sizes(replace(draft, phone=typed))
        case Entered():
            return replace(state, short=True), ()
        case OrderChanged(access=access):
            needs = replace(draft.needs, low=access)
            return replace(state, draft=replace(draft, needs=needs)), ()


def _size(state: ChooseSize | NoRoom, event: Input) -> Next:
    draft = state.draft
    match event:
        case SizesFound(offers):
            return ChooseSize(draft, offers), ()
        case NothingFree(nearest):
            return NoRoom(draft, nearest), ()
        case SizeChosen(size) if isinstance(state, ChooseSize) and _is_offered(state, size):
            return reserve(replace(draft, size=size))
        case LowAsked():
            return sizes(replace(draft, needs=replace(draft.needs, low=not draft.needs.low)))
        case ChargingAsked():
            wanted = not draft.needs.charging
            return sizes(replace(draft, needs=replace(draft.needs, charging=wanted)))
        case OpenAsked() if isinstance(state, NoRoom):
            return sizes(draft)
        case WentBack() if draft.aim is Aim.SEND and isinstance(state, ChooseSize):
            return AskPhone(draft, draft.phone), ()
        case WentBack() | FinishAsked() | TimedOut():
            return opening.leave()
        case _:
            return state, ()


def _is_offered(state: ChooseSize, size: str) -> bool:
    return any(offer.size == size for offer in state.offers or ())


def _aim(kind: Kind) -> Aim:
    match kind:
        case Kind.RETURN:
            return Aim.RETURN
        case Kind.SEND:
            return Aim.SEND
        case Kind.STORE:
            return Aim.STORE
        case Kind.DELIVERY | Kind.FIRST_MILE:
            return Aim.DROPOFF
