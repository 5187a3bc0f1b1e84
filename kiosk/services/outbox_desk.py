"""Facts the cloud refused for good: somebody has them told once more, or gives them up."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from kiosk.domain import parked
from kiosk.domain.layout import Owner
from kiosk.domain.parked import By, Parked
from kiosk.ports_outbox import ParkedStore
from kiosk.services.desk import Answer, Asker
from kiosk.services.local import NotPossible


class OutboxDesk:
    """The verbs ``outbox-retry`` and ``outbox-discard``, and the same for who stands there."""

    def __init__(self, store: ParkedStore, owner: Owner, told: Callable[[], None]) -> None:
        """``told`` hears that the outbox has work."""
        self._told = told
        self._store = store
        self._owner = owner
        self.reads: Mapping[str, Callable[..., Awaitable[Answer]]] = {}
        self.writes: Mapping[str, Callable[..., Awaitable[Answer]]] = {
            "outbox-retry": self._retry,
            "outbox-discard": self._discard,
        }

    async def retry(self, seq: int, by: By) -> Parked:
        """Back in line with its own number. Raises NotPossible, StoreBroken."""
        event = await self._one(seq)
        if not await self._store.retry_parked(seq, parked.retried(event, by)):
            raise _not_parked(seq)
        self._told()
        return event

    async def discard(self, seq: int, reason: str, by: By) -> Parked:
        """Nobody is told it any more. Raises NotPossible, StoreBroken."""
        if not reason.strip():
            raise NotPossible("say a reason: why nobody needs to be told any more")
        event = await self._one(seq)
        change = parked.discarded(event, self._owner, reason.strip(), by)
        if not await self._store.discard_parked(seq, change):
            raise _not_parked(seq)
        self._told()
        return event

    async def _retry(self, asker: Asker, seq: int) -> Answer:
        return {"retried": _shown(await self.retry(seq, {"uid": asker.uid}))}

    async def _discard(self, asker: Asker, seq: int, reason: str) -> Answer:
        return {"discarded": _shown(await self.discard(seq, reason, {"uid": asker.uid}))}

    async def _one(self, seq: int) -> Parked:
        # As the socket hands it on: anybody may have written anything.
        event = await self._store.parked_event(seq) if type(seq) is int else None
        if event is None:
            raise _not_parked(seq)
        return event


def _not_parked(seq: object) -> NotPossible:
    return NotPossible(f"event {seq} is not among those set aside: see kiosk ctl outbox")


def _shown(event: Parked) -> dict[str, Any]:
    return {"seq": event.seq, "id": event.id, "name": event.name, "reservation": event.reservation}
