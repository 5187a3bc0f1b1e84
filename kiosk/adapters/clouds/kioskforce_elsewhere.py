"""What is looked at in a reservation of another machine: whether the code shown is right there."""

import hmac
import unicodedata

from kiosk.adapters.clouds.answers import Answer
from kiosk.adapters.clouds.kioskforce_words import Status, Whose
from kiosk.domain import codes
from kiosk.domain.codes import DeliveryQr
from kiosk.domain.model import Purpose

LONGEST_NAME = 80
OPENS = {Purpose.DROPOFF: Status.PENDING, Purpose.PICKUP: Status.DROPPED_OFF}
"""In which state a code of this purpose opens a door."""


class Place(Answer):
    name: str | None = None


class Foreign(Whose):
    """One read by its id; neither its cell nor its order is anybody's business here."""

    reservation_id: str
    status: str
    machine: Place | None = None
    drop_off_qrcode: str | None = None
    pickup_code_qrcode: str | None = None


def right_there(found: Foreign, shown: DeliveryQr, here: str) -> str | None:
    """The name of the other machine, when this very code opens a door of it now."""
    text = found.drop_off_qrcode if shown.purpose is Purpose.DROPOFF else found.pickup_code_qrcode
    known = codes.parse_scanned(text or "")
    if found.machine_id == here or found.status != OPENS[shown.purpose]:
        return None
    if not isinstance(known, DeliveryQr) or known.purpose is not shown.purpose:
        return None
    if known.reservation != shown.reservation or found.reservation_id != shown.reservation:
        return None
    if not hmac.compare_digest(known.text.encode(), shown.text.encode()):
        return None
    return plain((found.machine and found.machine.name) or found.machine_id) or None


def plain(name: str) -> str:
    """Fit for a screen: no control signs, no marks that turn the line around, not too long."""
    kept = (c for c in name if unicodedata.category(c)[0] != "C")
    return " ".join("".join(kept).split())[:LONGEST_NAME]
