"""Store and send operations."""

from typing import Annotated

from fastapi import APIRouter, Query

from kiosk.sandbox.clouds.bloqit import creating, journeys, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import RENT, Here, Store
from kiosk.sandbox.clouds.bloqit.kinds import AnyCustomer, Id
from kiosk.sandbox.clouds.bloqit.readings import not_printed

router = APIRouter()

Needed = Annotated[Id, Query(alias="lockerID")]


@router.post("/stores", tags=["Store Operations"], **RENT, **not_printed("Start a Store operation"))
async def start_store(
    cloud: Here,
    locker_id: Needed,
    customer_id: AnyCustomer = None,
    wish: shapes.StartStore | None = None,
) -> views.Body:
    rent = creating.start_store(cloud, locker_id, customer_id, wish or shapes.StartStore())
    return views.rent(rent)


@router.put(
    "/stores/{rentID}/end",
    tags=["Store Operations"],
    **RENT,
    **not_printed("Ends a Store operation"),
)
async def end_store(rent: Store, cloud: Here, wish: shapes.EndStore | None = None) -> views.Body:
    journeys.end_store(cloud, rent, open_locker=wish is not None and wish.open_locker)
    return views.rent(rent)


@router.post("/sends", tags=["Send Operations"], **RENT, **not_printed("Start a Send operation"))
async def start_send(
    cloud: Here, locker_id: Needed, wish: shapes.StartSend, customer_id: AnyCustomer = None
) -> views.Body:
    return views.rent(creating.start_store(cloud, locker_id, customer_id, wish))
