"""What calls have in common: the cloud they are made on, and the objects they name."""

from typing import Annotated, Any

from fastapi import Depends, Request

from kiosk.sandbox.clouds.bloqit.bank import Bloq, Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.endings import expire
from kiosk.sandbox.clouds.bloqit.kinds import BloqID, LockerID, RentID
from kiosk.sandbox.clouds.bloqit.refusals import unknown
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.shown import RentShown
from kiosk.sandbox.clouds.bloqit.words import RentType

RENT: dict[str, Any] = {"response_model": RentShown, "response_model_exclude_unset": True}
"""A rent shows either its end or its expiry."""


async def here(request: Request) -> Cloud:
    """The cloud, on which the time has not stood still since the last call."""
    cloud: Cloud = request.app.state.bloqit
    expire(cloud)
    return cloud


Here = Annotated[Cloud, Depends(here)]


async def bloq_of(bloq_id: BloqID, cloud: Here) -> Bloq:
    return cloud.bloq(bloq_id)


OneBloq = Annotated[Bloq, Depends(bloq_of)]


async def locker_of(locker_id: LockerID, bloq: OneBloq) -> Locker:
    if locker_id not in bloq.lockers:
        raise unknown("locker")
    return bloq.lockers[locker_id]


OneLocker = Annotated[Locker, Depends(locker_of)]


async def rent_of(rent_id: RentID, cloud: Here) -> Rent:
    return cloud.rent(rent_id)


OneRent = Annotated[Rent, Depends(rent_of)]


def _of(rent: Rent, what: str, *kinds: RentType) -> Rent:
    if rent.type not in kinds:
        raise unknown(what)
    return rent


async def delivery_of(rent: OneRent) -> Rent:
    return _of(rent, "delivery", RentType.DELIVERY)


async def deposit_of(rent: OneRent) -> Rent:
    return _of(rent, "delivery", RentType.DELIVERY, RentType.RETURN)


async def return_of(rent: OneRent) -> Rent:
    return _of(rent, "return", RentType.RETURN)


async def store_of(rent: OneRent) -> Rent:
    return _of(rent, "store", RentType.STORE)


Delivery = Annotated[Rent, Depends(delivery_of)]
Deposit = Annotated[Rent, Depends(deposit_of)]
Return = Annotated[Rent, Depends(return_of)]
Store = Annotated[Rent, Depends(store_of)]
