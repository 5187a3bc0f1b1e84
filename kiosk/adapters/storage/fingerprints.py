"""What rests of codes and data: an HMAC under the device key, never the text."""

import hmac

from kiosk.domain.codes import DATUM, normalise, normalise_datum
from kiosk.domain.model import ReservationId, Way
from kiosk.domain.round import folded


class Fingerprints:
    """Makes the fingerprints only this device key and locker can make."""

    def __init__(self, key: bytes, locker: str) -> None:
        self._key = key
        self._locker = locker

    def code(self, way: Way, text: str) -> bytes:
        return self._of("code", way.value, normalise(text))

    def datum(self, reservation: ReservationId, text: str | None) -> bytes | None:
        """The last four signs; None when there are fewer."""
        signs = normalise_datum(text or "")[-DATUM:]
        return self._of("datum", reservation, signs) if len(signs) == DATUM else None

    def badge(self, text: str) -> bytes:
        """A technician's."""
        return self._of("badge", normalise(text))

    def stranger(self, text: str) -> bytes:
        """What was typed as an id that nobody has."""
        return self._of("stranger", text)

    def courier(self, what: str, text: str) -> bytes:
        """Of a badge, a login, or a code as it was pushed."""
        return self._of("courier", what, text)

    def label(self, text: str) -> str:
        """Of a number on a parcel's label, whatever its case, spaces and dashes."""
        return self._of("label", folded(text)).hex()[:32]

    def mark(self) -> bytes:
        """Tells one key and locker from another."""
        return self._of("mark")

    def _of(self, use: str, *parts: str) -> bytes:
        text = "|".join((use, self._locker, *parts))
        # A hostile text may hold half a surrogate pair: a fingerprint like any other.
        return hmac.digest(self._key, text.encode("utf-8", "surrogatepass"), "sha256")


def same(known: bytes | None, shown: bytes | None) -> bool:
    """Compare in constant time; nothing is the same as nothing."""
    return known is not None and shown is not None and hmac.compare_digest(known, shown)


def alphabet(text: str) -> str:
    """The keys a keypad must offer for this (normalised) code."""
    return "digits" if text.isascii() and text.isdigit() else "letters"
