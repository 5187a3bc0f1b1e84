"""Secrets made by chance, and every way in which one may be written down."""

import base64
import secrets
import string
from collections.abc import Collection, Iterator
from urllib.parse import quote


def digits(count: int) -> str:
    return "".join(secrets.choice(string.digits) for _ in range(count))


def ways(secret: str) -> Iterator[bytes]:
    """Plain and backwards, hexadecimal, as in an address, escaped, and base64 wherever it may
    begin in a longer text."""
    raw = secret.encode()
    yield raw
    yield raw[::-1]
    for spelled in (raw.hex(), raw.hex(" "), raw.hex(":")):
        yield spelled.encode()
        yield spelled.upper().encode()
    every = "".join(f"%{byte:02x}" for byte in raw)
    yield from {every.encode(), every.upper().encode(), quote(secret, safe="").encode()}
    yield "".join(f"\\u{ord(sign):04x}" for sign in secret).encode()
    for shift in range(3):
        inner = base64.b64encode(b"\0" * shift + raw)
        sure = inner[-(-shift * 8 // 6) : len(inner) - 4]
        if len(sure) >= 8:
            yield sure
            yield sure.replace(b"+", b"-").replace(b"/", b"_")


HEAD = 6
"""Bytes by which a place is looked up first: no secret is shorter."""


def found(canaries: Collection[str], dump: bytes) -> set[str]:
    """Which of them lie there, in whatever way."""
    if not dump.strip(b"\0"):
        return set()  # ballast: megabytes of nothing
    heads = {dump[at : at + HEAD] for at in range(len(dump) - HEAD + 1)}
    return {one for one in canaries for way in ways(one) if way[:HEAD] in heads and way in dump}
