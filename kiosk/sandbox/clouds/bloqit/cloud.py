"""Everything this cloud remembers, in memory and until the next reset."""

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random

from kiosk.sandbox.clouds.bloqit.bank import Bloq, Locker, make_bloq
from kiosk.sandbox.clouds.bloqit.couriers import CourierKey
from kiosk.sandbox.clouds.bloqit.events import Event
from kiosk.sandbox.clouds.bloqit.hooks import Hooks, Webhook
from kiosk.sandbox.clouds.bloqit.refusals import Refused, unknown
from kiosk.sandbox.clouds.bloqit.rent import Customer, Location, Rent, Step
from kiosk.sandbox.clouds.bloqit.words import STATE_EVENTS, EventType, Source, State
from kiosk.sandbox.clouds.clock import SandboxClock

HERE = (38.707163, -9.135517)
"""Lisbon, as in the document's sample of a location."""
NEXT_DOOR = (38.711163, -9.135517)
NEIGHBOUR_ID = "5e5fbcebd1195468b647aa99"
KEPT = 100_000
"""Older events are forgotten, so that a sandbox may run for weeks."""
PLAN = ("ready-for-pickup", "in-transit", "finish-return")
"""The features the document calls limited by the plan."""


class Cloud:
    """Bloqs, rents, customers, places, webhooks and the history of it all."""

    def __init__(
        self,
        *,
        own_doors: bool,
        bloq_id: str,
        titles: Sequence[str],
        clock: SandboxClock,
        hooks: Hooks,
    ) -> None:
        self.own_doors = own_doors
        self.bloq_id = bloq_id
        self.clock = clock
        self.hooks = hooks
        self.courier_key = CourierKey()
        self._titles = tuple(titles)
        self.reset()

    def reset(self) -> None:
        now = self.now()
        self.bloqs = {
            self.bloq_id: make_bloq(self.bloq_id, self._titles, HERE, now),
            NEIGHBOUR_ID: make_bloq(NEIGHBOUR_ID, self._titles, NEXT_DOOR, now, 1),
        }
        self.rents: dict[str, Rent] = {}
        self.customers: dict[str, Customer] = {}
        self.locations: dict[str, Location] = {}
        self.webhooks: dict[str, Webhook] = {}
        self.events: deque[Event] = deque(maxlen=KEPT)
        self.prints: deque[dict[str, object]] = deque(maxlen=KEPT)
        self.plan = set(PLAN)
        self.same_code: str | None = None
        self.payments_wait = False
        self.hooks.reset()
        # The same seed each time: a failing run of the tests can be had again.
        self._random = Random(2025)

    def now(self) -> datetime:
        return self.clock.now()

    def new_id(self) -> str:
        return f"{self._random.getrandbits(96):024x}"

    def code(self) -> str:
        """A code for a rent that brought none; all alike when a test asked for that."""
        return self.same_code or f"{self._random.randrange(1_000_000):06}"

    def bloq(self, bloq_id: str) -> Bloq:
        if bloq_id not in self.bloqs:
            raise unknown("bloq")
        return self.bloqs[bloq_id]

    def locker(self, locker_id: str) -> Locker:
        for bloq in self.bloqs.values():
            if locker_id in bloq.lockers:
                return bloq.lockers[locker_id]
        raise unknown("locker")

    def rent(self, rent_id: str) -> Rent:
        if rent_id not in self.rents:
            raise unknown("rent")
        return self.rents[rent_id]

    def customer(self, customer_id: str) -> Customer:
        if customer_id not in self.customers:
            raise unknown("customer")
        return self.customers[customer_id]

    def webhook(self, webhook_id: str) -> Webhook:
        if webhook_id not in self.webhooks:
            raise unknown("webhook")
        return self.webhooks[webhook_id]

    def must_have(self, feature: str) -> None:
        """Raises Refused 403 where the plan lacks this feature."""
        if feature not in self.plan:
            raise Refused(403, "Your plan does not include this feature.")

    def move(self, rent: Rent, state: State, source: Source, price: str | None = None) -> None:
        """Change the state, and tell it; a finished rent lets go of its locker."""
        rent.state = state
        rent.steps.append(Step(state, self.now()))
        if state in STATE_EVENTS:
            self.tell(STATE_EVENTS[state], source, rent=rent, price=price)
        if state is State.FINISHED:
            rent.end_date = self.now()
            self.release(rent)

    def release(self, rent: Rent) -> None:
        if rent.locker_id is not None:
            locker = self.locker(rent.locker_id)
            locker.rent_id = None if locker.rent_id == rent.rent_id else locker.rent_id

    def tell(
        self,
        kind: EventType,
        source: Source,
        *,
        rent: Rent | None = None,
        locker: Locker | None = None,
        bloq_id: str | None = None,
        customer_id: str | None = None,
        price: str | None = None,
        message: str | None = None,
        metadata: Mapping[str, object] | None = None,
    ) -> Event:
        """Write the event into the history and send it to whoever subscribed."""
        event = Event(
            event_id=self.new_id(),
            type=kind,
            at=self.now(),
            source=source,
            rent=rent.rent_id if rent else locker.rent_id if locker else None,
            bloq=bloq_id or (rent.bloq_id if rent else locker.bloq_id if locker else None),
            locker=locker.locker_id if locker else rent.locker_id if rent else None,
            customer=customer_id or (rent.customer_id if rent else None),
            price=price,
            message=message,
            metadata=metadata,
        )
        self.events.append(event)
        for hook in self.webhooks.values():
            if kind in hook.enabled_events:
                self.hooks.post(hook, event)
        return event
