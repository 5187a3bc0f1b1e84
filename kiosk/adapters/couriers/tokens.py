"""Couriers' tokens: JWTs signed by ES512, read strictly and by pinned keys only.

The sample of Bloq.it's Partner API 1.35.0 (Couriers, Get Courier Auth Token) has the header
{alg, typ} and the claims courier_id, iat and exp. The names of its two optional parameters in the
token (``bloqIDs``, ``metadata``) are our reading, not confirmed by the vendor: of the first, three
spellings are heard. What is signed is judged as bytes, one layer below JWT, so that no library
bends a claim into another type.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NoReturn

from cryptography.hazmat.primitives.asymmetric.ec import SECP521R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from jwt.api_jws import PyJWS
from jwt.exceptions import PyJWTError

from kiosk.domain.couriers import LONGEST_ID, Courier, Refusal, Refused, TokenFacts
from kiosk.ports_couriers import IssuerKey

LONGEST = 2048
"""Characters of a token."""
MOST_LOCKERS = 100
MOST_METADATA, LONGEST_METADATA = 16, 200
LOCKERS = ("bloqIDs", "bloq_ids", "bloqs")
_ALGORITHM = "ES512"
_SIGNATURE = 132
"""Bytes: two numbers of 521 bits (RFC 7518, section 3.4)."""
_LATEST = 1 << 33
"""Seconds since 1970; later moments no calendar here can count."""
_PART = re.compile(r"[A-Za-z0-9_-]+")
_KID = re.compile(r"[\w-]{1,64}", re.ASCII)
_NAME = re.compile(r"[A-Za-z][\w-]{0,31}", re.ASCII)
_JWS = PyJWS(algorithms=[_ALGORITHM])

Claims = Mapping[str, Any]


class PinnedTokens:
    """Knows the keys of kiosk.toml, and fetches none."""

    def __init__(self, keys: Iterable[IssuerKey]) -> None:
        self._keys: dict[str, list[tuple[IssuerKey, EllipticCurvePublicKey]]] = {}
        for key in keys:
            self._keys.setdefault(key.kid, []).append((key, public_key(key.pem)))

    def read(self, text: str) -> TokenFacts:
        """What it says, once its signature was found right. Raises Refused."""
        if not self._keys:
            raise Refused(Refusal.NOT_OFFERED)
        head, body, signature = _parts(text)
        key = self._signer(text, _kid(_object(head)), signature)
        claims = _object(body)
        signed = text.rpartition(".")[0].encode()
        return _facts(claims, key, hashlib.sha256(signed).hexdigest())

    def _signer(self, text: str, kid: str, signature: str) -> IssuerKey:
        candidates = self._keys.get(kid, [])
        if not candidates:
            raise Refused(Refusal.UNKNOWN_KEY)
        if len(_bytes(signature)) != _SIGNATURE:
            raise Refused(Refusal.BAD_SIGNATURE)
        found = next((key for key, public in candidates if _is_signed(text, public)), None)
        if found is None:
            raise Refused(Refusal.BAD_SIGNATURE)
        return found


def public_key(pem: bytes) -> EllipticCurvePublicKey:
    """The key in a PEM file. Raises ValueError for any but a public one of the curve P-521."""
    key = load_pem_public_key(pem)
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP521R1):
        raise ValueError("no public key of the curve P-521")
    return key


def _is_signed(text: str, key: EllipticCurvePublicKey) -> bool:
    try:
        _JWS.decode_complete(text, key, algorithms=[_ALGORITHM])
    except (PyJWTError, ValueError, RecursionError):
        return False
    return True


def _parts(text: str) -> Sequence[str]:
    if len(text) > LONGEST:
        raise Refused(Refusal.MALFORMED)
    parts = text.split(".")
    if len(parts) != 3 or not all(map(_PART.fullmatch, parts)):
        raise Refused(Refusal.MALFORMED)
    return parts


def _bytes(part: str) -> bytes:
    """Of the one way each text of bytes can be written. Raises Refused."""
    try:
        raw = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError:
        raw = b""
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() != part:
        raise Refused(Refusal.MALFORMED)
    return raw


def _object(part: str) -> Claims:
    """The JSON object, with no name twice, no fraction and no Infinity. Raises Refused."""
    raw = _bytes(part)
    try:
        read = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_once,
            parse_float=_never,
            parse_constant=_never,
        )
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise Refused(Refusal.MALFORMED)
    return read


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands there twice")
    return found


def _never(_text: str) -> NoReturn:
    raise ValueError("no whole number")


def _kid(head: Claims) -> str:
    """The name of the key, "" for none. Raises Refused for any other header."""
    if head.get("alg") != _ALGORITHM:
        raise Refused(Refusal.WRONG_ALGORITHM)
    if head.get("typ") != "JWT" or not {*head} <= {"alg", "typ", "kid"}:
        raise Refused(Refusal.MALFORMED)
    if "kid" not in head:
        return ""
    kid = head["kid"]
    if not isinstance(kid, str) or not _KID.fullmatch(kid):
        raise Refused(Refusal.MALFORMED)
    return kid


def _facts(claims: Claims, key: IssuerKey, mark: str) -> TokenFacts:
    metadata = claims.get("metadata", {})
    if not isinstance(metadata, dict):
        raise Refused(Refusal.MALFORMED)
    carrier = metadata.get("carrier")
    if carrier is not None and not _is_word(carrier):
        raise Refused(Refusal.MALFORMED)
    if not _is_word(claims.get("courier_id")):
        raise Refused(Refusal.MALFORMED)
    return TokenFacts(
        Courier(key.issuer, claims["courier_id"]),
        _moment(claims, "iat"),
        _moment(claims, "exp"),
        _moment(claims, "nbf") if "nbf" in claims else None,
        tuple(_lockers(claims[name]) for name in LOCKERS if name in claims),
        carrier or key.carrier,
        passed_along(metadata),
        mark,
    )


def _is_word(value: object) -> bool:
    """A text to be kept and shown: no control, no bidi mark, no end of it lost in spaces."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= LONGEST_ID
        and value.isprintable()
        and value == value.strip()
    )


def _moment(claims: Claims, name: str) -> datetime:
    seconds = claims.get(name)
    # bool is a kind of int in Python, and none in a token.
    if type(seconds) is not int or not 0 < seconds < _LATEST:
        raise Refused(Refusal.MALFORMED)
    return datetime.fromtimestamp(seconds, UTC)


def _lockers(named: object) -> frozenset[str]:
    if not isinstance(named, list) or len(named) > MOST_LOCKERS:
        raise Refused(Refusal.MALFORMED)
    if not all(isinstance(one, str) for one in named):
        raise Refused(Refusal.MALFORMED)
    return frozenset(named)


def passed_along(metadata: Mapping[str, object]) -> dict[str, str]:
    """The plain words and numbers of it, so many and so long; the rest is not our business."""
    kept: dict[str, str] = {}
    for name, value in metadata.items():
        if _NAME.fullmatch(name) and isinstance(value, str | int) and len(kept) < MOST_METADATA:
            text = str(value) if isinstance(value, int) else value
            if len(text) <= LONGEST_METADATA and text.isprintable():
                kept[name] = text
    return kept
