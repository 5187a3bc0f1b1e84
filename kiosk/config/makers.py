"""The makes of boards, clouds, notifiers and printers; each is one entry point."""

from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoints, entry_points

from kiosk.ports import CloudMaker, DoorDriver
from kiosk.ports_notices import NotifierMaker
from kiosk.ports_printing import PrinterMaker


@cache
def _installed(group: str) -> EntryPoints:
    """Looked up once: each look reads a file of every package there is."""
    return entry_points(group=group)


@dataclass(frozen=True)
class Makers:
    """Finds a driver, cloud, notifier or printer by the name the operator wrote."""

    doors: EntryPoints = field(default_factory=lambda: _installed("kiosk.doors"))
    clouds: EntryPoints = field(default_factory=lambda: _installed("kiosk.clouds"))
    notifiers: EntryPoints = field(default_factory=lambda: _installed("kiosk.notifiers"))
    printers: EntryPoints = field(default_factory=lambda: _installed("kiosk.printers"))

    def door_driver(self, name: str) -> DoorDriver:
        """Load it; raises KeyError, ImportError or AttributeError."""
        driver: DoorDriver = self.doors[name].load()
        return driver

    def cloud(self, name: str) -> CloudMaker:
        """Load it; raises KeyError, ImportError or AttributeError."""
        maker: CloudMaker = self.clouds[name].load()
        return maker

    def notifier(self, name: str) -> NotifierMaker:
        """Load it; raises KeyError, ImportError or AttributeError."""
        maker: NotifierMaker = self.notifiers[name].load()
        return maker

    def printer(self, name: str) -> PrinterMaker:
        """Load it; raises KeyError, ImportError or AttributeError."""
        maker: PrinterMaker = self.printers[name].load()
        return maker
