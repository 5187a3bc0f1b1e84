"""A cloud that follows what it is told, changes its mind, and falls silent."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.domain.codes import DeliveryQr
from kiosk.domain.errors import CloudConflict, CloudMissing, CloudSilent
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Arrival,
    Event,
    Kind,
    NewCode,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock
from kiosk.ports_abilities import Sheet

S = ReservationState
AFTER = {
    "parcel.deposited": S.STORED,
    "parcel.collected": S.FINISHED,
    "parcel.abandoned": S.ABANDONED,
    "reservation.cancelled": S.CANCELLED,
}
ENDED = {S.FINISHED, S.CANCELLED, S.ABANDONED}


@dataclass
class Platform:
    """One locker's reservations, as their cloud has them."""

    clock: Clock
    rules: CloudRules
    dead: bool = False
    known: dict[ReservationId, Arrival] = field(default_factory=dict)
    told: dict[ReservationId, tuple[NewCode, ...]] = field(default_factory=dict)
    """The codes the kiosk has been told last."""

    async def sheets(self, since: str | None = None) -> AsyncIterator[Sheet]:
        self._hear()
        live = [a for a in self.known.values() if a.reservation.state not in ENDED]
        yield Sheet([self._now(replace(arrival, codes=None)) for arrival in live], whole=True)

    async def read(self, reservation: ReservationId) -> Arrival:
        self._hear()
        if reservation not in self.known:
            raise CloudMissing(reservation)
        arrival = self.known[reservation]
        self.told[reservation] = arrival.codes or ()
        return self._now(arrival)

    async def deliver(self, event: Event) -> None:
        self._hear()
        if event.reservation is None or event.name not in AFTER:
            return
        if event.reservation not in self.known:
            raise CloudMissing(event.reservation)
        if self.state(event.reservation) in ENDED:
            raise CloudConflict(event.name)
        self.becomes(event.reservation, AFTER[event.name])

    async def has_effect(self, event: Event) -> bool:
        self._hear()
        if event.reservation not in self.known or event.name not in AFTER:
            return True
        return self.state(event.reservation) is AFTER[event.name]

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        self._hear()
        return None

    async def ping(self) -> None:
        self._hear()

    async def aclose(self) -> None:
        """Nothing is held."""

    def state(self, reservation: ReservationId) -> ReservationState:
        return self.known[reservation].reservation.state

    def becomes(self, name: ReservationId, state: ReservationState) -> None:
        arrival = self.known[name]
        changed = replace(arrival.reservation, state=state)
        self.known[name] = replace(arrival, reservation=changed)

    def announces(self, label: str, codes: tuple[str, str], datum: str) -> ReservationId:
        """A new delivery for this compartment."""
        name = ReservationId(f"c{len(self.known) + 1}")
        reservation = Reservation(
            id=name,
            ref=name,
            owner=Owner.CLOUD,
            kind=Kind.DELIVERY,
            state=S.RESERVED,
            compartment=label,
            size="S",
            made_at=self.clock.now(),
            read_at=self.clock.now(),
        )
        self.known[name] = Arrival(reservation, (), datum)
        self.renews(name, codes)
        return name

    def renews(self, name: ReservationId, codes: tuple[str, str]) -> None:
        """Other codes than before."""
        new = tuple(
            NewCode(purpose, way, text)
            for purpose, text in zip((Purpose.DROPOFF, Purpose.PICKUP), codes, strict=True)
            for way in (Way.TYPED, Way.QR)
        )
        self.known[name] = replace(self.known[name], codes=new)

    def cancels(self, name: ReservationId) -> None:
        """Only before the parcel is there."""
        if self.state(name) is S.RESERVED:
            self.becomes(name, S.CANCELLED)

    def blocks(self, name: ReservationId, blocked: bool) -> None:
        arrival = self.known[name]
        changed = replace(arrival.reservation, blocked=blocked)
        self.known[name] = replace(arrival, reservation=changed)

    def _hear(self) -> None:
        if self.dead:
            raise CloudSilent("nobody there")

    def _now(self, arrival: Arrival) -> Arrival:
        at: datetime = self.clock.now()
        return replace(arrival, reservation=replace(arrival.reservation, read_at=at))
