"""How a door is opened, whatever the board: all policy about locks stands here.

Intent before actuation; one unlock at a time; while one person's door is open
nobody else's is fired; only the sensor means opened.
"""

import asyncio
import logging
import uuid
from collections.abc import Callable

from kiosk.domain.errors import BoardError, DoorBusy, DoorRefused, PulsesSpent, StoreBroken
from kiosk.domain.flows.opening import PULSES
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Door, DoorId, DoorState, Layout
from kiosk.domain.model import Intent, Purpose
from kiosk.domain.policy import Policy
from kiosk.ports import Clock, Store
from kiosk.services import orders
from kiosk.services.contacts import Contacts
from kiosk.services.locks import Locks
from kiosk.services.orders import NOBODY, REFUSALS, Opened, Order, Stayed
from kiosk.services.pulses import Pulses
from kiosk.services.reminders import Reminders

log = logging.getLogger(__name__)

NOT_FIRED = {Failure.TURNED_AWAY, Failure.LATER}
"""Nothing will open: whoever owns the lock said so."""


class Doors:
    """The only one who fires locks."""

    order: Order | None = None
    """By whose right the door in hand was fired."""

    def __init__(
        self,
        layout: Layout,
        locks: Locks,
        contacts: Contacts,
        store: Store,
        clock: Clock,
        policy: Policy,
    ) -> None:
        self.owner_shut: Callable[[bool | None, float | None], None] = lambda _in, _for: None
        """Hears that the person's door was shut, if it is occupied, how long (s) it was open."""
        self.still_open: Callable[[int], None] = lambda _stage: None
        """Hears that this door stands open, in stages 1, 2, 3."""
        self.sighted: Callable[[bool], None] = lambda _seen: None
        """Hears that the person's open door is shown no more, or again."""
        self.opened_late: Callable[[str], None] = lambda _intent: None
        """Hears that the person's door opened without a new pulse, with its last intent."""
        self.strange: Callable[[Door, str], None] = lambda _door, _what: None
        """Hears of a door that moved without us: "by_itself", "with_another", "shut", "faulty"."""
        self.gives_way: Callable[[Door], None] = lambda _door: None
        """Hears, while it still is ``order``, that another's takes its place, for this door."""
        self.shut_in_hand: Callable[[Door, Order, str], None] = lambda _door, _order, _intent: None
        """Hears that the door of this order was shut: what had it open before ends with it."""
        self.recovering: Callable[[DoorId], bool] = lambda _door: False
        """Whether what this door shows first after the start is still somebody else's to settle."""
        self.cramped: Callable[[], bool] = lambda: False
        """Whether there is room for the most needed only: parcels go out, and none comes in."""
        self._layout, self._locks, self._contacts = layout, locks, contacts
        self._store, self._clock, self._policy = store, clock, policy
        self._one_at_a_time = asyncio.Lock()
        self._owner: Door | None = None
        self._firing: DoorId | None = None
        self._fired: DoorId | None = None
        self._intent: str | None = None
        self._open_since: float | None = None
        self._stretch = 1.0
        self._pulses, self._reminders = Pulses(policy.stagger_ms / 1000), Reminders(policy)
        self._reminders.due = self._still_open
        contacts.moved, contacts.sighted = self._moved, self._sighted
        contacts.fluttered = lambda door: self.strange(door, "faulty")

    async def open(self, order: Order, *, stretch: float = 1.0) -> Opened | Stayed:
        """Commit the intent, fire once, and wait for the sensor.

        ``stretch`` lengthens the reminders (access mode).
        """
        async with self._one_at_a_time:
            door = self._layout.door(order.door)
            try:
                if order.purpose is Purpose.DROPOFF and self.cramped():
                    return Stayed(Failure.NO_MEMORY)
                self._refuse_at_once(order, door)
                # Side by side: both only read, and a person waits.
                ledger, before, known = await asyncio.gather(
                    self._store.ledger(order.authorisation),
                    self._look(door),
                    self._store.reservation(order.reservation or NOBODY),
                )
                orders.judge(order, ledger, known, self._policy.openings_per_authorisation)
                intent = await self._intend(order, before)
            except DoorRefused as refusal:
                return Stayed(REFUSALS[type(refusal)])
            except BoardError:
                return Stayed(Failure.BOARD)
            except StoreBroken:
                log.exception("no durable intent, so no unlock")
                return Stayed(Failure.NO_MEMORY)
            return await self._fire(door, order, intent, stretch)

    def is_heard(self) -> bool:
        """Whether the board of the door in hand answers."""
        owner = self._owner
        return owner is None or owner.address.wire not in self._contacts.lost()

    def end_visit(self, actor: str = "consumer") -> None:
        """Its door is nobody's any more, open or not; one that another actor opened stays his."""
        if self.order is not None and self.order.actor != actor:
            return
        self._reminders.stop()
        self.order = self._owner = self._intent = None

    async def aclose(self) -> None:
        """Stop the reminders."""
        self._reminders.stop()

    def _refuse_at_once(self, order: Order, door: Door) -> None:
        owner = self._owner
        if (
            owner is not None
            and owner.id != door.id
            and self._contacts.state(owner.id) is DoorState.OPEN
        ):
            raise DoorBusy(owner.id)
        if order.pulse > PULSES:
            raise PulsesSpent(order.authorisation)

    async def _look(self, door: Door) -> DoorState:
        """One fresh reading: no answer, no unlock."""
        await self._contacts.read(door.address.wire)
        return self._contacts.state(door.id)

    async def _intend(self, order: Order, before: DoorState) -> str:
        intent = Intent(
            id=uuid.uuid4().hex,
            door=order.door,
            authorisation=order.authorisation,
            reservation=order.reservation,
            purpose=order.purpose,
            actor=order.actor,
            before=before.value,
            pulse=order.pulse,
            at=self._clock.now(),
        )
        await self._store.intend(intent)
        return intent.id

    async def _fire(self, door: Door, order: Order, intent: str, stretch: float) -> Opened | Stayed:
        await asyncio.sleep(self._pulses.rest(door.supply, self._clock.monotonic()))
        self._reminders.stop()
        if self.order is not None and self.order.authorisation != order.authorisation:
            self.gives_way(door)
        self.order, self._owner, self._intent, self._stretch = order, door, intent, stretch
        self._open_since = None
        self._firing = self._fired = door.id
        self._contacts.awake = True
        self._contacts.expect(door.id)
        try:
            failure = await self._locks.fire(door, order, intent)
            self._count(self._clock.monotonic())
            opened = failure not in NOT_FIRED and await self._wait_open(door)
        except BoardError as error:
            log.warning("door %s: %s", door.id, type(error).__name__)
            self._reminders.start(stretch)  # for a door that stood open before
            return Stayed(Failure.BOARD, intent)
        finally:
            self._firing = None
            self._pulses.ended(door.supply, self._clock.monotonic())
        if not opened:
            shut = self._contacts.state(door.id) is DoorState.SHUT
            known = Failure.JAMMED if shut and failure is Failure.UNHEARD else failure
            return Stayed(known, intent)
        self._open_since = self._clock.monotonic()
        self._reminders.start(stretch)
        return Opened(intent)

    async def _wait_open(self, door: Door) -> bool:
        """Believe only the sensor; the sweep over the whole wire comes with every reading."""
        until = self._clock.monotonic() + self._policy.door_opens_within
        while self._contacts.state(door.id) is not DoorState.OPEN:
            if self._clock.monotonic() > until:
                return False
            await asyncio.sleep(0.02)
            await self._contacts.read(door.address.wire)
        return True

    def _still_open(self, stage: int) -> None:
        if self._owner and self._contacts.state(self._owner.id) is not DoorState.SHUT:
            self.still_open(stage)

    def _moved(self, door: Door, state: DoorState) -> None:
        self._contacts.awake = any(
            self._contacts.state(d.id) is DoorState.OPEN for d in self._layout.doors()
        )
        mine = self._owner is not None and self._owner.id == door.id
        if state is DoorState.OPEN and mine and self._firing == door.id:
            return
        if state is DoorState.OPEN and mine and self._intent is not None:
            # It came loose after all, or sprang back when it was pushed: still this person's.
            self._open_since = self._clock.monotonic()
            self.opened_late(self._intent)
            self._reminders.start(self._stretch)
        elif not mine and self.recovering(door.id):
            return
        elif state is DoorState.OPEN:
            self._opened_strangely(door)
        elif state is DoorState.SHUT and mine:
            self._reminders.stop()
            since, self._open_since = self._open_since, None
            open_for = None if since is None else self._clock.monotonic() - since
            if self.order is not None and self._intent is not None:
                self.shut_in_hand(door, self.order, self._intent)
            self.owner_shut(self._contacts.occupied(door.id), open_for)
        elif state is DoorState.SHUT:
            self.strange(door, "shut")

    def _sighted(self, door: Door, seen: bool) -> None:
        if self._owner is not None and self._owner.id == door.id and self._open_since is not None:
            self.sighted(seen)

    def _opened_strangely(self, door: Door) -> None:
        if self._locks.strangers:
            log.info("door %s was opened by the vendor's machine", door.id)
            return
        recent = self._pulses.shadows(self._clock.monotonic())
        with_another = (recent or self._firing) and door.id != self._fired
        self.strange(door, "with_another" if with_another else "by_itself")

    def _count(self, at: float) -> None:
        """Beyond so many unlocks an hour something is odd: an event, no refusal."""
        if self._pulses.in_an_hour(at) == self._policy.alarm_unlocks_per_hour + 1:
            log.warning("more than %s unlocks in an hour", self._policy.alarm_unlocks_per_hour)
            if self._owner is not None:
                self.strange(self._owner, "too_many")
