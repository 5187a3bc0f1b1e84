"""The documented endpoints, and none besides."""

from typing import Annotated, Any
from uuid import uuid4

from fastapi import APIRouter, BackgroundTasks, Depends, Header, Query, Request

from kiosk.sandbox.clouds.kioskforce import journeys, shapes, views
from kiosk.sandbox.clouds.kioskforce.listing import page
from kiosk.sandbox.clouds.kioskforce.rpc import RpcStatus, check_key
from kiosk.sandbox.clouds.kioskforce.state import State
from kiosk.sandbox.clouds.kioskforce.times import stamp

_ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": RpcStatus, "description": "Invalid argument (3), or the state forbids it (9)"},
    403: {"model": RpcStatus, "description": "Unauthorized (invalid API key)"},
    404: {"model": RpcStatus, "description": "Resource not found"},
    500: {"model": RpcStatus, "description": "Server error"},
    # FastAPI would otherwise promise its own 422, which is never answered here.
    "default": {"model": RpcStatus, "description": "Any other error"},
}

router = APIRouter(
    prefix="/api/delivery/external/v1",
    tags=["Delivery Locker API"],
    dependencies=[Depends(check_key)],
    responses=_ERRORS,
)


async def state_of(request: Request) -> State:
    state: State = request.app.state.kioskforce
    return state


Here = Annotated[State, Depends(state_of)]


@router.post("/echo", summary="Echo")
async def echo(said: shapes.EchoMessage | None = None) -> shapes.EchoMessage:
    return said or shapes.EchoMessage()


@router.post("/machines/search", summary="Search Machines")
async def search_machines(wish: shapes.SearchRequest, here: Here) -> shapes.SearchAnswer:
    return views.search(here, wish)


@router.get("/machines/{machine_id}", summary="Get Machine Details")
async def get_machine(machine_id: str, here: Here) -> shapes.MachineAnswer:
    return shapes.MachineAnswer(machine=views.machine(here, here.bank(machine_id)))


@router.post("/reservations", summary="Reserve Cell")
async def reserve_cell(wish: shapes.ReserveRequest, here: Here) -> shapes.Reserved:
    return views.reserved(here, journeys.reserve(here, wish))


@router.get("/reservations", summary="List Ongoing Reservations", response_model_exclude_none=True)
async def list_reservations(
    here: Here,
    # "max: 1000": the document does not say what happens beyond; refused, so that it is noticed.
    page_size: Annotated[int, Query(ge=1, le=1000)] = 100,
    page_token: str = "",
    created_after: Annotated[int | None, Query(description="Unix time, exclusive")] = None,
) -> shapes.ReservationPage:
    return page(here, page_size, page_token, created_after)


@router.get(
    "/reservations/{reservation_id}", summary="Get Reservation", response_model_exclude_none=True
)
async def get_reservation(reservation_id: str, here: Here) -> shapes.ReservationAnswer:
    return views.detailed(here, here.reservation(reservation_id))


@router.post("/reservations/{reservation_id}/dropoffs", summary="Drop Off Package")
async def drop_off(reservation_id: str, here: Here) -> shapes.CellAnswer:
    reservation = here.reservation(reservation_id)
    journeys.drop_off(here, reservation)
    return views.cell(reservation)


@router.post("/reservations/{reservation_id}/pickups", summary="Pick Up Package")
async def pick_up(reservation_id: str, here: Here) -> shapes.CellAnswer:
    reservation = here.reservation(reservation_id)
    journeys.pick_up(here, reservation)
    return views.cell(reservation)


@router.post("/reservations/{reservation_id}/deletes", summary="Cancel Reservation")
async def cancel(reservation_id: str, here: Here) -> shapes.Nothing:
    journeys.cancel(here, here.reservation(reservation_id))
    return shapes.Nothing()


@router.post("/reservations/{reservation_id}/abandons", summary="Abandon Pick Up")
async def abandon(reservation_id: str, here: Here) -> shapes.Nothing:
    journeys.abandon(here, here.reservation(reservation_id))
    return shapes.Nothing()


@router.post("/maintenances", summary="Request Maintenance")
async def request_maintenance(
    issue: shapes.MaintenanceRequest, here: Here
) -> shapes.MaintenanceTicket:
    return journeys.report(here, issue)


@router.post("/reservations/{reservation_id}/open-door", summary="Open Door (Out-of-Band)")
async def open_door(
    reservation_id: str,
    here: Here,
    afterwards: BackgroundTasks,
    x_request_id: Annotated[str | None, Header()] = None,
    why: shapes.OpenDoorRequest | None = None,
) -> shapes.OpenDoorAccepted:
    """Accepted at once, carried out after the answer; the outcome is a webhook."""
    reservation = here.reservation(reservation_id)
    journeys.accept_open_door(here, reservation)
    request_id = x_request_id or f"req_{uuid4().hex[:12]}"
    afterwards.add_task(journeys.fulfil_open_door, here, reservation, request_id)
    return shapes.OpenDoorAccepted(request_id=request_id, accepted_at=stamp(here.now()))
