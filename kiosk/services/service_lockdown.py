"""The lockdown as service mode shows it, and how two people lift it."""

from collections.abc import Callable, Mapping

from kiosk.domain.commands import Ask
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.lockdown import (
    Lifted,
    LiftLockdown,
    LockdownLifted,
    LockdownRead,
    ReadLockdown,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.lockdown import Guarded
from kiosk.domain.obeyed import Outcome
from kiosk.ports_commands import CommandStore, Standing
from kiosk.services.local import NotPossible
from kiosk.services.tasks import Handler
from kiosk.services.technicians import Technicians

LOOKED_AT = 200
"""Commands that are remembered, for what is said of a lockdown."""


class LockdownAtScreen:
    """Says how it stands; two people lift it."""

    def __init__(
        self, store: CommandStore, technicians: Technicians, told: Callable[[], None]
    ) -> None:
        """``told`` hears that the outbox has work."""
        self._told = told
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
        self._told()
        return LockdownLifted(Lifted.DONE if done else Lifted.NOT)
