"""Carries out what is asked from afar once the interlock has let it through; each may be repeated.

Every wish is held against what the kiosk itself knows; "" means done, anything else is why not.
"""

from dataclasses import dataclass

from kiosk.domain import obeyed
from kiosk.domain.commands import Ask, Command
from kiosk.domain.interlock import Objection, opens_until
from kiosk.domain.layout import Compartment, DoorState, Layout, Owner, UnknownDoor
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    Holding,
    Reservation,
    ReservationId,
)
from kiosk.domain.obeyed import REMOTE, Why
from kiosk.domain.transitions import ENDED
from kiosk.ports_commands import CommandStore
from kiosk.services.contacts import Contacts
from kiosk.services.local import LocalReservations
from kiosk.services.remote_doors import RemoteDoors
from kiosk.services.renewals import Renewals
from kiosk.services.standing import THERMALS, StandingOrders
from kiosk.services.sync import Freshness
from kiosk.services.wished_reservations import DONE, Refresh, Refused, WishedReservations, by


@dataclass(frozen=True, slots=True)
class Hands:
    """All that a wish may set in motion."""

    layout: Layout
    store: CommandStore
    contacts: Contacts
    doors: RemoteDoors
    standing: StandingOrders
    local: LocalReservations
    renewals: Renewals
    refresh: Refresh | None = None
    """Reads one reservation from the cloud; None where there is none to be read."""


