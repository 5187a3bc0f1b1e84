"""An account of a technician comes to be: with the installer's code, at the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from kiosk.domain.accounts import EnrolTicket, Objection
from kiosk.domain.flows import duty, forms
from kiosk.domain.flows.duty import Step
from kiosk.domain.flows.forms import Form, LoggingIn, LogInStopped, Stop
from kiosk.domain.flows.inputs import OpenAsked, TimedOut, WentBack
from kiosk.domain.flows.staffed import StaffState, Task, Told
from kiosk.domain.flows.visit import Over


@dataclass(frozen=True, slots=True)
class AccountReady(StaffState):
    """The account is made, or is heard again: log in with it."""

    known: ClassVar[bool] = False
    account: str
    unlocked: bool = False
    """Its lock-out was lifted by the back office's answer."""


@dataclass(frozen=True, slots=True)
class BeginEnrolment(Task):
    """Whether this is the installer's code; it is used up by that."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EnrolmentBegun(Told):
    """It is, and one account may be made."""

    ticket: EnrolTicket = field(repr=False)
    badges: bool = False
    """Whether there is a reader of badges."""


@dataclass(frozen=True, slots=True)
class Enrol(Task):
    """Make the account."""

    ticket: EnrolTicket | None = field(repr=False)
    account: str
    name: str = field(repr=False)
    pin: str = field(repr=False)
    badge: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Enrolled(Told):
    account: str


@dataclass(frozen=True, slots=True)
class EnrolObjected(Told):
    """The account cannot be made so; the right to make one stays, but for its time."""

    why: Objection


def task(form: Form, said: tuple[str, ...], ticket: EnrolTicket | None) -> Task:
    """What the lines of an enrolment come to."""
    if form is Form.INSTALLER:
        return BeginEnrolment(said[0])
    badge = said[2] or None if form is Form.ENROL_WITH_BADGE else None
    return Enrol(ticket, said[0], said[1], said[-1], badge)


def answered(state: LoggingIn, event: object) -> duty.Next | None:
    """What follows an answer about enrolment; None where it is about something else."""
    match event:
        case EnrolmentBegun(ticket, badges):
            form = Form.ENROL_WITH_BADGE if badges else Form.ENROL
            return forms.begin(form, ticket=ticket), ()
        case Enrolled(account):
            return AccountReady(account), ()
        case EnrolObjected(Objection.OVER):
            return LogInStopped(Stop.NO_ENROLMENT), ()
        case EnrolObjected(why) if state.back is not None:
            return forms.again(state.back, why), ()
        case _:
            return None


def step(state: AccountReady, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case OpenAsked():
            return forms.begin(Form.TECHNICIAN), ()
        case TimedOut() | WentBack():
            return Over(), ()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {AccountReady: step}
