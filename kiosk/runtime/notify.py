"""Tells the service manager how the kiosk is: sd_notify(3) without its library."""

import logging
import os
import socket
from collections.abc import MutableMapping

log = logging.getLogger(__name__)


class Notifier:
    """The service manager's ear; without an address nobody listens."""

    def __init__(self, address: str = "") -> None:
        # A leading @ stands for a name that is in no folder.
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    @property
    def there(self) -> bool:
        """Whether somebody listens: then they also start the kiosk again."""
        return bool(self._address)

    def ready(self) -> None:
        self._say("READY=1")

    def alive(self) -> None:
        self._say("WATCHDOG=1")

    def stopping(self) -> None:
        self._say("STOPPING=1")

    def _say(self, word: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
                # The Qt thread must not wait for anybody.
                ear.setblocking(False)
                ear.sendto(word.encode(), self._address)
        except OSError as error:
            log.warning("the service manager does not listen", extra={"error": error.strerror})


def manager(environment: MutableMapping[str, str] = os.environ) -> tuple[Notifier, float | None]:
    """The ear, and within how many seconds it wants a sign of life (None: never).

    Takes both out of the environment: no child shall speak for the kiosk. WATCHDOG_PID is not
    looked at, because in a session it names the compositor that started the kiosk.
    """
    address = environment.pop("NOTIFY_SOCKET", "")
    microseconds = environment.pop("WATCHDOG_USEC", "")
    within = int(microseconds) / 1e6 if microseconds.isdecimal() and int(microseconds) else None
    return Notifier(address), within
