"""Lets couriers in: by token, credentials, code or badge; one at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from kiosk.domain.couriers import (
    Courier,
    CourierSession,
    LoginWay,
    LogOut,
    Permission,
    Refusal,
    Refused,
    TokenFacts,
    TokenRules,
    judged,
)
from kiosk.domain.errors import CloudError
from kiosk.domain.model import ReservationId
from kiosk.domain.trust import ClockState
from kiosk.ports import Clock, Cloud
from kiosk.ports_couriers import AdmitsCouriers, CourierStore, Credentials, Tokens
from kiosk.services.courier_codes import CourierCodes
from kiosk.services.courier_pins import CourierPins
from kiosk.services.courier_records import CourierRecords
from kiosk.services.courier_sessions import CourierSessions

log = logging.getLogger(__name__)

LONGEST_TYPED = 128
"""Signs of a login or a secret."""
EXTERNAL = "external"
"""Who vouches for couriers that the partner knows."""
BOTH = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class Vouchers:
    """Who can say who a courier is: what is not there is not offered."""

    tokens: Tokens
    rules: TokenRules
    pins: CourierPins
    codes: CourierCodes
    credentials: Credentials | None = None
    carrier: str | None = None
    """Of sessions by credentials where the answer names none."""
    cloud: Cloud | None = None
    cloud_waits: float = 0.8
    """Seconds."""


class CourierLogins:
    """Whoever is refused hears one sentence; why goes to who may know."""

    def __init__(
        self,
        store: CourierStore,
        clock: Clock,
        vouchers: Vouchers,
        sessions: CourierSessions,
        records: CourierRecords,
        new_id: Callable[[], str],
        clock_state: Callable[[], ClockState],
    ) -> None:
        self._store = store
        self._clock = clock
        self._ask = vouchers
        self._sessions = sessions
        self._records = records
        self._new_id = new_id
        self._alone = asyncio.Lock()
        self._clock_state = clock_state
        self.badge_shown: Callable[[str], None] = lambda _badge: None
        """A badge was held up: a screen asks for its PIN, then ``by_badge``."""

    @property
    def session(self) -> CourierSession | None:
        return self._sessions.current

    async def by_token(self, text: str) -> CourierSession:
        """With what a courier holds up. Raises Refused, StoreBroken."""
        async with self._attempt(LoginWay.TOKEN, text):
            token = await self.judge(text)
            if (session := self.session) is not None and session.mark == token.mark:
                # The same token before the camera once more: nobody else is there.
                return self._sessions.touched(session)
            await self._asked_of_cloud(token)
            await self._must_be_alone()
            putting = {Permission.PUT_IN}
            session = self._begun(
                LoginWay.TOKEN, token.courier, token.carrier, putting, token.metadata
            )
            return await self._sessions.enter(replace(session, mark=token.mark))

    async def by_credentials(self, login: str, secret: str) -> CourierSession:
        """With what the partner knows; nothing of it is kept. Raises Refused, StoreBroken."""
        async with self._attempt(LoginWay.CREDENTIALS, login):
            if self._ask.credentials is None:
                raise Refused(Refusal.NOT_OFFERED)
            if not _is_typed(login) or not _is_typed(secret):
                raise Refused(Refusal.MALFORMED)
            await self._must_be_alone()
            try:
                said = await self._ask.credentials.ask(login, secret)
            except CloudError as error:
                log.warning("couriers' credentials: %s", type(error).__name__)
                raise Refused(Refusal.UNREACHABLE) from None
            if not said.valid:
                raise Refused(Refusal.WRONG)
            courier = Courier(EXTERNAL, said.courier)
            await self._must_not_be_denied(courier)
            carrier = said.carrier or self._ask.carrier
            return await self._sessions.enter(
                self._begun(LoginWay.CREDENTIALS, courier, carrier, said.permissions, said.metadata)
            )

    async def by_code(self, text: str, login: str = "") -> CourierSession:
        """With a code that was pushed or given here. Raises Refused, StoreBroken."""
        async with self._attempt(LoginWay.CODE, text):
            await self._must_be_alone()
            right = await self._ask.codes.proved(text, login)
            await self._must_not_be_denied(right.courier)
            # What lies here is taken out with a PIN only, whatever was pushed some day.
            putting = right.permissions & {Permission.PUT_IN}
            session = self._begun(LoginWay.CODE, right.courier, right.carrier, putting)
            return await self._sessions.enter(replace(session, limits=right.permissions))

    async def by_badge(self, badge: str, pin: str) -> CourierSession:
        """With a badge, and always its holder's PIN. Raises Refused, StoreBroken."""
        async with self._attempt(LoginWay.BADGE, badge):
            await self._must_be_alone()
            known = await self._ask.pins.of_badge(badge, pin)
            await self._must_not_be_denied(known.courier)
            return await self._sessions.enter(
                self._begun(LoginWay.BADGE, known.courier, known.carrier, BOTH)
            )

    async def prove(self, pin: str) -> CourierSession:
        """The PIN of who is logged in: from now on parcels may be taken out. Raises Refused."""
        async with self._alone:
            session = self.session
            if session is None or Permission.TAKE_OUT not in session.limits:
                raise Refused(Refusal.NOT_OFFERED)
            await self._ask.pins.of(session.courier, pin)
            if not self._is_in(session):
                raise Refused(Refusal.NOT_OFFERED)
            return self._sessions.touched(session.with_pin())

    async def pin_locked_for(self) -> float:
        """Seconds in which no PIN of who is logged in is heard; infinite: until somebody lifts
        it. Raises StoreBroken."""
        session = self.session
        return 0.0 if session is None else await self._ask.pins.locked_out(session.courier)

    async def may_take_out(self, reservation: ReservationId) -> bool:
        """By PIN, or because the cloud says so at this very moment; its silence is no."""
        session, cloud = self.session, self._ask.cloud
        if session is None:
            return False
        if session.may(Permission.TAKE_OUT):
            return True
        if not isinstance(cloud, AdmitsCouriers):
            return False
        try:
            async with asyncio.timeout(self._ask.cloud_waits):
                yes = await cloud.courier_may_take(session.courier.id, reservation)
        except (CloudError, TimeoutError):
            return False
        return yes and self._is_in(session)

    def touch(self) -> None:
        """The courier does something."""
        if (session := self.session) is not None:
            self._sessions.touched(session)

    async def log_out(self, why: LogOut = LogOut.ASKED) -> None:
        """Raises StoreBroken; the session has ended all the same."""
        await self._sessions.log_out(why)

    async def judge(self, text: str) -> TokenFacts:
        """What a token says, if it would be taken here, without any network. Raises Refused."""
        token = self._ask.tokens.read(text)
        now, denials = self._clock.now(), await self._store.denials()
        why = judged(token, self._ask.rules, denials, now, self._clock_state())
        if why is not None:
            raise Refused(why)
        return token

    def _is_in(self, session: CourierSession) -> bool:
        """Whether it has not ended while somebody was asked."""
        now = self.session
        return now is not None and now.id == session.id

    @asynccontextmanager
    async def _attempt(self, way: LoginWay, shown: str) -> AsyncIterator[None]:
        async with self._alone:
            try:
                yield
            except Refused as refused:
                await self._records.refused(way, shown, refused.why)
                raise

    async def _asked_of_cloud(self, token: TokenFacts) -> None:
        """Only for tokens of the whole network: the others name this locker themselves."""
        cloud = self._ask.cloud
        if token.lockers or not isinstance(cloud, AdmitsCouriers):
            return
        try:
            async with asyncio.timeout(self._ask.cloud_waits):
                admitted = await cloud.courier_admitted(token.courier.id)
        except (CloudError, TimeoutError):
            return
        if not admitted:
            raise Refused(Refusal.DENIED)

    async def _must_be_alone(self) -> None:
        await self._sessions.look()
        if self.session is not None:
            raise Refused(Refusal.BUSY)

    async def _must_not_be_denied(self, courier: Courier) -> None:
        if courier.id in (await self._store.denials()).couriers:
            raise Refused(Refusal.DENIED)

    def _begun(
        self,
        way: LoginWay,
        courier: Courier,
        carrier: str | None,
        may: Collection[Permission],
        metadata: Mapping[str, str] | None = None,
    ) -> CourierSession:
        passed = dict(metadata or {})
        name = self._new_id()
        return CourierSession(name, courier, way, frozenset(may), 0, 0, carrier, passed)


def _is_typed(text: str) -> bool:
    return 0 < len(text) <= LONGEST_TYPED and text.isprintable()
