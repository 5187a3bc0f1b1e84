"""What the pages of service mode are made of: facts, lists that are touched, and acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import Property, Slot
from PySide6.QtQml import QmlElement

from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0
Acts = Mapping[str, Callable[[], Any]]
"""What each button means, by its objectName."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """A name and what is said of it; ``ServiceWords.qml`` has the words."""

    key: str
    word: str = ""
    """What is said, with ``said`` in it; "" says that itself."""
    said: str = ""
    detail: str = ""
    """Stands in the name."""
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One of many that can be chosen."""

    key: str
    word: str = ""
    value: str = ""
    says: str = ""
    said: str = ""
    """The note below, in the same way."""
    sign: str = ""
    far: str = ""
    """What stands at the far end."""


@QmlElement
class OnSiteViewModel(ScreenViewModel):
    """Subclasses say in ``renew`` what shows, and in ``acts`` what each button means."""

    acts: ClassVar[Acts] = {}

    def furnish(self) -> None:
        self._facts = RowsModel(FactRow, self)
        self._items = RowsModel(ItemRow, self)

    @Property(RowsModel, constant=True)
    def facts(self) -> RowsModel:
        return self._facts

    @Property(RowsModel, constant=True)
    def items(self) -> RowsModel:
        return self._items

    @Slot(str)
    def act(self, name: str) -> None:
        self._send(self.acts[name]())

    @Slot(str)
    def choose(self, key: str) -> None:
        self._send(self.chosen(key))

    def chosen(self, key: str) -> Any:
        """What choosing this one of the list means."""
        raise NotImplementedError

    def _moment(self, moment: datetime | None) -> tuple[str, str]:
        """A word and its value."""
        return ("", self._brief(moment)) if moment else ("never", "")


def span(seconds: float) -> tuple[str, str]:
    """How long, in a unit that is read at a glance: a word and its value."""
    for unit, size in (("days", DAY), ("hours", HOUR), ("minutes", MINUTE)):
        if seconds >= 1.5 * size:
            return unit, str(round(seconds / size))
    return "seconds", str(round(max(0.0, seconds)))
