"""The service manager's ear: a real datagram socket, and what came to it."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.runtime.notify import Notifier


class Manager:
    """Hears what a service says of itself."""

    def __init__(self, ear: socket.socket, address: str) -> None:
        self._ear = ear
        self.address = address
        self.notifier = Notifier(address)

    def hears(self, patience: float = 10.0) -> str:
        """The next word; raises TimeoutError."""
        self._ear.settimeout(patience)
        return self._ear.recv(4096).decode()

    def hears_within(self, seconds: float) -> list[str]:
        """All that comes within this time, and came before."""
        words, until = [], time.monotonic() + seconds
        try:
            while (left := until - time.monotonic()) > 0:
                words.append(self.hears(left))
        except TimeoutError:
            pass
        return words


@contextmanager
def listening(folder: Path) -> Iterator[Manager]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        address = str(folder / "notify")
        ear.bind(address)
        yield Manager(ear, address)
