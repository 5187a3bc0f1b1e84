"""Everything this cloud remembers, in memory and until the next reset."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from random import Random
from types import MappingProxyType

from kiosk.sandbox.clouds.clock import SandboxClock
from kiosk.sandbox.clouds.kioskforce.machine import SAMPLE, Bank, Cell, Place
from kiosk.sandbox.clouds.kioskforce.reservation import Reservation
from kiosk.sandbox.clouds.kioskforce.rpc import broken, not_found
from kiosk.sandbox.clouds.kioskforce.sending import Sender
from kiosk.sandbox.clouds.kioskforce.shapes import MaintenanceRequest, MaintenanceTicket
from kiosk.sandbox.clouds.kioskforce.webhooks import EventType, Webhook, webhook

NO_DETAILS: Mapping[str, object] = MappingProxyType({})


class State:
    """Machines, reservations, maintenance tickets and webhooks."""

    def __init__(
        self, *, own_doors: bool, machine_id: str, cells: Sequence[str], clock: SandboxClock
    ) -> None:
        self.own_doors = own_doors
        self.machine_id = machine_id
        self.clock = clock
        self._cells = tuple(cells)
        self.sender = Sender()
        self.reset()

    def reset(self) -> None:
        self.sender.reset()
        self.machines = {self.machine_id: Bank(self.machine_id, self._cells)}
        self.reservations: dict[str, Reservation] = {}
        self.tickets: list[tuple[MaintenanceTicket, MaintenanceRequest]] = []
        self.webhooks: list[Webhook] = []
        # The same seed each time: a failing run of the tests can be had again. Codes may well
        # come up twice on one machine; the document does not promise otherwise.
        self._codes = Random(2025)
        self._number = 0
        self.same_code: str | None = None

    def now(self) -> datetime:
        return self.clock.now()

    def code(self) -> str:
        return self.same_code or f"{self._codes.randrange(10_000):04}"

    def next_number(self) -> int:
        self._number += 1
        return self._number

    def bank(self, machine_id: str) -> Bank:
        if machine_id not in self.machines:
            raise not_found(f"machine {machine_id}")
        return self.machines[machine_id]

    def neighbour(self, machine_id: str, place: Place = SAMPLE) -> Bank:
        """Another locker of the same platform; the list call shows its reservations, too."""
        return self.machines.setdefault(machine_id, Bank(machine_id, self._cells, place))

    def reservation(self, reservation_id: str) -> Reservation:
        if reservation_id not in self.reservations:
            raise not_found(f"reservation {reservation_id}")
        return self.reservations[reservation_id]

    def add(self, reservation: Reservation) -> None:
        self.reservations[reservation.reservation_id] = reservation

    def of_cell(self, machine_id: str, cell: str) -> list[Reservation]:
        """All reservations this cell was ever given to, in that order."""
        return [
            reservation
            for reservation in self.reservations.values()
            if (reservation.machine_id, reservation.cell) == (machine_id, cell)
        ]

    def held_cells(self, bank: Bank) -> set[str]:
        now = self.now()
        return {
            reservation.cell
            for reservation in self.reservations.values()
            if reservation.machine_id == bank.machine_id and reservation.holds_its_cell(now)
        }

    def open_door(self, reservation: Reservation) -> None:
        """Open the sandbox's own door, if it has doors; in the other case the kiosk has."""
        bank = self.bank(reservation.machine_id)
        if not bank.online:
            raise broken("the machine is offline")
        cell = bank.cells.get(reservation.cell)
        if cell is None or not self.own_doors:
            return
        if cell.jammed:
            raise broken("the door did not open")
        cell.door_open = True

    def tell(
        self,
        event: EventType,
        reservation: Reservation,
        details: Mapping[str, object] = NO_DETAILS,
        request_id: str | None = None,
    ) -> None:
        """Record the webhook of this event, and send it where somebody listens."""
        bank = self.bank(reservation.machine_id)
        told = webhook(event, reservation, bank, self.now(), details, request_id)
        self.webhooks.append(told)
        self.sender.post(told)

    def cell_by_id(self, cell_id: str) -> Cell:
        for bank in self.machines.values():
            for cell in bank.cells.values():
                if cell.cell_id == cell_id:
                    return cell
        raise not_found(f"cell {cell_id}")
