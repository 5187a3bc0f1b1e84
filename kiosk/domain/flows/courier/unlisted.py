"""A parcel without a reservation: its number, whom to tell, how large; then its door."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from kiosk.domain import codes
from kiosk.domain.flows import duty
from kiosk.domain.flows.choices import SizeChosen, SizeOffer
from kiosk.domain.flows.courier import loading
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import Delivering, Judging, Load, Scan
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.duty import Shift, Step
from kiosk.domain.flows.inputs import (
    CodeShown,
    Entered,
    Erased,
    FinishAsked,
    KeyPressed,
    PageTurned,
    WentBack,
)
from kiosk.domain.flows.keys import SHORTEST_PHONE, digits, phone_on, typed_on
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told

LONGEST_NUMBER = 40
"""Signs of a parcel's number."""


@dataclass(frozen=True, slots=True)
class NameParcel(StaffState):
    """Hold up its label, or type its number."""

    scans: ClassVar[bool] = True
    shift: Shift
    typed: str = ""
    letters: bool = False


@dataclass(frozen=True, slots=True)
class PhoneParcel(StaffState):
    """The telephone number of whom it is for."""

    shift: Shift
    ref: str
    typed: str = field(default="", repr=False)
    short: bool = False
    """It was entered, and has too few digits."""


@dataclass(frozen=True, slots=True)
class SizeParcel(StaffState):
    """How large it is; the touch opens its door."""

    shift: Shift
    ref: str
    phone: str = field(default="", repr=False)
    room: "RoomFound | None" = None
    """None while the kiosk still looks."""


@dataclass(frozen=True, slots=True)
class FindRoom(Task):
    """What is free for such a parcel, and whether one for the same person lies here."""

    shift: Shift
    ref: str
    phone: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RoomFound(Told):
    offers: tuple[SizeOffer, ...] = ()
    beside: str = ""
    """The compartment in which a parcel of the same person lies; "" for none."""


@dataclass(frozen=True, slots=True)
class ParcelKnown(Told):
    """That number has a reservation here: it is put in by that."""


@dataclass(frozen=True, slots=True)
class PutUnlisted(Task):
    """Make its reservation, and its door ready; answered like ``PutIn``."""

    shift: Shift
    ref: str
    phone: str = field(repr=False)
    size: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class BesideChosen(StaffInput):
    """Into the compartment in which a parcel of the same person lies."""


State = NameParcel | PhoneParcel | SizeParcel


def begin(state: Round) -> duty.Next:
    """The chore of the list; a label that was just scanned there is not asked for again."""
    found = courier_round.unknown(state)
    return (PhoneParcel(state.shift, found) if found else NameParcel(state.shift)), ()


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state:
        case NameParcel():
            return _name(state, event)
        case PhoneParcel():
            return _phone(state, event)
        case SizeParcel():
            return _size(state, event)


def _name(state: NameParcel, event: object) -> duty.Next:
    match event:
        case CodeShown(text) if (ref := number(text)) is not None:
            return PhoneParcel(state.shift, ref), ()
        case KeyPressed() | Erased():
            return replace(state, typed=typed_on(state.typed, event, LONGEST_NUMBER)), ()
        case PageTurned():
            return replace(state, letters=not state.letters), ()
        case Entered() if (ref := number(state.typed)) is not None:
            return PhoneParcel(state.shift, ref), ()
        case WentBack():
            return courier_round.begin(state.shift)
        case _:
            return state, ()


def number(text: str) -> str | None:
    """What a label says, where that can be a parcel's number."""
    plain = text.strip()
    token = codes.is_courier_token(text)
    good = 0 < len(plain) <= LONGEST_NUMBER and plain.isprintable() and not token
    return plain if good else None


def _phone(state: PhoneParcel, event: object) -> duty.Next:
    typed = state.typed
    match event:
        case KeyPressed() | Erased():
            return replace(state, typed=phone_on(typed, event), short=False), ()
        case Entered() if digits(typed) >= SHORTEST_PHONE:
            asked = FindRoom(state.shift, state.ref, typed)
            return SizeParcel(state.shift, state.ref, typed), (asked,)
        case Entered():
            return replace(state, short=True), ()
        case WentBack():
            return NameParcel(state.shift), ()
        case _:
            return state, ()


def _size(state: SizeParcel, event: object) -> duty.Next:
    room = state.room
    match event:
        case RoomFound():
            return replace(state, room=event), ()
        case ParcelKnown():
            load = Load(state.shift, (Scan(state.ref),), single=True)
            return Judging(load), (loading.plan(load),)
        case SizeChosen(size) if room and any(offer.size == size for offer in room.offers):
            return _ready(state, PutUnlisted(state.shift, state.ref, state.phone, size=size))
        case BesideChosen() if room and room.beside:
            beside = PutUnlisted(state.shift, state.ref, state.phone, beside=room.beside)
            return _ready(state, beside)
        case FinishAsked() if room and not (room.offers or room.beside):
            return courier_round.begin(state.shift)
        case WentBack() if room is not None:
            return PhoneParcel(state.shift, state.ref, state.phone), ()
        case _:
            return state, ()


def _ready(state: SizeParcel, task: PutUnlisted) -> duty.Next:
    scan = Scan(state.ref)
    return Delivering(Load(state.shift, (scan,), single=True), scan), (task,)


STEPS: Mapping[type[StaffState], Step] = {NameParcel: step, PhoneParcel: step, SizeParcel: step}
