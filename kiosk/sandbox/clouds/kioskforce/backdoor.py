"""What tests and the demo may see and set of this cloud under /_sandbox."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from kiosk.sandbox.clouds.kioskforce.api import Here
from kiosk.sandbox.clouds.kioskforce.journeys import settle_drop_off
from kiosk.sandbox.clouds.kioskforce.machine import SAMPLE, Cell, Place
from kiosk.sandbox.clouds.kioskforce.reservation import Reservation
from kiosk.sandbox.clouds.kioskforce.rpc import invalid, not_found, wrong_state
from kiosk.sandbox.clouds.kioskforce.shapes import Natural, Status
from kiosk.sandbox.clouds.kioskforce.state import State
from kiosk.sandbox.clouds.kioskforce.webhooks import Webhook

router = APIRouter(prefix="/_sandbox", tags=["sandbox: KioskForce"])


class Seed(BaseModel):
    """A reservation as a test wants it; nothing is checked but the id, so it may be hostile."""

    model_config = ConfigDict(extra="forbid")

    reservation_id: Annotated[str, Field(min_length=1)] | None = None
    machine_id: str | None = None
    platform_order_id: str = "order_456"
    status: Status = Status.PENDING
    cell: str | None = None
    drop_off_code: str | None = None
    pickup_code: str | None = None
    notes: str = ""
    webhook_url: str | None = None
    grace_dropoff: Natural = 120
    grace_pickup: Natural = 120
    created_at: AwareDatetime | None = None
    dropped_off_at: AwareDatetime | None = None
    picked_up_at: AwareDatetime | None = None


class Record(BaseModel):
    """All of a reservation, codes and texts included."""

    model_config = ConfigDict(from_attributes=True)

    reservation_id: str
    machine_id: str
    platform_order_id: str
    status: Status
    cell: str
    drop_off_code: str
    drop_off_qrcode: str
    pickup_code: str
    pickup_qrcode: str
    notes: str
    webhook_url: str | None
    grace_dropoff: int
    grace_pickup: int
    created_at: AwareDatetime
    first_dropoff_at: AwareDatetime | None
    dropped_off_at: AwareDatetime | None
    picked_up_at: AwareDatetime | None


class Online(BaseModel):
    online: bool


class SameCode(BaseModel):
    model_config = ConfigDict(extra="forbid")

    same: Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,32}$")] | None


class Listener(BaseModel):
    """Who hears the webhooks; null is nobody."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, Field(pattern=r"^https?://[^/\s]+\S*$", max_length=1024)] | None


class Neighbour(BaseModel):
    """Another machine of the platform; where it is not said, it stands where ours does."""

    model_config = ConfigDict(extra="forbid")

    machine_id: Annotated[str, Field(min_length=1)]
    name: str = SAMPLE.name
    location: str = SAMPLE.location
    latitude: float = SAMPLE.latitude
    longitude: float = SAMPLE.longitude


@router.get("/reservations", response_model=list[Record])
async def list_everything(here: Here) -> list[Reservation]:
    """All reservations with their codes, ended ones too."""
    return list(here.reservations.values())


@router.post("/reservations", status_code=201, response_model=Record)
async def seed(wish: Seed, here: Here) -> Reservation:
    """Put a reservation there without any call of the API."""
    number = here.next_number()
    new_id = wish.reservation_id or f"res_seed_{number}"
    if new_id in here.reservations:
        raise invalid(f"there is a reservation {new_id} already")
    bank = here.neighbour(wish.machine_id or here.machine_id)
    reservation = Reservation(
        number=number,
        reservation_id=new_id,
        machine_id=bank.machine_id,
        platform_order_id=wish.platform_order_id,
        cell=_cell_for(here, wish, bank.machine_id),
        drop_off_code=here.code() if wish.drop_off_code is None else wish.drop_off_code,
        pickup_code=here.code() if wish.pickup_code is None else wish.pickup_code,
        created_at=(wish.created_at or here.now()).replace(microsecond=0),
        status=wish.status,
        notes=wish.notes,
        webhook_url=wish.webhook_url,
        grace_dropoff=wish.grace_dropoff,
        grace_pickup=wish.grace_pickup,
    )
    _date(here, wish, reservation)
    here.add(reservation)
    return reservation


