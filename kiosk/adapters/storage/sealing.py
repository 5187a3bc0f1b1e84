"""What must be said in clear one day rests encrypted until then, each text bound to its place."""

import json
import logging
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

log = logging.getLogger(__name__)

VERSION = b"\x01"
NONCE = 12
LENGTH = 32

Words = Mapping[str, str]


class Seal:
    """Shuts and opens under a key of its own, derived from the device key and the locker's id."""

    def __init__(self, device_key: bytes, locker: str) -> None:
        use = json.dumps(["kiosk sealing 1", locker]).encode()
        key = HKDF(SHA256(), LENGTH, salt=None, info=use).derive(device_key)
        self._cipher = ChaCha20Poly1305(key)

    def shut(self, words: Words, table: str, column: str, row: str) -> bytes:
        """Encrypt the words for this one place."""
        nonce = os.urandom(NONCE)
        text = json.dumps(dict(words)).encode()
        return VERSION + nonce + self._cipher.encrypt(nonce, text, _place(table, column, row))

    def open(self, blob: bytes, table: str, column: str, row: str) -> Words | None:
        """The words; None for what was not shut here, by this kiosk, for this very place."""
        nonce, text = blob[1 : 1 + NONCE], blob[1 + NONCE :]
        try:
            if blob[:1] != VERSION or len(nonce) < NONCE:
                raise InvalidTag
            clear = self._cipher.decrypt(nonce, text, _place(table, column, row))
        except InvalidTag:
            log.error("what is sealed in %s.%s of %s does not open", table, column, row)
            return None
        return {str(name): str(word) for name, word in json.loads(clear).items()}


def _place(table: str, column: str, row: str) -> bytes:
    # As JSON no two places are written alike, whatever an id holds.
    return VERSION + json.dumps([table, column, row]).encode()
