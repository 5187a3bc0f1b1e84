"""Couriers' logins on a real store, with a clock that is moved by hand and partners that answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from kiosk.adapters.couriers.tokens import PinnedTokens
from kiosk.adapters.pins import ArgonPins
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.couriers import TokenRules
from kiosk.domain.errors import CloudSilent
from kiosk.domain.layout import Owner
from kiosk.domain.model import ReservationId
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.domain.trust import ClockState
from kiosk.ports_couriers import ExternalAnswer, IssuerKey
from kiosk.services.courier_codes import CourierCodes
from kiosk.services.courier_desk import CourierDesk
from kiosk.services.courier_logins import CourierLogins, Vouchers
from kiosk.services.courier_pins import CourierPins
from kiosk.services.courier_records import CourierRecords
from kiosk.services.courier_sessions import CourierSessions
from kiosk.services.desk import Asker
from tests.integration.courier_issuer import pem
from tests.integration.store_bench import StandingClock, furnished

ASKER = Asker(1000)
KEYS = (IssuerKey("acme", pem("acme"), carrier="Acme"),)
QUICK = ArgonPins(memory=64, passes=1)
"""What it costs to judge a PIN is another test's business."""


C7 = ExternalAnswer(valid=True, courier="C7", carrier="Beta")


@dataclass
class Asking:
    """A cloud that can be asked about couriers, and may be silent."""

    rules: CloudRules
    admits: bool = True
    lets_take: bool = False
    silent: bool = False
    asked: list[str] = field(default_factory=list)

    async def ping(self) -> None: ...
    async def aclose(self) -> None: ...

    async def courier_admitted(self, courier: str) -> bool:
        return self._answer(courier, self.admits)

    async def courier_may_take(self, courier: str, reservation: ReservationId) -> bool:
        return self._answer(f"{courier} {reservation}", self.lets_take)

    def _answer(self, asked: str, yes: bool) -> bool:
        self.asked.append(asked)
        if self.silent:
            raise CloudSilent("couriers: nobody answers")
        return yes


@dataclass
class Partner:
    """Knows one login."""

    said: ExternalAnswer = C7
    silent: bool = False

    async def ask(self, login: str, secret: str) -> ExternalAnswer:
        if self.silent:
            raise CloudSilent("courier login: nobody answers")
        known = (login, secret) == ("driver", "geheim-7")
        return self.said if known else ExternalAnswer(valid=False)

    async def aclose(self) -> None: ...


@dataclass
class Counter:
    """The kiosk as couriers meet it."""

    store: SqliteStore
    clock: StandingClock
    logins: CourierLogins
    sessions: CourierSessions
    records: CourierRecords
    codes: CourierCodes
    desk: CourierDesk

    async def told(self) -> list[str]:
        """The events in the outbox, by name."""
        return [str(line["name"]) for line in await self.store.outbox()]

    async def journal(self) -> list[str]:
        return [str(line["name"]) for line in await self.store.journal(100)]


@asynccontextmanager
async def counter(
    folder: Path,
    clock: StandingClock,
    cloud: Asking | None = None,
    partner: Partner | None = None,
) -> AsyncIterator[Counter]:
    async with furnished(folder, clock) as store:
        policy, ids = Policy(), count(1)
        records = CourierRecords(store, clock, policy, Owner.CLOUD, lambda: None)
        sessions = CourierSessions(store, clock, policy, records, lambda _why: None)
        codes = CourierCodes(store, clock, policy)
        pins = CourierPins(store, QUICK, clock)
        tokens, rules = PinnedTokens(KEYS), TokenRules("here")
        vouchers = Vouchers(tokens, rules, pins, codes, partner, "Given", cloud)
        logins = CourierLogins(
            store, clock, vouchers, sessions, records,
            new_id=lambda: f"s{next(ids)}", clock_state=lambda: ClockState.TRUSTED,
        )  # fmt: skip
        keys = ("acme",)
        desk = CourierDesk(store, logins, pins, clock, lambda low: low // 3, keys, Owner.CLOUD)
        yield Counter(store, clock, logins, sessions, records, codes, desk)