@router.get("/webhooks")
async def list_webhooks(here: Here) -> list[Webhook]:
    """The webhooks there were, oldest first, whether or not anybody listens."""
    return here.webhooks


@router.put("/webhooks/url")
async def send_webhooks(wish: Listener, here: Here) -> Listener:
    """From now on they are sent: here, or to the reservation's own URL."""
    here.sender.url = wish.url
    return wish


@router.get("/maintenances")
async def list_maintenances(here: Here) -> list[dict[str, object]]:
    """The tickets opened, with what was reported."""
    return [{**ticket.model_dump(), **issue.model_dump()} for ticket, issue in here.tickets]


@router.post("/machine")
async def set_online(wish: Online, here: Here) -> Online:
    """Take the machine off the vendor's network, or back."""
    here.bank(here.machine_id).online = wish.online
    return wish


@router.post("/machines", status_code=201)
async def add_machine(wish: Neighbour, here: Here) -> Neighbour:
    """Put another locker next to this one."""
    if wish.machine_id in here.machines:
        raise invalid(f"there is a machine {wish.machine_id} already")
    place = Place(wish.name, wish.location, wish.latitude, wish.longitude)
    here.neighbour(wish.machine_id, place)
    return wish


@router.post("/codes")
async def codes(wish: SameCode, here: Here) -> SameCode:
    """From now on every code this cloud makes is this one; null ends it."""
    here.same_code = wish.same
    return wish


@router.post("/cells/{name}/clean")
async def clean(name: str, here: Here) -> dict[str, str]:
    """What operations do: empty the cell of an abandoned package and unblock it."""
    _cell(here, name).blocked = False
    for reservation in here.of_cell(here.machine_id, name):
        reservation.cleaned = reservation.status is Status.ABANDONED
    return {}


@router.get("/doors")
async def list_doors(here: Here) -> list[Cell]:
    """The cells with their doors; these only move with ``--door vendor``."""
    return list(here.bank(here.machine_id).cells.values())


@router.post("/doors/{name}/shut")
async def shut(name: str, here: Here) -> Cell:
    """Close the sandbox's own door: now a drop-off counts."""
    cell = _own_door(here, name)
    cell.door_open = False
    for reservation in here.of_cell(here.machine_id, name):
        settle_drop_off(here, reservation)
    return cell


@router.post("/doors/{name}/jam")
async def jam(name: str, here: Here) -> Cell:
    """From now on this door does not open."""
    cell = _own_door(here, name)
    cell.jammed = True
    return cell


@router.post("/doors/{name}/free")
async def free(name: str, here: Here) -> Cell:
    """The door opens again."""
    cell = _own_door(here, name)
    cell.jammed = False
    return cell


def _cell(here: State, name: str) -> Cell:
    cells = here.bank(here.machine_id).cells
    if name not in cells:
        raise not_found(f"cell {name}")
    return cells[name]


def _own_door(here: State, name: str) -> Cell:
    if not here.own_doors:
        raise wrong_state("the doors are the kiosk's; start with --door vendor")
    return _cell(here, name)


def _cell_for(here: State, wish: Seed, machine_id: str) -> str:
    if wish.cell is not None:
        return wish.cell
    bank = here.bank(machine_id)
    idle = bank.idle(here.held_cells(bank))
    if not idle:
        raise wrong_state("no cell is free")
    return idle[0].name


def _date(here: State, wish: Seed, reservation: Reservation) -> None:
    """A reservation that is further on has been through the steps before."""
    if wish.status in (Status.DROPPED_OFF, Status.PICKED_UP, Status.ABANDONED):
        reservation.dropped_off_at = wish.dropped_off_at or here.now()
        reservation.first_dropoff_at = reservation.dropped_off_at
    if wish.status is Status.PICKED_UP:
        reservation.picked_up_at = wish.picked_up_at or here.now()
