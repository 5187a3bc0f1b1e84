"""A kiosk's service accounts on a real store, with PINs that cost nothing, restarted at will."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from kiosk.adapters.storage.store import SqliteStore, open_store
from kiosk.adapters.storage.times import Start
from kiosk.domain.accounts import Role, ServiceSession
from kiosk.domain.layout import Owner
from kiosk.services.desk import Asker
from kiosk.services.enrolment import Enrolment
from kiosk.services.service_codes import ServiceCodes
from kiosk.services.service_desk import ServiceDesk
from kiosk.services.technicians import Refusal, Technicians
from tests.integration.store_bench import file_of, furnish, key_of
from tests.services.fakes import FakeClock

PIN, OTHER_PIN = "7391-4628", "correct horse"
BADGE = "04A2-7F11-93"
KEY = bytes(range(32))
ASKER = Asker(1000)


class QuickPins:
    """Judges like the real ones, at once; remembers how often, and what it was given."""

    def __init__(self, strength: int = 1) -> None:
        self.strength = strength
        self.judged: list[str | None] = []

    async def hashed(self, pin: str) -> str:
        return f"{self.strength}:{hashlib.sha256(pin.encode()).hexdigest()}"

    async def matches(self, known: str | None, pin: str) -> bool:
        self.judged.append(known)
        digest = hashlib.sha256(pin.encode("utf-8", "surrogatepass")).hexdigest()
        return known is not None and known.partition(":")[2] == digest

    def is_stale(self, known: str) -> bool:
        return known.partition(":")[0] != str(self.strength)


class Life:
    """One run of the program, from start to end."""

    def __init__(self, store: SqliteStore, clock: FakeClock, key: bytes | None) -> None:
        self.store, self.clock, self.pins = store, clock, QuickPins()
        self.people = Technicians(store, self.pins, clock, Owner.CLOUD, lambda _how: None)
        self.enrolment = Enrolment(store, self.pins, clock, Owner.CLOUD, Digits())
        self.codes = ServiceCodes(store, clock, Owner.CLOUD, key, Digits())
        self.desk = ServiceDesk(store, self.enrolment, self.people, Owner.CLOUD)

    async def enrol(
        self, name: str = "anna7", pin: str = PIN, badge: str | None = None,
        role: Role = Role.TECHNICIAN,
    ) -> None:  # fmt: skip
        """All of it: the console's code, then the screen."""
        code = (await self.desk.enrol(ASKER, role.value))["code"]
        ticket = await self.enrolment.begin(code)
        assert ticket is not None
        await self.enrolment.enrol(ticket, name, name.title(), pin, badge)

    async def logs_in(self, pin: str = PIN, name: str = "anna7") -> bool:
        """In and out again."""
        answer = await self.people.login(pin, name=name)
        await self.people.logout()
        return isinstance(answer, ServiceSession)

    async def fails(self, times: int, name: str = "anna7") -> Refusal:
        for _ in range(times):
            answer = await self.people.login("wrong-pin-1", name=name)
            assert isinstance(answer, Refusal)
        return answer

    async def told(self, *names: str) -> list[str]:
        """What waits to be told, by name; of all or of some."""
        told = [str(event["name"]) for event in await self.store.outbox()]
        return [name for name in told if not names or name in names]

    async def lines(self, name: str) -> list[dict]:
        lines = await self.store.journal(1000)
        return [dict(line["facts"]) for line in lines if line["name"] == name]


class Digits:
    """Chance that repeats itself nowhere, for codes that differ."""

    def __init__(self) -> None:
        self._at = 0

    def __call__(self, below: int) -> int:
        self._at += 7
        return (self._at * self._at // 3) % below


class Kiosk:
    """A computer with a disk; ``boot`` names the time since it was switched on."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.folder, self.clock, self.boot = folder, clock, "boot-1"

    @asynccontextmanager
    async def runs(self, key: bytes | None = KEY) -> AsyncIterator[Life]:
        if not file_of(self.folder).parent.exists():
            furnish(self.folder)
        async with AsyncExitStack() as stack:
            start = Start(boot=self.boot)
            store = await open_store(
                file_of(self.folder), key_of(self.folder), "L1", self.clock, None, start
            )
            stack.push_async_callback(store.aclose)
            yield Life(store, self.clock, key)
