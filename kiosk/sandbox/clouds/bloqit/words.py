"""The document's closed lists, and how its ids and times are written."""

from datetime import UTC, datetime
from enum import StrEnum

HEX24 = r"^[0-9a-fA-F]{24}$"
"""An id as the samples show it."""


class LockerType(StrEnum):
    XS = "XS"
    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


class RentType(StrEnum):
    STORE = "store"
    SEND = "send"
    DELIVERY = "delivery"
    RETURN = "return"


class State(StrEnum):
    """The thirteen states of a rent."""

    CREATED = "created"
    STARTING = "starting"
    IN_PROGRESS = "in_progress"
    LOCKER_OPENED = "locker_opened"
    COLLECT_ITEM = "collect_item"
    PRICE_CALCULATION = "price_calculation"
    PAYMENT_ATTEMPT = "payment_attempt"
    EXPIRED = "expired"
    FINISHED = "finished"
    RESERVED = "reserved"
    CANCELLED = "cancelled"
    IN_TRANSIT = "in_transit"
    READY_FOR_PICKUP = "ready_for_pickup"


class Source(StrEnum):
    """Where the action behind an event started."""

    ADMIN = "bloq_it_admin"
    LOCKER = "locker"
    API = "public_api"
    EXPIRATION = "expiration"


class EventType(StrEnum):
    """The table of event types of the section on webhooks."""

    LOCKER_OPENED = "locker.locker_opened"
    LOCKER_CLOSED = "locker.locker_closed"
    LOCKER_TIMEOUT = "locker.locker_timeout"
    OPEN_WARNING = "locker.open_warning"
    LOCKER_ACTIVE = "locker.locker_active"
    LOCKER_INACTIVE = "locker.locker_inactive"
    LOCKER_CREATED = "locker.created"
    OPEN_LOCKER_ERROR = "locker.open_locker_error"
    SPONTANEOUS_OPENING = "locker.spontaneous_locker_opening"
    MAINTENANCE_STATUS = "locker.maintenance_status_update"
    RENT_CREATED = "rent.created"
    RENT_STARTED = "rent.started"
    RENT_IN_PROGRESS = "rent.in_progress"
    RENT_LOCKER_OPENED = "rent.locker_opened"
    RENT_COLLECT_ITEM = "rent.collect_item"
    RENT_PRICE_CALCULATION = "rent.price_calculation"
    RENT_FINISHED = "rent.finished"
    RENT_RESERVED = "rent.reserved"
    RENT_CANCELLED = "rent.cancelled"
    RENT_EXPIRED = "rent.expired"
    RENT_EXTENDED = "rent.extended"
    RENT_IN_TRANSIT = "rent.in_transit"
    RENT_READY_FOR_PICKUP = "rent.ready_for_pickup"
    NOTIFICATION_SENT = "rent.automatic_notification_sent"
    DROP_OFF_CONFIRMATION = "rent.drop_off_confirmation"
    DROP_OFF_CANCELLATION = "rent.drop_off_cancellation"
    DROP_OFF_CODE_CHECK = "rent.drop_off_code_check"
    DROP_OFF_CODE_CHECK_OFFLINE = "rent.drop_off_code_check_offline"
    PIN_ATTEMPT = "rent.pin_attempt"
    OFFLINE_DROPOFF = "rent.offline_dropoff"
    WAITING_OFFLINE_DROPOFF = "rent.waiting_offline_dropoff_sync"
    LABEL_PRINTED = "bloq.label_printed"
    PRINT_LABEL_ERROR = "bloq.print_label_error"
    RECONNECTED = "bloq.reconnected"
    BLOQ_CREATED = "bloq.created"
    BLOQ_ACTIVE = "bloq.active"
    BLOQ_INACTIVE = "bloq.inactive"
    COURIER_AUTHENTICATION = "bloq.courier_authentication"
    COURIER_LOGOUT = "bloq.courier_logout"
    CUSTOMER_CREATED = "customer.customer_created"
    CUSTOMER_UPDATED = "customer.customer_updated"
    CUSTOMER_DELETED = "customer.customer_deleted"


# The one state without an event of its own is payment_attempt: it shows by reading only.
STATE_EVENTS = {
    State.CREATED: EventType.RENT_CREATED,
    State.STARTING: EventType.RENT_STARTED,
    State.IN_PROGRESS: EventType.RENT_IN_PROGRESS,
    State.LOCKER_OPENED: EventType.RENT_LOCKER_OPENED,
    State.COLLECT_ITEM: EventType.RENT_COLLECT_ITEM,
    State.PRICE_CALCULATION: EventType.RENT_PRICE_CALCULATION,
    State.EXPIRED: EventType.RENT_EXPIRED,
    State.FINISHED: EventType.RENT_FINISHED,
    State.RESERVED: EventType.RENT_RESERVED,
    State.CANCELLED: EventType.RENT_CANCELLED,
    State.IN_TRANSIT: EventType.RENT_IN_TRANSIT,
    State.READY_FOR_PICKUP: EventType.RENT_READY_FOR_PICKUP,
}


def stamp(at: datetime) -> str:
    """As in the samples: 2020-10-13T14:56:39.561Z."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def spelled(name: str) -> str:
    """The document's spelling of a field: ``bloq_id`` is bloqID, ``pick_up_codes`` pickUpCodes."""
    ids = {"id": "ID", "ids": "IDs"}
    head, *rest = name.split("_")
    return head + "".join(ids.get(part, part.capitalize()) for part in rest)
