"""Who is let in as a courier, put together."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.adapters.couriers.badges import BadgeReader
from kiosk.adapters.couriers.external import ExternalLogin
from kiosk.adapters.couriers.tokens import PinnedTokens
from kiosk.adapters.pins import ArgonPins
from kiosk.adapters.storage.store import SqliteStore
from kiosk.config import Config
from kiosk.domain.couriers import LogOut, TokenRules
from kiosk.domain.flows.duty import SignedOff
from kiosk.domain.layout import Owner
from kiosk.ports import Clock, Cloud
from kiosk.ports_couriers import PushesCodes
from kiosk.services.courier_codes import CourierCodes
from kiosk.services.courier_desk import CourierDesk
from kiosk.services.courier_logins import CourierLogins, Vouchers
from kiosk.services.courier_pins import CourierPins
from kiosk.services.courier_records import CourierRecords
from kiosk.services.courier_sessions import CourierSessions
from kiosk.services.session import Session


@dataclass(frozen=True, slots=True)
class Couriers:
    """Logins, the session there is, and what the console may ask of them."""

    logins: CourierLogins
    sessions: CourierSessions
    codes: CourierCodes
    desk: CourierDesk
    cloud: Cloud | None
    credentials: ExternalLogin | None
    reader: BadgeReader | None

    async def run(self) -> None:
        """Until cancelled."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self.sessions.run())
                if isinstance(self.cloud, PushesCodes):
                    tasks.create_task(self.codes.run(self.cloud))
                if self.reader is not None:
                    tasks.create_task(self._badges(self.reader))
        finally:
            if self.credentials is not None:
                await asyncio.shield(self.credentials.aclose())

    async def _badges(self, reader: BadgeReader) -> None:
        async for badge in reader.badges():
            self.logins.badge_shown(badge)


def couriers_of(
    config: Config,
    store: SqliteStore,
    clock: Clock,
    cloud: Cloud | None,
    session: Session,
) -> Couriers:
    """Nobody is logged in: no start goes on with a session."""
    settings, policy, locker = config.couriers, config.policy, config.locker.id
    pins, external = CourierPins(store, ArgonPins(), clock), settings.external
    credentials = ExternalLogin(external, locker, clock) if external else None
    owner = Owner.LOCAL if cloud is None else Owner.CLOUD
    records = CourierRecords(store, clock, policy, owner, lambda: session.told())
    sessions = CourierSessions(store, clock, policy, records, _signing_off(session))
    codes = CourierCodes(store, clock, policy)
    vouchers = Vouchers(
        PinnedTokens(settings.keys),
        TokenRules(locker, settings.longest, settings.anywhere),
        pins,
        codes,
        credentials,
        settings.carrier,
        cloud,
        policy.cloud_waits,
    )
    logins = CourierLogins(
        store,
        clock,
        vouchers,
        sessions,
        records,
        new_id=lambda: secrets.token_hex(8),
        clock_state=lambda: store.clock_state(),
    )
    issuers = tuple(key.issuer for key in settings.keys)
    desk = CourierDesk(store, logins, pins, clock, secrets.randbelow, issuers, owner)
    reader = BadgeReader(settings.badge_reader) if settings.badge_reader else None
    return Couriers(logins, sessions, codes, desk, cloud, credentials, reader)


def _signing_off(session: Session) -> Callable[[LogOut], None]:
    """A screen never outlives the courier's session."""
    return lambda why: session.post(SignedOff(why is LogOut.TOO_LONG))
