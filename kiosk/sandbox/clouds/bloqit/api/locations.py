"""Bloq locations: places where a bloq stands or may stand."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from kiosk.sandbox.clouds.bloqit import shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.kinds import ExternalID, Limit, LocationID, Page
from kiosk.sandbox.clouds.bloqit.listing import cut, paged
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.refusals import conflict, unknown
from kiosk.sandbox.clouds.bloqit.rent import Location
from kiosk.sandbox.clouds.bloqit.shown import LocationShown, PageShown

router = APIRouter(prefix="/bloq-locations", tags=["Bloq Locations"])

Body = views.Body
_LOCATION: dict[str, Any] = {"response_model": LocationShown}


async def location_of(location_id: LocationID, cloud: Here) -> Location:
    if location_id not in cloud.locations:
        raise unknown("bloqLocation")
    return cloud.locations[location_id]


async def named_location_of(external_id: ExternalID, cloud: Here) -> Location:
    for location in cloud.locations.values():
        if location.external_id == external_id:
            return location
    raise unknown("bloqLocation")


OneLocation = Annotated[Location, Depends(location_of)]
NamedLocation = Annotated[Location, Depends(named_location_of)]


@router.post("", **_LOCATION, **not_printed("Create Bloq Location"))
async def create(wish: shapes.CreateLocation, cloud: Here) -> Body:
    _unique(cloud, wish.external_id, None)
    location = Location(
        cloud.new_id(),
        wish.address,
        wish.latitude,
        wish.longitude,
        wish.external_id,
        wish.name,
        wish.metadata or {},
    )
    cloud.locations[location.location_id] = location
    return views.location(location)


@router.get("", summary="List Bloq Locations", response_model=PageShown[LocationShown])
async def list_locations(
    cloud: Here,
    page: Page = 1,
    limit: Limit = 10,
    external_id: Annotated[str | None, Query(alias="externalID")] = None,
    name: str | None = None,
    address: str | None = None,
    state: Literal["created", "deployed", "churned"] | None = None,
) -> Body:
    same = {"external_id": external_id, "name": name, "address": address, "state": state}
    wanted = {key: value for key, value in same.items() if value is not None}
    found = [
        each
        for each in cloud.locations.values()
        if all(getattr(each, key) == value for key, value in wanted.items())
    ]
    return paged(found, [views.location(each) for each in cut(found, page, limit)], page, limit)


@router.get("/external-id/{externalID}", summary="Get Bloq Location by External ID", **_LOCATION)
async def get_by_external_id(location: NamedLocation) -> Body:
    return views.location(location)


@router.put(
    "/external-id/{externalID}", **_LOCATION, **not_printed("Update Bloq Location by External ID")
)
async def update_by_external_id(
    location: NamedLocation, wish: shapes.UpdateLocation, cloud: Here
) -> Body:
    return _update(cloud, location, wish)


@router.get("/{bloqLocationID}", summary="Get Bloq Location", **_LOCATION)
async def get_location(location: OneLocation) -> Body:
    return views.location(location)


@router.put("/{bloqLocationID}", **_LOCATION, **not_printed("Update Bloq Location"))
async def update(location: OneLocation, wish: shapes.UpdateLocation, cloud: Here) -> Body:
    return _update(cloud, location, wish)


def _update(cloud: Cloud, location: Location, wish: shapes.UpdateLocation) -> Body:
    """Only the fields that were passed."""
    _unique(cloud, wish.external_id, location)
    for name in wish.model_fields_set:
        value = getattr(wish, name)
        if value is not None:
            setattr(location, name, value)
    return views.location(location)


def _unique(cloud: Cloud, external_id: str | None, but: Location | None) -> None:
    taken = {each.external_id for each in cloud.locations.values() if each is not but}
    if external_id is not None and external_id in taken:
        raise conflict("Another bloq location has this externalID.")
