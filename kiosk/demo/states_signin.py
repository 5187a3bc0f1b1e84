"""Samples of how staff say who they are."""

import math
from dataclasses import replace

from kiosk.domain.accounts import Objection
from kiosk.domain.challenge import Deed, ServiceAct
from kiosk.domain.flows import forms, journey
from kiosk.domain.flows.courier import proving, signin
from kiosk.domain.flows.courier.signin import Way
from kiosk.domain.flows.duty import Shift
from kiosk.domain.flows.forms import AskStaff, Form, LogInStopped, Stop
from kiosk.domain.flows.service import challenge, enrolling

SHIFT = Shift("c-17", carrier="gls", proves=True)
NEW = ("anna7", "Anna Wiśniewska")
DEED = Deed(ServiceAct.OPEN, "12", "anna7")
_PIN = "7391-4628"


def _typed(
    form: Form, said: tuple[str, ...], typed: str, objection: Objection | None = None
) -> AskStaff:
    return replace(forms.begin(form, said), typed=typed, objection=objection)


SIGN_IN: dict[str, journey.State] = {
    "staff-entrance": signin.StaffEntrance(frozenset({Way.TOKEN, Way.CODE, Way.TECHNICIAN})),
    "staff-entrance-all": signin.StaffEntrance(frozenset(Way)),
    "staff-entrance-fresh": signin.StaffEntrance(frozenset({Way.CODE})),
    "staff-entrance-enrol": signin.StaffEntrance(frozenset({Way.CODE, Way.ENROL})),
    "logging-in": forms.LoggingIn(),
    **{f"log-in-stopped-{why.value.replace('_', '-')}": LogInStopped(why) for why in Stop},
    "log-in-stopped-locked-15": LogInStopped(Stop.LOCKED, 871.0),
    "log-in-stopped-locked-lasting": LogInStopped(Stop.LOCKED, math.inf),
    "log-in-stopped-installer": LogInStopped(back=forms.begin(Form.INSTALLER)),
    "ask-staff-code": _typed(Form.CODE, (), "473920"),
    "ask-staff-code-letters": replace(_typed(Form.CODE, (), "KX47"), letters=True),
    "ask-staff-code-login": _typed(Form.CODE_WITH_LOGIN, ("473920185",), "van7"),
    "ask-staff-login": _typed(Form.CREDENTIALS, (), "driver@gls.example"),
    "ask-staff-secret": _typed(Form.CREDENTIALS, ("driver@gls.example",), "geheim-7"),
    "ask-staff-secret-shown": replace(
        _typed(Form.CREDENTIALS, ("driver@gls.example",), "geheim-7+"), bare=True
    ),
    "ask-staff-secret-longest": replace(
        _typed(Form.CREDENTIALS, ("d" * forms.LONGEST,), "Wm" * 32), bare=True
    ),
    "ask-staff-account": _typed(Form.TECHNICIAN, (), "anna"),
    "ask-staff-pin": _typed(Form.TECHNICIAN, ("anna7",), _PIN),
    "ask-staff-badge-pin": _typed(Form.BADGE, ("04A27F11",), "7391"),
    "ask-staff-installer": _typed(Form.INSTALLER, (), "4739"),
    "ask-staff-new-account": forms.begin(Form.ENROL),
    "ask-staff-new-account-wrong": _typed(Form.ENROL, (), "a", objection=Objection.ID),
    "ask-staff-new-account-taken": _typed(Form.ENROL, (), "", objection=Objection.TAKEN),
    "ask-staff-new-name": _typed(Form.ENROL, NEW[:1], "آنّا الأحمد"),
    "ask-staff-new-name-wrong": _typed(Form.ENROL, NEW[:1], " ", objection=Objection.NAME),
    "ask-staff-new-badge": forms.begin(Form.ENROL_WITH_BADGE, NEW),
    "ask-staff-new-pin": _typed(Form.ENROL, NEW, _PIN),
    "ask-staff-new-pin-short": _typed(Form.ENROL, NEW, "", objection=Objection.LENGTH),
    "ask-staff-new-pin-easy": _typed(Form.ENROL, NEW, "", objection=Objection.EASY),
    "ask-staff-new-pin-differs": _typed(Form.ENROL, NEW, "", objection=Objection.DIFFERS),
    "ask-staff-new-pin-with-badge": forms.begin(Form.ENROL_WITH_BADGE, (*NEW, "04A27F11")),
    "ask-staff-new-pin-again": _typed(Form.ENROL, (*NEW, _PIN), _PIN),
    "ask-staff-door": _typed(Form.OPEN, (), "1"),
    "ask-staff-door-wrong": _typed(Form.OPEN, (), "", objection=Objection.NO_DOOR),
    "ask-staff-operator": _typed(Form.OPEN, ("12",), "anna7"),
    "account-ready": enrolling.AccountReady("anna7"),
    "account-ready-longest": enrolling.AccountReady("longest-id.of-32-signs-anybody12"),
    "account-ready-unlocked": enrolling.AccountReady("anna7", unlocked=True),
    "choose-act": challenge.ChooseAct(),
    "read-nonce": challenge.ReadNonce(DEED, "A1B2C3D4", "47392"),
    "read-nonce-wrong": challenge.ReadNonce(DEED, "MW8QGN0W", left=1),
    "read-nonce-clear": challenge.ReadNonce(
        Deed(ServiceAct.CLEAR, "AB-00044", "longest-id.of-32-signs-anybody12"), "MW8QGN0W", left=1
    ),
    "read-nonce-unlock": challenge.ReadNonce(Deed(ServiceAct.UNLOCK, "", "anna7"), "A1B2C3D4"),
    "ask-courier-pin": proving.AskCourierPin(SHIFT, "7391"),
    "ask-courier-pin-judging": proving.AskCourierPin(SHIFT, "739146", judging=True),
    "ask-courier-pin-wrong": proving.AskCourierPin(SHIFT, wrong=Stop.REFUSED),
    "ask-courier-pin-locked": proving.AskCourierPin(SHIFT, wrong=Stop.LOCKED, seconds=871.0),
    "ask-courier-pin-lasting": proving.AskCourierPin(SHIFT, wrong=Stop.LOCKED, seconds=math.inf),
    "ask-courier-pin-failed": proving.AskCourierPin(SHIFT, wrong=Stop.FAILED),
}
