"""How a rent goes on when its door has closed, when its time is over, when it has been paid."""

from datetime import datetime, timedelta

from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.rules import CLOSING, TABLE, WAITING, Move
from kiosk.sandbox.clouds.bloqit.words import RentType, Source, State


def settle(cloud: Cloud, rent: Rent, source: Source) -> None:
    """The door closed."""
    put_in = rent.state is State.STARTING
    first, *_ = CLOSING[rent.state]
    if first is State.PRICE_CALCULATION:
        end(cloud, rent, source)
        return
    cloud.move(rent, first, source)
    if put_in:
        rent.expiry_date = _expiry(cloud, rent)


def end(cloud: Cloud, rent: Rent, source: Source) -> None:
    """Price, payment where there is one, and over."""
    cloud.move(rent, State.PRICE_CALCULATION, source, price="0")
    if cloud.payments_wait:
        cloud.move(rent, State.PAYMENT_ATTEMPT, source)
    else:
        cloud.move(rent, State.FINISHED, source)


def expire(cloud: Cloud) -> None:
    """Let every rent expire whose time is over; called before each call is answered."""
    now = cloud.now()
    for rent in cloud.rents.values():
        if rent.state in TABLE[Move.EXPIRE]:
            limit = _limit(rent)
            if limit is not None and limit < now:
                cloud.move(rent, State.EXPIRED, Source.EXPIRATION)


def _limit(rent: Rent) -> datetime | None:
    """Before the drop-off the first of both limits, after it the expiry date."""
    if rent.state not in WAITING:
        return rent.expiry_date
    limits = [limit for limit in (rent.delivery_date_limit, rent.expiry_date) if limit is not None]
    return min(limits, default=None)


def _expiry(cloud: Cloud, rent: Rent) -> datetime | None:
    """The hours to collect start with the drop-off; an expiry date that comes first wins."""
    if rent.type in (RentType.STORE, RentType.SEND):
        return rent.expiry_date
    limit = rent.collect_time_limit
    if isinstance(limit, datetime):
        asked: datetime | None = limit
    else:
        asked = cloud.now() + timedelta(hours=limit) if limit else None
    limits = [each for each in (asked, rent.expiry_date) if each is not None]
    if limits:
        return min(limits)
    hours = cloud.bloq(rent.bloq_id).max_collect_hours if rent.bloq_id else 0
    return cloud.now() + timedelta(hours=hours) if hours else None
