"""What service mode shows and does about network, clock, cloud and outbox."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.flows.service.lines import (
    AskCloud,
    CloudAsked,
    LinesRead,
    ReadLines,
    Sending,
    SendNow,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.lines import ClockSeen, CloudSeen, FarSeen, LinesSeen, NetworkSeen
from kiosk.ports import Clock
from kiosk.ports_outbox import ParkedStore
from kiosk.services import sync_trouble
from kiosk.services.outbox import Outbox
from kiosk.services.sync import Sync
from kiosk.services.tasks import Handler

CLOUD_WITHIN = 15.0
"""Seconds somebody waits who asks for the cloud by hand."""


@dataclass(frozen=True, slots=True)
class LineSources:
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

    def __init__(self, store: ParkedStore, clock: Clock, sources: LineSources) -> None:
        self._store = store
        self._clock = clock
        self._sources = sources

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadLines: Handler(self._read, LinesRead(None)),
            AskCloud: Handler(self._ask, CloudAsked(False)),
            SendNow: Handler(self._send, Sending()),
        }

    async def _read(self, _: ReadLines) -> LinesRead:
        sources = self._sources
        seen = LinesSeen(
            self._clock.now(),
            sources.network(),
            sources.clock(),
            await self._store.queue(),
            self._cloud(),
            sources.relay(),
            _told(sources.reports),
        )
        return LinesRead(seen)

    def _cloud(self) -> CloudSeen | None:
        sync = self._sources.sync
        if sync is None:
            return None
        since = sync.answers_since if sync.online else sync.silent_since
        trouble = sync_trouble.word(sync.trouble)
        name = self._sources.cloud
        return CloudSeen(name, sync.online, since, sync.read_at, trouble, sync.mark or "")

    async def _ask(self, _: AskCloud) -> CloudAsked:
        sync = self._sources.sync
        return CloudAsked(sync is not None and await sync.now(CLOUD_WITHIN))

    async def _send(self, _: SendNow) -> Sending:
        for line in (self._sources.outbox, self._sources.reports):
            if line is not None:
                line.wake(reset_backoff=True)
        return Sending()


def _told(reports: Outbox | None) -> FarSeen | None:
    return None if reports is None else FarSeen(reports.online, reports.silent_since)
