"""A fault in KioskForce's words ("API Reference", Request Maintenance)."""

import re
from collections.abc import Mapping

from kiosk.domain.layout import Compartment, Layout, UnknownDoor
from kiosk.domain.model import Event

LONGEST = 1024
"""Characters of a description."""
_PROBLEMS = {
    "did_not_open": "The door does not open when its lock is fired.",
    "not_empty": "It was given away as empty, but something lies inside.",
    "dirty": "It is dirty.",
    "out_of_reach": "A person could not reach it.",
    "not_mine": "The recipient says that somebody else's parcel lies inside.",
    "empty": "The recipient says that no parcel lies inside.",
    "refused": "The recipient does not want the parcel and left it inside.",
    "taken_back": "The depositor took the parcel back after its drop-off had been told.",
    "left_open": "The door was left open.",
    "opened_by_itself": "The door opened without having been asked to.",
    "contact_faulty": "The door's contact flutters; the door is out of use.",
    "wrong_opened": "The door opened together with another; it is out of use.",
    "disabled_offline_dropoff": "While no call was answered a parcel was put in by a code that is "
    "not valid; the door is out of use.",
    "compartment_broken": "A courier or technician says that the compartment is broken.",
    "entire_station_broken": "A courier or technician says that the whole locker is out of order.",
    "no_access_to_station": "A courier or technician could not get to the locker.",
    "packet_is_too_big_for_station": "A parcel is larger than every compartment of the locker.",
    "no_suitable_compartment_available": "No free compartment was right for a parcel.",
    "compartment_already_occupied": "A courier or technician found something inside already.",
    "compartment_is_empty": "A courier or technician found it empty.",
    "parcel_not_available": "A parcel that should be there was not.",
    "missing": "A courier or technician opened it, and its parcel was not there.",
    "misaligned": "The label that was scanned there is another parcel's.",
    "place_differs": "The parcel lies there, and the platform has it in another cell.",
    "parcel_missing": "A technician opened it, and its parcel was not there.",
    "parcel_unknown": "A technician found a parcel inside that belongs to no reservation.",
    "disabled": "A technician took it out of use.",
    "ticket_lock": "To be repaired: it does not open when its lock is fired.",
    "ticket_contact": "To be repaired: its sensor says the wrong thing.",
    "ticket_hinge": "To be repaired: its hinge.",
    "ticket_leaf": "To be repaired: its door is bent or broken.",
    "ticket_water": "To be repaired: water gets in.",
    "ticket_dirty": "To be cleaned.",
    "ticket_number": "To be repaired: its number is gone.",
    "ticket_other": "To be repaired.",
    "camera_lost": "The camera gives no pictures; codes are typed.",
}
_SEVERITIES = {"LOW", "MEDIUM", "HIGH", "CRITICAL"}
_BLOCKING = frozenset({"compartment.disabled", "compartment.parcel_unknown"})
"""Out of use until somebody on site says otherwise. Who blocked a cell cannot give it back: the
document has no call for that, and so the vendor's own people do."""
_WORD = re.compile(r"[a-z_]{1,40}")


def report(event: Event, layout: Layout, machine: str) -> Mapping[str, object]:
    """A maintenance request: fixed words and ids only, the same however often it is made."""
    compartment = _labelled(event, layout)
    body: dict[str, object] = {
        "machine_id": machine,
        "description": _description(event, compartment, machine),
    }
    if event.data.get("severity") in _SEVERITIES:
        body["severity"] = event.data["severity"]
    # Never without a compartment in the text: it could be read as the whole machine.
    if (event.data.get("block") is True or event.name in _BLOCKING) and compartment:
        body["block_cell_immediately"] = True
    return body


def _description(event: Event, compartment: Compartment | None, machine: str) -> str:
    what = str(event.data.get("what") or event.name.rpartition(".")[2])
    text = _PROBLEMS.get(what, f"Fault: {what if _WORD.fullmatch(what) else 'unknown'}.")
    # Reservations never tell a cell's id, so its description stands here; the event's id tells a
    # repeated report from a second one.
    place = f"Cell {compartment.cloud_id} of machine" if compartment else "Machine"
    return f"{place} {machine}: {text} Kiosk report {event.id}."[:LONGEST]


def _labelled(event: Event, layout: Layout) -> Compartment | None:
    try:
        return layout.compartment(str(event.data.get("label")))
    except UnknownDoor:
        return None
