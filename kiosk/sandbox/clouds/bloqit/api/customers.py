"""Customers, and the couriers' tokens."""

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import TypeAdapter, ValidationError

from kiosk.sandbox.clouds.bloqit import creating, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here
from kiosk.sandbox.clouds.bloqit.couriers import span
from kiosk.sandbox.clouds.bloqit.kinds import CustomerID, Free, Id, Limit, Page
from kiosk.sandbox.clouds.bloqit.listing import cut, paged
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.refusals import invalid
from kiosk.sandbox.clouds.bloqit.rent import Customer
from kiosk.sandbox.clouds.bloqit.shown import CustomerShown, PageShown, TokenShown
from kiosk.sandbox.clouds.bloqit.words import EventType, Source

router = APIRouter()

Body = views.Body
_CUSTOMER: dict[str, Any] = {"response_model": CustomerShown, "tags": ["Customers"]}
_FREE = TypeAdapter[dict[str, Any]](Free)
_IDS = TypeAdapter[list[str]](list[Id])


async def customer_of(customer_id: CustomerID, cloud: Here) -> Customer:
    return cloud.customer(customer_id)


OneCustomer = Annotated[Customer, Depends(customer_of)]


@router.post("/customers", **_CUSTOMER, **not_printed("Create a Customer"))
async def create(about: shapes.AboutCustomer, cloud: Here) -> Body:
    return views.customer(creating.new_customer(cloud, about))


@router.get(
    "/customers",
    summary="List all Customers",
    tags=["Customers"],
    response_model=PageShown[CustomerShown],
)
async def list_customers(
    cloud: Here,
    page: Page = 1,
    limit: Limit = 10,
    having: Annotated[Literal["all", "with", "without"], Query(alias="withActiveRents")] = "all",
) -> Body:
    busy = {rent.customer_id for rent in cloud.rents.values() if rent.active}
    found = [
        each
        for each in cloud.customers.values()
        if having == "all" or (each.customer_id in busy) == (having == "with")
    ]
    return paged(found, [views.customer(each) for each in cut(found, page, limit)], page, limit)


@router.get("/customers/{customerID}", summary="Retrieve a Customer", **_CUSTOMER)
async def get_customer(customer: OneCustomer) -> Body:
    return views.customer(customer)


@router.put("/customers/{customerID}", **_CUSTOMER, **not_printed("Update a Customer"))
async def update(customer: OneCustomer, about: shapes.AboutCustomer, cloud: Here) -> Body:
    for name in ("name", "email", "phone_number"):
        setattr(customer, name, getattr(about, name) or getattr(customer, name))
    customer.updated_at = cloud.now()
    cloud.tell(EventType.CUSTOMER_UPDATED, Source.API, customer_id=customer.customer_id)
    return views.customer(customer)


@router.delete("/customers/{customerID}", summary="Delete a Customer", **_CUSTOMER)
async def delete(customer: OneCustomer, cloud: Here) -> Body:
    del cloud.customers[customer.customer_id]
    cloud.tell(EventType.CUSTOMER_DELETED, Source.API, customer_id=customer.customer_id)
    return views.customer(customer)


@router.get(
    "/couriers/courier-auth/create-token",
    summary="Get Courier Auth Token",
    tags=["Couriers"],
    response_model=TokenShown,
)
async def create_token(
    request: Request,
    cloud: Here,
    courier_id: Annotated[str, Query(alias="courierID", min_length=1, max_length=256)],
    expires: Annotated[str, Query(alias="expirationDate", max_length=64)] = "1day",
    metadata: Annotated[str | None, Query(description="a JSON object")] = None,
    # Only for the description: the array may be written in several ways.
    bloq_ids: Annotated[list[str] | None, Query(alias="bloqIDs")] = None,
) -> Body:
    now = cloud.now()
    until = now + span(expires)
    token = cloud.courier_key.token(
        courier_id, now.timestamp(), until.timestamp(), _bloqs(request), _metadata(metadata)
    )
    return {"token": token}


def _bloqs(request: Request) -> list[str]:
    words = [
        word
        for name, value in request.query_params.multi_items()
        if name == "bloqIDs" or (name.startswith("bloqIDs[") and name.endswith("]"))
        for word in value.split(",")
        if word
    ]
    try:
        return _IDS.validate_python(words)
    except ValidationError as error:
        raise invalid("bloqIDs") from error


def _metadata(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    try:
        return _FREE.validate_python(json.loads(text))
    except (ValidationError, ValueError, RecursionError) as error:
        raise invalid("metadata") from error
