"""A rent as a test wants it, put there without any call of the API."""

from typing import Annotated

from pydantic import Field

from kiosk.sandbox.clouds.bloqit import shapes
from kiosk.sandbox.clouds.bloqit.bank import Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.creating import new_customer
from kiosk.sandbox.clouds.bloqit.kinds import Action, Free, Id, Instant, Operation
from kiosk.sandbox.clouds.bloqit.refusals import conflict, invalid
from kiosk.sandbox.clouds.bloqit.rent import Rent, Step
from kiosk.sandbox.clouds.bloqit.words import LockerType, RentType, State

_S = State
_WAY = {
    _S.CREATED: (),
    _S.RESERVED: (_S.CREATED,),
    _S.READY_FOR_PICKUP: (_S.CREATED, _S.RESERVED),
    _S.IN_TRANSIT: (_S.CREATED, _S.RESERVED, _S.READY_FOR_PICKUP),
    _S.STARTING: (_S.CREATED, _S.RESERVED),
    _S.IN_PROGRESS: (_S.CREATED, _S.RESERVED, _S.STARTING),
}
_THROUGH = (_S.CREATED, _S.RESERVED, _S.STARTING, _S.IN_PROGRESS)
"""The states a rent further on has been through."""
_OPEN = (_S.STARTING, _S.LOCKER_OPENED, _S.COLLECT_ITEM)


class Seed(shapes.Asked):
    """Nothing is checked but the id and the locker, so codes and names may be hostile."""

    id: Annotated[Id | None, Field(alias="_id")] = None
    type: RentType = RentType.DELIVERY
    state: State = State.RESERVED
    bloq_id: Id | None = None
    locker: Annotated[str | None, Field(description="its title; the first free one else")] = None
    external_id: str | None = None
    customer: shapes.AboutCustomer | None = None
    phone_number: str | None = None
    pick_up_codes: dict[str, str] | None = None
    pick_up_code: str | None = None
    drop_off_code: str | None = None
    start_date: Instant | None = None
    expiry_date: Instant | None = None
    delivery_date_limit: Instant | None = None
    desired_locker_type: LockerType | None = None
    operation_type: Operation | None = None
    carrier: str | None = None
    pre_pick_up_actions: Annotated[list[Action], Field(default_factory=list)]
    label_content: Free | None = None
    label_template_id: str | None = None


_AS_GIVEN = (
    "external_id", "phone_number", "pick_up_code", "expiry_date", "delivery_date_limit",
    "desired_locker_type", "operation_type", "carrier", "pre_pick_up_actions", "label_content",
    "label_template_id",
)  # fmt: skip


def sow(cloud: Cloud, wish: Seed) -> Rent:
    """Raises Refused 400 for an id that is there already or a locker that is not."""
    rent_id = wish.id or cloud.new_id()
    if rent_id in cloud.rents:
        raise invalid("_id")
    bloq = cloud.bloq(wish.bloq_id or cloud.bloq_id)
    rent = Rent(rent_id, wish.type, wish.state, wish.start_date or cloud.now())
    rent.bloq_id = bloq.bloq_id
    for name in _AS_GIVEN:
        setattr(rent, name, getattr(wish, name))
    codes = wish.pick_up_codes
    if codes is None:
        codes = {} if wish.pick_up_code is not None else {"user": cloud.code()}
    rent.pick_up_codes = codes
    rent.drop_off_code = cloud.code() if wish.drop_off_code is None else wish.drop_off_code
    if wish.customer is not None:
        rent.customer_id = new_customer(cloud, wish.customer).customer_id
    way = _WAY.get(wish.state, _THROUGH)
    rent.steps = [Step(state, rent.start_date) for state in way]
    rent.steps.append(Step(wish.state, cloud.now()))
    _place(cloud, rent, _locker(cloud, wish, rent))
    cloud.rents[rent_id] = rent
    return rent


def _locker(cloud: Cloud, wish: Seed, rent: Rent) -> Locker | None:
    bloq = cloud.bloq(rent.bloq_id or cloud.bloq_id)
    if wish.locker is not None:
        locker = bloq.titled(wish.locker)
        if locker is None:
            raise invalid("locker")
        return locker
    if wish.state is State.CREATED:
        return None
    free = next((each for each in bloq.lockers.values() if each.free), None)
    if free is None:
        raise conflict("No locker is free.")
    return free


def _place(cloud: Cloud, rent: Rent, locker: Locker | None) -> None:
    if locker is None:
        return
    rent.locker_id = locker.locker_id
    if rent.state is State.FINISHED:
        rent.end_date = cloud.now()
        return
    locker.rent_id = rent.rent_id
    if rent.state in _OPEN:
        locker.is_open, locker.last_opened = True, cloud.now()
