"""What others than the cloud hear, in the form and with the signature of its webhooks."""

from collections.abc import Mapping

from kiosk.adapters.clouds.bloqit.line import Line
from kiosk.adapters.clouds.bloqit.payloads import Place, payloads
from kiosk.adapters.clouds.bloqit.rent import is_id
from kiosk.adapters.clouds.bloqit.signature import signed
from kiosk.domain.errors import CloudMissing
from kiosk.domain.layout import UnknownDoor
from kiosk.domain.model import Event
from kiosk.ports_abilities import Payload


class Telling(Line):
    """Bodies without a call."""

    def payloads(self, event: Event) -> tuple[Payload, ...]:
        """The bodies of one fact; none for what has no event there."""
        return payloads(event, Place(self._bloq, self._locker_of(event)))

    def signature(self, body: bytes, secret: str) -> Mapping[str, str]:
        """The two headers of a signed webhook."""
        return signed(body, secret, self._clock.now())

    def _locker_of(self, event: Event) -> str | None:
        moved = event.name == "reservation.moved"
        label = event.data.get("to" if moved else "label")
        if not isinstance(label, str):
            return None
        try:
            if self._bank is not None:
                return self._bank.locker_id(label)
            named = self._layout.compartment(label).cloud_id
        except (CloudMissing, UnknownDoor):
            return None
        return named if is_id(named) else None
