"""Where the document is silent: how it is read here, said on the page and in /openapi.json."""

from typing import Any

READINGS = (
    "Paths of calls whose request sample shows no address are REST-style readings: "
    "they carry the mark x-path in /openapi.json.",
    "Codes, externalID and bloq of a rent are in its details; a list and an action show customer "
    "and locker as ids, a single rent shows them as objects.",
    "Who sends no pick-up code gets {user: six digits}, who sends no drop-off code gets six "
    "digits; a return, too.",
    "A return is handed in by the make call of deliveries: the document has none of its own.",
    "In the state starting, make with another locker replaces the first (the item did not fit).",
    "Cancel is allowed in every state but finished and cancelled.",
    "Extending an expired rent brings back the state before it expired.",
    "Return a delivery keeps the rent's id: its type becomes return, its state in_progress.",
    "Without an expiry date the hours to collect start when the door closed on the item.",
    "Update rent answers the rent; the printed sample is a page of a list.",
    "operationType, prePickUpActions and carrier may be changed at any time.",
    "notify-label-replacement answers an empty object; the printed sample is an error.",
    "The type of an event is its codeName; the history adds createdAt, page and limit.",
    "A webhook's headers are called signature and timestamp (milliseconds); anything but a 2xx "
    "is tried again after 1, 5, 25 and 125 s.",
    "Courier tokens carry bloqIDs and metadata under these names.",
    "payment_attempt is passed over unless /_sandbox/payments says that payments wait.",
    "A door that jams is 502, a bloq that is offline 504, both with --door vendor only.",
)


def not_printed(summary: str) -> dict[str, Any]:
    """Marks a call whose path the document does not print."""
    mark = "path not printed in the document: a reading"
    return {
        "summary": f"{summary} ({mark})",
        "openapi_extra": {"x-path": "not printed in the document"},
    }
