"""What the kiosk does about doors that move without anybody at the screen."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from kiosk.domain import expiry, settling
from kiosk.domain.errors import StoreBroken
from kiosk.domain.layout import Door, DoorId, Layout, Owner
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Holding,
    Intent,
    IntentState,
    NewEvent,
)
from kiosk.domain.policy import Policy
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Store
from kiosk.services.orders import Order
from kiosk.services.waiting import Sleep

log = logging.getLogger(__name__)

LOOKS_EVERY = 60.0
"""Seconds between two looks for parcels whose time has run out."""
FORGETS_EVERY = 3600.0
STOOD_OPEN = {IntentState.OPENED, IntentState.LEFT_OPEN}
DOUBTFUL = {CompartmentFlag.MAINTENANCE, CompartmentFlag.QUARANTINED}
"""Somebody said, or a sensor showed, that not all is well there: no sensor proves it empty."""


class Upkeep:
    """Settles doors left open, opened by themselves, or whose contact is faulty."""

    def __init__(self, layout: Layout, store: Store, rules: Mapping[Owner, CloudRules]) -> None:
        self.stands_open: Callable[[DoorId], bool] = lambda _door: False
        """Whether a door is seen open just now."""
        self._layout = layout
        self._store = store
        self._rules = rules

    async def run(self, clock: Clock, policy: Policy, sleep: Sleep = asyncio.sleep) -> None:
        """Tell what has run out, and delete what must not be kept, for ever."""
        forgot: float | None = None
        while True:
            now = clock.monotonic()
            try:
                await self.expire(clock.now())
                if forgot is None or now - forgot >= FORGETS_EVERY:
                    await self.forget_used(clock.now(), policy)
                    forgot = now
            except StoreBroken:
                log.exception("what has run out could not be recorded, tried again")
            await sleep(LOOKS_EVERY)

    async def forget_used(self, now: datetime, policy: Policy) -> None:
        """Delete the codes nobody needs any more."""
        await self._store.forget_used(now - timedelta(hours=policy.used_codes_kept_hours))

    async def expire(self, now: datetime) -> None:
        """Tell whose time has run out with the parcel still inside. Raises StoreBroken."""
        for reservation in await self._store.live_reservations():
            if (change := expiry.expired(reservation, now)) is not None:
                await self._store.record(change)

    async def left_open(self) -> tuple[str, ...]:
        """The doors that whoever comes is asked to shut: "12", or "12/rear"."""
        holdings = await self._store.holdings()
        left_so = [h.label for h in holdings.values() if h.flag is CompartmentFlag.LEFT_OPEN]
        flagged = [one for label in left_so for one in self._names(label)]
        # One in quarantine or maintenance keeps that flag, and stands open all the same.
        left = [
            i.door
            for i in await self._store.unsettled_intents()
            if i.state is IntentState.LEFT_OPEN
        ]
        return tuple(dict.fromkeys([*flagged, *left]))

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

    async def shut_in_hand(self, door: Door, order: Order, intent: str) -> None:
        """Whoever has the door in hand has shut it: what had it open before ends, too.

        What lies inside, and how their own reservation goes on, they say themselves.
        """
        label = door.id.partition("/")[0]
        fired = await self._store.intents_of(order.authorisation)
        failed = any(i.id == intent and i.state is IntentState.FAILED for i in fired)
        for earlier in await self._left_by(door):
            theirs = order.reservation is not None and earlier.reservation == order.reservation
            if theirs or (earlier.purpose is None and not failed):
                continue  # it ends with the one in hand
            if (change := await self._late(earlier, None)) is not None:
                unsaid = replace(change, contents=None)
                await self._store.settle_intent(earlier.id, IntentState.CLOSED, unsaid)
        holding = (await self._store.holdings()).get(label)
        await self._is_shut(door, label, holding.flag if holding else None)

    async def _quarantine(self, label: str, reason: str, journal: str) -> None:
        owner = self._layout.compartment(label).owner
        told = NewEvent(journal, owner=owner, data={"label": label, "severity": "CRITICAL"})
        change = Change(journal, compartment=label, events=(told,))
        await self._store.flag(label, CompartmentFlag.QUARANTINED, reason, change)

    async def _shut(self, door: Door, label: str, occupied: bool | None) -> None:
        holding: Holding | None = (await self._store.holdings()).get(label)
        flag = holding.flag if holding else None
        left = await self._left_by(door)
        if not left and flag is not CompartmentFlag.LEFT_OPEN:
            return
        if flag in DOUBTFUL:
            occupied = None
        for intent in left:
            if (change := await self._late(intent, occupied)) is not None:
                await self._store.settle_intent(intent.id, IntentState.CLOSED, change)
        await self._is_shut(door, label, flag)

    async def _is_shut(self, door: Door, label: str, flag: CompartmentFlag | None) -> None:
        if flag is CompartmentFlag.LEFT_OPEN and not self._open_at(label, but=door.id):
            done = Change("compartment.shut", compartment=label)
            await self._store.flag(label, None, "", done)

    def _names(self, label: str) -> list[str]:
        """Of what stands open there; of the compartment where nobody sees which door it is."""
        return [str(door) for door in self._open_at(label)] or [label]

    def _open_at(self, label: str, but: DoorId | None = None) -> list[DoorId]:
        """Which doors of this compartment stand open; it may have one behind."""
        here = (c for c in self._layout.compartments() if c.label == label)
        others = (door.id for one in here for door in one.doors if door.id != but)
        return [door for door in others if self.stands_open(door)]

    async def _left_by(self, door: Door) -> tuple[Intent, ...]:
        """The unlocks after which this door stood open, of each reservation the last: the store
        ends those before it together with it."""
        unsettled = await self._store.unsettled_intents()
        left = (i for i in unsettled if i.door == door.id and i.state in STOOD_OPEN)
        return tuple({i.reservation: i for i in left}.values())

    async def _late(self, intent: Intent, occupied: bool | None) -> Change | None:
        if intent.reservation is None:
            return Change("door.shut_late", compartment=intent.door.partition("/")[0])
        reservation = await self._store.reservation(intent.reservation)
        if reservation is None:
            return None
        rules = self._rules[reservation.owner]
        return settling.shut_late(intent, reservation, occupied, rules)
