"""Which locker a rent gets: a chosen one, or one of a type."""

from kiosk.sandbox.clouds.bloqit.bank import Bloq, Locker
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.refusals import conflict, invalid
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.words import LockerType, RentType


def choose(
    cloud: Cloud,
    rent: Rent | None,
    kind: RentType,
    *,
    bloq_id: str | None,
    locker_id: str | None,
    locker_type: LockerType | None = None,
) -> Locker:
    """Find the locker without giving it away yet; of both wishes only the locker's id counts.

    Raises Refused 400 where neither is given or the locker stands elsewhere, 404 for one that is
    not there, 409 for one that is taken or disabled, or where none of the type is free.
    """
    bloq_id = bloq_id or (rent.bloq_id if rent else None)
    if locker_id is not None:
        locker = cloud.locker(locker_id)
        if bloq_id is not None and locker.bloq_id != bloq_id:
            raise invalid("lockerID")
        bloq = _open_for(cloud.bloq(locker.bloq_id), kind)
        if not locker.active or locker.rent_id not in (None, rent.rent_id if rent else None):
            raise conflict("This locker is not available.")
        return locker
    if bloq_id is None:
        raise invalid("bloqID")
    if locker_type is None:
        raise invalid("lockerID")
    bloq = _open_for(cloud.bloq(bloq_id), kind)
    free = bloq.first_free(locker_type)
    if free is None:
        raise conflict(f"No locker of the type {locker_type} is free.")
    return free


def give(cloud: Cloud, rent: Rent, locker: Locker) -> None:
    """From now on this locker is this rent's, and the one before is not."""
    if rent.locker_id != locker.locker_id:
        cloud.release(rent)
    locker.rent_id = rent.rent_id
    rent.locker_id = locker.locker_id
    rent.bloq_id = locker.bloq_id


def _open_for(bloq: Bloq, kind: RentType) -> Bloq:
    if not bloq.active:
        raise conflict("This bloq is not active.")
    if kind not in bloq.supports:
        raise conflict(f"This bloq allows no rents of the type {kind}.")
    return bloq
