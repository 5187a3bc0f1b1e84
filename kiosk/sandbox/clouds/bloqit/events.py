"""What happened, as webhooks and the event history show it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.sandbox.clouds.bloqit.words import EventType, Source

PARTNER = "6169a0a732452574e5e247ea"
"""The owner of the API key; the id is the one of the document's sample."""

# Four places are documented; of the roles the text names examples only.
_ROLES = {
    Source.ADMIN: {"role": "superAdmin", "id": PARTNER},
    Source.API: {"role": "partnerAdmin", "id": PARTNER},
    Source.LOCKER: {"role": "user"},
    Source.EXPIRATION: {},
}


@dataclass(frozen=True, slots=True)
class Event:
    """One event; a field without a value is left out of the payload."""

    event_id: str
    type: EventType
    at: datetime
    source: Source
    rent: str | None = None
    bloq: str | None = None
    locker: str | None = None
    customer: str | None = None
    price: str | None = None
    message: str | None = None
    metadata: Mapping[str, object] | None = None

    def payload(self) -> dict[str, object]:
        """The structure of the callback, field by field; its type is read as ``codeName``."""
        whole = {
            "_id": self.event_id,
            "admin": PARTNER if self.source in (Source.API, Source.ADMIN) else None,
            "customer": self.customer,
            "rent": self.rent,
            "bloq": self.bloq,
            "locker": self.locker,
            "price": self.price,
            "codeName": self.type.value,
            "description": self.type.value.partition(".")[2].replace("_", " "),
            "message": self.message,
            "title": self.type.value.partition(".")[0],
            "metadata": dict(self.metadata) if self.metadata else None,
            "actionInitiatedBy": {**_ROLES[self.source], "source": self.source.value},
        }
        return {name: value for name, value in whole.items() if value is not None}
