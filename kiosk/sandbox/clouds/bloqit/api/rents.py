"""The calls that are the same for all types of rent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from kiosk.sandbox.clouds.bloqit import journeys, listing, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import RENT, Here, OneRent
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.kinds import (
    AnyBloq,
    AnyCustomer,
    ExternalID,
    Instant,
    Limit,
    Page,
    Since,
    Until,
)
from kiosk.sandbox.clouds.bloqit.readings import not_printed
from kiosk.sandbox.clouds.bloqit.refusals import invalid, unknown
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.rules import Move
from kiosk.sandbox.clouds.bloqit.shown import EventShown, PageShown, RentShown
from kiosk.sandbox.clouds.bloqit.words import RentType, State

router = APIRouter(tags=["Rents"])

Body = views.Body
_RENTS: dict[str, Any] = {
    "response_model": PageShown[RentShown],
    "response_model_exclude_unset": True,
}
# The document's enum leaves returns out.
Kind = Annotated[RentType | None, Query(alias="rentType", description="store, send, delivery")]
States = Annotated[list[str] | None, Query(alias="rentStates", description="an array of states")]
Anybody = Annotated[str | None, Query(alias="customerQuery")]
Named = Annotated[str | None, Query(alias="externalID")]


@dataclass(frozen=True, slots=True)
class Wish:
    """The filters both lists have."""

    states: list[State]
    customer_query: str | None
    since: datetime | None
    same: dict[str, str | None]

    def among(self, cloud: Cloud, rents: Iterable[Rent], until: datetime | None) -> list[Rent]:
        return listing.rents(
            cloud,
            rents,
            states=self.states,
            customer_query=self.customer_query,
            since=self.since,
            until=until,
            same=self.same,
        )


async def wished(
    request: Request,
    customer_id: AnyCustomer = None,
    bloq_id: AnyBloq = None,
    rent_type: Kind = None,
    rent_states: States = None,
    customer_query: Anybody = None,
    since: Since = None,
    external_id: Named = None,
) -> Wish:
    if rent_type is RentType.RETURN:
        raise invalid("rentType")
    same: dict[str, str | None] = {
        "customer_id": customer_id,
        "bloq_id": bloq_id,
        "type": rent_type,
        "external_id": external_id,
    }
    return Wish(listing.several(request, "rentStates", State), customer_query, since, same)


Wished = Annotated[Wish, Depends(wished)]


@router.get("/rents", summary="List all rents", **_RENTS)
async def list_rents(
    cloud: Here, wish: Wished, page: Page = 1, limit: Limit = 10, until: Until = None
) -> Body:
    return _page(wish.among(cloud, cloud.rents.values(), until), page, limit)


@router.get("/rents/active", summary="List all active rents", **_RENTS)
async def list_active(cloud: Here, wish: Wished, page: Page = 1, limit: Limit = 10) -> Body:
    """An active rent is a rent that has not finished."""
    if State.FINISHED in wish.states:
        raise invalid("rentStates")
    active = [rent for rent in cloud.rents.values() if rent.active]
    return _page(wish.among(cloud, active, None), page, limit)


@router.get("/rents/reached-state", summary="List all rents with state", **_RENTS)
async def list_reached(
    cloud: Here,
    state: State,
    since: Annotated[Instant, Query(alias="from")],
    until: Annotated[Instant, Query()],
    page: Page = 1,
    limit: Limit = 10,
) -> Body:
    """The document's enum of states leaves finished out here, too."""
    if state is State.FINISHED:
        raise invalid("state")
    found = [rent for rent in cloud.rents.values() if rent.reached(state, since, until)]
    return _page(found, page, limit)


@router.get("/rents/external/{externalID}", summary="Retrieve a rent (External ID)", **RENT)
async def get_by_external_id(external_id: ExternalID, cloud: Here) -> Body:
    """Of several with one external id the latest."""
    for rent in reversed(cloud.rents.values()):
        if rent.external_id == external_id:
            return views.whole_rent(cloud, rent)
    raise unknown("rent")


@router.get(
    "/rents/{rentID}/history",
    summary="Rent History",
    response_model=list[EventShown],
    response_model_exclude_unset=True,
)
async def history(rent: OneRent, cloud: Here) -> list[Body]:
    return [views.event(event) for event in cloud.events if event.rent == rent.rent_id]


@router.get("/rents/{rentID}", summary="Retrieve a rent", **RENT)
async def get_rent(rent: OneRent, cloud: Here) -> Body:
    return views.whole_rent(cloud, rent)


@router.put("/rents/{rentID}", **RENT, **not_printed("Update Rent"))
async def update(rent: OneRent, wish: shapes.UpdateRent, cloud: Here) -> Body:
    journeys.update(cloud, rent, wish)
    return views.rent(rent)


@router.put("/rents/{rentID}/extend", **RENT, **not_printed("Extends a rent expiry date"))
async def extend(rent: OneRent, wish: shapes.Expiry, cloud: Here) -> Body:
    journeys.extend(cloud, rent, wish.expiry_date)
    return views.rent(rent)


@router.put("/rents/{rentID}/lockers/open", summary="Open a Locker", **RENT)
async def open_in_place(rent: OneRent, cloud: Here) -> Body:
    journeys.open_in_place(cloud, rent)
    return views.rent(rent)


@router.put("/rents/{rentID}/cancel", summary="Cancels a Rent", **RENT)
async def cancel(rent: OneRent, cloud: Here) -> Body:
    """The locker stays allocated until the rent is collected or finished."""
    journeys.signal(cloud, rent, Move.CANCEL)
    return views.rent(rent)


@router.put("/rents/{rentID}/collect", summary="Collect an Item", **RENT)
async def collect(rent: OneRent, cloud: Here) -> Body:
    journeys.collect(cloud, rent)
    return views.rent(rent)


@router.put("/rents/{rentID}/finish", summary="Finish a Rent", **RENT)
async def finish(rent: OneRent, cloud: Here) -> Body:
    journeys.signal(cloud, rent, Move.FINISH)
    return views.rent(rent)


def _page(found: list[Rent], page: int, limit: int) -> Body:
    docs = [views.rent(rent) for rent in listing.cut(found, page, limit)]
    return listing.paged(found, docs, page, limit)
