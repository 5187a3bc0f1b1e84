"""[couriers] of kiosk.toml: whose tokens count, who knows credentials, where badges are read."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP521R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pydantic import Field

from kiosk.config.credentials import Credential, credential
from kiosk.config.sections import NAME, NAME_WORDS, Section
from kiosk.config.toml_file import Steps, TomlFile
from kiosk.ports_cloud import Relay
from kiosk.ports_couriers import NO_COURIERS, CourierSettings, IssuerKey

MOST_KEYS = 16
LARGEST = 10_000
"""Bytes of a key file."""
_HERE = ("localhost", "127.0.0.1", "::1")
_KID = re.compile(r"[A-Za-z0-9_-]{0,64}")
_KID_WORDS = "at most 64 letters, digits, dashes and underscores"
_CARRIER = 'a text of 1 to 128 characters like "acme"'


class KeySection(Section):
    """[couriers.keys.NAME]: one public key that signs tokens."""

    # What is wrong here is said below: pydantic's words would not name the key's own table.
    pem: str
    issuer: str | None = None
    kid: str = ""
    carrier: str | None = None


class CouriersSection(Section):
    """[couriers]: who is let in as a courier."""

    keys: dict[str, KeySection] = Field(
        default_factory=dict, description="sections like [couriers.keys.bloqit]"
    )
    tokens_without_locker: bool = Field(default=True, description="true or false")
    longest_days: int = Field(default=7, ge=1, le=366, description="whole days from 1 to 366")
    external_url: str = Field(default="", description="an address that starts with https://")
    external_key: Credential = Field(default="", description='"file:" or "env:" and a name')
    carrier: str | None = Field(
        default=None, min_length=1, max_length=128, pattern=r"^[^\p{C}]+$", description=_CARRIER
    )
    badge_reader: str = Field(
        default="",
        pattern=r"^(/dev/\S+)?$",
        description='a device like "/dev/input/by-id/usb-…-event-kbd"',
    )


class CouriersFile(Section):
    couriers: CouriersSection = Field(description="a section [couriers]")


def load_couriers(file: TomlFile, written: dict[str, Any]) -> CourierSettings:
    """What the operator decided about couriers; raises ConfigWrong."""
    if not written:
        return NO_COURIERS
    alone = TomlFile(file.path, {"couriers": file.raw["couriers"]})
    section = alone.parse(CouriersFile).couriers
    if len(section.keys) > MOST_KEYS:
        raise file.says(("couriers", "keys"), f"are too many; there may be {MOST_KEYS}")
    return CourierSettings(
        tuple(_keys(file, section)),
        section.tokens_without_locker,
        timedelta(days=section.longest_days),
        _external(file, section),
        section.carrier,
        section.badge_reader,
    )


def _keys(file: TomlFile, section: CouriersSection) -> Iterator[IssuerKey]:
    for name, key in section.keys.items():
        steps = ("couriers", "keys", name)
        if not re.fullmatch(NAME, key.issuer or name):
            raise file.says((*steps, "issuer"), f"must be {NAME_WORDS}")
        if not _KID.fullmatch(key.kid):
            raise file.wrong((*steps, "kid"), _KID_WORDS)
        if key.carrier is not None and not _is_word(key.carrier):
            raise file.wrong((*steps, "carrier"), _CARRIER)
        yield IssuerKey(
            key.issuer or name, _pem(file, (*steps, "pem"), key.pem), key.kid, key.carrier
        )


def _is_word(text: str) -> bool:
    return 0 < len(text) <= 128 and text.isprintable() and text == text.strip()


def _pem(file: TomlFile, steps: Steps, written: str) -> bytes:
    path: Path = file.beside(written)
    try:
        with path.open("rb") as opened:
            pem = opened.read(LARGEST)
    except OSError as error:
        raise file.wrong(steps, f"a file that can be read ({error.strerror})") from None
    try:
        key = load_pem_public_key(pem)
    except ValueError:
        key = None
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP521R1):
        # A private key in it would be refused, too: it has no business here.
        raise file.wrong(steps, "a PEM file of one public key of the curve P-521 (for ES512)")
    return pem


def _external(file: TomlFile, section: CouriersSection) -> Relay | None:
    steps = ("couriers", "external_url")
    if not section.external_url:
        if section.external_key:
            raise file.wrong(("couriers", "external_key"), "left out without external_url")
        return None
    if not _is_address(section.external_url):
        raise file.wrong(
            steps, 'an address like "https://example.com/login" (http:// only on this very machine)'
        )
    key = section.external_key
    secret = credential(file, ("couriers", "external_key"), key) if key else ""
    return Relay(section.external_url, secret)


def _is_address(written: str) -> bool:
    try:
        url = urlsplit(written)
        port = url.port
    except ValueError:
        return False
    secure = url.scheme == "https" or (url.scheme == "http" and url.hostname in _HERE)
    plain = bool(url.hostname) and not (url.username or url.query or url.fragment)
    return secure and plain and port != 0 and written.isascii() and written.isprintable()
