"""What of a conversation with a cloud may be written down: words of a list, dates, measures.

Everything else becomes a pseudonym of the same shape, the same wherever the text comes back, so
that a recording can still be followed. The pseudonyms are drawn by chance and kept in memory only:
nobody, with the kiosk's keys or without, can turn one back.
"""

import re
import secrets
import string
from collections.abc import Mapping

WORDS = frozenset(
    [
        "active",
        "role",
        "severity",
        "source",
        "state",
        "status",
        "supports",
        "type",
        "event_type",
        "codeName",
        "currency",
        "eventTypes",
        "desiredLockerType",
        "lockerType",
        "rentType",
        "rentStates",
        "operationType",
        "notificationOptions",
        "occupancy_information",
        "prePickUpActions",
        "withActiveRents",
    ]
)
"""Fields whose values are words out of the vendors' closed lists."""
MEASURES = frozenset(
    [
        "page",
        "limit",
        "totalDocs",
        "page_size",
        "total_count",
        "width",
        "height",
        "depth",
        "weight",
        "latitude",
        "longitude",
        "radius",
        "coordinates",
        "maxDistance",
        "distance_in_metres",
        "collectTimeLimit",
        "maxRentTimeHour",
        "maxRentDeliveryTimeHour",
        "maxRentCollectTimeHour",
        "remainingLabels",
        "eta_minutes",
        "created_after",
        "grace_period_pickup_in_seconds",
        "grace_period_dropoff_in_seconds",
    ]
)
"""Fields whose numbers say nothing about anybody; a number anywhere else may be a code."""
PLACES = frozenset(
    {
        ("cell", "description"),
        ("", "lockerTitle"),
        ("locker", "lockerTitle"),
        ("lockers", "lockerTitle"),
    }
)
"""Compartments by the object they stand in: without their names no layout fits a recording."""
FREE = frozenset({"pickUpCodes", "metadata", "labelContent", "content"})
"""Objects whose field names are the partner's own."""

_WORD = re.compile(r"[A-Za-z][A-Za-z_.]{0,63}")
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?")
_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,12})?")
_PLACE = re.compile(r"[A-Z]{0,3}\d{1,4}")
_FIELD = re.compile(r"[a-z_][A-Za-z_]{0,63}")
_HEX = re.compile(r"(?=.*\d)(?=.*[a-f])[0-9a-f]{8,}")
_RUN = re.compile(r"[^\W_]+")
_RPC = 16
"""The highest code of an rpcStatus."""
_DEEPEST = 40
_QR = re.compile(r"DLV-(DROP|PICK)-(.*)")


class Redaction:
    """One recording's pseudonyms."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._taken: set[str] = set()

    def value(self, value: object, name: str = "", inside: str = "", depth: int = 0) -> object:
        """A part of a body; ``name`` is its field, ``inside`` the field of the object around."""
        if depth > _DEEPEST or value is None or isinstance(value, bool):
            return value if depth <= _DEEPEST else None
        if isinstance(value, Mapping):
            return self._object(value, name, depth)
        if isinstance(value, list | tuple):
            # A list's parts stand where the list stands.
            return [self.value(each, name, inside, depth + 1) for each in value]
        if isinstance(value, int | float):
            return self._number(value, name)
        return self.text(str(value), name, inside)

    def text(self, text: str, name: str = "", inside: str = "") -> str:
        """A text, in a body or in an address."""
        if _DATE.fullmatch(text):
            return text
        if name in WORDS and _WORD.fullmatch(text):
            return text
        if name in MEASURES and _NUMBER.fullmatch(text):
            return text
        if (inside, name) in PLACES and _PLACE.fullmatch(text):
            return text
        if qr := _QR.fullmatch(text):
            return f"DLV-{qr[1]}-{self.pseudonym(qr[2])}"
        return self.pseudonym(text)

    def pseudonym(self, text: str) -> str:
        """Letters and digits replaced run by run; what stands between them stays."""
        return _RUN.sub(lambda run: self._run(run[0]), text)

    def _object(self, value: Mapping[object, object], name: str, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, each in value.items():
            field = str(key)
            plain = name not in FREE and _FIELD.fullmatch(field)
            told = self.value(each, "" if name in FREE else field, name, depth + 1)
            found[field if plain else self.pseudonym(field)] = told
        return found

    def _number(self, value: int | float, name: str) -> object:
        rpc = name == "code" and isinstance(value, int) and 0 <= value <= _RPC
        if name in MEASURES or rpc:
            return value
        digits = self._run(str(abs(int(value)))) if value == value and abs(value) < 1e15 else "0"
        return int(digits)

    def _run(self, run: str) -> str:
        if run not in self._known:
            made = _alike(run)
            # One digit has few others; a longer one is better than one text for two things.
            while made in self._taken:
                made = _alike(run + run[-1] if len(self._taken) > 5 else run)
            self._known[run] = made
            self._taken.add(made)
        return self._known[run]


def _alike(run: str) -> str:
    if _HEX.fullmatch(run):
        return "a0" + secrets.token_hex(len(run))[: len(run) - 2]
    return "".join(_sign(sign) for sign in run)


def _sign(sign: str) -> str:
    if sign.isdigit():
        return secrets.choice("123456789")
    return secrets.choice(string.ascii_uppercase if sign.isupper() else string.ascii_lowercase)
