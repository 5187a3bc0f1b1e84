"""What staff type to get in: one line after another; nothing of it outlives its screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import ClassVar

from kiosk.domain import accounts, challenge
from kiosk.domain.accounts import EnrolTicket, Objection
from kiosk.domain.flows.inputs import Erased, KeyPressed, PageTurned
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.staffed import StaffInput, StaffState, Told


class Line(Enum):
    """What one line is for."""

    CODE = "code"
    LOGIN = "login"
    SECRET = "secret"
    ACCOUNT = "account"
    BADGE = "badge"
    """Held up, never typed."""
    PIN = "pin"
    INSTALLER_CODE = "installer_code"
    NEW_ACCOUNT = "new_account"
    NEW_NAME = "new_name"
    NEW_BADGE = "new_badge"
    """Held up, or passed over."""
    NEW_PIN = "new_pin"
    NEW_PIN_AGAIN = "new_pin_again"
    DOOR = "door"
    OPERATOR = "operator"


class Form(Enum):
    """What is asked for, line by line."""

    CODE = "code"
    CODE_WITH_LOGIN = "code_with_login"
    CREDENTIALS = "credentials"
    TECHNICIAN = "technician"
    BADGE = "badge"
    """Of whoever it belongs to."""
    TECHNICIAN_BADGE = "technician_badge"
    INSTALLER = "installer"
    ENROL = "enrol"
    ENROL_WITH_BADGE = "enrol_with_badge"
    OPEN = "open"
    CLEAR = "clear"
    UNLOCK = "unlock"


_ENROL = (Line.NEW_ACCOUNT, Line.NEW_NAME, Line.NEW_PIN, Line.NEW_PIN_AGAIN)
LINES: Mapping[Form, tuple[Line, ...]] = {
    Form.CODE: (Line.CODE,),
    Form.CODE_WITH_LOGIN: (Line.CODE, Line.LOGIN),
    Form.CREDENTIALS: (Line.LOGIN, Line.SECRET),
    Form.TECHNICIAN: (Line.ACCOUNT, Line.PIN),
    Form.BADGE: (Line.BADGE, Line.PIN),
    Form.TECHNICIAN_BADGE: (Line.BADGE, Line.PIN),
    Form.INSTALLER: (Line.INSTALLER_CODE,),
    Form.ENROL: _ENROL,
    Form.ENROL_WITH_BADGE: (*_ENROL[:2], Line.NEW_BADGE, *_ENROL[2:]),
    Form.OPEN: (Line.DOOR, Line.OPERATOR),
    Form.CLEAR: (Line.DOOR, Line.OPERATOR),
    Form.UNLOCK: (Line.OPERATOR,),
}
DIGITS = frozenset({Line.CODE, Line.INSTALLER_CODE})
"""Typed on the digits first, which are the largest keys; letters are one touch away."""
TURNS = frozenset({Line.CODE, Line.PIN, Line.NEW_PIN, Line.NEW_PIN_AGAIN})
"""Between the digits and the text keyboard."""
SECRET = frozenset({Line.SECRET, Line.PIN, Line.NEW_PIN, Line.NEW_PIN_AGAIN})
HELD_UP = frozenset({Line.BADGE, Line.NEW_BADGE})
LONGEST = 64
"""Signs of any line."""
_LONGEST = {
    Line.INSTALLER_CODE: 12,
    Line.ACCOUNT: 32,
    Line.NEW_ACCOUNT: 32,
    Line.OPERATOR: 32,
    Line.NEW_NAME: accounts.LONGEST_NAME,
    Line.DOOR: challenge.LONGEST_DOOR,
}


@dataclass(frozen=True, slots=True)
class AskStaff(StaffState):
    """One line of a form is typed; the lines before it wait in ``said``."""

    known: ClassVar[bool] = False
    form: Form
    said: tuple[str, ...] = field(default=(), repr=False)
    typed: str = field(default="", repr=False)
    letters: bool = True
    """Whether the text keyboard shows, and not the large digits."""
    bare: bool = False
    """Whether a secret shows as it is typed."""
    objection: Objection | None = None
    """Why the last line that was entered cannot be taken."""
    ticket: EnrolTicket | None = field(default=None, repr=False)
    """The right to make one account, once the installer's code was right."""

    @property
    def line(self) -> Line:
        return LINES[self.form][len(self.said)]

    @property
    def badge(self) -> bool:
        """Whether a badge was held up in this form."""
        held = zip(LINES[self.form], self.said, strict=False)
        return any(text for line, text in held if line in HELD_UP)


