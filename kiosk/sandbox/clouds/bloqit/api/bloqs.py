"""Bloqs and their lockers."""

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt
from typing import Annotated, Any

from fastapi import APIRouter, Query

from kiosk.sandbox.clouds.bloqit import journeys, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here, OneBloq, OneLocker
from kiosk.sandbox.clouds.bloqit.bank import Bloq
from kiosk.sandbox.clouds.bloqit.doors import check_door, close_door, open_door
from kiosk.sandbox.clouds.bloqit.kinds import Activity, Latitude, Limit, Longitude, Page
from kiosk.sandbox.clouds.bloqit.listing import cut, paged
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.refusals import conflict, invalid
from kiosk.sandbox.clouds.bloqit.shown import BloqShown, LockerShown, PageShown
from kiosk.sandbox.clouds.bloqit.words import EventType, LockerType, RentType, Source

router = APIRouter(tags=["Bloqs"])

Body = views.Body
_LOCKER: dict[str, Any] = {"response_model": LockerShown}
_EARTH_RADIUS = 6_371_000

LockerKind = Annotated[LockerType | None, Query(alias="lockerType")]
RentKind = Annotated[RentType | None, Query(alias="rentType")]


def _page(found: list[Bloq], page: int, limit: int) -> Body:
    return paged(found, [views.bloq(each) for each in cut(found, page, limit)], page, limit)


def _fitting(
    active: Activity, locker: LockerType | None, rent: RentType | None
) -> Callable[[Bloq], bool]:
    def fits(bloq: Bloq) -> bool:
        return (
            (active == "all" or bloq.active == (active == "active"))
            and (locker is None or any(each.type is locker for each in bloq.lockers.values()))
            and (rent is None or rent in bloq.supports)
        )

    return fits


@router.get("/bloqs", summary="List all Bloqs", response_model=PageShown[BloqShown])
async def list_bloqs(
    cloud: Here,
    page: Page = 1,
    limit: Limit = 10,
    active: Activity = "all",
    locker_type: LockerKind = None,
    rent_type: RentKind = None,
) -> Body:
    fits = _fitting(active, locker_type, rent_type)
    return _page([bloq for bloq in cloud.bloqs.values() if fits(bloq)], page, limit)


@router.get(
    "/bloqs/geoSearch", summary="Get Bloqs by Locations", response_model=PageShown[BloqShown]
)
async def search(
    cloud: Here,
    latitude: Annotated[Latitude, Query()],
    longitude: Annotated[Longitude, Query()],
    max_distance: Annotated[int, Query(alias="maxDistance", ge=1, le=2**31 - 1)],
    page: Page = 1,
    limit: Limit = 10,
    active: Activity = "all",
    locker_type: LockerKind = None,
    rent_type: RentKind = None,
) -> Body:
    """The nearest first, which the document does not promise."""
    fits = _fitting(active, locker_type, rent_type)
    near = [
        (metres, bloq)
        for bloq in cloud.bloqs.values()
        if (metres := _metres(bloq, latitude, longitude)) <= max_distance and fits(bloq)
    ]
    return _page([bloq for _, bloq in sorted(near, key=lambda pair: pair[0])], page, limit)


@router.get("/bloqs/{bloqID}", summary="Retrieve a Bloq", response_model=BloqShown)
async def get_bloq(bloq: OneBloq) -> Body:
    return views.bloq(bloq)


@router.put("/bloqs/{bloqID}", response_model=BloqShown, **not_printed("Update Bloq"))
async def update_bloq(bloq: OneBloq, wish: shapes.UpdateBloq, cloud: Here) -> Body:
    if wish.active is not None and wish.active != bloq.active:
        kind = EventType.BLOQ_ACTIVE if wish.active else EventType.BLOQ_INACTIVE
        cloud.tell(kind, Source.API, bloq_id=bloq.bloq_id)
    _update(bloq, wish)
    bloq.updated_at = cloud.now()
    return views.bloq(bloq)


