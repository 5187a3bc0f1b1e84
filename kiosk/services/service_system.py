"""How the machine is, for who looks after it; and its end, so that it is started anew."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.system import (
    LookAtSystem,
    Restart,
    RestartTold,
    SystemTold,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import DoorState, Layout
from kiosk.domain.model import Change
from kiosk.domain.upkeep_facts import Machine, Memory
from kiosk.ports import Clock
from kiosk.ports_machine import Host, MachineStore
from kiosk.services.contacts import Contacts
from kiosk.services.health import Health
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)

LOOKED_EVERY = 10.0
"""Seconds between two looks at the journal's end: somebody may wait for a door."""


class SystemCare:
    """Reads much, changes nothing but whether the kiosk runs."""

    def __init__(
        self,
        store: MachineStore,
        clock: Clock,
        host: Host,
        health: Health,
        layout: Layout,
        contacts: Contacts,
        database: Path,
    ) -> None:
        self.ends: Callable[[], None] | None = None
        """Lets the program end in good order; None: it cannot be ended from here."""
        self.supervised = False
        """Whether somebody starts it again."""
        self._store = store
        self._clock = clock
        self._host = host
        self._health = health
        self._layout = layout
        self._contacts = contacts
        self._database = database
        self._began = clock.monotonic()
        self._head: tuple[int, bool, datetime, float] | None = None

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            LookAtSystem: Handler(self._look, SystemTold(None)),
            Restart: Handler(self._restart, RestartTold(ends=False)),
        }

    async def machine(self) -> Machine:
        """All of it, as it is now."""
        return Machine(
            self._host.versions(),
            self._host.computer(),
            await self._memory(),
            self._clock.monotonic() - self._began,
            self.supervised,
        )

    def open_doors(self) -> tuple[str, ...]:
        """The compartments with a door that is not shut, as far as anybody knows."""
        return tuple(
            one.label
            for one in self._layout.compartments()
            if any(self._contacts.state(door.id) is DoorState.OPEN for door in one.doors)
        )

    async def _look(self, _: LookAtSystem) -> SystemTold:
        return SystemTold(await self.machine(), self.open_doors())

    async def _memory(self) -> Memory:
        facts = self._health.as_facts()
        free = facts.get("disk_free_mb")
        works = facts.get("store") is True and facts.get("disk_full") is not True
        lines, sealed, at, _ = await self._looked() or (None, None, None, 0.0)
        return Memory(
            works,
            free if isinstance(free, int) else None,
            facts.get("disk_low") is True,
            _megabytes(self._database),
            lines,
            sealed,
            at,
        )

    async def _looked(self) -> tuple[int, bool, datetime, float] | None:
        """Where the journal ends, not asked anew each second."""
        now = self._clock.monotonic()
        if self._head is None or now - self._head[3] >= LOOKED_EVERY:
            try:
                head = await self._store.journal_head()
            except StoreBroken:
                log.exception("where the journal ends cannot be read")
                return None
            self._head = int(head["seq"]), bool(head["sealed"]), self._clock.now(), now
        return self._head

    async def _restart(self, task: Restart) -> RestartTold:
        """Not while a door is open: nobody would see it close."""
        if self.ends is None or (doors := self.open_doors()):
            return RestartTold(ends=False, open_doors=() if self.ends is None else doors)
        try:
            await self._store.record(Change("service.restarted", facts={"account": task.account}))
        except StoreBroken:
            # A start anew may be what cures it.
            log.exception("that the kiosk was restarted could not be recorded")
        log.warning("a technician restarts the kiosk")
        self.ends()
        return RestartTold(ends=True)


def _megabytes(database: Path) -> float | None:
    """The file with its log; None where it cannot be looked at."""
    try:
        sizes = [database.stat().st_size]
        log_file = database.with_name(database.name + "-wal")
        if log_file.exists():
            sizes.append(log_file.stat().st_size)
    except OSError:
        return None
    return sum(sizes) / 1_000_000
