"""What looking after the machine needs from outside: computer, log, store, a shelf for files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from kiosk.domain.log_lines import LogLine
from kiosk.domain.model import Change
from kiosk.domain.site import SetBy
from kiosk.domain.trials import CameraNow
from kiosk.domain.upkeep_facts import Computer, Versions
from kiosk.ports import Store


class Camera(Protocol):
    """The camera, to who looks after it."""

    def now(self) -> CameraNow: ...


class Reads(Protocol):
    """A reader of badges or codes, to who looks after it; it says none of them."""

    there: bool
    reads: int
    latest: int

    @property
    def refused(self) -> int: ...


class Host(Protocol):
    """The computer and what is installed on it; reads quickly, and never raises."""

    def versions(self) -> Versions: ...
    def computer(self) -> Computer: ...


class Lines(Protocol):
    """The last lines of the log, oldest first."""

    def lines(self) -> Sequence[LogLine]: ...


class Shelf(Protocol):
    """Where files for somebody else are put; it keeps a few, and only its owner reads them."""

    def keep(self, name: str, content: bytes) -> Path:
        """Raises OSError."""


class SiteStore(Store, Protocol):
    """The store as settings made on site need it; every method commits before it returns."""

    async def site_settings(self) -> Mapping[str, str]: ...
    async def set_by(self, name: str) -> SetBy | None: ...
    async def set_here(self, name: str, value: str, by: str, change: Change) -> None: ...
    async def as_written(self, name: str, change: Change) -> None: ...


class MachineStore(Store, Protocol):
    """The store as who looks after the machine needs it."""

    async def journal_head(self) -> Mapping[str, Any]: ...
    async def journal(self, limit: int) -> Sequence[Mapping[str, Any]]: ...
    async def outbox(self) -> Sequence[Mapping[str, Any]]: ...