@router.get(
    "/bloqs/{bloqID}/free-lockers", summary="Get Free Lockers", response_model=list[LockerShown]
)
async def free_lockers(bloq: OneBloq) -> list[Body]:
    return [views.locker(locker) for locker in bloq.lockers.values() if locker.free]


@router.put(
    "/bloqs/{bloqID}/lockers/open", response_model=list[str], **not_printed("Open several Lockers")
)
async def open_several(bloq: OneBloq, wish: shapes.Several, cloud: Here) -> list[str]:
    """All or none: neither allocated, nor already open, nor of another bloq."""
    if not wish.lockers or len(set(wish.lockers)) < len(wish.lockers):
        raise invalid("lockers")
    if any(locker_id not in bloq.lockers for locker_id in wish.lockers):
        raise invalid("lockers")
    wanted = [bloq.lockers[locker_id] for locker_id in wish.lockers]
    if any(locker.rent_id is not None or locker.is_open for locker in wanted):
        raise conflict("A locker is allocated to a rent, or open already.")
    for locker in wanted:
        check_door(cloud, locker)
    for locker in wanted:
        open_door(cloud, locker)
    return wish.lockers


@router.put("/bloqs/{bloqID}/lockers/{lockerID}/open", summary="Opens a Locker", **_LOCKER)
async def open_locker(locker: OneLocker, cloud: Here) -> Body:
    if locker.rent_id is not None:
        raise conflict("This locker is allocated to a rent.")
    open_door(cloud, locker)
    return views.locker(locker)


@router.put(
    "/bloqs/{bloqID}/lockers/{lockerID}/close", summary="Close a Locker (virtual)", **_LOCKER
)
async def close_locker(locker: OneLocker, cloud: Here) -> Body:
    close_door(cloud, locker)
    return views.locker(locker)


@router.put(
    "/bloqs/{bloqID}/lockers/{lockerID}/open-or-collect", summary="Open or Collect", **_LOCKER
)
async def open_or_collect(locker: OneLocker, cloud: Here) -> Body:
    journeys.open_or_collect(cloud, locker)
    return views.locker(locker)


@router.put(
    "/bloqs/{bloqID}/lockers/{lockerID}/availability",
    **_LOCKER,
    **not_printed("Change a locker availability (enable or disable)"),
)
async def set_availability(locker: OneLocker, wish: shapes.Availability, cloud: Here) -> Body:
    if wish.active != locker.active:
        locker.active = wish.active
        kind = EventType.LOCKER_ACTIVE if wish.active else EventType.LOCKER_INACTIVE
        cloud.tell(kind, Source.API, locker=locker)
    return views.locker(locker)


_FIELDS = {
    "active": "active",
    "title": "title",
    "city": "city",
    "code": "code",
    "address": "address",
    "postal_code": "postal_code",
    "max_rent_time_hour": "max_rent_hours",
    "max_rent_delivery_time_hour": "max_delivery_hours",
    "max_rent_collect_time_hour": "max_collect_hours",
    "metadata": "metadata",
}


def _update(bloq: Bloq, wish: shapes.UpdateBloq) -> None:
    """Only the fields that were passed."""
    for asked, kept in _FIELDS.items():
        value = getattr(wish, asked)
        if value is not None:
            setattr(bloq, kept, value)
    if wish.location is not None:
        bloq.latitude, bloq.longitude = wish.location.latitude, wish.location.longitude


def _metres(bloq: Bloq, latitude: float, longitude: float) -> float:
    """Along the great circle (haversine)."""
    there, here = radians(latitude), radians(bloq.latitude)
    across = sin((there - here) / 2) ** 2
    along = cos(there) * cos(here) * sin(radians(longitude - bloq.longitude) / 2) ** 2
    return 2 * _EARTH_RADIUS * asin(sqrt(min(1.0, across + along)))
