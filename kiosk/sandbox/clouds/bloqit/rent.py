"""Rents, customers and places as this cloud keeps them."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.sandbox.clouds.bloqit.words import LockerType, RentType, State

ENDED = frozenset({State.FINISHED})
PICKED_UP = frozenset(
    {State.COLLECT_ITEM, State.PRICE_CALCULATION, State.PAYMENT_ATTEMPT, State.FINISHED}
)
"""The pick-up phase is over or under way."""


@dataclass(slots=True)
class Customer:
    customer_id: str
    created_at: datetime
    updated_at: datetime
    name: str | None = None
    email: str | None = None
    phone_number: str | None = None
    external_id: str | None = None


@dataclass(slots=True)
class Location:
    """A place where a Bloq stands or may stand."""

    location_id: str
    address: str
    latitude: float
    longitude: float
    external_id: str | None = None
    name: str | None = None
    metadata: dict[str, object] = field(default_factory=dict)
    state: str = "created"


@dataclass(frozen=True, slots=True)
class Step:
    """One state a rent went through."""

    state: State
    at: datetime


@dataclass(slots=True)
class Rent:
    """The right to use one locker for one item."""

    rent_id: str
    type: RentType
    state: State
    start_date: datetime
    bloq_id: str | None = None
    locker_id: str | None = None
    customer_id: str | None = None
    external_id: str | None = None
    expiry_date: datetime | None = None
    end_date: datetime | None = None
    delivery_date_limit: datetime | None = None
    collect_time_limit: int | datetime | None = None
    """Hours on a delivery, a date on a return: that is how the document has it."""
    pick_up_codes: dict[str, str] = field(default_factory=dict)
    pick_up_code: str | None = None
    drop_off_code: str | None = None
    phone_number: str | None = None
    desired_locker_type: LockerType | None = None
    label_content: dict[str, object] | None = None
    label_template_id: str | None = None
    notification_options: list[str] = field(default_factory=list)
    operation_type: str | None = None
    carrier: str | None = None
    pre_pick_up_actions: list[str] = field(default_factory=list)
    previous_rent_id: str | None = None
    steps: list[Step] = field(default_factory=list)

    @property
    def active(self) -> bool:
        """A rent that has not finished."""
        return self.state not in ENDED

    def reached(self, state: State, since: datetime, until: datetime) -> bool:
        return any(step.state is state and since <= step.at <= until for step in self.steps)

    def before_this(self) -> State:
        """The state it was in before the present one."""
        return self.steps[-2].state if len(self.steps) > 1 else self.state
