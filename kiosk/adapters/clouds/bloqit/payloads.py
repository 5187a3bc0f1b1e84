"""Facts of this kiosk as Bloq.it's webhooks would tell them ("Create a Webhook", Callback payload).

One body for each of the vendor's events that a fact is. The document shows the names of the fields
and the four places an action starts at; what goes into title, description, message and metadata,
and the roles, are our reading, not confirmed by the vendor. The code of a drop-off that was
disowned is in its body, as the document has it ("Extra info"), and so is the one by which a courier
was not let in (the list of event types); no other code, name or number is.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.adapters.clouds.bloqit.rent import is_id
from kiosk.domain.events import known_to_bloqit
from kiosk.domain.flows.visit import WALK_UP
from kiosk.domain.layout import Owner
from kiosk.domain.model import Confidence, Event
from kiosk.ports_abilities import Payload

DISOWNED = "compartment.disabled_offline_dropoff"
_ROLES: Mapping[str, str] = {
    "consumer": "user",
    "courier": "courier",
    "technician": "technician",
    "operator": "partnerAdmin",
}
"""Of roles the document names examples: a partner admin, a super admin, a customer, a user."""
COURIER = "courier."
"""How what a courier's token passed along is named in a fact."""
_PEOPLE = frozenset({"consumer", "courier"})
_IN_FIELDS = frozenset({"message", "initiated_by", "source", "code", "label"})
"""Facts that stand in fields of their own, or under another name."""
_OUT_OF_USE = frozenset(
    {
        DISOWNED,
        "compartment.disabled",
        "compartment.parcel_unknown",
        "door.contact_faulty",
        "door.wrong_opened",
    }
)
_WELL = frozenset({"compartment.cleared", "compartment.enabled"})
_IN_USE, _REPORTED, _OUT = "in_use", "reported", "out_of_use"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, in the cloud's ids."""

    bloq: str
    locker: str | None = None
    """None where the fact names no compartment, or its id was not read yet."""


def payloads(event: Event, place: Place) -> tuple[Payload, ...]:
    """The bodies of one fact, in order; none for what is the kiosk's own or has no event there."""
    if event.owner is Owner.LOCAL:
        return ()
    return tuple(_body(event, name, place) for name in _names(event))


def _names(event: Event) -> Iterable[str]:
    """The vendor's events that this fact is."""
    for name in known_to_bloqit((event.name,))[event.name]:
        if _is_it(event, name):
            yield name


def _is_it(event: Event, name: str) -> bool:
    data = event.data
    by_person = data.get("initiated_by") in _PEOPLE
    match name:
        case "rent.collect_item":
            # The cloud hears of the opening before: at the shut it is over.
            return event.name == "pickup.opened"
        case "rent.drop_off_confirmation" | "rent.drop_off_cancellation":
            return by_person
        case "rent.drop_off_code_check":
            return _by_code(event) and not _offline(event)
        case "rent.drop_off_code_check_offline" | "rent.offline_dropoff":
            return _by_code(event) and _offline(event)
        case "locker.locker_inactive":
            return event.name in _OUT_OF_USE or data.get("block") is True
        case "locker.locker_timeout" | "locker.open_locker_error":
            return data.get("what") == "did_not_open"
        case _:
            return True


def _by_code(event: Event) -> bool:
    """Whether a code was shown for it; a walk-up has none, and what is found later neither."""
    return event.data.get("code") not in (None, WALK_UP)


def _offline(event: Event) -> bool:
    return event.data.get("confidence") != Confidence.CLOUD.value


def _body(event: Event, name: str, place: Place) -> Payload:
    group, _, what = name.partition(".")
    message = _message(event, name)
    whole: dict[str, object] = {
        "_id": hashlib.sha256(f"{event.id} {name}".encode()).hexdigest()[:24],
        # What began here and is only looked for over there has no rent of theirs yet.
        "rent": event.reservation if event.reservation and is_id(event.reservation) else None,
        "bloq": place.bloq,
        "locker": None if name.startswith("bloq.") else place.locker,
        "codeName": name,
        "title": f"{group}: {what.replace('_', ' ')}",
        "description": event.data.get("message"),
        "message": message,
        "metadata": _metadata(event, name),
        "actionInitiatedBy": _initiator(event),
    }
    return {field: value for field, value in whole.items() if value is not None}


def _message(event: Event, name: str) -> object:
    """ "In the message there will be the justification message", where there is one."""
    if name in ("rent.drop_off_cancellation", "bloq.print_label_error"):
        return event.data.get("reason") or event.data.get("message")
    return event.data.get("message")


def _metadata(event: Event, name: str) -> Mapping[str, object]:
    data = event.data
    told: dict[str, object] = {
        "fact": event.name,
        "at": event.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "label": data.get("label"),
        "codeName": data.get("code"),
        **{key: value for key, value in data.items() if key not in _IN_FIELDS},
    }
    if name == "locker.maintenance_status_update":
        told |= {**_states(event), "note": event.sealed.get("note")}
    if name.startswith("bloq.courier_"):
        # "The courier data passed during the login", or "the authentication code rejected".
        told |= _courier(event.sealed)
    if name == "locker.locker_inactive" and event.name == DISOWNED:
        told["code"] = event.sealed.get("code")
    return {key: value for key, value in told.items() if value is not None}


def _courier(sealed: Mapping[str, str]) -> Mapping[str, object]:
    passed = {key: word for key, word in sealed.items() if key.startswith(COURIER)}
    data = {key.removeprefix(COURIER): word for key, word in passed.items()}
    return {"code": sealed.get("code"), "courierData": data or None}


def _states(event: Event) -> Mapping[str, str]:
    """ "Having in each event the previous and the new state": in words of ours."""
    if event.name in _WELL:
        return {"previousState": _OUT, "newState": _IN_USE}
    if event.name == "compartment.ticket_closed":
        return {"previousState": _REPORTED, "newState": _IN_USE}
    blocked = event.name in _OUT_OF_USE or event.data.get("block") is True
    return {"previousState": _IN_USE, "newState": _OUT if blocked else _REPORTED}


def _initiator(event: Event) -> Mapping[str, str]:
    """Who and where; nobody's id is told, for the kiosk knows no ids of theirs."""
    by = event.data.get("initiated_by")
    source = "expiration" if event.name == "reservation.expired" else "locker"
    source = "public_api" if by == "cloud" else source
    role = _ROLES.get(str(by))
    return {"source": source, **({"role": role} if role else {})}
