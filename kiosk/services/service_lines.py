"""What service mode shows and does about network, clock, cloud, outbox and lockdown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.commands import Ask
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.lines import (
    AskCloud,
    CloudAsked,
    LinesRead,
    ReadLines,
    Sending,
    SendNow,
)
from kiosk.domain.flows.service.lockdown import (
    Lifted,
    LiftLockdown,
    LockdownLifted,
    LockdownRead,
    ReadLockdown,
)
from kiosk.domain.flows.service.outbox import (
    GiveUpParked,
    ParkedRead,
    ParkedSettled,
    ReadParked,
    RetryParked,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.lines import ClockSeen, CloudSeen, FarSeen, LinesSeen, NetworkSeen
from kiosk.domain.lockdown import Guarded
from kiosk.domain.obeyed import Outcome
from kiosk.ports import Clock
from kiosk.ports_commands import CommandStore, Standing
from kiosk.ports_outbox import ParkedStore
from kiosk.services import sync_trouble
from kiosk.services.asker import Signed
from kiosk.services.local import NotPossible
from kiosk.services.outbox import Outbox
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.sync import Sync
from kiosk.services.tasks import Handler
from kiosk.services.technicians import Technicians

CLOUD_WITHIN = 15.0
"""Seconds somebody waits who asks for the cloud by hand."""
MOST_PARKED = 200
LOOKED_AT = 200
"""Commands that are remembered, for what is said of a lockdown."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The parts of the kiosk that know how its lines are."""

    network: Callable[[], NetworkSeen]
    clock: Callable[[], ClockSeen]
    outbox: Outbox
    reports: Outbox | None = None
    relay: Callable[[], FarSeen | None] = lambda: None
    sync: Sync | None = None
    cloud: str = ""


class LinesAtScreen:
    """Looks and nudges; changes nothing."""

    def __init__(self, store: ParkedStore, clock: Clock, ties: Ties) -> None:
        self._store = store
        self._clock = clock
        self._ties = ties

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadLines: Handler(self._read, LinesRead(None)),
            AskCloud: Handler(self._ask, CloudAsked(False)),
            SendNow: Handler(self._send, Sending()),
        }

    async def _read(self, _: ReadLines) -> LinesRead:
        ties = self._ties
        seen = LinesSeen(
            self._clock.now(),
            ties.network(),
            ties.clock(),
            await self._store.queue(),
            self._cloud(),
            ties.relay(),
            _told(ties.reports),
        )
        return LinesRead(seen)

    def _cloud(self) -> CloudSeen | None:
        sync = self._ties.sync
        if sync is None:
            return None
        since = sync.answers_since if sync.online else sync.silent_since
        trouble = sync_trouble.word(sync.trouble)
        name = self._ties.cloud
        return CloudSeen(name, sync.online, since, sync.read_at, trouble, sync.mark or "")

    async def _ask(self, _: AskCloud) -> CloudAsked:
        sync = self._ties.sync
        return CloudAsked(sync is not None and await sync.now(CLOUD_WITHIN))

    async def _send(self, _: SendNow) -> Sending:
        for line in (self._ties.outbox, self._ties.reports):
            if line is not None:
                line.wake(reset_backoff=True)
        return Sending()


def _told(reports: Outbox | None) -> FarSeen | None:
    return None if reports is None else FarSeen(reports.online, reports.silent_since)


class ParkedAtScreen:
    """What was set aside: told again, or given up, in the technician's name."""

    def __init__(self, store: ParkedStore, desk: OutboxDesk, signed: Signed) -> None:
        self._store = store
        self._desk = desk
        self._signed = signed

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadParked: Handler(self._read, ParkedRead(None)),
            RetryParked: Handler(self._retry, ParkedSettled(False)),
            GiveUpParked: Handler(self._give_up, ParkedSettled(False)),
        }

    async def _read(self, _: ReadParked) -> ParkedRead:
        return ParkedRead(tuple(await self._store.parked(MOST_PARKED)))

    async def _retry(self, task: RetryParked) -> ParkedSettled:
        try:
            await self._desk.retry(task.seq, self._signed().facts)
        except NotPossible:
            return ParkedSettled(False)
        return ParkedSettled(True)

    async def _give_up(self, task: GiveUpParked) -> ParkedSettled:
        try:
            await self._desk.discard(task.seq, task.reason.value, self._signed().facts)
        except NotPossible:
            return ParkedSettled(False)
        return ParkedSettled(True)


class LockdownAtScreen:
    """Says how it stands; two people lift it."""

    def __init__(self, store: CommandStore, technicians: Technicians) -> None:
        self.told: Callable[[], None] = lambda: None
        """Hears that the outbox has work."""
        self._store = store
        self._technicians = technicians

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadLockdown: Handler(self._read, LockdownRead(None)),
            LiftLockdown: Handler(self._lift, LockdownLifted(Lifted.NOT)),
        }

    async def _read(self, _: ReadLockdown) -> LockdownRead:
        since = (await self._store.standing()).get(Standing.LOCKDOWN)
        told = await self._store.told_commands(LOOKED_AT)
        asked = [one for one in told if one.ask is Ask.OPEN]
        last = asked[-1] if asked else None
        seen = Guarded(
            since is not None,
            since,
            sum(one.outcome is Outcome.DONE for one in asked),
            sum(one.outcome is Outcome.REFUSED for one in asked),
            last.by if last else "",
            last.issued_at if last else None,
        )
        return LockdownRead(seen)

    async def _lift(self, task: LiftLockdown) -> LockdownLifted:
        try:
            done = await self._technicians.lift_lockdown(task.first, task.second, task.found.value)
        except (NotPossible, StoreBroken):
            return LockdownLifted(Lifted.NOT)
        self.told()
        return LockdownLifted(Lifted.DONE if done else Lifted.NOT)
