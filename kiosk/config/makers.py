"""The makes of boards, clouds and notifiers that are installed; each is one entry point."""

from dataclasses import dataclass, field
from importlib.metadata import EntryPoints, entry_points

from kiosk.ports import CloudMaker, DoorDriver
from kiosk.ports_notices import NotifierMaker


@dataclass(frozen=True)
class Makers:
    """Finds a driver, cloud or notifier by the name the operator wrote."""

    doors: EntryPoints = field(default_factory=lambda: entry_points(group="kiosk.doors"))
    clouds: EntryPoints = field(default_factory=lambda: entry_points(group="kiosk.clouds"))
    notifiers: EntryPoints = field(default_factory=lambda: entry_points(group="kiosk.notifiers"))

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
