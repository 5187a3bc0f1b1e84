"""Reads what service mode shows of the compartments, and remembers what a visit has looked at."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.domain.compartments import (
    Bank,
    CompartmentFacts,
    DoorFacts,
    Finding,
    Look,
    Lying,
)
from kiosk.domain.layout import Compartment, Door, DoorState, Layout
from kiosk.domain.model import Contents, Holding, Reservation
from kiosk.domain.settling import inspecting
from kiosk.ports_service import ServiceStore
from kiosk.services.contacts import Contacts


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger says of all compartments at one moment."""

    holdings: Mapping[str, Holding]
    live: Mapping[str, Sequence[Reservation]]
    """By label; those whose parcel should lie there come first."""
    left: Collection[str]
    """Labels where the parcel of a cancelled reservation was left, or where staff were about to
    put one that lies elsewhere by its reservation."""
    tickets: Sequence[str]
    """The label of each open one."""


@dataclass(slots=True)
class Looks:
    """What one visit has looked at; the next begins with nothing."""

    visit: str = ""
    found: dict[str, Look] = field(default_factory=dict)

    def of(self, visit: str) -> dict[str, Look]:
        if visit != self.visit:
            self.visit, self.found = visit, {}
        return self.found


class Inspection:
    """Everything about the compartments in one piece. Its readings raise StoreBroken."""

    def __init__(self, layout: Layout, store: ServiceStore, contacts: Contacts) -> None:
        self._layout = layout
        self._store = store
        self._contacts = contacts
        self._looks = Looks()
        self._since: dict[str, datetime | None] = {}
        """Since when each open one stands open."""

    async def bank(self, visit: str) -> Bank:
        """All of them, in walking order: column by column, from the top."""
        known = await self._known()
        read = [self._facts(one, known, visit) for one in self._layout.compartments()]
        return tuple([await self._dated(facts) for facts in read])

    async def one(self, visit: str, label: str) -> CompartmentFacts:
        """One of them, with how its locks did. Raises UnknownDoor."""
        known, tries = await self._known(), await self._store.tries_at(label)
        facts = self._facts(self._layout.compartment(label), known, visit)
        return await self._dated(replace(facts, tries=tries))

    async def look(self, label: str, said: Contents) -> tuple[Look, Sequence[Reservation]]:
        """What it means that this lies there, and whose parcels are missing."""
        known = await self._known()
        there = known.live.get(label, ())
        expecting = [one for one in there if lying(one).expects_parcel]
        may_lie = any(lying(one).may_lie or one.particulars.missing for one in there)
        left = label in known.left or may_lie
        expected = Contents.PARCEL if expecting else Contents.MAYBE if left else Contents.EMPTY
        finding = inspecting.finding(said, expected=bool(expecting), known=left)
        return Look(said, expected, finding), expecting if finding is Finding.MISSING else ()

    def remember(self, visit: str, label: str, look: Look) -> None:
        """It counts until the visit ends or the door is opened again."""
        self._looks.of(visit)[label] = look

    def forget(self, visit: str, label: str) -> None:
        """It is opened again: what was seen before is no proof any more."""
        self._looks.of(visit).pop(label, None)

    async def _known(self) -> Known:
        live: dict[str, list[Reservation]] = {}
        for one in await self._store.live_reservations():
            if one.compartment is not None:
                live.setdefault(one.compartment, []).append(one)
        for those in live.values():
            those.sort(key=lambda one: not lying(one).expects_parcel)
        left = {one.compartment for one in await self._store.ended_lying() if one.compartment}
        places = {one.id: label for label, those in live.items() for one in those}
        for label, whose in (await self._store.lying()).items():
            if any(places.get(one, label) != label for one in whose):
                left.add(label)
        tickets = [ticket.label for ticket in await self._store.tickets()]
        return Known(await self._store.holdings(), live, left, tickets)

    def _facts(self, compartment: Compartment, known: Known, visit: str) -> CompartmentFacts:
        label = compartment.label
        holding = known.holdings.get(label, Holding(label, Contents.EMPTY))
        there = known.live.get(label, ())
        look = self._looks.of(visit).get(label)
        if look is not None and look.said is not holding.contents:
            look = None  # somebody else was at the door since
        return CompartmentFacts(
            label=label,
            owner=compartment.owner,
            size=compartment.size,
            sizes=self._layout.sizes,
            inside=compartment.inside,
            doors=tuple(self._door(door) for door in compartment.doors),
            contents=holding.contents,
            flag=holding.flag,
            reason=holding.reason,
            lying=lying(there[0]) if there else None,
            tickets=known.tickets.count(label),
            look=look,
            missing=any(one.particulars.missing for one in there),
        )

    def _door(self, door: Door) -> DoorFacts:
        at, rear = door.address, "/" in door.id
        state = self._contacts.state(door.id)
        if state is DoorState.SHUT and at.wire in self._contacts.lost():
            state = DoorState.UNKNOWN  # it was shut before its board fell silent
        return DoorFacts(door.id, state, at.wire, at.board, at.channel, rear)

    async def _dated(self, facts: CompartmentFacts) -> CompartmentFacts:
        """The journal is asked once for each door that comes to stand open."""
        if not facts.is_left_open:
            self._since.pop(facts.label, None)
            return facts
        if facts.label not in self._since:
            self._since[facts.label] = await self._store.opened_at(facts.label)
        return replace(facts, open_since=self._since[facts.label])


def lying(reservation: Reservation) -> Lying:
    """What staff see of it: ids, no names."""
    missing = reservation.particulars.missing
    return Lying(reservation.id, reservation.ref, reservation.state, reservation.owner, missing)
