"""What each call does to a rent that is there."""

from datetime import datetime

from kiosk.sandbox.clouds.bloqit import shapes
from kiosk.sandbox.clouds.bloqit.bank import Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.creating import check_label, whose
from kiosk.sandbox.clouds.bloqit.doors import close_door, open_door
from kiosk.sandbox.clouds.bloqit.endings import end
from kiosk.sandbox.clouds.bloqit.placing import choose, give
from kiosk.sandbox.clouds.bloqit.refusals import conflict, invalid
from kiosk.sandbox.clouds.bloqit.rent import PICKED_UP, Rent
from kiosk.sandbox.clouds.bloqit.rules import CLOSING, Move, target
from kiosk.sandbox.clouds.bloqit.words import EventType, LockerType, RentType, Source, State

_EARLY = (
    "delivery_date_limit", "drop_off_code", "label_template_id", "label_content",
    "desired_locker_type", "pick_up_codes",
)  # fmt: skip
"""Only while created or reserved: of two sentences about them this is the stricter one."""
_LATE = ("expiry_date", "external_id", "collect_time_limit")
"""While it was not collected."""


def signal(cloud: Cloud, rent: Rent, move: Move) -> None:
    """A change of state and nothing else: ready, in transit, cancelled, finished."""
    cloud.move(rent, target(rent, move), Source.API)


def notify(cloud: Cloud, rent: Rent) -> None:
    target(rent, Move.NOTIFY)
    cloud.tell(EventType.NOTIFICATION_SENT, Source.API, rent=rent)


def make(cloud: Cloud, rent: Rent, locker_id: str | None) -> None:
    """Open the locker for the item. While the item is being put in, another locker may replace
    the first: the item did not fit."""
    swaps = rent.state is State.STARTING and locker_id not in (None, rent.locker_id)
    state = State.STARTING if swaps else target(rent, Move.MAKE)
    if locker_id is None and rent.locker_id is None:
        raise invalid("lockerID")
    wanted = locker_id or rent.locker_id
    locker = choose(cloud, rent, rent.type, bloq_id=rent.bloq_id, locker_id=wanted)
    open_door(cloud, locker)
    give(cloud, rent, locker)
    cloud.move(rent, state, Source.API)


def select_locker(
    cloud: Cloud,
    rent: Rent,
    bloq_id: str | None,
    locker_id: str | None,
    locker_type: LockerType | None,
) -> None:
    """A created delivery becomes reserved; one on its way stays what it is, as in the sample."""
    if rent.state not in (
        State.CREATED, State.RESERVED, State.READY_FOR_PICKUP, State.IN_TRANSIT,
    ):  # fmt: skip
        raise conflict(f"A rent in the state {rent.state} gets no other locker.")
    locker = choose(
        cloud, rent, rent.type, bloq_id=bloq_id, locker_id=locker_id, locker_type=locker_type
    )
    give(cloud, rent, locker)
    if rent.state is State.CREATED:
        cloud.move(rent, State.RESERVED, Source.API)


def reserve_return(
    cloud: Cloud,
    rent: Rent,
    *,
    bloq_id: str,
    locker_id: str | None,
    locker_type: LockerType | None,
    customer_id: str | None,
    about: shapes.AboutCustomer | None,
) -> None:
    state = target(rent, Move.RESERVE)
    locker = choose(
        cloud, rent, rent.type, bloq_id=bloq_id, locker_id=locker_id, locker_type=locker_type
    )
    rent.customer_id = whose(cloud, customer_id, about) or rent.customer_id
    give(cloud, rent, locker)
    cloud.move(rent, state, Source.API)


def open_in_place(cloud: Cloud, rent: Rent) -> None:
    state = target(rent, Move.OPEN)
    open_door(cloud, _locker(cloud, rent))
    cloud.move(rent, state, Source.API)


def collect(cloud: Cloud, rent: Rent, source: Source = Source.API) -> None:
    """Open for whoever takes the item; with its code only while it waits."""
    state = target(rent, Move.COLLECT if source is Source.API else Move.KEYPAD)
    open_door(cloud, _locker(cloud, rent), source)
    cloud.move(rent, state, source)


def simulate_close(cloud: Cloud, rent: Rent) -> None:
    if rent.state not in CLOSING:
        raise conflict(f"A rent in the state {rent.state} has no open door.")
    close_door(cloud, _locker(cloud, rent))


def open_or_collect(cloud: Cloud, locker: Locker) -> None:
    rent = cloud.rents.get(locker.rent_id or "")
    if rent is None:
        open_door(cloud, locker)
    else:
        collect(cloud, rent)


def end_store(cloud: Cloud, rent: Rent, open_locker: bool) -> None:
    target(rent, Move.END)
    if open_locker:
        collect(cloud, rent)
    else:
        end(cloud, rent, Source.API)


def extend(cloud: Cloud, rent: Rent, until: datetime) -> None:
    """Put the expiry off; what had expired is again what it was before."""
    if rent.state in PICKED_UP:
        raise conflict("A collected rent cannot be extended.")
    if until <= cloud.now():
        raise invalid("expiryDate")
    rent.expiry_date = until
    cloud.tell(EventType.RENT_EXTENDED, Source.API, rent=rent)
    if rent.state is State.EXPIRED:
        before = rent.before_this()
        if before is not State.IN_PROGRESS:
            rent.delivery_date_limit = None  # it would expire again at once
        cloud.move(rent, before, Source.API)


def give_back(cloud: Cloud, rent: Rent, until: datetime) -> None:
    """An expired delivery becomes a return in the same locker."""
    state = target(rent, Move.GIVE_BACK)
    if not any(step.state is State.IN_PROGRESS for step in rent.steps):
        raise conflict("Nothing was delivered.")
    if until <= cloud.now():
        raise invalid("expiryDate")
    rent.type = RentType.RETURN
    rent.expiry_date = until
    cloud.tell(EventType.RENT_EXTENDED, Source.API, rent=rent)
    cloud.move(rent, state, Source.API)


def update(cloud: Cloud, rent: Rent, wish: shapes.UpdateRent) -> None:
    """Change what may still be changed; all of it or nothing. Raises Refused 400 and 409."""
    given = {name: getattr(wish, name) for name in wish.model_fields_set}
    given = {name: value for name, value in given.items() if value is not None}
    early = rent.state in (State.CREATED, State.RESERVED)
    if not early and given.keys() & set(_EARLY):
        raise conflict("Too late: some of these fields can only be changed before the drop-off.")
    if rent.state in PICKED_UP and given.keys() & set(_LATE):
        raise conflict("Too late: some of these fields can only be changed before the pick-up.")
    check_label(
        given.get("label_template_id", rent.label_template_id),
        given.get("label_content", rent.label_content),
    )
    if "pick_up_codes" in given:
        rent.pick_up_code = None
    for name, value in given.items():
        setattr(rent, name, value)


def _locker(cloud: Cloud, rent: Rent) -> Locker:
    if rent.locker_id is None:
        raise conflict("This rent has no locker.")
    return cloud.locker(rent.locker_id)
