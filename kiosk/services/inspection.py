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
from kiosk.domain.transitions import TAKEABLE
from kiosk.ports_service import ServiceStore
from kiosk.services.contacts import Contacts


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger says of all compartments at one moment."""

    holdings: Mapping[str, Holding]
    live: Mapping[str, Sequence[Reservation]]
    """By label; those whose parcel should lie there come first."""
    ended: Collection[str]
    """Labels where the parcel of a cancelled reservation was left."""
    carried: Mapping[str, Sequence[Reservation]]
    """By label, whose parcels staff were putting there, of which nothing came to an end: by their
    reservations they lie elsewhere."""
    tickets: Sequence[str]
    """The label of each open one."""

    def contents(self, label: str | None) -> Contents:
        holding = self.holdings.get(label or "")
        return holding.contents if holding else Contents.EMPTY

    def elsewhere(self, one: Reservation) -> tuple[str, ...]:
        """Where else its parcel may lie."""
        return tuple(label for label, those in self.carried.items() if one in those)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look inside means."""

    look: Look
    missing: tuple[Reservation, ...] = ()
    """Their parcels lie nowhere they may lie."""
    found: tuple[tuple[Reservation, str], ...] = ()
    """Their parcels lie there, and not where they lay before."""


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

    async def look(self, label: str, said: Contents) -> Seen:
        """What it means that this lies there."""
        known = await self._known()
        there = known.live.get(label, ())
        expecting = [one for one in there if lying(one).expects_parcel]
        may_lie = any(lying(one).may_lie or one.particulars.missing for one in there)
        carried = known.carried.get(label, ())
        left = label in known.ended or may_lie or bool(carried)
        expected = Contents.PARCEL if expecting else Contents.MAYBE if left else Contents.EMPTY
        found = _found(known, label, said, expecting)
        missing = _missing(known, said, expecting, carried) if not found else ()
        gone = said is Contents.EMPTY and bool(missing)
        known_here = left or bool(expecting)
        finding = Finding.MISSING if gone else inspecting.finding(said, known=known_here)
        return Seen(Look(said, expected, finding), missing, found)

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
        ended = {one.compartment for one in await self._store.ended_lying() if one.compartment}
        tickets = [ticket.label for ticket in await self._store.tickets()]
        holdings, lies = await self._store.holdings(), await self._store.lying()
        placed = [one for those in live.values() for one in those]
        carried = {
            label: tuple(one for one in placed if _is_carried(one, label, whose, holdings))
            for label, whose in lies.items()
        }
        return Known(holdings, live, ended, carried, tickets)

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


def _is_carried(
    one: Reservation, label: str, whose: Collection[str], holdings: Mapping[str, Holding]
) -> bool:
    """Whether it may lie here although its own place is another; not once it was seen there."""
    if one.id not in whose or one.compartment in {None, label} or one.state not in TAKEABLE:
        return False
    own = holdings.get(one.compartment or "")
    return own is None or own.contents is not Contents.PARCEL


def _found(
    known: Known, label: str, said: Contents, expecting: Sequence[Reservation]
) -> tuple[tuple[Reservation, str], ...]:
    """Whose parcel was seen in one of two places and not in the other, whichever was seen first."""
    carried = known.carried.get(label, ())
    if said is Contents.PARCEL and not expecting and len(carried) == 1:
        (one,) = carried
        return ((one, label),) if known.contents(one.compartment) is Contents.EMPTY else ()
    if said is Contents.EMPTY and len(expecting) == 1:
        (one,) = expecting
        places = [p for p in known.elsewhere(one) if known.contents(p) is Contents.PARCEL]
        return ((one, places[0]),) if len(places) == 1 else ()
    return ()


def _missing(
    known: Known,
    said: Contents,
    expecting: Sequence[Reservation],
    carried: Sequence[Reservation],
) -> tuple[Reservation, ...]:
    """Whose parcels are seen in none of the places where they may lie."""
    if said is not Contents.EMPTY:
        return ()
    gone = [one for one in expecting if not known.elsewhere(one)]
    gone += [one for one in carried if known.contents(one.compartment) is Contents.EMPTY]
    return tuple(gone)


def lying(reservation: Reservation) -> Lying:
    """What staff see of it: ids, no names."""
    missing = reservation.particulars.missing
    return Lying(reservation.id, reservation.ref, reservation.state, reservation.owner, missing)
