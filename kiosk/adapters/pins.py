"""PINs rest as Argon2id hashes."""

import asyncio

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

MEMORY = 19_456
"""KiB: 19 MiB with two passes and one lane are the least OWASP allows (Password Storage)."""
PASSES = 2
LANES = 1
_SALT, _HASH = 16, 32


class ArgonPins:
    """Judges PINs on a thread of its own: each takes some 40 ms and 19 MiB."""

    def __init__(self, memory: int = MEMORY, passes: int = PASSES, lanes: int = LANES) -> None:
        self._argon = PasswordHasher(passes, memory, lanes, _HASH, _SALT, type=Type.ID)
        # As long to judge as any other, and nobody knows what would be right.
        self._nobody = f"$argon2id$v=19$m={memory},t={passes},p={lanes}${'A' * 22}${'A' * 43}"

    async def hashed(self, pin: str) -> str:
        return await asyncio.to_thread(self._argon.hash, _bytes(pin))

    async def matches(self, known: str | None, pin: str) -> bool:
        right = await asyncio.to_thread(self._judge, known or self._nobody, _bytes(pin))
        return right and known is not None

    def is_stale(self, known: str) -> bool:
        return self._argon.check_needs_rehash(known)

    def _judge(self, known: str, pin: bytes) -> bool:
        try:
            return self._argon.verify(known, pin)
        except (VerificationError, InvalidHashError):
            return False


def _bytes(pin: str) -> bytes:
    # A keypad may send half a surrogate pair: wrong like any other.
    return pin.encode("utf-8", "surrogatepass")
