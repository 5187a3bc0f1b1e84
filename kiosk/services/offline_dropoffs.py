"""Settles with the cloud what was put in while it was silent; the parcel stays whatever it says."""

import asyncio
import logging
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.domain import offline, settling
from kiosk.domain.errors import CloudBusy, CloudError
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Channel,
    Claim,
    CompartmentFlag,
    Contents,
    Event,
    Intent,
    IntentState,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.offline import Ruling
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Cloud, Store
from kiosk.services.verdicts import Verdicts
from kiosk.services.waiting import Chance, Sleep, asked_for, back_off, repeat, sleep_unless

log = logging.getLogger(__name__)

LOOKS_EVERY = 30.0
"""Seconds until the next look when nobody wakes the loop."""
SHORTEST = 1.0
LOOKS_UP = 2
"""How often an unknown code is looked up, with a reading of the cloud in between."""
TOLD = {Channel.CLOUD.value, Channel.REPORT.value}
IN_HAND = {IntentState.UNLOCKING, IntentState.OPENED, IntentState.LEFT_OPEN}
BEGUN = {ReservationState.ANNOUNCED, ReservationState.RESERVED}


class OfflineDropoffs:
    """Asks the cloud about each, oldest first; until then nothing of it is told to anybody."""

    def __init__(
        self,
        store: Store,
        cloud: Cloud,
        clock: Clock,
        policy: Policy,
        *,
        online: Callable[[], bool | None],
        at_screen: Callable[[], ReservationId | None],
        told: Callable[[], None],
        sleep: Sleep = asyncio.sleep,
        chance: Chance = random.random,
    ) -> None:
        self._online = online
        """Whether the cloud's last call was answered; None before the first."""
        self._at_screen = at_screen
        """Whose visit is under way."""
        self._told = told
        """Hears that something was settled: the outbox may have work."""
        self._store = store
        self._verdicts = Verdicts(store, cloud)
        self._rules = cloud.rules
        self._clock = clock
        self._policy = policy
        self._sleep = sleep
        self._chance = chance
        self._woken = asyncio.Event()
        self._failures = 0
        self._rest = LOOKS_EVERY

    def wake(self) -> None:
        """The cloud answers again, or something was recorded. Call it on the I/O loop only."""
        self._woken.set()

    async def run(self) -> None:
        """Settle until cancelled."""
        await repeat("the offline drop-offs", self.once, self._pause, self._woken)

    async def _pause(self) -> None:
        await sleep_unless(self._woken, self._rest, self._sleep)

    async def once(self) -> None:
        """Settle what is due, up to the first failure of the line."""
        self._rest = LOOKS_EVERY
        if self._online() is not True:
            await self._release()
            return
        while (event := await self._next()) is not None:
            if not await self._settle(event):
                return
        self._failures = 0

    async def _next(self) -> Event | None:
        return await self._store.next_event(self._clock.now(), Channel.OFFLINE)

    async def _release(self) -> None:
        """While nobody can be asked: what stands in for nobody holds no compartment."""
        for reservation in await self._store.live_reservations():
            if offline.is_stand_in(reservation.id) and await self._has_lapsed(reservation):
                await self._store.record(settling.stood_in_vain(reservation))

    async def _settle(self, event: Event) -> bool:
        """Bring one further; False when the cloud cannot be asked now."""
        reservation = await self._known(event)
        if reservation is None:
            await self._store.delivered(event.seq)
            return True
        fired = [i for i in await self._fired(reservation) if i.state is not IntentState.FAILED]
        if not fired and await self._has_lapsed(reservation):
            return await self._forget(event, reservation)
        if not fired or fired[-1].state in IN_HAND:
            await self._later(event, LOOKS_EVERY, "its door is not shut yet")
            return True
        label = fired[-1].door.partition("/")[0]
        if not await self._lies_there(label, fired[-1], reservation):
            return await self._forget(event, reservation)
        return await self._ask(event, reservation, label)

    async def _forget(self, event: Event, reservation: Reservation) -> bool:
        """Nothing lies there: the cloud hears as always of what it knows."""
        if offline.is_stand_in(reservation.id):
            await self._store.record(settling.stood_in_vain(reservation))
        await self._store.delivered(event.seq)
        self._told()
        return True

    async def _known(self, event: Event) -> Reservation | None:
        """None when there is nothing to ask any more."""
        found = event.reservation and await self._store.reservation(event.reservation)
        if not found or found.owner is not Owner.CLOUD:
            return None
        ended = found.state in {ReservationState.CANCELLED, ReservationState.FINISHED}
        return None if ended and offline.is_stand_in(found.id) else found

    async def _fired(self, reservation: Reservation) -> tuple[Intent, ...]:
        return await self._store.intents_of(f"{reservation.id}:{Purpose.DROPOFF.value}")

    async def _lies_there(self, label: str, fired: Intent, reservation: Reservation) -> bool:
        """Whether what was put in may still lie behind the door that was opened for it."""
        holding = (await self._store.holdings()).get(label)
        last = await self._store.last_opening(fired.door)
        mine = last is None or last.reservation == reservation.id
        return mine and holding is not None and holding.contents is not Contents.EMPTY

    async def _has_lapsed(self, reservation: Reservation) -> bool:
        """Whether its door was not opened in time, and nobody stands there any more."""
        age = abs((self._clock.now() - reservation.made_at).total_seconds())
        if reservation.id == self._at_screen() or age < self._policy.walkup_hold:
            return False
        fired = await self._fired(reservation)
        return all(i.state is IntentState.FAILED for i in fired)

    async def _ask(self, event: Event, reservation: Reservation, label: str) -> bool:
        code = event.sealed.get("code", "")
        try:
            if not offline.is_stand_in(reservation.id):
                ruling = await self._verdicts.of_known(reservation, label, code)
            elif (claim := await self._verdicts.claim(code)) is not None:
                await self._recognise(reservation, label, claim)
                ruling = Ruling.AGREED
            elif event.tries < LOOKS_UP - 1:
                wait = self._policy.sync_every * 2
                await self._later(event, wait, "the cloud is read once more first", tried=True)
                return True
            else:
                ruling = await self._verdicts.of_unknown(code)
        except CloudError as error:
            self._failures += 1
            wait = back_off(self._failures, self._chance)
            self._rest = asked_for(error, wait) if isinstance(error, CloudBusy) else wait
            await self._later(event, self._rest, type(error).__name__)
            return False
        if ruling is not Ruling.AGREED:
            await self._disown(reservation, label, ruling, code)
        await self._store.delivered(event.seq)
        self._told()
        return True

    async def _recognise(self, stand_in: Reservation, label: str, claim: Claim) -> None:
        there = replace(stand_in, compartment=label)
        changes = settling.recognised(there, claim.reservation, claim.code_name, self._rules)
        await self._store.add([], *changes)
        log.info("%s stood in for %s", stand_in.id, claim.reservation.id)

    async def _disown(
        self, reservation: Reservation, label: str, ruling: Ruling, code: str
    ) -> None:
        """The door is out of use, staff are told, and what was to be told of it is set aside."""
        holding = (await self._store.holdings()).get(label)
        if holding is not None and holding.reason == ruling.value:
            return  # done before the power went
        log.warning("%s in %s: %s", reservation.id, label, ruling.value)
        for row in await self._store.outbox():
            if row["reservation"] == reservation.id and row["channel"] in TOLD:
                await self._store.park(int(str(row["seq"])), f"disowned: {ruling.value}")
        change = settling.disowned(reservation, label, ruling, code)
        await self._store.flag(label, CompartmentFlag.QUARANTINED, ruling.value, change)

    async def _later(self, event: Event, wait: float, why: str, *, tried: bool = False) -> None:
        if tried:
            await self._store.begin_delivery(event.seq)
        self._rest = min(self._rest, max(wait, SHORTEST))
        until = self._clock.now() + timedelta(seconds=wait)
        await self._store.postpone(event.seq, until, why, uncertain=False)
