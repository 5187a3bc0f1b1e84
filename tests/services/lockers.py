"""A small bank, a clock that obeys, and reservations to try things on."""

from datetime import UTC, datetime, timedelta

from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.domain.model import (
    Arrival,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.rules import CloudRules

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
KIOSKFORCE = CloudRules("kioskforce", collection_commits="open")
STANDALONE = CloudRules("standalone", moves_compartment=True)


class ObedientClock:
    """Goes only where it is put."""

    def __init__(self) -> None:
        self.passed = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        self.passed += seconds


def bank(sizes: str = "SSMML", owner: Owner = Owner.CLOUD) -> Layout:
    """One column of compartments labelled from 1, on channels from 0."""
    compartments = tuple(
        Compartment(
            label=str(row + 1),
            cloud_id=f"A{row + 1:02d}",
            size=size,
            inside=Millimetres(400, 200, 600),
            floor_mm=400 + 200 * row,
            owner=owner,
            thermal="ambient",
            front=make_door(str(row + 1), "main", 0, row),
            rear=None,
            column=0,
            row=row,
            rows=len(sizes),
        )
        for row, size in enumerate(sizes)
    )
    return Layout(200 * len(sizes), ("S", "M", "L"), (Column(450, compartments),))


def arrival(
    name: str,
    label: str = "1",
    *,
    state: ReservationState = ReservationState.STORED,
    pickup: str = "4711",
    dropoff: str = "8822",
    datum: str | None = "1234",
    owner: Owner = Owner.CLOUD,
    read_at: datetime = START,
) -> Arrival:
    """A reservation as a cloud tells it, with short codes and QR codes."""
    reservation = Reservation(
        id=ReservationId(name),
        ref=name,
        owner=owner,
        kind=Kind.DELIVERY,
        state=state,
        compartment=label,
        size="S",
        made_at=START,
        read_at=read_at,
    )
    codes = (
        NewCode(Purpose.DROPOFF, Way.TYPED, dropoff),
        NewCode(Purpose.DROPOFF, Way.QR, dropoff),
        NewCode(Purpose.PICKUP, Way.TYPED, pickup),
        NewCode(Purpose.PICKUP, Way.QR, pickup),
    )
    return Arrival(reservation, codes, datum)
