"""This computer's ways out, as its kernel tells them; nothing is sent for that."""

import asyncio
import fcntl
import ipaddress
import logging
import socket
import struct
from pathlib import Path

from kiosk.domain.lines import Interface, NetworkSeen

log = logging.getLogger(__name__)

INTERFACES, TABLES = Path("/sys/class/net"), Path("/proc/net")
LOOPBACK = "lo"
_GET_ADDRESS = 0x8915
"""SIOCGIFADDR of netdevice(7)."""
_GATEWAY = 0x2
"""RTF_GATEWAY in the flags of a route."""
ANEW = 15.0
"""Seconds until a name is looked up once more."""
WITHIN = 5.0
"""Seconds for one look-up."""


class Lookup:
    """Whether a name has an address, looked up now and then while somebody wants to know."""

    def __init__(self, host: str) -> None:
        self.resolves: bool | None = None
        self.host = host
        self._wanted = asyncio.Event()

    def wanted(self) -> None:
        """Somebody looks at it."""
        self._wanted.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            self.resolves = await self._look() if self.host else None
            await asyncio.sleep(ANEW)

    async def _look(self) -> bool:
        try:
            async with asyncio.timeout(WITHIN):
                found = await asyncio.get_running_loop().getaddrinfo(
                    self.host, None, type=socket.SOCK_STREAM
                )
        except (OSError, UnicodeError) as error:
            log.warning("the cloud's name has no address: %s", type(error).__name__)
            return False
        return bool(found)


class Network:
    """Looks at the computer once."""

    def __init__(
        self, lookup: Lookup, interfaces: Path = INTERFACES, tables: Path = TABLES
    ) -> None:
        self._lookup = lookup
        self._interfaces = interfaces
        self._tables = tables

    def seen(self) -> NetworkSeen:
        """How it is now; what a name's look-up came to last."""
        self._lookup.wanted()
        return NetworkSeen(
            tuple(self._interface(name) for name in self._names()),
            self._route(),
            self._lookup.host,
            self._lookup.resolves,
        )

    def _names(self) -> list[str]:
        try:
            return sorted(one.name for one in self._interfaces.iterdir() if one.name != LOOPBACK)
        except OSError:
            return []

    def _interface(self, name: str) -> Interface:
        # Tunnels and some drivers do not know their own state: then a carrier says it.
        state, carrier = (self._word(name, what) for what in ("operstate", "carrier"))
        up = state == "up" or (state == "unknown" and carrier == "1")
        return Interface(name, up, (*_ipv4(name), *self._ipv6(name)))

    def _word(self, name: str, what: str) -> str:
        try:
            return (self._interfaces / name / what).read_text("ascii").strip()
        except (OSError, ValueError):
            return ""  # an interface that is down has no carrier to read

    def _ipv6(self, name: str) -> list[str]:
        rows = [line.split() for line in self._lines("if_inet6")]
        found = [row[0] for row in rows if len(row) == 6 and row[5] == name]
        return [str(ipaddress.IPv6Address(bytes.fromhex(one))) for one in found]

    def _route(self) -> str:
        for line in self._lines("route")[1:]:
            row = line.split()
            if len(row) > 3 and row[1] == "00000000" and int(row[3], 16) & _GATEWAY:
                return row[0]
        for line in self._lines("ipv6_route"):
            row = line.split()
            whole = len(row) == 10 and not row[0].strip("0") and row[1] == "00"
            if whole and row[9] != LOOPBACK:
                return row[9]
        return ""

    def _lines(self, table: str) -> list[str]:
        try:
            return (self._tables / table).read_text("ascii").splitlines()
        except OSError:
            return []


def _ipv4(name: str) -> list[str]:
    asked = struct.pack("256s", name.encode()[:15])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            told = fcntl.ioctl(line.fileno(), _GET_ADDRESS, asked)
        except OSError:
            return []  # it has none
    return [socket.inet_ntoa(told[20:24])]
