"""Takes a whole list of reservations, or none of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.domain import allocation, codes
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Arrival, Change, NewCode, Purpose, Reservation, ReservationState, Way
from kiosk.domain.policy import Policy
from kiosk.ports import Clock
from kiosk.ports_desk import DeskStore
from kiosk.services.csv_lines import Bad, Line, Terms, parse
from kiosk.services.local import LocalReservations, Made, Wish
from kiosk.services.renewals import Facts

ENDED = {ReservationState.FINISHED, ReservationState.CANCELLED}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a list; with a bad line nothing was made."""

    made: tuple[Made, ...] = ()
    unchanged: int = 0
    bad: tuple[Bad, ...] = ()


class Intake:
    """The only way in for more than one reservation at once."""

    def __init__(
        self,
        layout: Layout,
        store: DeskStore,
        local: LocalReservations,
        clock: Clock,
        policy: Policy,
    ) -> None:
        self._terms = Terms(layout, policy.short_code_alone)
        self._store = store
        self._local = local
        self._clock = clock

    async def take(self, text: str, facts: Facts) -> Taken:
        """Make what the list asks for and is not there yet. Raises NotPossible for no list."""
        lines, bad = parse(text, self._terms)
        async with self._local.one_at_a_time:
            fresh = await self._fresh(lines, bad)
            places = await self._places(fresh, bad)
            if bad:
                return Taken(bad=tuple(sorted(bad)))
            made = await self._make(fresh, places, facts)
        return Taken(made, len(lines) - len(made))

    async def _fresh(self, lines: Sequence[Line], bad: list[Bad]) -> list[Line]:
        """The lines whose ref is new; one that says something else of a known ref is bad."""
        known = await self._store.newest_by_ref({line.ref for line in lines})
        live = await self._store.live_reservations()
        clouds = {r.ref for r in live if r.owner is Owner.CLOUD}
        fresh: dict[str, Line] = {}
        given: set[str] = set()
        for line in lines:
            if earlier := fresh.get(line.ref):
                if line != earlier:
                    bad.append(Bad(line.number, f"line {earlier.number} has the same ref"))
                continue
            if line.ref in known:
                differs = await self._differences(line, known[line.ref])
                reason = f"{line.ref!r} is known with another {' and '.join(differs)}"
            else:
                fresh[line.ref] = line
                differs = await self._objections(line, clouds, given)
                reason = "; ".join(differs)
            if differs:
                bad.append(Bad(line.number, reason))
        return list(fresh.values())

    async def _differences(self, line: Line, known: Reservation) -> list[str]:
        """The columns that say something else than is kept; an end put off here stays put off."""
        differs = []
        if line.kind is not known.kind:
            differs.append("kind")
        if known.moved_at is None:
            if line.compartment not in (None, known.compartment):
                differs.append("compartment")
            if line.size is not None and known.size not in self._local.fitting(line.size):
                differs.append("size")
        if line.language != known.language:
            differs.append("language")
        if (line.expires is None) is not (known.expires_at is None) or (
            line.expires and known.expires_at and line.expires > known.expires_at
        ):
            differs.append("expires")
        # Of what has ended neither codes nor telephone are kept for long.
        return differs if known.state in ENDED else differs + await self._secrets(line, known)

    async def _secrets(self, line: Line, known: Reservation) -> list[str]:
        differs = []
        if line.phone is None:
            same = not await self._store.has_datum(known.id)
        else:
            same = await self._store.datum_matches(known.id, codes.last_four(line.phone) or "")
        if not same:
            differs.append("phone")
        # What came before names were kept says nothing about them.
        if kept := await self._store.contact(known.id):
            told = {"name": line.name, "email": line.email}
            differs += [what for what, text in told.items() if getattr(kept, what) != (text or "")]
        if line.code is not None:
            claims = await self._store.typed_claims(line.code)
            if known.id not in {claim.reservation.id for claim in claims}:
                differs.append("code")
        return differs

    async def _objections(self, line: Line, clouds: Collection[str], given: set[str]) -> list[str]:
        objections = []
        if line.ref in clouds:
            objections.append(f"the cloud has a reservation {line.ref!r}")
        if line.expires is not None and line.expires <= self._clock.now():
            objections.append("expires has passed already")
        if line.code is not None:
            if line.code in given or await self._store.typed_claims(line.code):
                objections.append("code is somebody else's")
            given.add(line.code)
        return objections

    async def _places(self, fresh: Sequence[Line], bad: list[Bad]) -> Mapping[str, Compartment]:
        """A compartment for every ref: first those asked for by label, then the large parcels."""
        free = {c.label: c for c in await self._local.free()}
        places: dict[str, Compartment] = {}
        for line in fresh:
            if wish_of(line).waits:
                continue
            if line.compartment is not None and line.compartment in free:
                places[line.ref] = free.pop(line.compartment)
            elif line.compartment is not None:
                bad.append(Bad(line.number, f"compartment {line.compartment!r} is not free"))
        unplaced = [line for line in fresh if line.compartment is None and not wish_of(line).waits]
        for line in sorted(unplaced, key=lambda one: len(self._local.fitting(one.size))):
            found = allocation.smallest(tuple(free.values()), self._local.fitting(line.size))
            if found is None:
                bad.append(Bad(line.number, f"no compartment of size {line.size or 'any'} is free"))
            else:
                places[line.ref] = free.pop(found.label)
        return places

    async def _make(
        self, fresh: Sequence[Line], places: Mapping[str, Compartment], facts: Facts
    ) -> tuple[Made, ...]:
        taken = {line.code for line in fresh if line.code is not None}
        arrivals: list[Arrival] = []
        changes: list[Change] = []
        said: list[Made] = []
        for line in fresh:
            new = await self._local.new_codes(taken=taken)
            taken.update(one.text for one in new)
            kept = tuple(_given(one, line) or one for one in new)
            arrival, change = self._local.draft(wish_of(line), places.get(line.ref), kept)
            arrivals.append(arrival)
            changes.append(change)
            # Only what was made here is said: the operator has his own codes already.
            told = tuple(one for one in new if _given(one, line) is None)
            said.append(Made(arrival.reservation, told))
        if arrivals:
            count = Change("reservations.imported", facts={**facts, "count": len(arrivals)})
            await self._store.add(arrivals, *changes, count)
        return tuple(said)


def wish_of(line: Line) -> Wish:
    """What the line asks for."""
    return Wish(
        line.ref,
        line.kind,
        line.size,
        line.compartment,
        line.name,
        line.phone,
        line.email,
        line.expires,
        line.language,
    )


def _given(made: NewCode, line: Line) -> NewCode | None:
    """The operator's own code stands in for the typed pick-up code."""
    if line.code is None or (made.purpose, made.way) != (Purpose.PICKUP, Way.TYPED):
        return None
    return replace(made, text=line.code)
