"""What Bloq.it is told, and how it shows that it knows ("Partner API 1.35.0", Rents, Deliveries).

The kiosk moves its lock first and tells afterwards. A shut door is told on the demo server alone,
where ``rent-sims`` stands for it; elsewhere no call says so, and it stays this kiosk's own fact.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.history import EventAnswer
from kiosk.adapters.clouds.bloqit.rent import Rent, Whose
from kiosk.adapters.clouds.bloqit.rents import Rents
from kiosk.domain.errors import CloudBroken, CloudRefused
from kiosk.domain.layout import Owner
from kiosk.domain.model import Event, ReservationId

_TAKEN_OUT = frozenset({"price_calculation", "payment_attempt", "finished"})
_COLLECTED = frozenset({"collect_item"}) | _TAKEN_OUT
_LYING = frozenset({"in_progress", "locker_opened", "open"}) | _COLLECTED
_STARTED = frozenset({"starting"}) | _LYING
_CANCELLED = frozenset({"cancelled", "canceled"})
_STOPPED = frozenset({"expired"}) | _CANCELLED
"""How far a rent had come before these, only the states it went through tell."""

SHOWN_BY: Mapping[str, frozenset[str]] = {
    "dropoff.opened": _STARTED,
    "parcel.deposited": _LYING,
    "reservation.kept": frozenset({"in_progress"}) | _COLLECTED,
    "reservation.opened": frozenset({"locker_opened", "open"}) | _COLLECTED,
    "pickup.opened": _COLLECTED,
    "parcel.collected": _TAKEN_OUT,
    "parcel.ready_for_pickup": frozenset({"ready_for_pickup", "in_transit"}) | _STARTED,
    "parcel.in_transit": frozenset({"in_transit"}) | _STARTED,
}
"""In which states of a rent a fact shows."""

_CALLS: Mapping[str, str] = {
    "pickup.opened": "collect",
    "reservation.opened": "open_in_place",
    "parcel.ready_for_pickup": "ready_for_pickup",
    "parcel.in_transit": "in_transit",
    "recipient.notified": "notify",
}
"""Facts that are one call without anything more."""
SHUT = frozenset({"parcel.deposited", "reservation.kept", "parcel.collected"})
OPENED = frozenset({"dropoff.opened", "pickup.opened", "reservation.opened"})
"""In mode front the call that unlocked has told these."""
PLACED = frozenset({"reservation.compartment_chosen", "reservation.moved"})
_BLOCKING = frozenset(
    {
        "compartment.disabled",
        "compartment.disabled_offline_dropoff",
        "compartment.parcel_unknown",
        "door.contact_faulty",
        "door.wrong_opened",
    }
)
_WELL = frozenset({"compartment.cleared", "compartment.enabled"})
_NOTHING_PUT_IN = frozenset({"operator", "not_opened"})
"""Reasons of a cancelled rent in whose locker nothing lies."""
_STAFF = frozenset({"courier", "technician"})
_SAME_END = timedelta(seconds=1)


class Facts(Rents):
    """The outbox's end of the line."""

    async def deliver(self, event: Event) -> None:
        """Tell one fact of the cloud's own rents and lockers."""
        if event.owner is Owner.LOCAL:
            return
        tell = self._telling(event)
        if tell is not None:
            await tell(event)

    async def has_effect(self, event: Event) -> bool:
        """Read whether the fact shows; what has no call owes nothing."""
        if event.owner is Owner.LOCAL or self._telling(event) is None:
            return True
        if event.reservation is None or event.name.startswith(("compartment.", "door.")):
            active = event.name in _WELL
            bank = await self.bank(fresh=True)
            return bank.locker(_text(event, "label")).active is active
        if event.name == "recipient.notified":
            return await self._was_notified(_subject(event))
        return await self._shows(event, await self.rent(_subject(event)))

    def _telling(self, event: Event) -> Callable[[Event], Awaitable[None]] | None:
        """How this fact is told; None when there is no call for it."""
        name = event.name
        if name in SHUT:
            ends = self._returned if self._taken_away(event) else None
            return self._shut if self._demo else ends
        if name in OPENED and self._front:
            return None
        if name == "compartment.problem":
            return self._availability if event.data.get("block") is True else None
        others: Mapping[str, Callable[[Event], Awaitable[None]]] = {
            "dropoff.opened": self._begun,
            "reservation.cancelled": self._cancelled,
            "reservation.extended": self._extended,
            **dict.fromkeys(PLACED, self._placed),
            **dict.fromkeys(_BLOCKING | _WELL, self._availability),
            **dict.fromkeys(_CALLS, self._simply),
        }
        return others.get(name)

    async def _shows(self, event: Event, rent: Rent) -> bool:
        match event.name:
            case "reservation.cancelled":
                return rent.now == "finished" or (rent.now in _CANCELLED and not _empty(event))
            case "reservation.extended":
                return rent.expiry is not None and abs(rent.expiry - _until(event)) < _SAME_END
            case name if name in PLACED:
                return rent.locker_id == (await self.bank()).locker_id(_new_label(event))
            case "parcel.collected" if not self._demo and rent.type != "return":
                return True
            case "dropoff.opened":
                locker = (await self.bank()).locker_id(_new_label(event))
                return rent.locker_id == locker and _has_come_to(rent, SHOWN_BY[event.name])
            case name:
                return _has_come_to(rent, SHOWN_BY[name])

    async def _simply(self, event: Event) -> None:
        await self._put(_CALLS[event.name], _subject(event))

    async def _shut(self, event: Event) -> None:
        await self._put("sim_close", _subject(event))

    def _taken_away(self, event: Event) -> bool:
        by_staff = event.data.get("initiated_by") in _STAFF
        return event.name == "parcel.collected" and by_staff and not self._front

    async def _returned(self, event: Event) -> None:
        """A return that a courier took away is over, and its locker free ("Finish a Return").

        It depends on the partner's plan. Of no other rent a call says that it was taken out.
        """
        rent = await self.rent(_subject(event))
        if rent.type == "return" and rent.now != "finished":
            await self._put("finish_return", rent.id)

    async def _begun(self, event: Event) -> None:
        """Only deliveries and returns are begun by a call of their own: the others by their making.

        That a return is handed in by the make call of deliveries is our reading, too.
        """
        rent_id = _subject(event)
        if await self.type_of(rent_id) in ("delivery", "return"):
            locker = (await self.bank()).locker_id(_new_label(event))
            await self._put("make", rent_id, query={"lockerID": locker})

    async def _placed(self, event: Event) -> None:
        """Another locker: the call depends on how far the rent is."""
        rent = await self.rent(_subject(event))
        locker = (await self.bank()).locker_id(_new_label(event))
        where: dict[str, str | int] = {"bloqID": self._bloq, "lockerID": locker}
        if rent.locker_id == locker or rent.now in _LYING | _STOPPED:
            return  # no call moves what lies in a locker: where it lies is the kiosk's own fact
        if rent.now == "starting" and rent.type in ("delivery", "return"):
            if not self._front:
                await self._put("make", rent.id, query={"lockerID": locker})
        elif rent.type == "delivery":
            await self._put("select_locker", rent.id, query=where)
        elif rent.type == "return":
            # One that is reserved is moved by the make call, once its door was seen open.
            if rent.now == "created":
                await self._put("reserve_return", rent.id, query=where)
        else:
            raise CloudRefused(f"{event.name}: a {rent.type} keeps its locker")

    async def _cancelled(self, event: Event) -> None:
        """Reads first, for it is up to two calls, and either may have been made before."""
        rent = await self.rent(_subject(event))
        if rent.now == "finished":
            return
        if rent.now not in _CANCELLED:
            await self._put("cancel", rent.id)
        if _empty(event):
            await self._put("finish", rent.id)

    async def _extended(self, event: Event) -> None:
        until = _until(event).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        await self._put("extend", _subject(event), body={"expiryDate": until})

    async def _availability(self, event: Event) -> None:
        locker = (await self.bank()).locker_id(_text(event, "label"))
        body = {"active": event.name in _WELL}
        await self.call("availability", {"lockerID": locker}, body=body)

    async def _was_notified(self, rent_id: str) -> bool:
        told = await self.listed("rent_history", {"rentID": rent_id})
        events = (checked(EventAnswer, one, "rent_history") for one in told)
        return any(event.name == "rent.automatic_notification_sent" for event in events)

    async def _put(
        self,
        call: str,
        rent_id: str,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> None:
        """Make a call about a rent, which it answers with that rent."""
        answer = await self.call(call, {"rentID": rent_id}, query=query, body=body)
        if checked(Whose, answer, call).id != rent_id:
            raise CloudBroken(f"{call}: another rent came back")


def _has_come_to(rent: Rent, states: frozenset[str]) -> bool:
    reached = rent.went_through() if rent.now in _STOPPED else frozenset({rent.now})
    return bool(reached & states)


def _empty(event: Event) -> bool:
    """Whether the fact says that nothing lies inside."""
    declared, reason = event.data.get("declared"), event.data.get("reason")
    return declared == "empty" or (declared is None and reason in _NOTHING_PUT_IN)


def _subject(event: Event) -> ReservationId:
    if event.reservation is None:
        raise CloudRefused(f"{event.name}: it names no reservation")
    return event.reservation


def _text(event: Event, name: str) -> str:
    value = event.data.get(name)
    if not isinstance(value, str):
        raise CloudRefused(f"{event.name}: it names no {name}")
    return value


def _new_label(event: Event) -> str:
    return _text(event, "to" if event.name == "reservation.moved" else "label")


def _until(event: Event) -> datetime:
    try:
        until = datetime.fromisoformat(_text(event, "until"))
    except ValueError as error:
        raise CloudRefused(f"{event.name}: its end is no time") from error
    if until.tzinfo is None:
        raise CloudRefused(f"{event.name}: its end names no zone")
    return until.astimezone(UTC)