class Wishes:
    """One method for each kind of wish."""

    def __init__(self, hands: Hands) -> None:
        self._layout = hands.layout
        self._store = hands.store
        self._contacts = hands.contacts
        self._doors = hands.doors
        self._standing = hands.standing
        self._refresh = hands.refresh
        self._reservations = WishedReservations(
            hands.store, hands.local, hands.renewals, hands.refresh
        )

    async def obey(self, command: Command, *, trusted: bool) -> str:
        """Carry it out; ``trusted`` is the operator's own relay, which the kiosk's own
        compartments and reservations obey, too. Raises StoreBroken."""
        try:
            await self._refuse_overtaken(command)
            return await self._obey(command, trusted)
        except Refused as refusal:
            return str(refusal)

    async def _obey(self, command: Command, trusted: bool) -> str:
        match command.ask:
            case Ask.OPEN:
                return await self._open(command, trusted)
            case Ask.OPEN_SEVERAL:
                raise Refused(Why.NOT_POSSIBLE)  # the interlock has refused it before
            case Ask.CLOSE | Ask.ENABLE | Ask.DISABLE | Ask.RESIZE | Ask.THERMAL:
                return await self._at(self._compartment(command.label, trusted), command)
            case Ask.PRINT | Ask.ROLL_REPLACED:
                raise Refused(Why.NO_PRINTER)
            case Ask.CANCEL | Ask.EXTEND | Ask.FINISH:
                reservation = await self._reservation(command, trusted)
                if reservation.owner is Owner.CLOUD:
                    return await self._reservations.as_the_cloud_says(command, reservation)
                return await self._reservations.own(command, reservation)
            case Ask.ACTIVATE:
                await self._standing.reopen(command)
            case Ask.DEACTIVATE:
                await self._standing.close(command)
        return DONE

    async def _refuse_overtaken(self, command: Command) -> None:
        """Whoever asked first and is heard last does not undo what came after."""
        if rivals := obeyed.rivals(command.ask):
            last = await self._store.last_done(rivals, command.label)
            if last is not None and last > command.issued_at:
                raise Refused(Why.OVERTAKEN)

    async def _open(self, command: Command, trusted: bool) -> str:
        await self._place(command, trusted)  # what never opens is refused at once
        if not await self._doors.quiet(opens_until(command)):
            raise Refused(Why.BUSY)
        if self._standing.locked:
            return Objection.LOCKDOWN.value
        compartment, reservation = await self._place(command, trusted, read=True)
        return await self._doors.open(command, compartment, reservation)

    async def _place(
        self, command: Command, trusted: bool, *, read: bool = False
    ) -> tuple[Compartment, ReservationId | None]:
        """Which door that would be, by what is known now."""
        if command.reservation is None:
            return self._compartment(command.label, trusted), None
        reservation = await self._reservation(command, trusted)
        if read and self._refresh is not None and reservation.owner is Owner.CLOUD:
            if await self._refresh(reservation.id) is Freshness.GONE:
                raise Refused(Why.ENDED)
            reservation = await self._reservation(command, trusted)
        if reservation.state in ENDED:
            raise Refused(Why.ENDED)
        if reservation.blocked:
            raise Refused(Why.BLOCKED)
        if reservation.compartment is None:
            raise Refused(Why.NO_COMPARTMENT)
        if command.label not in {None, reservation.compartment}:
            raise Refused(Why.UNKNOWN_COMPARTMENT)
        return self._compartment(reservation.compartment, trusted), reservation.id

    async def _at(self, compartment: Compartment, command: Command) -> str:
        match command.ask:
            case Ask.CLOSE:
                if self._is_shut(compartment):
                    return DONE
                raise Refused(Why.NO_MOTOR)
            case Ask.DISABLE:
                await self._disable(compartment, command)
            case Ask.ENABLE:
                await self._enable(compartment, command)
            case Ask.RESIZE:
                if command.size not in self._layout.sizes:
                    raise Refused(Why.UNKNOWN_SIZE)
                change = _refitted(compartment, command, "size", command.size)
                await self._standing.refit(compartment.label, change, size=command.size)
            case _:
                if command.thermal not in THERMALS:
                    raise Refused(Why.UNKNOWN_THERMAL)
                change = _refitted(compartment, command, "thermal", command.thermal)
                await self._standing.refit(compartment.label, change, thermal=command.thermal)
        return DONE

    async def _disable(self, compartment: Compartment, command: Command) -> None:
        """Take it out of use; what stands there already for a better reason stays."""
        holding = await self._holding(compartment.label)
        if holding.flag in {CompartmentFlag.QUARANTINED, CompartmentFlag.MAINTENANCE}:
            return
        change = Change("compartment.disabled", compartment=compartment.label, facts=by(command))
        reason = f"{REMOTE}: {command.reason}"
        await self._store.flag(compartment.label, CompartmentFlag.MAINTENANCE, reason, change)

    async def _enable(self, compartment: Compartment, command: Command) -> None:
        """Only what was disabled from afar: all else somebody on site has to look at."""
        holding = await self._holding(compartment.label)
        if holding.flag is None:
            return
        if holding.flag is not CompartmentFlag.MAINTENANCE or not _is_ours(holding):
            raise Refused(Why.NEEDS_LOOK)
        if not self._is_shut(compartment):
            raise Refused(Why.DOOR_OPEN)
        change = Change("compartment.enabled", compartment=compartment.label, facts=by(command))
        await self._store.flag(compartment.label, None, "", change)

    async def _reservation(self, command: Command, trusted: bool) -> Reservation:
        if command.reservation is None:
            raise Refused(Why.UNKNOWN_RESERVATION)
        found = await self._known(command.reservation)
        if found is None and self._refresh is not None and not trusted:
            # The cloud may ask about what it has begun since it was last read.
            await self._refresh(command.reservation)
            found = await self._known(command.reservation)
        if found is None:
            raise Refused(Why.UNKNOWN_RESERVATION)
        if found.owner is Owner.LOCAL and not trusted:
            raise Refused(Why.NOT_YOURS)
        return found

    async def _known(self, name: ReservationId) -> Reservation | None:
        """By its id, or by the ref of one made here."""
        found = await self._store.reservation(name)
        return found or (await self._store.newest_by_ref([name])).get(name)

    def _compartment(self, label: str | None, trusted: bool) -> Compartment:
        try:
            found = self._layout.compartment(label or "")
        except UnknownDoor as error:
            raise Refused(Why.UNKNOWN_COMPARTMENT) from error
        if found.owner is Owner.LOCAL and not trusted:
            raise Refused(Why.NOT_YOURS)
        return found

    async def _holding(self, label: str) -> Holding:
        empty = Holding(label, Contents.EMPTY)
        return (await self._store.holdings()).get(label, empty)

    def _is_shut(self, compartment: Compartment) -> bool:
        states = {self._contacts.state(door.id) for door in compartment.doors}
        return states == {DoorState.SHUT}


def _is_ours(holding: Holding) -> bool:
    return holding.reason.startswith(f"{REMOTE}:")


def _refitted(compartment: Compartment, command: Command, what: str, value: str | None) -> Change:
    return Change(
        "compartment.refitted", compartment=compartment.label, facts={**by(command), what: value}
    )
