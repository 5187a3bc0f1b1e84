"""What an operator may ask and say about couriers; no verb here lets anybody in."""

import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from kiosk.domain.codes import local_typed
from kiosk.domain.couriers import (
    LONGEST_ID,
    Courier,
    Permission,
    PushedCode,
    Refused,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent
from kiosk.ports import Clock
from kiosk.ports_couriers import CourierStore, Enrolled
from kiosk.services.courier_codes import objection
from kiosk.services.courier_logins import CourierLogins
from kiosk.services.courier_pins import CourierPins
from kiosk.services.csv_lines import moment
from kiosk.services.desk import Asker
from kiosk.services.local import NotPossible

Answer = Mapping[str, Any]
LONGEST_REASON = 200
AHEAD = timedelta(minutes=5)
"""No later moment is called back: tokens of tomorrow would be refused and nobody knew why."""
PIN = 6
"""Digits of a PIN made here."""


class CourierDesk:
    """The verbs ``kiosk ctl courier-…``; what changes something is journalled with the uid."""

    def __init__(
        self,
        store: CourierStore,
        logins: CourierLogins,
        pins: CourierPins,
        clock: Clock,
        below: Callable[[int], int],
        issuers: tuple[str, ...],
        owner: Owner,
    ) -> None:
        self._store = store
        self._logins = logins
        self._pins = pins
        self._clock = clock
        self._below = below
        self._issuers = issuers
        self._owner = owner

    @property
    def reads(self) -> Mapping[str, Callable[..., Awaitable[Answer]]]:
        return {"couriers": self.couriers, "courier-check": self.check}

    @property
    def writes(self) -> Mapping[str, Callable[..., Awaitable[Answer]]]:
        return {
            "courier-deny": self.deny,
            "courier-allow": self.allow,
            "courier-not-before": self.not_before,
            "courier-code": self.code,
            "courier-code-drop": self.code_drop,
            "courier-enrol": self.enrol,
            "courier-unlock": self.unlock,
        }

    async def couriers(self) -> Answer:
        """Who is denied, what was called back, which codes there are, who is logged in."""
        session = self._logins.session
        who = session and {"courier": session.courier.id, "issuer": session.courier.issuer}
        people = [_shown(known, left) for known, left in await self.enrolled()]
        return {**await self._store.courier_facts(), "enrolled": people, "logged_in": who}

    async def enrolled(self) -> Sequence[tuple[Enrolled, float]]:
        """Whom this kiosk itself knows, and for how many seconds no PIN of theirs is heard."""
        known = await self._store.couriers_enrolled()
        return [(one, self._pins.locked_for(one)) for one in known]

    async def check(self, token: str) -> Answer:
        """Whether a token would be taken now, without any network; nothing is recorded."""
        try:
            found = await self._logins.judge(token.strip())
        except Refused as refused:
            return {"taken": False, "why": refused.why.value}
        return {
            "taken": True,
            "issuer": found.courier.issuer,
            "courier": found.courier.id,
            "carrier": found.carrier,
            "issued_at": found.issued_at.isoformat(),
            "expires_at": found.expires_at.isoformat(),
            "names_lockers": bool(found.lockers),
        }

    async def deny(self, asker: Asker, courier: str, reason: str) -> Answer:
        """From now on this courier is not let in, whatever is shown; a session ends."""
        _is_id(courier)
        if not reason.strip() or len(reason) > LONGEST_REASON:
            raise NotPossible("say a reason, in at most 200 signs")
        change = _change("courier.denied", asker, courier=courier)
        await self._store.deny_courier(courier, reason.strip(), change)
        return {"denied": courier}

    async def allow(self, asker: Asker, courier: str) -> Answer:
        """The courier may come again."""
        change = _change("courier.readmitted", asker, courier=courier)
        return {"allowed": await self._store.readmit_courier(courier, change)}

    async def not_before(self, asker: Asker, when: str) -> Answer:
        """All tokens issued up to then are worth nothing; it never moves back."""
        until = self._clock.now() if when == "now" else moment(when)
        if until > self._clock.now() + AHEAD:
            raise NotPossible("no token of the future can be called back")
        change = _change("courier.tokens_called_back", asker, until=until.isoformat())
        return {"not_before": (await self._store.call_tokens_back(until, change)).isoformat()}

    async def code(
        self,
        asker: Asker,
        name: str,
        courier: str,
        issuer: str | None = None,
        code: str | None = None,
        login: str = "",
        carrier: str | None = None,
        may: str = "put_in",
        expires: str | None = None,
    ) -> Answer:
        """Give a courier a code that is good offline; one made here is said this once."""
        _is_id(name)
        _is_id(courier)
        text = code or local_typed(self._below(10**8))
        until = moment(expires) if expires else None
        who = Courier(self._issuer(issuer), courier)
        pushed = PushedCode(
            name, who, text, login=login, carrier=carrier, permissions=_may(may), expires_at=until
        )
        if wrong := objection(pushed):
            raise NotPossible(f"the code cannot be taken over: {wrong}")
        change = _change("courier.code_given", asker, courier=courier, code=name)
        await self._store.add_courier_code(pushed, change)
        return {"name": name, **({} if code else {"code": text})}

    async def code_drop(self, asker: Asker, name: str) -> Answer:
        """The code is worth nothing any more."""
        change = _change("courier.code_dropped", asker, code=name)
        return {"dropped": await self._store.drop_courier_code(name, change)}

    async def enrol(
        self,
        asker: Asker,
        courier: str,
        issuer: str | None = None,
        badge: str | None = None,
        carrier: str | None = None,
    ) -> Answer:
        """Make a new PIN for a courier, said this once; with a badge, bind that, too."""
        _is_id(courier)
        pin = f"{self._below(10**PIN):0{PIN}d}"
        who = Courier(self._issuer(issuer), courier)
        done = await self._store.enrol_courier(
            who,
            _change("courier.enrolled", asker, courier=courier, badge=badge is not None),
            pin=await self._pins.hashed(pin),
            badge=badge,
            carrier=carrier,
        )
        if not done:
            raise NotPossible("this badge is somebody else's")
        return {"courier": courier, "issuer": who.issuer, "pin": pin}

    async def unlock(
        self, asker: Asker, courier: str, reason: str, issuer: str | None = None
    ) -> Answer:
        """Their PIN is heard again; the same one. Raises NotPossible."""
        if not reason.strip():
            raise NotPossible("say a reason")
        who = Courier(self._issuer(issuer), courier)
        facts = {"courier": who.id, "issuer": who.issuer, **asker.facts}
        facts = {**facts, "reason": reason.strip()[:LONGEST_REASON], "severity": "MEDIUM"}
        told = NewEvent("courier.lockout_lifted", owner=self._owner, data=facts)
        change = Change(told.name, events=(told,), facts=facts)
        if not await self._store.lift_courier_lockout(who, change):
            raise NotPossible("this courier has no PIN here")
        return {"unlocked": courier, "issuer": who.issuer}

    def _issuer(self, named: str | None) -> str:
        if named is not None:
            return named
        if len(set(self._issuers)) > 1:
            raise NotPossible(f"say which issuer: {', '.join(sorted(set(self._issuers)))}")
        return self._issuers[0] if self._issuers else "operator"


def _change(name: str, asker: Asker, **facts: str | bool) -> Change:
    return Change(name, facts={**facts, "uid": asker.uid})


def _shown(known: Enrolled, left: float) -> Answer:
    return {
        "issuer": known.courier.issuer,
        "courier": known.courier.id,
        "carrier": known.carrier,
        "pin": known.pin is not None,
        "badge": known.badge,
        "wrong_pins": known.wrong,
        "locked": "until lifted" if math.isinf(left) else round(left),
    }


def _is_id(text: str) -> None:
    if not 0 < len(text) <= LONGEST_ID or not text.isprintable() or text != text.strip():
        raise NotPossible(f"an id has 1 to {LONGEST_ID} printable signs")


def _may(written: str) -> frozenset[Permission]:
    try:
        return frozenset(Permission(one.strip()) for one in written.split(","))
    except ValueError:
        known = ", ".join(one.value for one in Permission)
        raise NotPossible(f"what a courier may is one or both of {known}") from None
