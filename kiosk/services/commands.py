"""Asks who may ask of the kiosk, judges what they want, and has it carried out, each id once.

An id is on disk before anything is done about it. What the power cut short is not repeated: it is
told as unknown.
"""

import asyncio
import logging
import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from kiosk.domain import obeyed
from kiosk.domain.commands import Ask, Command, Heard
from kiosk.domain.errors import CloudBusy, CloudError
from kiosk.domain.interlock import HOUR, Guard, Objection, judge, objection
from kiosk.domain.lines import FarSeen
from kiosk.domain.obeyed import Outcome, Why
from kiosk.domain.policy import Policy
from kiosk.domain.trust import ClockState
from kiosk.ports import Clock
from kiosk.ports_commands import Asked, CommandStore, Settled
from kiosk.services.standing import StandingOrders
from kiosk.services.waiting import Chance, Sleep, answer, asked_for, back_off

log = logging.getLogger(__name__)

UNCOUNTED = tuple(one.value for one in Objection)
"""A label refused for one of these was never tried."""
MOST_HEARD = 1000
"""Commands of one answer; what is beyond is dropped unread."""
MOST_TOLD = 20
"""Refusals of one answer that are told one by one."""
MOST_WAITING = 100
"""While more wait to be carried out nobody is asked for others."""


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who may ask."""

    asked: Asked
    trusted: bool = False
    """The operator's own: it may ask about the kiosk's own compartments and reservations, too."""


class Obeys(Protocol):
    """Who carries wishes out."""

    async def obey(self, command: Command, *, trusted: bool) -> str:
        """Nothing when it is done, else why not in one word. Raises StoreBroken."""


class Commands:
    """The only one who takes orders from afar."""

    def __init__(
        self,
        store: CommandStore,
        sources: Mapping[str, Source],
        locker: str,
        standing: StandingOrders,
        wishes: Obeys,
        clock: Clock,
        policy: Policy,
        *,
        told: Callable[[], None],
        labels: Collection[str] | None,
        clock_state: Callable[[], ClockState],
        sleep: Sleep = asyncio.sleep,
        chance: Chance = random.random,
    ) -> None:
        self._told = told
        """Hears that something was recorded: the outbox may have work."""
        self._labels = labels
        """The compartments there are: what names none of them counts for no unlock."""
        self._clock_state = clock_state
        self._store = store
        self._sources = sources
        self._locker = locker
        self._standing = standing
        self._wishes = wishes
        self._clock = clock
        self._policy = policy
        self._sleep = sleep
        self._chance = chance
        self._failures = dict.fromkeys(sources, 0)
        self._heard: dict[str, datetime] = {}
        self._judging = asyncio.Lock()
        self._pending = 0
        self._work: asyncio.Queue[tuple[Command, bool]] = asyncio.Queue()

    async def resume(self) -> None:
        """At the start: what the power cut short is told, and not repeated. Raises StoreBroken."""
        begun = await self._store.told_commands(MOST_HEARD, (Outcome.BEGUN,))
        if not begun:
            return
        log.warning("%d commands were under way when the kiosk ended", len(begun))
        why, owner = Why.POWER.value, self._standing.owner
        await self._store.settle_commands(
            [Settled(one.id, Outcome.UNKNOWN, why) for one in begun],
            *(obeyed.told(one, Outcome.UNKNOWN, why, owner) for one in begun[:MOST_TOLD]),
        )

    async def run(self) -> None:
        """Ask all sources, and carry out one wish after another, for ever."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._carry_on())
            for name in self._sources:
                tasks.create_task(self._listen(name))

    async def once(self, name: str) -> float:
        """Ask one source once; answers how long to leave it alone."""
        source = self._sources[name]
        try:
            mark = await self._store.command_mark(name)
            heard = await answer(source.asked.commands(mark))
        except CloudError as error:
            log.warning("%s not asked for commands: %s", name, type(error).__name__)
            self._failures[name] += 1
            rest = max(self._policy.sync_every, back_off(self._failures[name], self._chance))
            return asked_for(error, rest) if isinstance(error, CloudBusy) else rest
        self._failures[name], self._heard[name] = 0, self._clock.now()
        await self.take(name, heard)
        return self._policy.sync_every

    def heard(self, name: str) -> FarSeen | None:
        """Whether this source answers; None where nobody asks it."""
        if name not in self._sources:
            return None
        at, failed = self._heard.get(name), self._failures[name] > 0
        return FarSeen(None if at is None and not failed else not failed, at)

    async def take(self, name: str, heard: Heard) -> None:
        """Note, judge and queue what was heard. Raises StoreBroken."""
        good = [obeyed.plain(one) for one in heard.commands[:MOST_HEARD] if obeyed.is_id(one.id)]
        if len(good) < len(heard.commands):
            log.warning("%s: %d commands dropped", name, len(heard.commands) - len(good))
        async with self._judging:
            printed = await self._store.remote_prints(self._clock.now() - HOUR, UNCOUNTED)
            fresh = await self._store.begin_commands(name, good, heard.mark)
            if not fresh:
                return
            guard = replace(await self._guard(unlocks=True), prints=printed)
            verdict = judge(fresh, guard)
            if verdict.trips:
                await self._standing.lock_down()
                self._told()
            self._pending += sum(one.ask is Ask.OPEN for one in verdict.allowed)
            for command in verdict.allowed:
                self._work.put_nowait((command, self._sources[name].trusted))
            await self._refuse([(one, why.value) for one, why in verdict.refused])

    async def carry_out(self) -> None:
        """What waits, one after another, until nothing does."""
        while not self._work.empty():
            await self._next()

    async def _carry_on(self) -> None:
        while True:
            await self._next()

    async def _next(self) -> None:
        command, trusted = await self._work.get()
        try:
            why = await self._try(command, trusted)
            outcome = Outcome.REFUSED if why else Outcome.DONE
            change = obeyed.told(command, outcome, why, self._standing.owner)
            await self._store.settle_commands([Settled(command.id, outcome, why)], change)
        except Exception:
            # Begun it stays, and after the next start it is told as unknown.
            log.exception("command %s stumbled", command.ask.value)
        finally:
            self._pending -= command.ask is Ask.OPEN
        self._told()

    async def _try(self, command: Command, trusted: bool) -> str:
        """Judge it once more, for it may have waited; then carry it out."""
        objects = objection(command, await self._guard())
        if objects is not None:
            return objects.value
        return await self._wishes.obey(command, trusted=trusted)

    async def _refuse(self, refused: Sequence[tuple[Command, str]]) -> None:
        if not refused:
            return
        owner, rest = self._standing.owner, len(refused) - MOST_TOLD
        changes = [
            obeyed.told(one, Outcome.REFUSED, why, owner) for one, why in refused[:MOST_TOLD]
        ]
        if rest > 0:
            changes.append(obeyed.not_told(rest, owner))
        settled = [Settled(one.id, Outcome.REFUSED, why) for one, why in refused]
        await self._store.settle_commands(settled, *changes)
        self._told()

    async def _guard(self, *, unlocks: bool = False) -> Guard:
        now = self._clock.now()
        fired = await self._store.remote_unlocks(now - HOUR) if unlocks else ()
        state, locked = self._clock_state(), self._standing.locked
        return Guard(self._locker, now, state, locked, fired, self._pending, self._labels)

    async def _listen(self, name: str) -> None:
        while True:
            rest = self._policy.sync_every
            try:
                if self._work.qsize() < MOST_WAITING:
                    rest = await self.once(name)
            except Exception:
                # Without this loop nobody far away could help whoever stands before the locker.
                log.exception("%s: asking for commands stumbled", name)
            await self._sleep(rest)
