"""What the kiosk does about doors that move without anybody at the screen."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.domain import settling
from kiosk.domain.layout import Door, Layout, Owner
from kiosk.domain.model import (
    Change,
    CloudRules,
    CompartmentFlag,
    Holding,
    Intent,
    IntentState,
    NewEvent,
)
from kiosk.domain.policy import Policy
from kiosk.ports import Store

log = logging.getLogger(__name__)


class Upkeep:
    """Settles doors left open, opened by themselves, or whose contact is faulty."""

    def __init__(self, layout: Layout, store: Store, rules: Mapping[Owner, CloudRules]) -> None:
        self._layout = layout
        self._store = store
        self._rules = rules

    async def forget_used(self, now: datetime, policy: Policy) -> None:
        """Delete the codes nobody needs any more."""
        await self._store.forget_used(now - timedelta(hours=policy.used_codes_kept_hours))

    async def left_open(self) -> tuple[str, ...]:
        """The labels that whoever comes is asked to shut."""
        holdings = await self._store.holdings()
        return tuple(h.label for h in holdings.values() if h.flag is CompartmentFlag.LEFT_OPEN)

    async def strange(self, door: Door, what: str, occupied: bool | None) -> None:
        """Record what a door did, and take its compartment out of use where that is due."""
        label = door.id.partition("/")[0]
        match what:
            case "shut":
                await self._shut(door, label, occupied)
            case "faulty":
                await self._quarantine(label, "contact flutters", "door.contact_faulty")
            case "with_another":
                await self._quarantine(label, "opened with another door", "door.wrong_opened")
            case "too_many":
                told = NewEvent("locker.many_unlocks", data={"severity": "MEDIUM"})
                await self._store.record(Change("locker.many_unlocks", events=(told,)))
            case _:
                owner = self._layout.compartment(label).owner
                change = settling.spontaneous(label, owner)
                await self._store.flag(label, CompartmentFlag.LEFT_OPEN, "by itself", change)

    async def _quarantine(self, label: str, reason: str, journal: str) -> None:
        owner = self._layout.compartment(label).owner
        told = NewEvent(journal, owner=owner, data={"label": label, "severity": "CRITICAL"})
        change = Change(journal, compartment=label, events=(told,))
        await self._store.flag(label, CompartmentFlag.QUARANTINED, reason, change)

    async def _shut(self, door: Door, label: str, occupied: bool | None) -> None:
        holding: Holding | None = (await self._store.holdings()).get(label)
        if holding is None or holding.flag is not CompartmentFlag.LEFT_OPEN:
            return
        intent = await self._last_intent(door)
        change = await self._late(intent, occupied) if intent else None
        if intent is not None and change is not None:
            await self._store.settle_intent(intent.id, IntentState.CLOSED, change)
        done = Change("compartment.shut", compartment=label)
        await self._store.flag(label, None, "", done)

    async def _last_intent(self, door: Door) -> Intent | None:
        open_ones = [i for i in await self._store.unsettled_intents() if i.door == door.id]
        return max(open_ones, key=lambda i: i.at, default=None)

    async def _late(self, intent: Intent, occupied: bool | None) -> Change | None:
        if intent.reservation is None:
            return Change("door.shut_late", compartment=str(intent.door))
        reservation = await self._store.reservation(intent.reservation)
        if reservation is None:
            return None
        rules = self._rules[reservation.owner]
        return settling.shut_late(intent, reservation, occupied, rules)
