"""The webhooks of this cloud: recorded, and sent where a URL was given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from kiosk.sandbox.clouds.kioskforce.machine import Bank
from kiosk.sandbox.clouds.kioskforce.reservation import Reservation
from kiosk.sandbox.clouds.kioskforce.times import stamp


class EventType(StrEnum):
    """Values from the vendor's change log of 1.0.299, but "abandoned": that name is a guess."""

    RESERVATION_CREATED = "EVENT_TYPE_RESERVATION_CREATED"
    DROPOFF = "EVENT_TYPE_DROPOFF"
    PICKUP = "EVENT_TYPE_PICKUP"
    RESERVATION_CANCELLED = "EVENT_TYPE_RESERVATION_CANCELLED"
    PICKUP_FAILED = "EVENT_TYPE_PICKUP_FAILED"
    PICKUP_ABANDONED = "EVENT_TYPE_PICKUP_ABANDONED"
    OPEN_DOOR_FULFILLED = "EVENT_TYPE_OPEN_DOOR_FULFILLED"


# drop_off_event is in the vendor's sample; the others are named after its pattern.
_DETAILS = {
    EventType.RESERVATION_CREATED: "reservation_created_event",
    EventType.DROPOFF: "drop_off_event",
    EventType.PICKUP: "pickup_event",
    EventType.RESERVATION_CANCELLED: "reservation_cancelled_event",
    EventType.PICKUP_FAILED: "pickup_failed_event",
    EventType.PICKUP_ABANDONED: "pickup_abandoned_event",
    EventType.OPEN_DOOR_FULFILLED: "open_door_fulfilled_event",
}


@dataclass(slots=True)
class Webhook:
    """One POST; without a URL of its own it goes to the global one, where there is one."""

    url: str | None
    headers: dict[str, str]
    body: dict[str, object]
    tries: int = 0
    status: int | None = None
    """What the other end answered last."""


def webhook(
    event: EventType,
    reservation: Reservation,
    bank: Bank,
    now: datetime,
    details: Mapping[str, object],
    request_id: str | None = None,
) -> Webhook:
    """The flat body of 1.0.299 with one typed part."""
    cell = bank.cells.get(reservation.cell)
    named = {"description": reservation.cell, "cell_id": cell.cell_id if cell else ""}
    body: dict[str, object] = {
        "event_id": f"evt_{uuid4()}",
        "idempotency_key": f"idem_{uuid4().hex}",
        "event_time_unix_timestamp": int(now.timestamp()),
        "event_time_timestamp": stamp(now),
        "platform_order_id": reservation.platform_order_id,
        "reservation_id": reservation.reservation_id,
        "event_type": event,
        _DETAILS[event]: {
            "source_type": "SOURCE_TYPE_MACHINE",  # the only value the sample shows
            "cell": named,
            "machine": {"machine_id": bank.machine_id},
            **details,
        },
    }
    headers = {"X-Platform-Order-Id": reservation.platform_order_id}
    if request_id is not None:
        headers["X-Request-ID"] = request_id
    return Webhook(reservation.webhook_url, headers, body)
