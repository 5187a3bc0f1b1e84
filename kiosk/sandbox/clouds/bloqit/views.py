"""The state as the answers show it."""

from datetime import datetime

from kiosk.sandbox.clouds.bloqit.bank import MEASURES, Bloq, Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.events import PARTNER, Event
from kiosk.sandbox.clouds.bloqit.hooks import Webhook
from kiosk.sandbox.clouds.bloqit.rent import Customer, Location, Rent
from kiosk.sandbox.clouds.bloqit.words import spelled, stamp

Body = dict[str, object]


def locker(one: Locker) -> Body:
    return {
        "_id": one.locker_id,
        "rent": one.rent_id,
        "charger": True,
        "objectDetection": False,
        "isOpen": one.is_open,
        "lastDoorOpeningTimestamp": stamp(one.last_opened) if one.last_opened else "null",
        "lockerTitle": one.title,
        "bloq": one.bloq_id,
        "type": one.type,
        "active": one.active,
    }


def bloq(one: Bloq) -> Body:
    return {
        "_id": one.bloq_id,
        "active": one.active,
        "details": {
            "title": one.title,
            "city": one.city,
            "address": one.address,
            "postalCode": one.postal_code,
            "metadata": one.metadata,
        },
        "code": one.code,
        "createdAt": stamp(one.created_at),
        "updatedAt": stamp(one.updated_at),
        "maxRentTimeHour": one.max_rent_hours,
        "maxRentDeliveryTimeHour": one.max_delivery_hours,
        "maxRentCollectTimeHour": one.max_collect_hours,
        "supports": list(one.supports),
        "location": _point(one.latitude, one.longitude),
        "price": {"amount": "0", "currency": "EUR"},
        "lockersMeasures": {
            kind: dict(zip(("width", "height", "depth"), measures, strict=True))
            for kind, measures in MEASURES.items()
        },
        "status": {"online": one.online},
        "lockers": [locker(each) for each in one.lockers.values()],
    }


def rent(one: Rent) -> Body:
    """With the ids of customer and locker, as in lists and after actions."""
    body: Body = {
        "_id": one.rent_id,
        "type": one.type,
        "state": one.state,
        "states": [{"state": step.state, "createdAt": stamp(step.at)} for step in one.steps],
        "customer": one.customer_id,
        "startDate": stamp(one.start_date),
        "details": _details(one),
        "locker": one.locker_id,
        "pricing": {"amount": "0", "currency": "EUR"},
        "notificationOptions": list(one.notification_options),
    }
    # Samples show the end of a finished rent and the expiry of any other.
    if one.end_date is not None:
        body["endDate"] = stamp(one.end_date)
    else:
        body["expiryDate"] = stamp(one.expiry_date) if one.expiry_date else None
    return body


def whole_rent(cloud: Cloud, one: Rent) -> Body:
    """With customer and locker as objects, as the two samples of a single rent show it."""
    known = cloud.customers.get(one.customer_id or "")
    return rent(one) | {
        "customer": customer(known) if known else one.customer_id,
        "locker": locker(cloud.locker(one.locker_id)) if one.locker_id else None,
    }


def customer(one: Customer) -> Body:
    return {
        "_id": one.customer_id,
        "partner": PARTNER,
        "name": one.name,
        "email": one.email,
        "phoneNumber": one.phone_number,
        "externalID": one.external_id,
        "createdAt": stamp(one.created_at),
        "updatedAt": stamp(one.updated_at),
    }


def location(one: Location) -> Body:
    return {
        "_id": one.location_id,
        "address": one.address,
        "externalID": one.external_id,
        "name": one.name,
        "location": _point(one.latitude, one.longitude),
        "state": one.state,
        "metadata": one.metadata,
    }


def webhook(one: Webhook) -> Body:
    return {
        "_id": one.webhook_id,
        "description": one.description,
        "url": one.url,
        "updatedAt": stamp(one.updated_at),
        "enabledEvents": list(one.enabled_events),
    }


def event(one: Event) -> Body:
    return {**one.payload(), "createdAt": stamp(one.at)}


_DETAILS = (
    "bloq_id", "external_id", "delivery_date_limit", "collect_time_limit", "pick_up_codes",
    "pick_up_code", "drop_off_code", "phone_number", "desired_locker_type", "label_content",
    "label_template_id", "operation_type", "carrier", "pre_pick_up_actions", "previous_rent_id",
)  # fmt: skip


def _details(one: Rent) -> Body:
    """The document keeps this object closed; codes and the rest are read to be in there."""
    found: Body = {}
    for name in _DETAILS:
        value = getattr(one, name)
        if value not in (None, [], {}):
            spelling = "bloq" if name == "bloq_id" else spelled(name)
            found[spelling] = stamp(value) if isinstance(value, datetime) else value
    return found


def _point(latitude: float, longitude: float) -> Body:
    return {"type": "Point", "coordinates": [longitude, latitude]}
