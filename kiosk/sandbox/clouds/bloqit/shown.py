"""Answers, field by field as the document's samples show them."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from kiosk.sandbox.clouds.bloqit.words import EventType, LockerType, RentType, State, spelled

Doc = TypeVar("Doc")


class Shown(BaseModel):
    model_config = ConfigDict(alias_generator=spelled)


class Identified(Shown):
    id: str = Field(alias="_id")


class PageShown(Shown, Generic[Doc]):
    total_docs: int
    page: int
    limit: int
    docs: list[Doc]


class LockerShown(Identified):
    rent: str | None
    charger: bool
    object_detection: bool
    is_open: bool
    last_door_opening_timestamp: str = Field(description='"null" until it was opened')
    locker_title: str
    bloq: str
    type: LockerType
    active: bool


class BloqShown(Identified):
    active: bool
    details: dict[str, object]
    code: str
    created_at: str
    updated_at: str
    max_rent_time_hour: int
    max_rent_delivery_time_hour: int
    max_rent_collect_time_hour: int
    supports: list[RentType]
    location: dict[str, object]
    price: dict[str, object]
    lockers_measures: dict[str, object]
    status: dict[str, object]
    lockers: list[LockerShown]


class CustomerShown(Identified):
    partner: str
    name: str | None
    email: str | None
    phone_number: str | None
    external_id: str | None
    created_at: str
    updated_at: str


class RentShown(Identified):
    """``customer`` and ``locker`` are ids, and whole objects when one rent is retrieved."""

    type: RentType
    state: State
    states: list[dict[str, object]]
    customer: CustomerShown | str | None
    start_date: str
    expiry_date: str | None = None
    end_date: str | None = None
    details: dict[str, object]
    locker: LockerShown | str | None
    pricing: dict[str, object]
    notification_options: list[str] | None = None


class LabelsShown(Shown):
    remaining_labels: str = Field(examples=["120"])


class BloqLabelsShown(LabelsShown):
    bloq: str


class LocationShown(Identified):
    address: str
    external_id: str | None
    name: str | None
    location: dict[str, object]
    state: str
    metadata: dict[str, object]


class TokenShown(Shown):
    token: str


class WebhookShown(Identified):
    description: str | None
    url: str
    updated_at: str
    enabled_events: list[EventType]


class EventShown(Identified):
    admin: str | None = None
    customer: str | None = None
    rent: str | None = None
    bloq: str | None = None
    locker: str | None = None
    price: str | None = None
    code_name: EventType
    description: str | None = None
    message: str | None = None
    title: str | None = None
    metadata: dict[str, object] | None = None
    action_initiated_by: dict[str, str]
    created_at: str = Field(description="in the history only")
