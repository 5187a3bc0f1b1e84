"""The kiosk's ties to the world: network, clock, cloud, and what waits to be told."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kiosk.domain.parked import Queue
from kiosk.domain.trust import ClockState


class Line(Enum):
    """One tie."""

    NETWORK = "network"
    CLOCK = "clock"
    CLOUD = "cloud"
    RELAY = "relay"
    """The operator's own server, asked for commands."""
    REPORTS = "reports"
    """Who hears of the cloud's parcels beside the cloud."""
    OUTBOX = "outbox"


class Form(Enum):
    """What kind of address an interface has."""

    NONE = "none"
    SELF_MADE = "self_made"
    """Only ones it made up itself: nobody on the network gave it any."""
    IPV4 = "ipv4"
    IPV6 = "ipv6"
    BOTH = "both"


class Trouble(Enum):
    """What was wrong with the last reading of the cloud."""

    NONE = ""
    SILENT = "silent"
    BROKEN = "broken"
    BUSY = "busy"
    KEY = "key"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Interface:
    """One way out of this computer."""

    name: str
    up: bool
    addresses: tuple[str, ...] = ()

    @property
    def form(self) -> Form:
        given = [one for one in map(ipaddress.ip_address, self.addresses) if not one.is_link_local]
        if not given:
            return Form.SELF_MADE if self.addresses else Form.NONE
        versions = {one.version for one in given}
        if versions == {4, 6}:
            return Form.BOTH
        return Form.IPV4 if versions == {4} else Form.IPV6


@dataclass(frozen=True, slots=True)
class NetworkSeen:
    interfaces: tuple[Interface, ...] = ()
    route: str = ""
    """The interface over which everything else is reached; "" for none."""
    host: str = ""
    """The name of the cloud's server; "" where there is no cloud."""
    resolves: bool | None = None
    """Whether that name has an address; None while nobody knows."""

    @property
    def well(self) -> bool:
        up = any(one.up and one.form is not Form.NONE for one in self.interfaces)
        return up and bool(self.route) and self.resolves is not False


@dataclass(frozen=True, slots=True)
class ClockSeen:
    state: ClockState
    off: float = 0.0
    """Seconds by which the computer's own clock is ahead of what the kiosk takes for the time."""
    vouched_ago: float | None = None
    """Seconds since somebody vouched for the time; None: nobody has since the start."""


@dataclass(frozen=True, slots=True)
class CloudSeen:
    """The cloud as the last readings found it."""

    name: str
    online: bool | None = None
    """None before the first reading."""
    since: datetime | None = None
    """Since when it answers, or does not."""
    read_at: datetime | None = None
    trouble: Trouble = Trouble.NONE
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FarSeen:
    """Somebody else the kiosk speaks with."""

    online: bool | None = None
    at: datetime | None = None
    """When it answered last, or since when it is silent."""


@dataclass(frozen=True, slots=True)
class LinesSeen:
    """All of it at one moment."""

    now: datetime
    network: NetworkSeen
    clock: ClockSeen
    queue: Queue
    cloud: CloudSeen | None = None
    relay: FarSeen | None = None
    reports: FarSeen | None = None

    def has(self, line: Line) -> bool:
        """Whether there is such a line here at all."""
        beside = {Line.CLOUD: self.cloud, Line.RELAY: self.relay, Line.REPORTS: self.reports}
        return beside.get(line, self) is not None

    def well(self, line: Line) -> bool | None:
        """Whether nobody needs to look at it; None while nobody knows."""
        match line:
            case Line.NETWORK:
                return self.network.well
            case Line.CLOCK:
                return self.clock.state is not ClockState.UNTRUSTED
            case Line.CLOUD:
                return self.cloud.online if self.cloud else None
            case Line.RELAY:
                return self.relay.online if self.relay else None
            case Line.REPORTS:
                return self.reports.online if self.reports else None
            case Line.OUTBOX:
                return self.queue.parked == 0
