"""From the first touch to a proved code: home, scan or type, the second datum, the refusal."""

from dataclasses import dataclass, field, replace

from kiosk.domain import codes, settling
from kiosk.domain.flows import keeping, opening, proved, walkup
from kiosk.domain.flows.choices import ExtendAsked, HereAsked, MoreAsked, Neighbour
from kiosk.domain.flows.effects import CheckCode, Effect
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
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.visit import Aim, Explanation, Outcome, Visit


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
    access: bool = False
    closed: bool = False
    """Nothing is taken in; what lies inside goes out."""


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


State = (
    Home | OutOfOrder | walkup.ChooseAim | EnterCode | AskDatum | Checking | Refused | Explaining
)
Begins = Home | walkup.ChooseAim
Next = tuple[State | proved.State, tuple[Effect, ...]]


def step(state: State, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Home() | OutOfOrder(), OrderChanged() as order:
            return _ordered(order), ()
        case OutOfOrder(), _:
            return state, ()
        case Home() | walkup.ChooseAim(), JourneyChosen(aim):
            return _chosen(state, aim)
        case Home(offers=offers), MoreAsked() if offers:
            return walkup.ChooseAim(offers, state.camera, state.letters, state.access), ()
        case walkup.ChooseAim(), OrderChanged() as order:
            return _offered(order), ()
        case Checking(), _:
            return _answered(state, event)
        case Explaining(visit=Visit() as visit), ExtendAsked() if visit.extension is not None:
            return keeping.AskExtend(visit), ()
        case Explaining(visit=Visit() as visit), HereAsked() if visit.rules.arrivals:
            return opening.conclude(visit, Outcome.ANNOUNCED, settling.here(visit))
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
            return opening.leave()
        case _:
            return state, ()


def granted(visit: Visit) -> Next:
    """A right was proved; what it was to be used for may not be possible."""
    match visit:
        case Visit(aim=Aim.EXTEND, extension=None):
            return Explaining(Explanation.NO_EXTENSION), ()
        case Visit(aim=Aim.REFUSE) if not visit.rules.abandons:
            return Explaining(Explanation.NO_REFUSAL), ()
        case _:
            return proved.begin(visit)


def reserved(visit: Visit) -> Next:
    """A compartment was set aside; without one there is nothing to open."""
    return proved.begin(visit) if visit.placed else (Explaining(Explanation.ASK_STAFF), ())


def explained(answer: Explained) -> Explaining:
    return Explaining(answer.explanation, answer.visit, answer.where)


def _chosen(state: Begins, aim: Aim) -> Next:
    match aim:
        case Aim.DROPOFF if isinstance(state, Home) and state.closed:
            return state, ()
        case Aim.PICKUP | Aim.DROPOFF:
            return EnterCode(aim, offer_letters=state.letters, camera=state.camera), ()
        case _ if aim not in state.offers:
            return state, ()
        case Aim.SEND | Aim.STORE:
            return walkup.begin(aim, access=state.access)
        case Aim.RETURN | Aim.EXTEND | Aim.REFUSE:
            return EnterCode(aim, offer_letters=state.letters, camera=state.camera), ()


def _offered(order: OrderChanged) -> Begins:
    if not order.offers:
        return _at_home(order)
    return walkup.ChooseAim(order.offers, order.camera, order.letters, order.access)


def _ordered(order: OrderChanged) -> Home | OutOfOrder:
    if not order.usable:
        return OutOfOrder()
    return _at_home(order)


def _at_home(order: OrderChanged) -> Home:
    return Home(
        order.left_open, order.camera, order.letters, order.offers, order.access, order.closed
    )


def check(code: codes.Code, keypad: EnterCode, datum: str | None = None) -> Next:
    """Ask what the code is worth; a code of another network needs no asking."""
    match code:
        case codes.Unknown(network=str()):
            return Explaining(Explanation.OTHER_NETWORK), ()
        case _:
            return Checking(code, keypad), (CheckCode(code, datum, keypad.aim),)


def _keypad(state: State) -> EnterCode:
    """What typing another code starts from: this screen's keys, nothing typed."""
    match state:
        case EnterCode():
            return replace(state, typed="", letters=False)
        case Checking(keypad=keypad) | AskDatum(keypad=keypad) | Refused(keypad):
            return keypad
        case Home(camera=camera, letters=letters) | walkup.ChooseAim(_, camera, letters):
            return EnterCode(offer_letters=letters, camera=camera)
        case OutOfOrder() | Explaining():
            return _FRESH


def _answered(state: Checking, event: Input) -> Next:
    match event:
        case Granted(visit):
            return granted(visit)
        case DatumWanted():
            return AskDatum(state.code, keypad=state.keypad), ()
        case CodeRefused():
            return Refused(state.keypad), ()
        case Explained():
            return explained(event), ()
        case OrderChanged(camera=camera, letters=letters):
            pad = replace(state.keypad, camera=camera, offer_letters=letters)
            return replace(state, keypad=pad), ()
        case _:
            return state, ()


def _typing(state: EnterCode | AskDatum, event: Input) -> Next:
    longest = codes.LONGEST_TYPED if isinstance(state, EnterCode) else codes.LONGEST_DATUM
    match event:
        case KeyPressed() | Erased():
            return replace(state, typed=typed_on(state.typed, event, longest, str.isalnum)), ()
        case PageTurned():
            return replace(state, letters=not state.letters), ()
        case Entered() if isinstance(state, EnterCode) and state.typed:
            return check(codes.parse_typed(state.typed), _keypad(state))
        case Entered() if isinstance(state, AskDatum) and (datum := codes.last_four(state.typed)):
            return check(state.code, state.keypad, datum)
        case _:
            return state, ()
