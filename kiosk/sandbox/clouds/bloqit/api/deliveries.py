"""Delivery operations."""

from typing import Annotated

from fastapi import APIRouter, Query

from kiosk.sandbox.clouds.bloqit import creating, journeys, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import RENT, Delivery, Deposit, Here
from kiosk.sandbox.clouds.bloqit.kinds import AnyBloq, AnyCustomer, AnyLocker
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.rules import Move
from kiosk.sandbox.clouds.bloqit.words import LockerType

router = APIRouter(prefix="/deliveries", tags=["Delivery Operations"])

Body = views.Body
Kind = Annotated[LockerType | None, Query(alias="lockerType")]


@router.post("", **RENT, **not_printed("Create Delivery Operation"))
async def create(
    cloud: Here,
    locker_id: AnyLocker = None,
    bloq_id: AnyBloq = None,
    customer_id: AnyCustomer = None,
    wish: shapes.CreateDelivery | None = None,
) -> Body:
    asked = wish or shapes.CreateDelivery()
    return views.rent(creating.create_delivery(cloud, bloq_id, locker_id, customer_id, asked))


@router.put("/{rentID}/make", summary="Make Delivery (Place Delivery Item)", **RENT)
async def make(rent: Deposit, cloud: Here, locker_id: AnyLocker = None) -> Body:
    """Returns, too: the document has no other call to hand one in."""
    journeys.make(cloud, rent, locker_id)
    return views.rent(rent)


@router.put("/{rentID}/notify", summary="Notify Client", **RENT)
async def notify(rent: Delivery, cloud: Here) -> Body:
    journeys.notify(cloud, rent)
    return views.rent(rent)


@router.put("/{rentID}/ready-for-pickup", summary="Ready For Pickup", **RENT)
async def ready_for_pickup(rent: Delivery, cloud: Here) -> Body:
    """Limited depending on the plan."""
    cloud.must_have("ready-for-pickup")
    journeys.signal(cloud, rent, Move.READY)
    return views.rent(rent)


@router.put("/{rentID}/in-transit", summary="In Transit", **RENT)
async def in_transit(rent: Delivery, cloud: Here) -> Body:
    """Limited depending on the plan."""
    cloud.must_have("in-transit")
    journeys.signal(cloud, rent, Move.TRANSIT)
    return views.rent(rent)


@router.put("/{rentID}/select-locker", summary="Select Locker", **RENT)
async def select_locker(
    rent: Delivery,
    cloud: Here,
    bloq_id: AnyBloq = None,
    locker_id: AnyLocker = None,
    locker_type: Kind = None,
) -> Body:
    journeys.select_locker(cloud, rent, bloq_id, locker_id, locker_type)
    return views.rent(rent)


@router.put("/{rentID}/return", **RENT, **not_printed("Return a delivery"))
async def give_back(rent: Delivery, wish: shapes.Expiry, cloud: Here) -> Body:
    journeys.give_back(cloud, rent, wish.expiry_date)
    return views.rent(rent)
