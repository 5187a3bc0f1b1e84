"""Writes messages to people: plain text, in their language; the English words stand here.

A further language is translations/kiosk_<lang>.ts, context "Notices".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from kiosk.domain import expiry, notices
from kiosk.domain.model import Event, Kind, Reservation

Catalogue = Mapping[str, str]
"""The English text, and what it is in one language."""
SOURCE = "en"
_PLACE = re.compile(r"%(\d)")


def translate(_context: str, source: str) -> str:
    """Marks a text for the translators, whose tool knows this name."""
    return source


READY = (
    translate("Notices", "A parcel for you at %1"),
    translate("Notices", "Somebody has put a parcel for you into the locker %1."),
)
STORED = (
    translate("Notices", "What you stored at %1"),
    translate("Notices", "What you stored lies in the locker %1."),
)
HERE = (
    translate("Notices", "Your parcel is at %1"),
    translate("Notices", "Your parcel lies in the locker %1."),
)
ENDS_SOON = (
    translate("Notices", "Your parcel at %1: please collect it soon"),
    translate("Notices", "Your parcel still lies in the locker %1."),
)
ENDED = (
    translate("Notices", "Your parcel at %1: the time has run out"),
    translate("Notices", "The time to collect your parcel from the locker %1 has run out."),
)
REPLACED = (
    translate("Notices", "Your new code for %1"),
    translate("Notices", "Your code for the locker %1 was replaced. The old one opens nothing."),
)
CODE = translate("Notices", "Your code: %1")
PICKUP_CODE = translate("Notices", "Your code to take it out: %1")
DROPOFF_CODE = translate("Notices", "Your code to put it in: %1")
HOW = translate("Notices", "Touch Pick up on its screen and type the code: the door opens.")
GIVEN = translate("Notices", "Its door opens with the code that you were given.")
UNTIL = translate("Notices", "It is kept for you until %1.")
ASK = translate("Notices", "Please ask its staff what can be done now.")
CALL = translate("Notices", "Questions? Call %1.")
KEEP = translate("Notices", "Who has this code can open the door: keep it to yourself.")

HEADS: Mapping[str, tuple[str, str]] = {
    notices.READY: READY,
    notices.HERE: HERE,
    notices.ENDS_SOON: ENDS_SOON,
    notices.ENDED: ENDED,
    notices.REPLACED: REPLACED,
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in one language."""

    language: str
    subject: str = field(repr=False)
    text: str = field(repr=False)


class Letters:
    """Writes for one locker: its name, its clock's zone, and the telephone of who helps."""

    def __init__(
        self,
        catalogues: Mapping[str, Catalogue],
        first: str,
        place: str,
        zone: tzinfo,
        help_phone: str,
    ) -> None:
        self._catalogues = {SOURCE: {}, **catalogues}
        self._first = first if first in self._catalogues else SOURCE
        self._place = " ".join(place.split())
        self._zone = zone
        self._help_phone = help_phone

    def write(self, event: Event, reservation: Reservation) -> Letter:
        """The message of this event. Raises KeyError for one that is no message."""
        language = self._language(reservation.language)
        words = self._catalogues[language]
        subject, first = HEADS[event.name]
        if event.name == notices.READY and reservation.kind is Kind.STORE:
            subject, first = STORED
        lines = [(first, self._place), *self._lines(event, reservation)]
        text = "\n\n".join(_filled(words.get(line) or line, arg) for line, arg in lines)
        return Letter(language, _filled(words.get(subject) or subject, self._place), f"{text}\n")

    def _language(self, wished: str | None) -> str:
        """The one asked for, in any country's form of it, else the kiosk's first."""
        wished = wished or self._first
        known = {tag.casefold(): tag for tag in reversed(self._catalogues)}
        for tag in (wished.casefold(), wished.partition("-")[0].casefold()):
            if tag in known:
                return known[tag]
        return self._first

    def _lines(self, event: Event, reservation: Reservation) -> list[tuple[str, str]]:
        """What follows the first sentence, each with what is put into it."""
        lines = _codes(event.sealed)
        if event.name in (notices.HERE, notices.ENDS_SOON):
            lines.append((GIVEN, ""))
        if event.name == notices.ENDED:
            lines.append((ASK, ""))
        ends = expiry.end(reservation)
        if ends is not None and event.name != notices.ENDED:
            lines.append((UNTIL, f"{ends.astimezone(self._zone):%Y-%m-%d %H:%M}"))
        if self._help_phone:
            lines.append((CALL, self._help_phone))
        return lines


def _codes(words: Mapping[str, str]) -> list[tuple[str, str]]:
    pickup, dropoff = words.get("typed"), words.get("dropoff_typed")
    lines = [(DROPOFF_CODE, dropoff)] if dropoff else []
    if pickup:
        lines.append((PICKUP_CODE if dropoff else CODE, pickup))
        lines.append((HOW, ""))
    return [*lines, (KEEP, "")] if lines else []


def _filled(text: str, argument: str) -> str:
    return _PLACE.sub(lambda _: argument, text)
