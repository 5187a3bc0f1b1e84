"""Tokens by which couriers log in at a bloq: ES512, signed with a key made at the start."""

import re
from datetime import timedelta

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.sandbox.clouds.bloqit.refusals import invalid

_SPAN = re.compile(r"(\d{1,12}(?:\.\d{1,6})?) *([a-z]*)")
_YEAR = 365.25
_UNITS = {
    timedelta(milliseconds=1): ("", "ms", "msec", "msecs", "millisecond", "milliseconds"),
    timedelta(seconds=1): ("s", "sec", "secs", "second", "seconds"),
    timedelta(minutes=1): ("m", "min", "mins", "minute", "minutes"),
    timedelta(hours=1): ("h", "hr", "hrs", "hour", "hours"),
    timedelta(days=1): ("d", "day", "days"),
    timedelta(weeks=1): ("w", "week", "weeks"),
    timedelta(days=_YEAR): ("y", "yr", "yrs", "year", "years"),
}
_LENGTHS = {name: length for length, names in _UNITS.items() for name in names}
_LONGEST = timedelta(days=100 * _YEAR)


def span(text: str) -> timedelta:
    """ "60", "2 days", "10h", "7d"; a bare number is milliseconds. Raises Refused 400."""
    found = _SPAN.fullmatch(text.strip().lower())
    if found is None or found[2] not in _LENGTHS:
        raise invalid("expirationDate")
    try:
        length = float(found[1]) * _LENGTHS[found[2]]
    except OverflowError as error:
        raise invalid("expirationDate") from error
    if length > _LONGEST:
        raise invalid("expirationDate")
    return length


class CourierKey:
    """The vendor's signing key; only its public half leaves this object."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP521R1())

    def public_pem(self) -> str:
        key = self._key.public_key()
        return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    def token(
        self,
        courier_id: str,
        issued: float,
        expires: float,
        bloq_ids: list[str],
        metadata: dict[str, object] | None,
    ) -> str:
        """``courier_id``, ``iat`` and ``exp`` are in the sample; the other two names are ours."""
        claims: dict[str, object] = {
            "courier_id": courier_id,
            "iat": int(issued),
            "exp": int(expires),
        }
        if bloq_ids:
            claims["bloqIDs"] = bloq_ids
        if metadata is not None:
            claims["metadata"] = metadata
        return jwt.encode(claims, self._key, algorithm="ES512")
