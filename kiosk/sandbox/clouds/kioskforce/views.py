"""The state as the answers show it."""

from math import asin, cos, radians, sin, sqrt

from kiosk.sandbox.clouds.kioskforce import shapes
from kiosk.sandbox.clouds.kioskforce.machine import Bank, Place
from kiosk.sandbox.clouds.kioskforce.reservation import Reservation
from kiosk.sandbox.clouds.kioskforce.state import State
from kiosk.sandbox.clouds.kioskforce.times import stamp

_QR_URL = "https://api.delivery.kioskforce.com/qrcode/"
_EARTH_RADIUS = 6_371_000


def machine(state: State, bank: Bank, packaging: shapes.Packaging | None = None) -> shapes.Machine:
    held = state.held_cells(bank)
    return shapes.Machine(
        machine_id=bank.machine_id,
        name=bank.place.name,
        location=bank.place.location,
        latitude=bank.place.latitude,
        longitude=bank.place.longitude,
        online=bank.online,
        preferred_cells=[cell.inside for cell in bank.idle(held, packaging)],
        all_cells=[cell.inside for cell in bank.cells.values()],
        occupancy_information=bank.occupancy(held),
    )


def search(state: State, wish: shapes.SearchRequest) -> shapes.SearchAnswer:
    found = [
        shapes.Found(
            machine=machine(state, bank, wish.packaging),
            distance_in_metres=_distance(wish, bank.place),
        )
        for bank in state.machines.values()
    ]
    found = [each for each in found if each.distance_in_metres <= wish.radius]
    found.sort(key=lambda each: each.distance_in_metres)
    if wish.only_available_lockers:
        found = [each for each in found if each.machine.preferred_cells]
    return shapes.SearchAnswer(machines=found[: wish.limit])


def codes(reservation: Reservation) -> dict[str, str]:
    # Samples show a short URL, the notes say base and text; the notes are the rule.
    return {
        "drop_off_code": reservation.drop_off_code,
        "drop_off_qrcode": reservation.drop_off_qrcode,
        "drop_off_qrcode_url": _QR_URL + reservation.drop_off_qrcode,
        "pickup_code": reservation.pickup_code,
        "pickup_code_qrcode": reservation.pickup_qrcode,
        "pickup_code_qrcode_url": _QR_URL + reservation.pickup_qrcode,
    }


def reserved(state: State, reservation: Reservation) -> shapes.Reserved:
    return shapes.Reserved(
        reservation_id=reservation.reservation_id,
        machine_id=reservation.machine_id,
        machine=machine(state, state.bank(reservation.machine_id)),
        **codes(reservation),
    )


def listed(reservation: Reservation) -> shapes.Listed:
    dropped_off_at = reservation.dropped_off_at
    return shapes.Listed(
        reservation_id=reservation.reservation_id,
        machine_id=reservation.machine_id,
        platform_order_id=reservation.platform_order_id,
        status=reservation.status,
        created_at=stamp(reservation.created_at),
        dropped_off_at=stamp(dropped_off_at) if dropped_off_at else None,
        cell=shapes.CellName(description=reservation.cell),
    )


def detailed(state: State, reservation: Reservation) -> shapes.ReservationAnswer:
    return shapes.ReservationAnswer.model_validate(
        {
            **listed(reservation).model_dump(),
            **codes(reservation),
            "machine": machine(state, state.bank(reservation.machine_id)),
            "notes": reservation.notes,
        }
    )


def cell(reservation: Reservation) -> shapes.CellAnswer:
    return shapes.CellAnswer(cell=shapes.CellName(description=reservation.cell))


def _distance(wish: shapes.SearchRequest, place: Place) -> int:
    """Metres along the great circle to the machine (haversine)."""
    there, here = radians(wish.latitude), radians(place.latitude)
    across = sin((there - here) / 2) ** 2
    along = cos(there) * cos(here) * sin(radians(wish.longitude - place.longitude) / 2) ** 2
    return round(2 * _EARTH_RADIUS * asin(sqrt(min(1.0, across + along))))
