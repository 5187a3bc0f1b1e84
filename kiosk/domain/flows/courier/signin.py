"""Staff say who they are: the way in from home, for couriers and for technicians."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from kiosk.domain import codes
from kiosk.domain.accounts import EnrolTicket
from kiosk.domain.flows import duty, forms
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.duty import Shift, Staffer, Step
from kiosk.domain.flows.forms import (
    AskStaff,
    BadgeShown,
    Form,
    LoggingIn,
    LogInRefused,
    LogInStopped,
)
from kiosk.domain.flows.forms import Line as Line
from kiosk.domain.flows.inputs import CodeShown, Entered, OpenAsked, TimedOut, WentBack
from kiosk.domain.flows.service import bench, challenge, enrolling
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Over


class Way(Enum):
    """A way to say who one is; what is not configured here is not offered."""

    TOKEN = "token"
    BADGE = "badge"
    CODE = "code"
    CREDENTIALS = "credentials"
    TECHNICIAN = "technician"
    ENROL = "enrol"
    """Only while the installer's code from the console is open."""
    SERVICE_CODE = "service_code"


@dataclass(frozen=True, slots=True)
class StaffAsked(StaffInput):
    """Home's way in for couriers and technicians."""


@dataclass(frozen=True, slots=True)
class WayChosen(StaffInput):
    way: Way


@dataclass(frozen=True, slots=True)
class StaffEntrance(StaffState):
    """Hold up a token or a badge, or choose another way to say who one is."""

    known: ClassVar[bool] = False
    scans: ClassVar[bool] = True
    offers: frozenset[Way] = frozenset()

    @property
    def rereads(self) -> Task | None:
        return ReadOffers()


@dataclass(frozen=True, slots=True)
class ReadOffers(Task):
    """What is offered changes while one stands here: enrolment opens and runs out."""


@dataclass(frozen=True, slots=True)
class OffersRead(Told):
    offers: frozenset[Way] = frozenset()


@dataclass(frozen=True, slots=True)
class LogInByToken(Task):
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LogInByCode(Task):
    code: str = field(repr=False)
    login: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LogInByCredentials(Task):
    login: str = field(repr=False)
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LogInByBadge(Task):
    badge: str = field(repr=False)
    pin: str = field(repr=False)
    technician: bool = False
    """A technician's, said so; else of whoever it belongs to."""


@dataclass(frozen=True, slots=True)
class LogInTechnician(Task):
    account: str = field(repr=False)
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class LoggedIn(Told):
    """A courier is in."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class ServiceBegan(Told):
    """A technician is in."""

    who: Staffer


@dataclass(frozen=True, slots=True)
class LoginWanted(Told):
    """The code is judged together with its login only."""

    code: str = field(repr=False)


def begin() -> duty.Next:
    """From home, or from a kiosk that is out of order: technicians must get in there, too."""
    return StaffEntrance(), (ReadOffers(),)


def shown(event: CodeShown) -> duty.Next:
    """A courier's token was held up, at home already."""
    return LoggingIn(), (LogInByToken(event.text),)


def badge_shown(event: BadgeShown) -> duty.Next:
    """A badge was held up: it counts with its holder's PIN only."""
    return forms.begin(Form.BADGE, (event.badge,)), ()


_WAYS: Mapping[Way, Callable[[], StaffState]] = {
    Way.CODE: lambda: forms.begin(Form.CODE),
    Way.CREDENTIALS: lambda: forms.begin(Form.CREDENTIALS),
    Way.TECHNICIAN: lambda: forms.begin(Form.TECHNICIAN),
    Way.ENROL: lambda: forms.begin(Form.INSTALLER),
    Way.SERVICE_CODE: challenge.ChooseAct,
}


def step(state: StaffState, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case LoggingIn(), _:
            return _answered(state, event)
        case _, TimedOut():
            return Over(), ()
        case StaffEntrance(), _:
            return _at_entrance(state, event)
        case AskStaff(), _:
            return _typing(state, event)
        case LogInStopped(back=back), OpenAsked():
            return (back, ()) if back else begin()
        case LogInStopped(), CodeShown(text) if codes.is_courier_token(text):
            return shown(event)
        case LogInStopped(), BadgeShown():
            return badge_shown(event)
        case LogInStopped(), WentBack():
            return begin()
        case _:
            return state, ()


def _at_entrance(state: StaffEntrance, event: object) -> duty.Next:
    match event:
        case OffersRead(offers):
            return StaffEntrance(offers), ()
        case CodeShown(text) if codes.is_courier_token(text):
            return shown(event)
        case BadgeShown():
            return badge_shown(event)
        case WayChosen(way) if way in state.offers and way in _WAYS:
            return _WAYS[way](), ()
        case WentBack():
            return Over(), ()
        case _:
            return state, ()


def _typing(state: AskStaff, event: object) -> duty.Next:
    match event:
        case WentBack():
            before = forms.back(state)
            return (before, ()) if before else begin()
        case BadgeShown(badge) if state.form is Form.TECHNICIAN:
            return forms.begin(Form.TECHNICIAN_BADGE, (badge,)), ()
        case BadgeShown(badge) if state.line is Line.NEW_BADGE:
            return _entered(state, badge)
        case Entered() if state.typed or state.line is Line.NEW_BADGE:
            return _entered(state, state.typed)
        case _:
            return forms.typing(state, event), ()


def _entered(state: AskStaff, text: str) -> duty.Next:
    following = forms.entered(state, text)
    if isinstance(following, AskStaff):
        return following, ()
    task = _task(state.form, following, state.ticket)
    return LoggingIn(forms.begin(state.form, state.said, state.ticket)), (task,)


def _task(form: Form, said: tuple[str, ...], ticket: EnrolTicket | None) -> Task:
    match form, said:
        case ((Form.CODE | Form.CODE_WITH_LOGIN), (code, *login)):
            return LogInByCode(code, *login)
        case Form.CREDENTIALS, (login, secret):
            return LogInByCredentials(login, secret)
        case Form.TECHNICIAN, (account, pin):
            return LogInTechnician(account, pin)
        case ((Form.BADGE | Form.TECHNICIAN_BADGE), (badge, pin)):
            return LogInByBadge(badge, pin, technician=form is Form.TECHNICIAN_BADGE)
        case ((Form.INSTALLER | Form.ENROL | Form.ENROL_WITH_BADGE), _):
            return enrolling.task(form, said, ticket)
        case _:
            return challenge.task(form, said)


def _answered(state: LoggingIn, event: object) -> duty.Next:
    match event:
        case LoggedIn(shift):
            return courier_round.begin(shift)
        case ServiceBegan(who):
            return bench.begin(who)
        case LoginWanted(code):
            return forms.begin(Form.CODE_WITH_LOGIN, (code,)), ()
        case LogInRefused(why, seconds):
            return LogInStopped(why, seconds, None if why in forms.USED_UP else state.back), ()
        case _:
            return enrolling.answered(state, event) or challenge.answered(state, event)


STEPS: Mapping[type[StaffState], Step] = dict.fromkeys(
    (StaffEntrance, AskStaff, LoggingIn, LogInStopped), step
)
