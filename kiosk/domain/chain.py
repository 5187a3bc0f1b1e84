"""The journal's chain: each record vouches for all before it, under a key that changes every day.

A record's ``hash`` covers the hash before it, so nothing can be altered, left out or put in between
without a trace. Its ``mac`` is made with the key of its day; tomorrow's key is made of today's and
not the other way round, so who takes the kiosk's key today cannot sign for yesterday. What names
somebody is covered by a salted commitment only: it can be deleted, and the chain holds. Pure.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

KEY = 32
"""Bytes of a key, and of every hash."""
GENESIS = bytes(KEY)
"""What stands before the first record."""
COVERED = (
    "seq",
    "at",
    "clock",
    "boot",
    "elapsed_ms",
    "actor",
    "name",
    "state",
    "compartment",
    "contents",
    "move_to",
    "commitment",
    "chain",
    "epoch",
)
"""What the hash of a record covers, in this order."""

Record = Mapping[str, Any]
Private = Mapping[str, Any]


def written(value: object) -> bytes:
    """The one way a value is written for a hash."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _sum(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(parts)).digest()


def salt_of(salt: bytes, name: str) -> bytes:
    """Each fact has a salt of its own, so that one can be shown without the others."""
    return hmac.digest(salt, name.encode("utf-8", "surrogatepass"), "sha256")[:16]


def leaf(salt: bytes, name: str, value: object) -> str:
    """What vouches for one private fact; without its salt it tells nothing."""
    return _sum(written([salt.hex(), name, value])).hex()


def leaves(salt: bytes, private: Private) -> dict[str, str]:
    """Of all private facts of one record."""
    return {name: leaf(salt_of(salt, name), name, value) for name, value in private.items()}


def commitment(of: Mapping[str, str]) -> bytes:
    """What stays in the record for ever."""
    return _sum(written(dict(of)))


def body(record: Record) -> bytes:
    """The sum of what a record says; raises KeyError where something is missing."""
    return _sum(written([record[name] for name in COVERED]))


def follow(before: bytes, said: bytes) -> bytes:
    """The hash of a record with this body, after this one."""
    return _sum(before, said)


# The keys.
def name_of(seed: bytes) -> str:
    """Tells one chain from another; it tells nothing about its key."""
    return _sum(b"kiosk journal chain", seed)[:4].hex()


def next_day(key: bytes) -> bytes:
    """The key of the day after; there is no way back."""
    return hmac.digest(key, b"kiosk journal next day", "sha256")


def mac(key: bytes, sum_: bytes) -> bytes:
    """What only the key of its day can make of a record's hash."""
    return hmac.digest(key, b"record" + sum_, "sha256")


def head_mac(key: bytes, seq: int, sum_: bytes) -> bytes:
    """The same of the newest record: nobody without the key can say that the journal ends here."""
    return hmac.digest(key, b"head" + written(seq) + sum_, "sha256")