@dataclass(frozen=True, slots=True)
class BadgeShown(StaffInput):
    """A badge was held to the reader."""

    badge: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShowAsked(StaffInput):
    """Between dots and what they stand for."""


class Stop(Enum):
    """Why somebody does not get in; one for all that can be wrong with what was shown."""

    REFUSED = "refused"
    LOCKED = "locked"
    UNREACHABLE = "unreachable"
    """Who would know did not answer."""
    BUSY = "busy"
    """The visit before is just ending."""
    FAILED = "failed"
    """The kiosk itself broke down over it."""
    NO_ENROLMENT = "no_enrolment"
    """The installer's code was none, or its time or tries are used up."""
    NO_ANSWER = "no_answer"
    """The answer from the back office was wrong too often, or too late."""
    TOO_LONG = "too_long"
    """Nothing was wrong: the session had lasted as long as one may."""


USED_UP = frozenset({Stop.NO_ENROLMENT, Stop.NO_ANSWER})
"""Nothing of it can be typed once more."""


@dataclass(frozen=True, slots=True)
class LoggingIn(StaffState):
    """What was shown or typed is being judged."""

    known: ClassVar[bool] = False
    awaited: ClassVar[bool] = True
    back: AskStaff | None = None
    """Where a refusal leads; None: to the entrance."""


@dataclass(frozen=True, slots=True)
class LogInStopped(StaffState):
    """The one refusal, and what one can do."""

    known: ClassVar[bool] = False
    scans: ClassVar[bool] = True
    why: Stop = Stop.REFUSED
    seconds: float = 0.0
    """Of a lock-out; infinite: until somebody lifts it; 0: not known."""
    back: AskStaff | None = None


@dataclass(frozen=True, slots=True)
class LogInRefused(Told):
    """Nobody is let in."""

    why: Stop = Stop.REFUSED
    seconds: float = 0.0


def begin(form: Form, said: tuple[str, ...] = (), ticket: EnrolTicket | None = None) -> AskStaff:
    """The next line of a form, nothing typed in it."""
    line = LINES[form][len(said)]
    digits = line in DIGITS or (line is Line.PIN and form is Form.BADGE)
    return AskStaff(form, said, letters=not digits, ticket=ticket)


def typing(state: AskStaff, event: object) -> AskStaff:
    """What a key does; keys that mean nothing here change nothing."""
    match event:
        case KeyPressed() | Erased() if state.line not in HELD_UP:
            longest = _LONGEST.get(state.line, LONGEST)
            typed = typed_on(state.typed, event, longest)
            return replace(state, typed=typed, objection=None)
        case PageTurned() if state.line in TURNS:
            return replace(state, letters=not state.letters)
        case ShowAsked() if state.line in SECRET:
            return replace(state, bare=not state.bare)
        case _:
            return state


def back(state: AskStaff) -> AskStaff | None:
    """The line before; None where there is none that was typed."""
    if not state.said or LINES[state.form][len(state.said) - 1] is Line.BADGE:
        return None
    return begin(state.form, state.said[:-1], state.ticket)


def entered(state: AskStaff, text: str) -> AskStaff | tuple[str, ...]:
    """The next line, this one with an objection, or all that was said where it was the last."""
    if why := _objection(state, text):
        if why is Objection.DIFFERS:
            return replace(begin(state.form, state.said[:-1], state.ticket), objection=why)
        return replace(state, typed="" if state.line in SECRET else state.typed, objection=why)
    said = (*state.said, text)
    if len(said) < len(LINES[state.form]):
        return begin(state.form, said, state.ticket)
    return said


def _objection(state: AskStaff, text: str) -> Objection | None:
    match state.line:
        case Line.NEW_ACCOUNT | Line.OPERATOR:
            return None if accounts.is_id(accounts.login_id(text)) else Objection.ID
        case Line.NEW_NAME:
            return None if accounts.plain_name(text.strip()) else Objection.NAME
        case Line.NEW_PIN:
            account, pin = accounts.login_id(state.said[0]), accounts.plain_pin(text)
            return accounts.objection(pin, account, badge=state.badge)
        case Line.NEW_PIN_AGAIN:
            return None if text == state.said[-1] else Objection.DIFFERS
        case _:
            return None


def again(state: AskStaff, why: Objection) -> AskStaff:
    """All lines of a form once more, with why they cannot be taken."""
    return replace(begin(state.form, ticket=state.ticket), objection=why)
