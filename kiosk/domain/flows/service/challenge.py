"""One act of service by the back office's answer: the kiosk shows a nonce and hears digits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from kiosk.domain.accounts import Objection
from kiosk.domain.challenge import DIGITS, Deed, ServiceAct
from kiosk.domain.flows import duty, forms
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.forms import Form, LoggingIn, LogInRefused, LogInStopped, Stop
from kiosk.domain.flows.inputs import Entered, Erased, KeyPressed, TimedOut, WentBack
from kiosk.domain.flows.keys import typed_on
from kiosk.domain.flows.service import doors
from kiosk.domain.flows.service.enrolling import AccountReady
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.flows.visit import Over
from kiosk.domain.one_time import TRIES

GAPS = DIGITS + 4
"""The longest answer that can be typed: its digits, and the gaps with which it is read out."""
CALLS = 300.0
"""Seconds for the call to the back office before the kiosk asks whether anybody is there."""
FORMS: Mapping[ServiceAct, Form] = {
    ServiceAct.OPEN: Form.OPEN,
    ServiceAct.CLEAR: Form.CLEAR,
    ServiceAct.UNLOCK: Form.UNLOCK,
}
ACTS = {form: act for act, form in FORMS.items()}


@dataclass(frozen=True, slots=True)
class ChooseAct(StaffState):
    """What the back office is asked for."""

    known: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class ActChosen(StaffInput):
    act: ServiceAct


@dataclass(frozen=True, slots=True)
class ReadNonce(StaffState):
    """The nonce to be read out, and the answer that is typed."""

    known: ClassVar[bool] = False
    deed: Deed
    nonce: str
    typed: str = field(default="", repr=False)
    left: int = TRIES
    judging: bool = False
    """An answer is being judged."""


@dataclass(frozen=True, slots=True)
class AskNonce(Task):
    act: ServiceAct
    door: str
    operator: str


@dataclass(frozen=True, slots=True)
class NonceMade(Told):
    deed: Deed
    nonce: str


@dataclass(frozen=True, slots=True)
class NonceObjected(Told):
    """This cannot be asked for."""

    why: Objection


@dataclass(frozen=True, slots=True)
class AnswerNonce(Task):
    deed: Deed
    answer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AnswerJudged(Told):
    right: bool


def task(form: Form, said: tuple[str, ...]) -> Task:
    """What the lines of a request come to."""
    return AskNonce(ACTS[form], said[0] if len(said) > 1 else "", said[-1])


def answered(state: LoggingIn, event: object) -> duty.Next:
    """What follows an answer about a request; every other changes nothing."""
    match event:
        case NonceMade(deed, nonce):
            return ReadNonce(deed, nonce), ()
        case NonceObjected(why) if state.back is not None:
            return forms.again(state.back, why), ()
        case _:
            return state, ()


def allowed(deed: Deed) -> duty.Next:
    """The act, and nothing beside it."""
    if deed.act is ServiceAct.UNLOCK:
        return AccountReady(deed.operator, unlocked=True), ()
    return doors.begin_one(Staffer(deed.operator, offline_act=deed.act), deed.door)


def step(state: ChooseAct | ReadNonce, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case ReadNonce(deed=deed), AnswerJudged(right=True):
            return allowed(deed)
        case ReadNonce(judging=True, left=left), AnswerJudged():
            if left <= 1:
                return LogInStopped(Stop.NO_ANSWER), ()
            return replace(state, typed="", judging=False, left=left - 1), ()
        case ReadNonce(), LogInRefused(why):
            return LogInStopped(why), ()
        case _, TimedOut() | WentBack():
            return Over(), ()
        case ChooseAct(), ActChosen(act):
            return forms.begin(FORMS[act]), ()
        case ReadNonce(judging=False), KeyPressed() | Erased():
            return replace(state, typed=typed_on(state.typed, event, GAPS)), ()
        case ReadNonce(judging=False, deed=deed, typed=typed), Entered() if typed:
            return replace(state, judging=True), (AnswerNonce(deed, typed),)
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {ChooseAct: step, ReadNonce: step}
