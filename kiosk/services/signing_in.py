"""Does what the screens ask for by which couriers and technicians get in."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.domain.accounts import Role, ServiceSession
from kiosk.domain.couriers import CourierSession, Permission, Refusal, Refused
from kiosk.domain.flows.courier.proving import PinHeard, PinProved, ProvePin, ReadPinLock
from kiosk.domain.flows.courier.signin import (
    LoggedIn,
    LogInByBadge,
    LogInByCode,
    LogInByCredentials,
    LogInByToken,
    LogInTechnician,
    LoginWanted,
    OffersRead,
    ReadOffers,
    ServiceBegan,
    Way,
)
from kiosk.domain.flows.duty import Shift, Staffer
from kiosk.domain.flows.forms import LogInRefused, Stop
from kiosk.domain.flows.inputs import Explained
from kiosk.domain.flows.staffed import StaffInput, Task
from kiosk.domain.flows.visit import Explanation
from kiosk.ports_accounts import AccountStore
from kiosk.ports_couriers import CourierStore
from kiosk.services.courier_logins import CourierLogins
from kiosk.services.enrolment import Enrolment
from kiosk.services.local import NotPossible
from kiosk.services.service_codes import ServiceCodes
from kiosk.services.tasks import Handler
from kiosk.services.technicians import Refusal as NotHeard
from kiosk.services.technicians import Technicians

FAILED = LogInRefused(Stop.FAILED)
_STOPS = {
    Refusal.LOCKED: Stop.LOCKED,
    Refusal.UNREACHABLE: Stop.UNREACHABLE,
    Refusal.BUSY: Stop.BUSY,
}


class Remembers(AccountStore, CourierStore, Protocol):
    """The store as whoever logs people in needs it."""


@dataclass(frozen=True, slots=True)
class Configured:
    """What the operator set up of the ways in."""

    tokens: bool = False
    credentials: bool = False
    badges: bool = False


class SigningIn:
    """Whoever is refused hears one sentence, whatever was wrong; nothing typed is kept."""

    def __init__(
        self,
        couriers: CourierLogins,
        technicians: Technicians,
        enrolment: Enrolment,
        codes: ServiceCodes,
        store: Remembers,
        configured: Configured,
    ) -> None:
        self._couriers = couriers
        self._technicians = technicians
        self._enrolment = enrolment
        self._codes = codes
        self._store = store
        self._configured = configured

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadOffers: Handler(self._offers, OffersRead()),
            LogInByToken: Handler(self._by_token, FAILED),
            LogInByCode: Handler(self._by_code, FAILED),
            LogInByCredentials: Handler(self._by_credentials, FAILED),
            LogInByBadge: Handler(self._by_badge, FAILED),
            LogInTechnician: Handler(self._technician, FAILED),
            ReadPinLock: Handler(self._pin_lock, PinHeard()),
            ProvePin: Handler(self._prove, FAILED),
        }

    async def _offers(self, _task: ReadOffers) -> StaffInput:
        """What is not there is not offered: no screen leads anywhere that nobody gets in."""
        configured = self._configured
        listed = await self._store.accounts()
        offered = {
            Way.TOKEN: configured.tokens,
            Way.BADGE: configured.badges,
            Way.CODE: True,
            Way.CREDENTIALS: configured.credentials,
            Way.TECHNICIAN: any(one.account.disabled_at is None for one in listed),
            Way.ENROL: self._enrolment.offered,
            Way.SERVICE_CODE: self._codes.offered,
        }
        return OffersRead(frozenset(way for way, there in offered.items() if there))

    async def _by_token(self, task: LogInByToken) -> Any:
        if not self._configured.tokens:
            return Explained(Explanation.COURIER_CODE)
        return await self._entered(self._couriers.by_token(task.token))

    async def _by_code(self, task: LogInByCode) -> StaffInput:
        return await self._entered(
            self._couriers.by_code(task.code, task.login), lambda: LoginWanted(task.code)
        )

    async def _by_credentials(self, task: LogInByCredentials) -> StaffInput:
        return await self._entered(self._couriers.by_credentials(task.login, task.secret))

    async def _by_badge(self, task: LogInByBadge) -> StaffInput:
        if not task.technician and await self._store.badge_holder(task.badge):
            return await self._entered(self._couriers.by_badge(task.badge, task.pin))
        return await self._began(task.pin, badge=task.badge)

    async def _technician(self, task: LogInTechnician) -> StaffInput:
        return await self._began(task.pin, name=task.account)

    async def _prove(self, task: ProvePin) -> StaffInput:
        try:
            session = await self._couriers.prove(task.pin)
        except Refused as refused:
            return _refused(refused)
        return PinProved(session.permissions)

    async def _pin_lock(self, _task: ReadPinLock) -> StaffInput:
        left = await self._couriers.pin_locked_for()
        return LogInRefused(Stop.LOCKED, left) if left else PinHeard()

    async def _entered(
        self,
        login: Awaitable[CourierSession],
        login_needed: Callable[[], StaffInput] = lambda: LogInRefused(),
    ) -> StaffInput:
        try:
            return LoggedIn(shift(await login))
        except Refused as refused:
            if refused.why is Refusal.LOGIN_NEEDED:
                return login_needed()
            return _refused(refused)

    async def _began(
        self, pin: str, *, name: str | None = None, badge: str | None = None
    ) -> StaffInput:
        try:
            answer = await self._technicians.login(pin, name=name, badge=badge)
        except NotPossible:
            return LogInRefused(Stop.BUSY)
        if isinstance(answer, NotHeard):
            return LogInRefused(
                Stop.LOCKED if answer.locked_for else Stop.REFUSED, answer.locked_for
            )
        return ServiceBegan(staffer(answer))


def shift(session: CourierSession) -> Shift:
    """What the screens know of a courier's session."""
    takes = Permission.TAKE_OUT
    return Shift(
        session.courier.id,
        session.carrier,
        vehicle=session.metadata.get("vehicle", ""),
        depot=session.metadata.get("depot", ""),
        may=session.permissions,
        proves=takes in session.limits and takes not in session.permissions,
    )


def staffer(session: ServiceSession) -> Staffer:
    """What the screens know of a technician's visit."""
    return Staffer(session.account, supervisor=session.role is Role.SUPERVISOR)


def _refused(refused: Refused) -> LogInRefused:
    return LogInRefused(_STOPS.get(refused.why, Stop.REFUSED), refused.seconds)
