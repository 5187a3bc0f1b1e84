"""From the first touch to a proved code: home, scan or type, the second datum, the refusal."""

from dataclasses import dataclass, field, replace

from kiosk.domain import codes
from kiosk.domain.flows import opening
from kiosk.domain.flows.choices import Neighbour
from kiosk.domain.flows.effects import CheckCode, Effect, EndVisit
from kiosk.domain.flows.inputs import (
    CodeRefused,
    CodeShown,
    DatumWanted,
    Entered,
    Erased,
    Explained,
    FinishAsked,
    Granted,
    Input,
    JourneyChosen,
    KeyPressed,
    OpenAsked,
    OrderChanged,
    PageTurned,
    TimedOut,
    WentBack,
)
from kiosk.domain.flows.visit import Aim, Explanation, Over, Visit


@dataclass(frozen=True, slots=True)
class Home:
    """Nobody is here, or somebody has not yet said what for."""

    left_open: tuple[str, ...] = ()
    """Doors an earlier visitor left open: whoever comes is asked to shut them."""
    camera: bool = True
    letters: bool = False
    """Whether a live code has letters, so the keypad offers them."""
    offers: frozenset[Aim] = frozenset()
    """What can be begun here beside pick-up and drop-off."""


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """Doors or memory do not work: nothing may be promised."""


@dataclass(frozen=True, slots=True)
class EnterCode:
    """Scan or type; the aim is only what the person touched, the code decides."""

    aim: Aim | None = None
    typed: str = field(default="", repr=False)
    letters: bool = False
    """Whether the letters page shows."""
    offer_letters: bool = False
    camera: bool = True


_FRESH = EnterCode()


@dataclass(frozen=True, slots=True)
class AskDatum:
    """The one neutral question: last four of the phone or order number."""

    code: codes.Code = field(repr=False)
    typed: str = field(default="", repr=False)
    letters: bool = False
    keypad: EnterCode = _FRESH


@dataclass(frozen=True, slots=True)
class Checking:
    code: codes.Code = field(repr=False)
    keypad: EnterCode = _FRESH
    """What to go back to when the code is refused."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The one refusal for everything that was not proved."""

    keypad: EnterCode = _FRESH


@dataclass(frozen=True, slots=True)
class Explaining:
    """Why a proved code opens nothing now."""

    explanation: Explanation
    visit: Visit | None = None
    """What was proved, when something else can be done with it."""
    where: str = ""
    nearest: tuple[Neighbour, ...] = ()


State = Home | OutOfOrder | EnterCode | AskDatum | Checking | Refused | Explaining
Next = tuple[State | opening.State, tuple[Effect, ...]]


def step(state: State, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Home() | OutOfOrder(), OrderChanged() as order:
            return _ordered(order), ()
        case OutOfOrder(), _:
            return state, ()
        case Home(camera=camera, letters=letters), JourneyChosen(aim):
            return EnterCode(aim, offer_letters=letters, camera=camera), ()
        case Checking(), _:
            return _answered(state, event)
        case _, CodeShown(text):
            return check(codes.parse_scanned(text), _keypad(state))
        case EnterCode(), OrderChanged(camera=camera, letters=letters):
            return replace(state, camera=camera, offer_letters=letters), ()
        case AskDatum(keypad=pad) | Refused(pad), OrderChanged(camera=camera, letters=letters):
            return replace(state, keypad=replace(pad, camera=camera, offer_letters=letters)), ()
        case EnterCode() | AskDatum(), KeyPressed() | Erased() | PageTurned() | Entered():
            return _typing(state, event)
        case Refused(keypad), OpenAsked():
            return keypad, ()
        case Home(), _:
            return state, ()
        case _, WentBack() | FinishAsked() | TimedOut():
            return Over(), (EndVisit(),)
        case _:
            return state, ()


def _ordered(order: OrderChanged) -> Home | OutOfOrder:
    if not order.usable:
        return OutOfOrder()
    return Home(order.left_open, order.camera, order.letters, order.offers)


def check(code: codes.Code, keypad: EnterCode, datum: str | None = None) -> Next:
    """Ask what the code is worth; a code of another network needs no asking."""
    match code:
        case codes.Unknown(network=str()):
            return Explaining(Explanation.OTHER_NETWORK), ()
        case _:
            return Checking(code, keypad), (CheckCode(code, datum),)


def _keypad(state: State) -> EnterCode:
    """What typing another code starts from: this screen's keys, nothing typed."""
    match state:
        case EnterCode():
            return replace(state, typed="", letters=False)
        case Checking(keypad=keypad) | AskDatum(keypad=keypad) | Refused(keypad):
            return keypad
        case Home(camera=camera, letters=letters):
            return EnterCode(offer_letters=letters, camera=camera)
        case OutOfOrder() | Explaining():
            return _FRESH


def _answered(state: Checking, event: Input) -> Next:
    match event:
        case Granted(visit):
            return opening.begin(visit)
        case DatumWanted():
            return AskDatum(state.code, keypad=state.keypad), ()
        case CodeRefused():
            return Refused(state.keypad), ()
        case Explained(explanation):
            return Explaining(explanation), ()
        case OrderChanged(camera=camera, letters=letters):
            pad = replace(state.keypad, camera=camera, offer_letters=letters)
            return replace(state, keypad=pad), ()
        case _:
            return state, ()


def _typing(state: EnterCode | AskDatum, event: Input) -> Next:
    longest = codes.LONGEST_TYPED if isinstance(state, EnterCode) else codes.DATUM
    match event:
        case KeyPressed(sign) if len(state.typed) < longest and len(sign) == 1 and sign.isalnum():
            return replace(state, typed=state.typed + sign), ()
        case Erased():
            return replace(state, typed=state.typed[:-1]), ()
        case PageTurned():
            return replace(state, letters=not state.letters), ()
        case Entered() if isinstance(state, EnterCode) and state.typed:
            return check(codes.parse_typed(state.typed), _keypad(state))
        case Entered() if isinstance(state, AskDatum) and len(state.typed) == codes.DATUM:
            return check(state.code, state.keypad, state.typed)
        case _:
            return state, ()
