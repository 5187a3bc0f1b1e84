"""Mode front: the vendor's machine owns the locks; to ask its cloud is the unlock.

The intent is durable before the call. What came of it only a reading tells: an answer that was
lost is never followed by a second call before the doors were read again.
"""

import asyncio
import logging
from collections.abc import Collection, Mapping

from kiosk.domain.errors import CloudBroken, CloudBusy, CloudError, CloudSilent
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Door, DoorAddress, DoorId, Layout
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Contact
from kiosk.ports_abilities import Begins, Unlock
from kiosk.services.orders import Order
from kiosk.services.waiting import answer, asked_for

log = logging.getLogger(__name__)

RESTS = 10
"""So many times longer between two readings while no door is in hand."""
BELIEVED = 5
"""For so many readings' time the last one still counts while no newer one comes."""
LEFT_ALONE = 10.0
"""Seconds, when a cloud asks to be left alone and does not say how long."""
NEVER = float("-inf")
AWAKE_FOR = 200.0
"""Seconds after a call in which its door is in hand, if it is not seen shut before."""
READS_WITHIN = 5.0
UNLOCKS_WITHIN = 10.0
"""Seconds a person is kept waiting for the answer; then the doors are read."""
REASON = "Opened again at the locker by the holder of the code."


class FrontDoors:
    """The locks and doors of the vendor's machine, as its cloud tells of them."""

    strangers = True

    def __init__(self, cloud: Begins, layout: Layout, clock: Clock, policy: Policy) -> None:
        self._cloud = cloud
        self._clock = clock
        self._policy = policy
        self._labels = {
            door.address: compartment.label
            for compartment in layout.compartments()
            for door in compartment.doors
        }
        self._shown: Mapping[str, bool | None] = {}
        self._answered = NEVER
        """When the doors were read last, as the monotonic clock counts."""
        self._asked = NEVER
        self._not_before = NEVER
        """Until when the cloud wants to be left alone."""
        self._works = False
        self._in_hand: tuple[str, float] | None = None
        """The label that was asked for last, and when."""
        self._doubted: tuple[DoorId, str] | None = None
        """The door and the right whose call was never answered."""
        self._reading = asyncio.Lock()

    async def fire(self, door: Door, order: Order, intent: str) -> Failure:
        """Ask once for this lock; whose last call was lost is read first, and may be open."""
        label = self._labels[door.address]
        right = (door.id, order.authorisation)
        if self._doubted == right:
            await self._look()
            if not self._works or self._shown.get(label) is True:
                return Failure.UNHEARD
        self._in_hand = (label, self._clock.monotonic())
        self._shown = {**self._shown, label: None}  # what it showed before says nothing from now on
        wish = Unlock(
            request=intent,
            label=label,
            reservation=order.reservation,
            purpose=order.purpose,
            again=order.again,
            reason=REASON if order.again else "",
        )
        self._doubted = right  # until the answer is there: whoever is cut off here has asked, too
        try:
            await answer(self._cloud.unlock(wish), UNLOCKS_WITHIN)
            self._doubted, means = None, Failure.JAMMED
        except (CloudSilent, CloudBroken) as error:
            log.warning("door %s, not known whether it opens: %s", door.id, type(error).__name__)
            means = Failure.UNHEARD
        except CloudError as error:
            self._doubted = None
            log.warning("door %s is not opened: %s", door.id, type(error).__name__)
            return Failure.LATER if isinstance(error, CloudBusy) else Failure.TURNED_AWAY
        await self._look()
        return means

    async def read(self, doors: Collection[DoorAddress]) -> Mapping[DoorAddress, Contact]:
        """What the cloud showed last; asked anew as often as the policy says, at most.

        A cloud that is silent shows no door: that is no broken wire, and home stays as it is.
        """
        async with self._reading:
            if self._clock.monotonic() - self._asked >= self._every():
                await self._ask()
        believed = BELIEVED * self._policy.front_reads_every
        if self._clock.monotonic() - self._answered > believed and not self._works:
            return {}
        shown = {address: self._shown.get(self._labels[address]) for address in doors}
        return {
            address: Contact(closed=not is_open)
            for address, is_open in shown.items()
            if is_open is not None
        }

    def hides(self, door: Door) -> bool:
        """Whether the cloud answers, and does not show this door."""
        return self._works and self._shown.get(self._labels[door.address]) is None

    async def _look(self) -> None:
        async with self._reading:
            await self._ask()

    async def _ask(self) -> None:
        if self._clock.monotonic() < self._not_before:
            return
        try:
            self._shown = dict(await answer(self._cloud.open_doors(), READS_WITHIN))
        except CloudError as error:
            if self._works:
                log.warning("the cloud does not show the doors: %s", type(error).__name__)
            self._works = False
            if isinstance(error, CloudBusy):
                wait = asked_for(error, LEFT_ALONE)
                self._not_before = self._clock.monotonic() + wait
        else:
            self._works, self._answered = True, self._clock.monotonic()
        self._asked = self._clock.monotonic()

    def _every(self) -> float:
        often = self._policy.front_reads_every
        if self._in_hand is None:
            return often * RESTS
        label, at = self._in_hand
        held = self._clock.monotonic() - at < AWAKE_FOR and self._shown.get(label) is not False
        return often if held or self._doubted else often * RESTS
