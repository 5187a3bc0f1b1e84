"""The state table: what each call does to a reservation, and when it is refused."""

from kiosk.sandbox.clouds.kioskforce.reservation import Reservation
from kiosk.sandbox.clouds.kioskforce.rpc import Refused, wrong_state
from kiosk.sandbox.clouds.kioskforce.shapes import (
    MaintenanceRequest,
    MaintenanceTicket,
    ReserveRequest,
    Status,
)
from kiosk.sandbox.clouds.kioskforce.state import State
from kiosk.sandbox.clouds.kioskforce.times import stamp
from kiosk.sandbox.clouds.kioskforce.webhooks import EventType


def reserve(state: State, wish: ReserveRequest) -> Reservation:
    """Give away the smallest cell that fits; the same order id twice is two reservations."""
    bank = state.bank(wish.machine_id)
    idle = bank.idle(state.held_cells(bank), wish.packaging)
    if not idle:
        raise wrong_state("no cell of this machine is free for such a package")
    number = state.next_number()
    reservation = Reservation(
        number=number,
        reservation_id=_new_id(state, number),
        machine_id=wish.machine_id,
        platform_order_id=wish.platform_order_id,
        cell=idle[0].name,
        drop_off_code=state.code(),
        pickup_code=state.code(),
        # Samples show whole seconds; created_after must agree with what is shown.
        created_at=state.now().replace(microsecond=0),
        notes=wish.notes,
        webhook_url=wish.webhook_url,
        grace_dropoff=wish.grace_period_dropoff_in_seconds,
        grace_pickup=wish.grace_period_pickup_in_seconds,
    )
    state.add(reservation)
    state.tell(EventType.RESERVATION_CREATED, reservation)
    return reservation


def drop_off(state: State, reservation: Reservation) -> None:
    """Open for the courier; the state waits for the door to close, if the door is ours."""
    now = state.now()
    if reservation.status is not Status.PENDING and not reservation.may_drop_off_again(now):
        raise _not_now("dropped off", reservation)
    state.open_door(reservation)
    reservation.first_dropoff_at = reservation.first_dropoff_at or now
    if not state.own_doors:
        settle_drop_off(state, reservation)


def settle_drop_off(state: State, reservation: Reservation) -> None:
    """The door closed on the package; closing it again later changes nothing."""
    if reservation.status is Status.PENDING and reservation.first_dropoff_at is not None:
        reservation.status = Status.DROPPED_OFF
        reservation.dropped_off_at = state.now()
        state.tell(EventType.DROPOFF, reservation)


def pick_up(state: State, reservation: Reservation) -> None:
    """Open for the consumer; the state changes with the opening."""
    now = state.now()
    again = reservation.may_pick_up_again(now)
    if reservation.status is not Status.DROPPED_OFF and not again:
        raise _not_now("picked up", reservation)
    try:
        state.open_door(reservation)
    except Refused as refused:
        state.tell(EventType.PICKUP_FAILED, reservation, {"reason": refused.status.message})
        raise
    if not again:
        reservation.status = Status.PICKED_UP
        reservation.picked_up_at = now
        state.tell(EventType.PICKUP, reservation)


def cancel(state: State, reservation: Reservation) -> None:
    if reservation.status is not Status.PENDING:
        raise _not_now("cancelled", reservation)
    reservation.status = Status.CANCELLED
    state.tell(EventType.RESERVATION_CANCELLED, reservation)


def abandon(state: State, reservation: Reservation) -> None:
    if reservation.status is not Status.DROPPED_OFF:
        raise _not_now("abandoned", reservation)
    reservation.status = Status.ABANDONED
    state.tell(EventType.PICKUP_ABANDONED, reservation)


def accept_open_door(state: State, reservation: Reservation) -> None:
    """The five windows come down to one: until the cell is given to somebody else.

    Cancelled reservations are in none of the windows.
    """
    given_on = any(
        other.number > reservation.number
        for other in state.of_cell(reservation.machine_id, reservation.cell)
    )
    if given_on or reservation.status is Status.CANCELLED:
        raise wrong_state("outside the time windows in which this door may be opened")
    if not state.bank(reservation.machine_id).online:
        state.open_door(reservation)  # refuses: offline is one of the immediate errors


async def fulfil_open_door(state: State, reservation: Reservation, request_id: str) -> None:
    """Open without changing the reservation; a jammed door only shows in the webhook."""
    failure = ""
    try:
        state.open_door(reservation)
    except Refused as refused:
        failure = refused.status.message
    outcome = {"request_id": request_id, "success": not failure, "error_message": failure}
    state.tell(EventType.OPEN_DOOR_FULFILLED, reservation, outcome, request_id)


def report(state: State, issue: MaintenanceRequest) -> MaintenanceTicket:
    """Open a ticket; without a cell id there is nothing to block."""
    if issue.machine_id is not None:
        state.bank(issue.machine_id)
    if issue.cell_id is not None:
        cell = state.cell_by_id(issue.cell_id)
        cell.blocked = cell.blocked or issue.block_cell_immediately
    number = len(state.tickets) + 456
    ticket = MaintenanceTicket(
        maintenance_ticket_id=f"maint_{number}", created_at=stamp(state.now())
    )
    state.tickets.append((ticket, issue))
    return ticket


def _new_id(state: State, number: int) -> str:
    # The sample is "res_789". Nothing says an id has no dash, so every fourth one has: who
    # splits "DLV-PICK-<id>-<code>" at the wrong dash finds out here.
    dashed = "-x" if number % 4 == 0 else ""
    new_id = f"res_{788 + number}{dashed}"
    while new_id in state.reservations:  # a test has chosen this very id
        new_id += "0"
    return new_id


def _not_now(what: str, reservation: Reservation) -> Refused:
    return wrong_state(f"a reservation in {reservation.status} cannot be {what}")
