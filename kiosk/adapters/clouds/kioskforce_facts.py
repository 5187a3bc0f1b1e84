"""What KioskForce is told, and how it shows that it knows."""

from dataclasses import dataclass, replace

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.calls import checked_id
from kiosk.adapters.clouds.kioskforce_line import Line
from kiosk.adapters.clouds.kioskforce_tickets import report
from kiosk.adapters.clouds.kioskforce_words import STATES, Done, Opened, Status, Ticket
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudRefused
from kiosk.domain.layout import Owner
from kiosk.domain.model import Event, ReservationId

PROBLEMS = frozenset(
    {
        "compartment.disabled",
        "compartment.disabled_offline_dropoff",
        "compartment.parcel_unknown",
        "compartment.problem",
        "compartment.ticket_opened",
        "door.left_open",
        "door.opened_by_itself",
        "door.contact_faulty",
        "door.wrong_opened",
        "memory.salvaged",
        "locker.disk_low",
        "locker.camera_lost",
        "locker.problem",
        "parcel.missing",
        "parcel.misaligned",
        "reservation.place_differs",
    }
)
"""Facts for which this cloud has but one ear: a maintenance request."""


@dataclass(frozen=True, slots=True)
class _Fact:
    """How a fact is told, and in which states the cloud shows that it knows."""

    call: str
    answer: type[Answer]
    shown_by: frozenset[Status]


_FACTS = {
    "parcel.deposited": _Fact(
        "dropoffs", Opened, frozenset({Status.DROPPED_OFF, Status.PICKED_UP, Status.ABANDONED})
    ),
    "parcel.collected": _Fact("pickups", Opened, frozenset({Status.PICKED_UP})),
    "parcel.abandoned": _Fact("abandons", Done, frozenset({Status.ABANDONED})),
    "reservation.cancelled": _Fact("deletes", Done, frozenset({Status.CANCELLED})),
}
_UNLOCKS = {"parcel.deposited", "parcel.collected"}
"""Facts whose call opens the door: the same call was the unlock where the vendor's machine does."""

_OVER = frozenset({Status.ABANDONED, Status.CANCELLED})
"""Given up by this cloud, while a parcel may still lie there."""


class Facts(Line):
    """The outbox's end of the line."""

    async def deliver(self, event: Event) -> None:
        """Tell one fact of the cloud's own reservations and compartments."""
        if event.owner is Owner.LOCAL:
            return
        if event.name in PROBLEMS:
            await self._report(event)
        elif (fact := self._fact(event)) and not await self._is_cleanup(event):
            await self._call(fact, event)

    async def has_effect(self, event: Event) -> bool:
        """Read whether the fact shows; a ticket shows nowhere, what has no call owes nothing."""
        fact = self._fact(event)
        if event.owner is Owner.LOCAL or (fact is None and event.name not in PROBLEMS):
            return True
        if fact is None:
            return False
        found = await self._one(_subject(event))
        if found.status not in STATES:
            raise CloudBroken("reservation: nothing known of its status")
        return found.status in fact.shown_by or (_by_staff(event) and found.status in _OVER)

    async def _is_cleanup(self, event: Event) -> bool:
        """Whether staff took out what the cloud has given up: it has no call for that.

        "The operations team will be notified for cleanup" ("Abandon Pick Up"), and no more.
        """
        if not _by_staff(event):
            return False
        return (await self._one(_subject(event))).status in _OVER

    def _fact(self, event: Event) -> _Fact | None:
        """How it is told; in mode front asking for the door has told most of it already."""
        return None if self._front and event.name in _UNLOCKS else _FACTS.get(event.name)

    async def _call(self, fact: _Fact, event: Event) -> None:
        call = self._calls[fact.call]
        try:
            body = await self._http.call(call, {"reservation_id": checked_id(_subject(event))})
        except CloudConflict:
            if not (self._front and event.name == "reservation.cancelled"):
                raise
            # Its machine saw the door shut, and took that for the drop-off: people must know.
            data = {**event.data, "what": "taken_back", "severity": "HIGH"}
            await self._report(replace(event, data=data))
        else:
            checked(fact.answer, body, call.name)

    async def _report(self, event: Event) -> None:
        call = self._calls["maintenances"]
        ticket = report(event, self._layout, self._machine)
        checked(Ticket, await self._http.call(call, body=ticket), call.name)


def _by_staff(event: Event) -> bool:
    """Whether a parcel was taken out by who works here, not by who it is for."""
    by = event.data.get("initiated_by")
    return event.name == "parcel.collected" and by in ("courier", "technician")


def _subject(event: Event) -> ReservationId:
    if event.reservation is None:
        raise CloudRefused(f"{event.name}: it names no reservation")
    return event.reservation
