"""Facts of this kiosk in the shape of KioskForce's webhooks (change log of 1.0.299).

The flat body with one typed part. The vendor's sample shows a drop-off only; the names of the other
parts, of what is abandoned, and of maintenance are our reading, not confirmed by the vendor. An
order id is not kept here, so none is told; the vendor signs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.adapters.clouds.kioskforce_facts import PROBLEMS
from kiosk.adapters.clouds.kioskforce_line import Line
from kiosk.adapters.clouds.kioskforce_tickets import report
from kiosk.domain.layout import Layout, Owner, UnknownDoor
from kiosk.domain.model import Event
from kiosk.ports_abilities import Payload

MACHINE = "SOURCE_TYPE_MACHINE"


@dataclass(frozen=True, slots=True)
class Hook:
    """The type of one event, and the name of its part."""

    type: str
    part: str


HOOKS: Mapping[str, Hook] = {
    "parcel.deposited": Hook("EVENT_TYPE_DROPOFF", "drop_off_event"),
    "parcel.collected": Hook("EVENT_TYPE_PICKUP", "pickup_event"),
    "parcel.abandoned": Hook("EVENT_TYPE_PICKUP_ABANDONED", "pickup_abandoned_event"),
    "reservation.cancelled": Hook(
        "EVENT_TYPE_RESERVATION_CANCELLED", "reservation_cancelled_event"
    ),
}
MAINTENANCE = Hook("EVENT_TYPE_MAINTENANCE_REQUESTED", "maintenance_requested_event")


class Hooks(Line):
    """What others than the cloud hear."""

    def payloads(self, event: Event) -> tuple[Payload, ...]:
        """The one body of this fact; none for what has no webhook."""
        if event.owner is Owner.LOCAL:
            return ()
        if event.name in PROBLEMS:
            return (_body(MAINTENANCE, event, report(event, self._layout, self._machine)),)
        if (hook := HOOKS.get(event.name)) is None or event.reservation is None:
            return ()
        part = {
            "source_type": MACHINE,
            "cell": {"description": _cell(event, self._layout), "cell_id": ""},
            "machine": {"machine_id": self._machine},
        }
        return (_body(hook, event, part),)

    def signature(self, body: bytes, secret: str) -> Mapping[str, str]:
        """None: this vendor's webhooks are not signed."""
        return {}


def _body(hook: Hook, event: Event, part: Mapping[str, object]) -> Payload:
    return {
        "event_id": f"evt_{event.id}",
        "idempotency_key": f"idem_{event.id}",
        "event_time_unix_timestamp": int(event.at.timestamp()),
        "event_time_timestamp": _stamp(event.at),
        **({"reservation_id": event.reservation} if event.reservation else {}),
        "event_type": hook.type,
        hook.part: dict(part),
    }


def _cell(event: Event, layout: Layout) -> str:
    try:
        return layout.compartment(str(event.data.get("label"))).cloud_id
    except UnknownDoor:
        return ""


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
