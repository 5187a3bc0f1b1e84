"""What an operator on site may ask about commands from afar; no verb here opens a door."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.domain.lines import FarSeen
from kiosk.domain.model import Change
from kiosk.ports_commands import CommandStore
from kiosk.services.desk import Asker
from kiosk.services.local import NotPossible
from kiosk.services.standing import StandingOrders

MOST_LINES = 1000


class Afar:
    """The verbs ``commands`` and ``lift-lockdown``."""

    def __init__(
        self,
        store: CommandStore,
        standing: StandingOrders,
        heard: Callable[[str], FarSeen | None],
    ) -> None:
        self.heard = heard
        """Whether who may ask of the kiosk answers."""
        self._store = store
        self._standing = standing

    @property
    def locked(self) -> bool:
        """Whether nothing is opened from afar until somebody on site lifts it."""
        return self._standing.locked

    async def commands(self, limit: int = 50) -> Mapping[str, Any]:
        """The last ones with what became of them, newest last, and what stands."""
        told = await self._store.told_commands(max(1, min(limit, MOST_LINES)))
        since = await self._store.standing()
        fittings = await self._store.fittings()
        return {
            "standing": {what.value: at.isoformat() for what, at in since.items()},
            "fittings": {
                label: {"size": fitting.size, "thermal": fitting.thermal}
                for label, fitting in fittings.items()
            },
            "commands": [
                {
                    "id": one.id,
                    "ask": one.ask.value,
                    "issued_at": one.issued_at.isoformat(),
                    "compartment": one.label,
                    "reservation": one.reservation,
                    "by": one.by,
                    "outcome": one.outcome.value,
                    "reason": one.reason,
                }
                for one in told
            ],
        }

    async def lift_lockdown(self, asker: Asker, reason: str) -> Mapping[str, Any]:
        """Doors may be opened from afar again. Raises NotPossible."""
        if not reason.strip():
            raise NotPossible("say a reason: who looked into it, and what was found")
        return {"lifted": await self._standing.lift(asker.uid, reason)}

    async def lift_for_two(self, first: str, second: str, reason: str) -> bool:
        """The same at the screen, by two accounts whose owners stand there. No verb."""
        return await self._standing.lift_by(first, second, reason)

    @property
    def closed(self) -> bool:
        """Whether no parcel is taken in."""
        return self._standing.closed

    async def refit(self, label: str, change: Change, *, size: str | None = None) -> None:
        """At the screen: a compartment is used as another size. Raises StoreBroken."""
        await self._standing.refit(label, change, size=size)

    async def close_for(self, account: str) -> None:
        """At the screen: no parcel is taken in until this is taken back. Raises StoreBroken."""
        await self._standing.close_for(account)

    async def reopen_for(self, account: str) -> None:
        """At the screen: parcels are taken in again. Raises StoreBroken."""
        await self._standing.reopen_for(account)
