"""What the page under /_sandbox/page makes and shows of this cloud."""

from collections.abc import Iterable, Mapping
from itertools import islice

from pydantic import ValidationError

from kiosk.sandbox.clouds.desk import Blank, Desk, Row
from kiosk.sandbox.clouds.kioskforce import journeys, shapes
from kiosk.sandbox.clouds.kioskforce.rpc import Refused
from kiosk.sandbox.clouds.kioskforce.state import State
from kiosk.sandbox.clouds.kioskforce.times import stamp

_NEWEST = 50
_BLANKS = (Blank("platform_order_id", "Order"), Blank("notes", "Notes"))
_READINGS = (
    "A call that the state forbids is HTTP 400 with code 9 (FAILED_PRECONDITION).",
    "A machine that is offline and a door that jams are HTTP 500 with code 13 (INTERNAL).",
    "The event type of an abandoned pick-up, and the names of the typed parts beside "
    "drop_off_event, follow the printed ones.",
    "Of the overlapping bands of occupancy the higher one is shown.",
    "Webhooks are recorded, and sent once a URL for all is given; none is signed.",
)


def desk_of(state: State) -> Desk:
    def make(filled: Mapping[str, str]) -> str:
        wish = {
            "machine_id": state.machine_id,
            "platform_order_id": filled.get("platform_order_id", "order_456"),
            "notes": filled.get("notes", ""),
            "packaging": {},
        }
        try:
            made = journeys.reserve(state, shapes.ReserveRequest.model_validate(wish))
        except Refused as refused:
            return refused.status.message
        except ValidationError as error:
            return f"{error.errors()[0]['loc'][-1]}: {error.errors()[0]['msg']}"
        return f"Made {made.reservation_id} in {made.cell}."

    def tables() -> Mapping[str, Iterable[Row]]:
        return {"Reservations": _reservations(state), "Webhooks": _webhooks(state)}

    return Desk("KioskForce Delivery Locker API (sandbox)", _READINGS, _BLANKS, make, tables)


def _reservations(state: State) -> Iterable[Row]:
    yield "Id", "Order", "Status", "Cell", "Drop-off", "Pick-up", "Made"
    for each in islice(reversed(state.reservations.values()), _NEWEST):
        yield (
            each.reservation_id,
            each.platform_order_id,
            each.status,
            each.cell,
            each.drop_off_qrcode,
            each.pickup_qrcode,
            stamp(each.created_at),
        )


def _webhooks(state: State) -> Iterable[Row]:
    yield "At", "Event", "Reservation"
    for hook in islice(reversed(state.webhooks), _NEWEST):
        names = ("event_time_timestamp", "event_type", "reservation_id")
        yield tuple(str(hook.body[name]) for name in names)
