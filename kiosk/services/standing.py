"""What holds until it is taken back: the lockdown, out of service, compartments used otherwise."""

import logging
from collections.abc import Callable

from kiosk.domain import obeyed
from kiosk.domain.commands import Command
from kiosk.domain.layout import Layout, Owner, UnknownDoor
from kiosk.domain.model import Change
from kiosk.ports_commands import CommandStore, Fitting, Standing

log = logging.getLogger(__name__)

THERMALS = ("ambient", "heat", "freeze", "chill")
"""As in the layout."""


class StandingOrders:
    """Keeps them on disk, and at hand for who must not wait."""

    def __init__(self, layout: Layout, store: CommandStore, owner: Owner) -> None:
        self.changed: Callable[[], None] = lambda: None
        """Hears that home has something else to show."""
        self.locked = False
        """Nothing is opened from afar."""
        self.closed = False
        """No parcel is taken in."""
        self.owner = owner
        """Who hears of it."""
        self._layout = layout
        self._store = store

    async def load(self) -> None:
        """At the start, before anybody is served. Raises StoreBroken."""
        await self._look()
        for label, fitting in (await self._store.fittings()).items():
            self._refit(label, fitting)

    async def lock_down(self) -> None:
        """Nothing more is opened from afar until somebody on site lifts it."""
        self.locked = True  # also when it cannot be recorded
        log.critical("too much was to be opened from afar: nothing is, until lifted on site")
        await self._store.stand(Standing.LOCKDOWN, obeyed.locked_down(self.owner))

    async def lift(self, uid: int, reason: str) -> bool:
        """Somebody on site says that all is well; whether there was a lockdown."""
        return await self._lift(obeyed.lockdown_lifted(self.owner, uid, reason))

    async def lift_by(self, first: str, second: str, reason: str) -> bool:
        """The same by two technicians; who they are must have been proved before."""
        return await self._lift(obeyed.lockdown_lifted_by(self.owner, first, second, reason))

    async def _lift(self, change: Change) -> bool:
        if Standing.LOCKDOWN not in await self._store.standing():
            self.locked = False
            return False
        await self._store.lift(Standing.LOCKDOWN, change)
        self.locked = False
        return True

    async def close(self, command: Command) -> None:
        """No more drop-offs."""
        if not self.closed:
            change = obeyed.put_out_of_service(command, self.owner)
            await self._store.stand(Standing.OUT_OF_SERVICE, change)
            await self._look()

    async def reopen(self, command: Command) -> None:
        """Drop-offs again."""
        if self.closed:
            change = obeyed.put_in_service(command, self.owner)
            await self._store.lift(Standing.OUT_OF_SERVICE, change)
            await self._look()

    async def close_for(self, account: str) -> None:
        """The same for a technician on site."""
        if not self.closed:
            change = obeyed.intake_by(self.owner, account, closed=True)
            await self._store.stand(Standing.OUT_OF_SERVICE, change)
            await self._look()

    async def reopen_for(self, account: str) -> None:
        """Drop-offs again, whoever stopped them."""
        if self.closed:
            change = obeyed.intake_by(self.owner, account, closed=False)
            await self._store.lift(Standing.OUT_OF_SERVICE, change)
            await self._look()

    async def refit(
        self, label: str, change: Change, *, size: str | None = None, thermal: str | None = None
    ) -> None:
        """Use a compartment otherwise, durably."""
        known = (await self._store.fittings()).get(label, Fitting())
        fitting = Fitting(size or known.size, thermal or known.thermal)
        await self._store.refit(label, fitting, change)
        self._refit(label, fitting)

    async def _look(self) -> None:
        standing = await self._store.standing()
        self.locked = self.locked or Standing.LOCKDOWN in standing
        self.closed = Standing.OUT_OF_SERVICE in standing
        self.changed()

    def _refit(self, label: str, fitting: Fitting) -> None:
        size = fitting.size if fitting.size in self._layout.sizes else None
        thermal = fitting.thermal if fitting.thermal in THERMALS else None
        try:
            self._layout.refit(label, size, thermal)
        except UnknownDoor:
            log.warning("compartment %s, which was to be used otherwise, is gone", label)
