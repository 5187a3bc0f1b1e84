"""The makes of boards and clouds that are installed; each is one entry point."""

from dataclasses import dataclass, field
from importlib.metadata import EntryPoints, entry_points

from kiosk.ports import CloudMaker, DoorDriver


@dataclass(frozen=True)
class Makers:
    """Finds a driver or cloud by the name the operator wrote."""

    doors: EntryPoints = field(default_factory=lambda: entry_points(group="kiosk.doors"))
    clouds: EntryPoints = field(default_factory=lambda: entry_points(group="kiosk.clouds"))

    def door_driver(self, name: str) -> DoorDriver:
        """Load it; raises KeyError, ImportError or AttributeError."""
        driver: DoorDriver = self.doors[name].load()
        return driver

    def cloud(self, name: str) -> CloudMaker:
        """Load it; raises KeyError, ImportError or AttributeError."""
        maker: CloudMaker = self.clouds[name].load()
        return maker
