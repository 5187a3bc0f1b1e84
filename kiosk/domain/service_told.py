"""What is recorded and told of service accounts: ids only, never a name, a PIN or a badge. Pure."""

from collections.abc import Mapping

from kiosk.domain.accounts import AccountId, Role, ServiceSession, SessionEnding
from kiosk.domain.acts import By
from kiosk.domain.challenge import Deed
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent

Fact = str | int | bool | None


def enrolment_opened(owner: Owner, uid: int, role: Role) -> Change:
    facts: dict[str, Fact] = {"uid": uid, "role": role.value, "severity": "MEDIUM"}
    return _change(NewEvent("service.enrolment_opened", owner=owner, data=facts))


def enrolment_begun(owner: Owner, role: Role) -> Change:
    facts: dict[str, Fact] = {"role": role.value}
    return _change(NewEvent("service.enrolment_begun", owner=owner, data=facts))


def enrolment_refused(owner: Owner, left: int) -> Change:
    facts: dict[str, Fact] = {"left": left, "severity": "MEDIUM"}
    return _change(NewEvent("service.enrolment_refused", owner=owner, data=facts))


def enrolled(owner: Owner, account: AccountId, role: Role, *, badge: bool) -> Change:
    facts: dict[str, Fact] = {
        "account": account,
        "role": role.value,
        "badge": badge,
        "severity": "MEDIUM",
    }
    return _change(NewEvent("service.enrolled", owner=owner, data=facts))


def logged_in(owner: Owner, session: ServiceSession) -> Change:
    facts: dict[str, Fact] = {
        "account": session.account,
        "role": session.role.value,
        "session": session.id,
    }
    return _change(NewEvent("service.login", owner=owner, data=facts))


def proved(owner: Owner, account: AccountId) -> Change:
    """A second person, beside whose session it is, or for one act."""
    return _change(NewEvent("service.proved", owner=owner, data={"account": account}))


def login_refused(
    owner: Owner, account: AccountId | None, why: str, *, locked: bool, unsummed: int = 0
) -> Change:
    """What was typed as an id is told only where it is one: it may be somebody's PIN."""
    facts: dict[str, Fact] = {"account": account, "reason": why}
    told = [NewEvent("service.login_refused", owner=owner, data=facts)]
    if locked:
        severe: dict[str, Fact] = {"account": account, "severity": "HIGH"}
        told.append(NewEvent("service.locked_out", owner=owner, data=severe))
    if unsummed:
        told.append(NewEvent("service.login_refused_sum", owner=owner, data={"count": unsummed}))
    facts = facts | ({"locked": True} if locked else {})
    facts = facts | ({"not_told": unsummed} if unsummed else {})
    return Change("service.login_refused", events=tuple(told), facts=facts)


def logged_out(owner: Owner, session: ServiceSession, how: SessionEnding) -> Change:
    facts: dict[str, Fact] = {
        "account": session.account,
        "session": session.id,
        "reason": how.value,
    }
    return _change(NewEvent("service.logout", owner=owner, data=facts))


def lockout_lifted(owner: Owner, account: AccountId, by: Mapping[str, Fact]) -> Change:
    facts: dict[str, Fact] = {"account": account, **by, "severity": "MEDIUM"}
    return _change(NewEvent("service.lockout_lifted", owner=owner, data=facts))


def disabled(owner: Owner, account: AccountId, by: Mapping[str, Fact]) -> Change:
    facts: dict[str, Fact] = {"account": account, **by, "severity": "MEDIUM"}
    return _change(NewEvent("service.disabled", owner=owner, data=facts))


def code_asked(owner: Owner, wish: Deed | None, unsummed: int = 0) -> Change:
    """None: by somebody who has no account here. ``unsummed``: so many before were not told."""
    facts = {**_of(wish), **_sum(unsummed)}
    return _change(NewEvent("service.code_asked", owner=owner, data=facts))


def code_used(owner: Owner, wish: Deed) -> Change:
    facts = {**_of(wish), "severity": "MEDIUM"}
    return _change(NewEvent("service.code_used", owner=owner, data=facts))


def code_refused(owner: Owner, wish: Deed | None, left: int, unsummed: int = 0) -> Change:
    facts = {**_of(wish), **_sum(unsummed), "left": left, "severity": "MEDIUM"}
    return _change(NewEvent("service.code_refused", owner=owner, data=facts))


def _sum(unsummed: int) -> dict[str, Fact]:
    return {"not_told": unsummed} if unsummed else {}


def _of(wish: Deed | None) -> dict[str, Fact]:
    if wish is None:
        return {"operator": None}
    return {"act": wish.act.value, "door": wish.door or None, "operator": wish.operator}


def _change(told: NewEvent) -> Change:
    by: dict[str, Fact] = {} if "uid" in told.data else {"actor": By.TECHNICIAN.value}
    return Change(told.name, events=(told,), facts={**told.data, **by})
