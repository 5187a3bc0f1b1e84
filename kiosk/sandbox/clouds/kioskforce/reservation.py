"""One reservation as this cloud keeps it."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.sandbox.clouds.kioskforce.shapes import Status


@dataclass(slots=True)
class Reservation:
    """The right to use one cell for one package."""

    number: int
    """Grows by one with each reservation: the order in which cells were given away."""
    reservation_id: str
    machine_id: str
    platform_order_id: str
    cell: str
    drop_off_code: str
    pickup_code: str
    created_at: datetime
    status: Status = Status.PENDING
    notes: str = ""
    webhook_url: str | None = None
    grace_dropoff: int = 120
    grace_pickup: int = 120
    first_dropoff_at: datetime | None = None
    dropped_off_at: datetime | None = None
    picked_up_at: datetime | None = None
    cleaned: bool = False
    """Operations emptied the cell after the pickup was abandoned."""

    @property
    def drop_off_qrcode(self) -> str:
        return f"DLV-DROP-{self.reservation_id}-{self.drop_off_code}"

    @property
    def pickup_qrcode(self) -> str:
        return f"DLV-PICK-{self.reservation_id}-{self.pickup_code}"

    def may_drop_off_again(self, now: datetime) -> bool:
        """Within the grace that starts with the first call of dropoffs."""
        return self.status is Status.DROPPED_OFF and _within(
            self.first_dropoff_at, self.grace_dropoff, now
        )

    def may_pick_up_again(self, now: datetime) -> bool:
        """Within the grace that starts with the first call of pickups."""
        return self.status is Status.PICKED_UP and _within(
            self.picked_up_at, self.grace_pickup, now
        )

    def ongoing(self, now: datetime) -> bool:
        waiting = self.status in (Status.PENDING, Status.DROPPED_OFF)
        return waiting or self.may_pick_up_again(now)

    def holds_its_cell(self, now: datetime) -> bool:
        """An abandoned package lies there until operations have cleaned up."""
        left_behind = self.status is Status.ABANDONED and not self.cleaned
        return left_behind or self.ongoing(now)


def _within(start: datetime | None, seconds: int, now: datetime) -> bool:
    return start is not None and (now - start).total_seconds() <= seconds
