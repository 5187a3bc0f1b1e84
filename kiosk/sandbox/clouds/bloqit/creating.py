"""How the four types of rent begin."""

from datetime import timedelta

from kiosk.sandbox.clouds.bloqit import shapes
from kiosk.sandbox.clouds.bloqit.bank import Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.doors import check_door, open_door
from kiosk.sandbox.clouds.bloqit.placing import choose, give
from kiosk.sandbox.clouds.bloqit.refusals import Refused, conflict, invalid
from kiosk.sandbox.clouds.bloqit.rent import Customer, Rent
from kiosk.sandbox.clouds.bloqit.words import EventType, LockerType, RentType, Source, State

USER = "user"
"""The name of a code the cloud makes itself; it is the document's example of a name."""


def new_customer(cloud: Cloud, about: shapes.AboutCustomer) -> Customer:
    now = cloud.now()
    customer = Customer(cloud.new_id(), now, now, about.name, about.email, about.phone_number)
    cloud.customers[customer.customer_id] = customer
    cloud.tell(EventType.CUSTOMER_CREATED, Source.API, customer_id=customer.customer_id)
    return customer


def start_store(
    cloud: Cloud, locker_id: str, customer_id: str | None, wish: shapes.StartStore
) -> Rent:
    """A store or a send: it begins at the door, which opens."""
    sends = isinstance(wish, shapes.StartSend)
    kind = RentType.SEND if sends else RentType.STORE
    locker = choose(cloud, None, kind, bloq_id=None, locker_id=locker_id)
    if customer_id is not None:
        cloud.customer(customer_id)
    check_door(cloud, locker)
    rent = Rent(cloud.new_id(), kind, State.CREATED, cloud.now(), customer_id=customer_id)
    hours = cloud.bloq(locker.bloq_id).max_rent_hours
    rent.expiry_date = rent.start_date + timedelta(hours=hours)
    rent.pick_up_codes = wish.pick_up_codes or {USER: cloud.code()}
    rent.phone_number = wish.phone_number if isinstance(wish, shapes.StartSend) else None
    _add(cloud, rent, locker)
    open_door(cloud, locker)
    cloud.move(rent, State.STARTING, Source.API)
    return rent


def create_delivery(
    cloud: Cloud,
    bloq_id: str | None,
    locker_id: str | None,
    customer_id: str | None,
    wish: shapes.CreateDelivery,
) -> Rent:
    """With a locker it is reserved, without one created."""
    if wish.pick_up_code is not None and wish.pick_up_codes is not None:
        raise Refused(400, "Use only one of pickUpCode and pickUpCodes.", "pickUpCodesInvalid")
    check_label(wish.label_template_id, wish.label_content)
    locker = None
    if locker_id is not None:
        locker = choose(cloud, None, RentType.DELIVERY, bloq_id=bloq_id, locker_id=locker_id)
    elif bloq_id is not None:
        cloud.bloq(bloq_id)
    elif wish.expiry_date is None and wish.delivery_date_limit is None:
        # "Otherwise we would have a pending delivery forever."
        raise invalid("expiryDate")
    rent = _rent(cloud, RentType.DELIVERY, customer_id, wish)
    rent.bloq_id = bloq_id
    rent.collect_time_limit = wish.collect_time_limit
    rent.pick_up_code = wish.pick_up_code
    rent.drop_off_code = wish.drop_off_code or cloud.code()
    rent.desired_locker_type = wish.desired_locker_type
    rent.label_content, rent.label_template_id = wish.label_content, wish.label_template_id
    rent.operation_type, rent.carrier = wish.operation_type, wish.carrier
    rent.pre_pick_up_actions = list(wish.pre_pick_up_actions or ())
    _codes(cloud, rent, wish.pick_up_codes)
    _add(cloud, rent, locker)
    return rent


def create_return(
    cloud: Cloud,
    *,
    bloq_id: str | None,
    locker_id: str | None,
    locker_type: LockerType | None,
    customer_id: str | None,
    previous_id: str | None,
    wish: shapes.CreateReturn,
) -> Rent:
    """In the document's four ways: by type, by the previous rent, by locker, or without any."""
    previous = cloud.rent(previous_id) if previous_id is not None else None
    if previous is not None and (previous.type, previous.state) != (
        RentType.DELIVERY, State.FINISHED,
    ):  # fmt: skip
        raise conflict("Only an item picked up from a delivery can be returned.")
    if bloq_id is None and (locker_id or locker_type or previous):
        raise invalid("bloqID")
    if locker_id is None and locker_type is None and previous is not None and previous.locker_id:
        locker_type = cloud.locker(previous.locker_id).type
    locker = None
    if bloq_id is not None:
        locker = choose(
            cloud, None, RentType.RETURN,
            bloq_id=bloq_id, locker_id=locker_id, locker_type=locker_type,
        )  # fmt: skip
    rent = _rent(cloud, RentType.RETURN, customer_id, wish)
    if previous is not None:
        rent.previous_rent_id = previous.rent_id
        rent.customer_id = rent.customer_id or previous.customer_id
    rent.collect_time_limit = wish.collect_time_limit
    # The document gives a return no drop-off code; without one nobody could hand it in.
    rent.drop_off_code = cloud.code()
    _codes(cloud, rent, wish.pick_up_codes)
    _add(cloud, rent, locker)
    return rent


def check_label(template_id: str | None, content: dict[str, object] | None) -> None:
    """Each of the two needs the other. Raises Refused 400."""
    if content is not None and template_id is None:
        raise invalid("labelTemplateID")
    if template_id is not None and content is None:
        raise invalid("labelContent")


def whose(cloud: Cloud, customer_id: str | None, about: shapes.AboutCustomer | None) -> str | None:
    """A customer's id, or one created on the go instead; both at once is a 400."""
    if about is None:
        return cloud.customer(customer_id).customer_id if customer_id is not None else None
    if customer_id is not None:
        raise invalid("customer")
    return new_customer(cloud, about).customer_id


def _rent(
    cloud: Cloud,
    kind: RentType,
    customer_id: str | None,
    wish: shapes.CreateDelivery | shapes.CreateReturn,
) -> Rent:
    return Rent(
        cloud.new_id(),
        kind,
        State.CREATED,
        cloud.now(),
        customer_id=whose(cloud, customer_id, wish.customer),
        external_id=wish.external_id,
        expiry_date=wish.expiry_date,
        delivery_date_limit=wish.delivery_date_limit,
        notification_options=list(wish.notification_options or ()),
    )


def _codes(cloud: Cloud, rent: Rent, given: dict[str, str] | None) -> None:
    """Who brought no code for the pick-up gets one."""
    rent.pick_up_codes = given or ({} if rent.pick_up_code else {USER: cloud.code()})


def _add(cloud: Cloud, rent: Rent, locker: Locker | None) -> None:
    cloud.rents[rent.rent_id] = rent
    if locker is not None:
        give(cloud, rent, locker)
    cloud.move(rent, State.CREATED, Source.API)
    if locker is not None and rent.type in (RentType.DELIVERY, RentType.RETURN):
        cloud.move(rent, State.RESERVED, Source.API)
