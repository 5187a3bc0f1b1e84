"""Whether a webhook is Bloq.it's ("Security", Validate the request signature).

For servers of the operator's that hear webhooks, and for the reports of this kiosk, which are
signed alike. The signature is a JWT whose payload is no JSON object but the text
``<timestamp>.<body>``, so it is verified one layer below, as a JWS, and over the bytes as they
came: a body parsed and written again would differ.

The document names neither the algorithm nor the headers nor the unit of the timestamp. HS256 (what
jsonwebtoken signs with where only a secret is given), ``signature`` and ``timestamp``, and
milliseconds or seconds since 1970 are our reading, not confirmed by the vendor.
"""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

from jwt.api_jws import PyJWS
from jwt.exceptions import PyJWTError

from kiosk.domain.errors import CloudRefused

SIGNATURE, TIMESTAMP = "signature", "timestamp"
"""The names of the two headers."""
MAX_AGE = timedelta(minutes=5)
LARGEST = 1_000_000
"""Bytes of a body; more is no webhook."""
_ALGORITHM = "HS256"
_JWS = PyJWS(algorithms=[_ALGORITHM])
_SHORTEST_KEY = 32
_MILLISECONDS = 100_000_000_000
"""From this number on a timestamp counts milliseconds: as seconds it would be the year 5138."""
_LONGEST_TIMESTAMP = 16


class Unsigned(CloudRefused):
    """It was not signed with this secret, not like this, or not now; nothing of it counts."""


def verify(
    body: bytes,
    signature: str,
    timestamp: str,
    secret: str,
    now: datetime,
    max_age: timedelta = MAX_AGE,
) -> None:
    """See that this very body was signed at this time, lately, with this secret.

    ``body`` as it came over the line, the two headers as text. Raises Unsigned, whose text holds
    nothing of what came.
    """
    if not secret:
        raise Unsigned("webhook: without a secret nothing can be verified")
    if len(body) > LARGEST or len(signature) > 2 * LARGEST:
        raise Unsigned("webhook: it is too large")
    sent = _moment(timestamp)
    said = _signed_text(signature, secret)
    if not hmac.compare_digest(said, timestamp.encode() + b"." + body):
        raise Unsigned("webhook: what was signed is another body or another time")
    # Last: whoever has not the secret learns nothing about the clock.
    if abs(now.timestamp() - sent) > max_age.total_seconds():
        raise Unsigned("webhook: it was signed too long ago, or in the future")


def signed(body: bytes, secret: str, now: datetime) -> Mapping[str, str]:
    """The two headers that go with a body."""
    timestamp = str(int(now.timestamp() * 1000))
    text = timestamp.encode() + b"." + body
    token = _JWS.encode(text, _key(secret), _ALGORITHM, headers={"typ": None})
    return {TIMESTAMP: timestamp, SIGNATURE: token}


def _signed_text(signature: str, secret: str) -> bytes:
    try:
        found = _JWS.decode_complete(signature, _key(secret), algorithms=[_ALGORITHM])
    except (PyJWTError, ValueError, RecursionError):
        found = None
    # Outside the handler, so that no trace carries the secret or what was sent.
    if found is None:
        raise Unsigned("webhook: it is not signed with this secret and HS256")
    payload = found["payload"]
    assert isinstance(payload, bytes)
    return payload


def _moment(timestamp: str) -> float:
    """Seconds since 1970."""
    plain = timestamp.isascii() and timestamp.isdigit()
    if not plain or len(timestamp) > _LONGEST_TIMESTAMP:
        raise Unsigned("webhook: its timestamp is no number")
    number = int(timestamp)
    return number / 1000 if number >= _MILLISECONDS else float(number)


def _key(secret: str) -> bytes:
    # HMAC fills a key up with zeros anyway; done here, PyJWT does not warn of short ones: the
    # document's own sample has ten letters.
    return secret.encode().ljust(_SHORTEST_KEY, b"\0")
