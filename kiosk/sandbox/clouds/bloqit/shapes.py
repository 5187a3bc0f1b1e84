"""Request bodies, field by field as the document lists them."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, StrictBool

from kiosk.sandbox.clouds.bloqit.kinds import (
    Action,
    AtLeastOne,
    Channel,
    Code,
    Codes,
    Free,
    Hours,
    Id,
    Instant,
    Latitude,
    Longitude,
    Operation,
    PickUpCode,
    Text,
)
from kiosk.sandbox.clouds.bloqit.words import EventType, LockerType, spelled


class Asked(BaseModel):
    """A request body; a field the document does not know is more likely a slip than a wish."""

    model_config = ConfigDict(extra="forbid", alias_generator=spelled)


class Place(Asked):
    """The location of a bloq; the document does not open this object."""

    latitude: Latitude
    longitude: Longitude


class UpdateBloq(Asked):
    active: StrictBool | None = None
    title: Text | None = None
    city: Text | None = None
    code: Text | None = None
    address: Text | None = None
    postal_code: Text | None = None
    location: Place | None = None
    max_rent_time_hour: AtLeastOne | None = None
    max_rent_delivery_time_hour: AtLeastOne | None = None
    max_rent_collect_time_hour: AtLeastOne | None = None
    metadata: Free | None = None


class Several(Asked):
    lockers: list[Id]


class Availability(Asked):
    active: StrictBool


class Label(Asked):
    content: Free | None = None


class Expiry(Asked):
    """Its only field is not marked as required; without it there is nothing to do."""

    expiry_date: Instant


class UpdateRent(Asked):
    expiry_date: Instant | None = None
    delivery_date_limit: Instant | None = None
    collect_time_limit: Hours | None = None
    external_id: Text | None = None
    drop_off_code: Code | None = None
    desired_locker_type: LockerType | None = None
    label_content: Free | None = None
    label_template_id: Text | None = None
    pick_up_codes: Codes | None = None
    operation_type: Operation | None = None
    pre_pick_up_actions: list[Action] | None = None
    carrier: Text | None = None


class AboutCustomer(Asked):
    name: Text | None = None
    email: Text | None = None
    phone_number: Text | None = None


class StartStore(Asked):
    pick_up_codes: Codes | None = None


class EndStore(Asked):
    open_locker: StrictBool = False


class StartSend(StartStore):
    phone_number: Text


class CreateDelivery(UpdateRent):
    notification_options: list[Channel] | None = None
    customer: AboutCustomer | None = None
    pick_up_code: PickUpCode | None = None


class CreateReturn(Asked):
    expiry_date: Instant | None = None
    delivery_date_limit: Instant | None = None
    collect_time_limit: Instant | None = None
    notification_options: list[Channel] | None = None
    external_id: Text | None = None
    customer: AboutCustomer | None = None
    pick_up_codes: Codes | None = None


class Reserve(Asked):
    customer: AboutCustomer | None = None


class CreateLocation(Asked):
    address: Text
    latitude: Latitude
    longitude: Longitude
    external_id: Text | None = None
    name: Text | None = None
    metadata: Free | None = None


class UpdateLocation(Asked):
    address: Text | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    external_id: Text | None = None
    name: Text | None = None
    metadata: Free | None = None
    state: Literal["churned"] | None = None


class CreateWebhook(Asked):
    url: Text
    enabled_events: list[EventType]
    description: Text | None = None
    secret: Text | None = None


class UpdateWebhook(Asked):
    url: Text | None = None
    enabled_events: list[EventType] | None = None
    description: Text | None = None
    secret: Text | None = None
