"""What the page under /_sandbox/page makes and shows of this cloud."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import islice

from pydantic import ValidationError

from kiosk.sandbox.clouds.bloqit import shapes
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.creating import create_delivery, create_return
from kiosk.sandbox.clouds.bloqit.endings import expire
from kiosk.sandbox.clouds.bloqit.placing import choose
from kiosk.sandbox.clouds.bloqit.readings import READINGS
from kiosk.sandbox.clouds.bloqit.refusals import Refused
from kiosk.sandbox.clouds.bloqit.words import LockerType, RentType, stamp
from kiosk.sandbox.clouds.desk import Blank, Desk, Row

_NEWEST = 50
_A_DAY = timedelta(days=1)

_BLANKS = (
    Blank("type", "Type", ("delivery", "return")),
    Blank("lockerType", "Size", tuple(LockerType)),
    Blank("externalID", "Your own number"),
    Blank("dropOffCode", "Drop-off code"),
    Blank("pickUpCode", "Pick-up code"),
    Blank("phoneNumber", "Telephone"),
)


def desk_of(cloud: Cloud) -> Desk:
    def make(filled: Mapping[str, str]) -> str:
        try:
            return _make(cloud, {name: text for name, text in filled.items() if text})
        except Refused as refused:
            return refused.flaw.message
        except ValidationError as error:
            return f"{error.errors()[0]['loc'][-1]}: {error.errors()[0]['msg']}"

    def tables() -> Mapping[str, Iterable[Row]]:
        expire(cloud)
        return {"Reservations": _rents(cloud), "Events": _events(cloud)}

    return Desk("Bloq.It Partner API (sandbox)", READINGS, _BLANKS, make, tables)


def _make(cloud: Cloud, filled: Mapping[str, str]) -> str:
    """As the API would, in this bloq, for one day."""
    kind = RentType.RETURN if filled.get("type") == RentType.RETURN else RentType.DELIVERY
    sizes = {kind.value: kind for kind in LockerType}
    size = sizes.get(filled.get("lockerType", ""), LockerType.M)
    locker = choose(
        cloud, None, kind,
        bloq_id=cloud.bloq_id, locker_id=None, locker_type=size,
    )  # fmt: skip
    body: dict[str, object] = {
        "externalID": filled.get("externalID"),
        "expiryDate": stamp(cloud.now() + _A_DAY),
    }
    if "phoneNumber" in filled:
        body["customer"] = {"phoneNumber": filled["phoneNumber"]}
    codes = {"user": filled["pickUpCode"]} if "pickUpCode" in filled else None
    if kind is RentType.RETURN:
        wish = shapes.CreateReturn.model_validate({**body, "pickUpCodes": codes})
        rent = create_return(
            cloud, bloq_id=cloud.bloq_id, locker_id=locker.locker_id, locker_type=None,
            customer_id=None, previous_id=None, wish=wish,
        )  # fmt: skip
        rent.drop_off_code = filled.get("dropOffCode", rent.drop_off_code)
    else:
        delivery = shapes.CreateDelivery.model_validate(
            {**body, "pickUpCodes": codes, "dropOffCode": filled.get("dropOffCode")}
        )
        rent = create_delivery(cloud, cloud.bloq_id, locker.locker_id, None, delivery)
    return f"Made {rent.rent_id} in {locker.title}."


def _rents(cloud: Cloud) -> Iterable[Row]:
    yield "Id", "Type", "State", "Locker", "Own number", "Drop-off code", "Pick-up codes", "Expiry"
    for rent in islice(reversed(cloud.rents.values()), _NEWEST):
        codes = [*rent.pick_up_codes.values(), rent.pick_up_code or ""]
        yield (
            rent.rent_id,
            rent.type,
            rent.state,
            cloud.locker(rent.locker_id).title if rent.locker_id else "",
            rent.external_id or "",
            rent.drop_off_code or "",
            " ".join(filter(None, codes)),
            stamp(rent.expiry_date) if rent.expiry_date else "",
        )


def _events(cloud: Cloud) -> Iterable[Row]:
    yield "At", "Event", "Started at", "Rent", "Locker", "Message"
    for event in islice(reversed(cloud.events), _NEWEST):
        title = cloud.locker(event.locker).title if event.locker else ""
        yield (
            stamp(event.at), event.type, event.source, event.rent or "", title,
            event.message or "",
        )  # fmt: skip
