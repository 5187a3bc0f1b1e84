"""Who issues couriers' tokens, and forges every wrong one; writes JWS itself, with no library."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA512
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.integration.store_bench import NOON

ISSUED = int(NOON.timestamp())
HEAD = {"alg": "ES512", "typ": "JWT"}
ORDER = int(
    "01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa"
    "51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
    16,
)
"""Of the base point of P-521 (FIPS 186-4, D.1.2.5)."""


@cache
def key(name: str) -> ec.EllipticCurvePrivateKey:
    """The same for the same name; making one takes long."""
    curve = ec.SECP256R1() if name == "p256" else ec.SECP521R1()
    return ec.derive_private_key(int.from_bytes(name.encode() * 4) + 1, curve)


def pem(name: str) -> bytes:
    public = key(name).public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def claims(**own: Any) -> dict[str, Any]:
    """Of a good token; None leaves one out."""
    good = {"courier_id": "DRIVER1", "iat": ISSUED, "exp": ISSUED + 24 * 3600} | own
    return {name: value for name, value in good.items() if value is not None}


def token(signer: str = "acme", head: Mapping[str, Any] | None = None, **own: Any) -> str:
    """As the issuer makes it."""
    return signed(json.dumps(HEAD if head is None else head), json.dumps(claims(**own)), signer)


def signed(head: str | bytes, body: str | bytes, signer: str = "acme") -> str:
    """Any two texts, signed rightly by ES512."""
    return signed_text(f"{coded(head)}.{coded(body)}", signer)


def signed_text(text: str, signer: str = "acme") -> str:
    """Two parts as they are written."""
    r, s = decode_dss_signature(key(signer).sign(text.encode(), ec.ECDSA(SHA512())))
    return f"{text}.{coded(pair(r, s))}"


def signed_es256(body: str) -> str:
    text = f"{coded(json.dumps(HEAD | {'alg': 'ES256'}))}.{coded(body)}"
    r, s = decode_dss_signature(key("p256").sign(text.encode(), ec.ECDSA(SHA256())))
    return f"{text}.{coded(r.to_bytes(32) + s.to_bytes(32))}"


def signed_hs(body: str, secret: bytes, head: Mapping[str, Any]) -> str:
    text = f"{coded(json.dumps(head))}.{coded(body)}"
    return f"{text}.{coded(hmac.digest(secret, text.encode(), hashlib.sha256))}"


def rewritten(token: str) -> str:
    """The same token with the other signature that is as right: (r, n - s)."""
    text, _, signature = token.rpartition(".")
    raw = decoded(signature)
    r, s = int.from_bytes(raw[:66]), int.from_bytes(raw[66:])
    return f"{text}.{coded(pair(r, ORDER - s))}"


def pair(r: int, s: int) -> bytes:
    return r.to_bytes(66) + s.to_bytes(66)


def coded(part: str | bytes) -> str:
    raw = part.encode() if isinstance(part, str) else part
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
