"""Return operations."""

from typing import Annotated

from fastapi import APIRouter, Query

from kiosk.sandbox.clouds.bloqit import creating, journeys, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import RENT, Here, Return
from kiosk.sandbox.clouds.bloqit.kinds import AnyBloq, AnyCustomer, AnyLocker, AnyRent, Id
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.rules import Move
from kiosk.sandbox.clouds.bloqit.words import LockerType

router = APIRouter(prefix="/returns", tags=["Return Operations"])

Body = views.Body
Kind = Annotated[LockerType | None, Query(alias="lockerType")]


@router.post("", **RENT, **not_printed("Create a Return"))
async def create(
    cloud: Here,
    locker_id: AnyLocker = None,
    bloq_id: AnyBloq = None,
    customer_id: AnyCustomer = None,
    locker_type: Kind = None,
    previous_id: AnyRent = None,
    wish: shapes.CreateReturn | None = None,
) -> Body:
    rent = creating.create_return(
        cloud,
        bloq_id=bloq_id,
        locker_id=locker_id,
        locker_type=locker_type,
        customer_id=customer_id,
        previous_id=previous_id,
        wish=wish or shapes.CreateReturn(),
    )
    return views.rent(rent)


@router.put("/{rentID}/reserve", **RENT, **not_printed("Reserve Locker"))
async def reserve(
    rent: Return,
    cloud: Here,
    bloq_id: Annotated[Id, Query(alias="bloqID")],
    locker_id: AnyLocker = None,
    locker_type: Kind = None,
    customer_id: AnyCustomer = None,
    wish: shapes.Reserve | None = None,
) -> Body:
    journeys.reserve_return(
        cloud,
        rent,
        bloq_id=bloq_id,
        locker_id=locker_id,
        locker_type=locker_type,
        customer_id=customer_id,
        about=wish.customer if wish else None,
    )
    return views.rent(rent)


@router.put("/{rentID}/finish", summary="Finish a Return", **RENT)
async def finish(rent: Return, cloud: Here) -> Body:
    """Limited depending on the plan."""
    cloud.must_have("finish-return")
    journeys.signal(cloud, rent, Move.FINISH_RETURN)
    return views.rent(rent)
