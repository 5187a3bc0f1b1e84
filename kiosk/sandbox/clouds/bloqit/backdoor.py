"""What tests and the demo may see and set of this cloud under /_sandbox."""

from typing import Annotated

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from kiosk.sandbox.clouds.bloqit import creating, seeds, shapes, views
from kiosk.sandbox.clouds.bloqit.api.common import Here, OneRent
from kiosk.sandbox.clouds.bloqit.cloud import PLAN
from kiosk.sandbox.clouds.bloqit.kinds import Code
from kiosk.sandbox.clouds.bloqit.refusals import conflict, invalid
from kiosk.sandbox.clouds.bloqit.words import EventType, Source, State

router = APIRouter(prefix="/_sandbox", tags=["sandbox: Bloq.it"])


class Setting(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SameCode(Setting):
    same: Code | None


class Payments(Setting):
    wait: StrictBool


class Plan(Setting):
    features: list[str]


class Machine(Setting):
    """Only what is given changes."""

    online: StrictBool | None = None
    has_printer: StrictBool | None = None
    labels: Annotated[StrictInt, Field(ge=0, le=10_000)] | None = None


@router.get("/reservations")
async def list_everything(cloud: Here) -> list[views.Body]:
    """All rents with their codes, ended ones too."""
    return [views.rent(rent) for rent in cloud.rents.values()]


@router.post("/reservations", status_code=201)
async def seed(wish: seeds.Seed, cloud: Here) -> views.Body:
    """Put a rent there without any call of the API."""
    return views.rent(seeds.sow(cloud, wish))


@router.post("/reservations/many", status_code=201)
async def seed_many(wishes: list[seeds.Seed], cloud: Here) -> dict[str, int]:
    for wish in wishes:
        seeds.sow(cloud, wish)
    return {"made": len(wishes)}


@router.post("/reservations/{rentID}/pay")
async def pay(rent: OneRent, cloud: Here) -> views.Body:
    """The payment that was waited for came in."""
    if rent.state is not State.PAYMENT_ATTEMPT:
        raise conflict("No payment is awaited.")
    cloud.move(rent, State.FINISHED, Source.API)
    return views.rent(rent)


@router.post("/customers", status_code=201)
async def customer(about: shapes.AboutCustomer, cloud: Here) -> views.Body:
    return views.customer(creating.new_customer(cloud, about))


@router.post("/payments")
async def payments(wish: Payments, cloud: Here) -> Payments:
    """Shall rents wait in payment_attempt when they end?"""
    cloud.payments_wait = wish.wait
    return wish


@router.post("/codes")
async def codes(wish: SameCode, cloud: Here) -> SameCode:
    """From now on every code this cloud makes is this one; null ends it."""
    cloud.same_code = wish.same
    return wish


@router.post("/plan")
async def plan(wish: Plan, cloud: Here) -> Plan:
    """The plan has these features; a call of any other is answered 403."""
    if not set(wish.features) <= set(PLAN):
        raise invalid("features")
    cloud.plan = set(wish.features)
    return wish


@router.post("/machine")
async def set_machine(wish: Machine, cloud: Here) -> views.Body:
    """Take the bloq off the vendor's network, or back; give and take its printer and labels."""
    bloq = cloud.bloq(cloud.bloq_id)
    if wish.online and not bloq.online:
        cloud.tell(EventType.RECONNECTED, Source.LOCKER, bloq_id=bloq.bloq_id)
    for name in wish.model_fields_set:
        value = getattr(wish, name)
        if value is not None:
            setattr(bloq, name, value)
    return {"online": bloq.online, "has_printer": bloq.has_printer, "labels": bloq.labels}


@router.get("/deliveries")
async def deliveries(cloud: Here) -> list[views.Body]:
    """The webhooks sent, oldest first, without their secrets."""
    return [
        {
            "webhook": each.webhook,
            "url": each.url,
            "event": each.event,
            "type": each.type,
            "tries": each.tries,
            "status": each.status,
            "outcome": each.outcome,
        }
        for each in cloud.hooks.deliveries
    ]


@router.get("/prints")
async def prints(cloud: Here) -> list[views.Body]:
    """The labels printed by call of the API."""
    return list(cloud.prints)


@router.get("/courier-key", response_class=PlainTextResponse)
async def courier_key(cloud: Here) -> str:
    """The public key of the couriers' tokens, as PEM."""
    return cloud.courier_key.public_pem()
