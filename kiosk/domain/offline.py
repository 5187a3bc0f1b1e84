"""What becomes of a parcel that was taken in while the cloud was silent."""

from enum import Enum


class Ruling(Enum):
    """What the cloud says of an offline drop-off once it answers.

    The words of all but the first are Bloq.it's reasons for a locker that is disabled
    preventively ("Extra info", Partner API 1.35.0); other clouds have none of their own.
    """

    AGREED = "agreed"
    INVALID = "invalid_offline_dropoff"
    """The code is right for nothing (any more): unknown, changed, used, cancelled."""
    INACTIVE = "offline_drop_off_on_inactive_bloq"
    """The whole bank is disabled."""
    WRONG_PLACE = "offline_drop_off_on_wrong_bloq"
    """The reservation is another bank's."""
