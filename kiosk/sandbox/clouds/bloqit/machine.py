"""What the vendor's own machine does and tells, under /_sandbox."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from kiosk.sandbox.clouds.bloqit import shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here
from kiosk.sandbox.clouds.bloqit.bank import Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.doors import close_door
from kiosk.sandbox.clouds.bloqit.endings import settle
from kiosk.sandbox.clouds.bloqit.kinds import Code, Free, Id, Text
from kiosk.sandbox.clouds.bloqit.placing import give
from kiosk.sandbox.clouds.bloqit.refusals import conflict, unknown
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.rules import WAITING
from kiosk.sandbox.clouds.bloqit.words import EventType, Source, State

router = APIRouter(prefix="/_sandbox", tags=["sandbox: the vendor's machine"])


class Door(BaseModel):
    """A locker's door; it only moves by itself with ``--door vendor``."""

    model_config = ConfigDict(from_attributes=True)

    title: str
    locker_id: str
    is_open: bool
    jammed: bool
    active: bool
    rent_id: str | None


class Told(shapes.Asked):
    """One event as the machine at the site reports it."""

    code_name: EventType
    source: Source = Source.LOCKER
    rent: Id | None = None
    locker: Id | None = None
    bloq: Id | None = None
    message: Text | None = None
    metadata: Free | None = None


class OfflineDropOff(shapes.Asked):
    """What the machine tells when it is back: this code, in this locker."""

    locker_id: Id
    code: Code


@router.get("/doors", response_model=list[Door])
async def list_doors(cloud: Here) -> list[Locker]:
    return list(cloud.bloq(cloud.bloq_id).lockers.values())


@router.post("/doors/{title}/shut", response_model=Door)
async def shut(title: str, cloud: Here) -> Locker:
    """Close the sandbox's own door: now a drop-off or a pick-up counts."""
    locker = _own_door(cloud, title)
    close_door(cloud, locker)
    return locker


@router.post("/doors/{title}/open", response_model=Door)
async def open_by_itself(title: str, cloud: Here) -> Locker:
    """The door springs open, outside the scope of any request."""
    locker = _own_door(cloud, title)
    if not locker.is_open:
        locker.is_open, locker.last_opened = True, cloud.now()
        cloud.tell(EventType.SPONTANEOUS_OPENING, Source.LOCKER, locker=locker)
    return locker


@router.post("/doors/{title}/jam", response_model=Door)
async def jam(title: str, cloud: Here) -> Locker:
    """From now on this door does not open."""
    locker = _own_door(cloud, title)
    locker.jammed = True
    return locker


@router.post("/doors/{title}/free", response_model=Door)
async def free(title: str, cloud: Here) -> Locker:
    """The door opens again."""
    locker = _own_door(cloud, title)
    locker.jammed = False
    return locker


@router.post("/events", status_code=201)
async def tell(said: Told, cloud: Here) -> views.Body:
    """Write an event of the machine into the history: a wrong pin, a printed label, a log-in."""
    rent = cloud.rent(said.rent) if said.rent else None
    locker = cloud.locker(said.locker) if said.locker else None
    bloq_id = cloud.bloq(said.bloq).bloq_id if said.bloq else None
    event = cloud.tell(
        said.code_name,
        said.source,
        rent=rent,
        locker=locker,
        bloq_id=bloq_id or (None if rent or locker else cloud.bloq_id),
        message=said.message,
        metadata=said.metadata,
    )
    return views.event(event)


@router.post("/offline-dropoffs", status_code=201)
async def offline_drop_off(said: OfflineDropOff, cloud: Here) -> views.Body:
    """A drop-off without the cloud: booked where the code is right, else the locker is disabled."""
    locker = cloud.locker(said.locker_id)
    rent, reason = _judged(cloud, locker, said.code)
    if rent is None or reason:
        locker.active = False
        metadata = {"code": said.code, "reason": reason}
        cloud.tell(EventType.LOCKER_INACTIVE, Source.LOCKER, locker=locker, metadata=metadata)
        return {"reason": reason}
    if locker.rent_id not in (None, rent.rent_id):
        cloud.tell(EventType.WAITING_OFFLINE_DROPOFF, Source.LOCKER, rent=rent)
        return {"waiting": rent.rent_id}
    give(cloud, rent, locker)
    cloud.move(rent, State.STARTING, Source.LOCKER)
    settle(cloud, rent, Source.LOCKER)
    cloud.tell(EventType.OFFLINE_DROPOFF, Source.LOCKER, rent=rent)
    return {"rent": rent.rent_id}


def _judged(cloud: Cloud, locker: Locker, code: str) -> tuple[Rent | None, str]:
    """The rent this code belongs to, and one of the document's three reasons or none."""
    for rent in cloud.rents.values():
        if rent.drop_off_code == code and rent.state in WAITING:
            if rent.bloq_id not in (None, locker.bloq_id):
                return rent, "offline_drop_off_on_wrong_bloq"
            if not cloud.bloq(locker.bloq_id).active:
                return rent, "offline_drop_off_on_inactive_bloq"
            return rent, ""
    return None, "invalid_offline_dropoff"


def _own_door(cloud: Cloud, title: str) -> Locker:
    if not cloud.own_doors:
        raise conflict("The doors are the kiosk's; start with --door vendor.")
    locker = cloud.bloq(cloud.bloq_id).titled(title)
    if locker is None:
        raise unknown("locker")
    return locker
