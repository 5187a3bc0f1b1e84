"""What a person may have on paper, as the screens that offer it show it."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.papers import Slip, SlipAsked, SlipAt
from kiosk.viewmodels.base import ScreenViewModel, Send

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PaperViewModel(QObject):
    """A receipt, or the code that is on the screen; nothing where none can be had."""

    changed = Signal()

    def __init__(self, send: Send, parent: QObject) -> None:
        super().__init__(parent)
        self._send = send
        self._slip: Slip | None = None
        self._language = ""

    def adopt(self, slip: Slip | None, language: str) -> None:
        """Speak of this one, in the language of the screen."""
        self._slip, self._language = slip, language
        self.changed.emit()

    @Property(bool, notify=changed)
    def offered(self) -> bool:
        return self._slip is not None

    @Property(str, notify=changed)
    def kind(self) -> str:
        """receipt or slip."""
        return self._slip.paper.value if self._slip else ""

    @Property(str, notify=changed)
    def at(self) -> str:
        """offered, printing, printed, failed, unsure."""
        return self._slip.at.value if self._slip else ""

    @Property(bool, notify=changed)
    def mayPrint(self) -> bool:
        return self._slip is not None and self._slip.may_print

    @Slot()
    def print(self) -> None:
        if self._slip is not None and self._slip.at is not SlipAt.PRINTING:
            self._send(SlipAsked(self._language))


@QmlElement
class OfferingViewModel(ScreenViewModel):
    """A screen at whose end something may be had on paper."""

    def furnish(self) -> None:
        self._paper = PaperViewModel(self._send, self)

    def renew(self) -> None:
        self._paper.adopt(self._state.slip, self._language)

    @Property(PaperViewModel, constant=True)
    def paper(self) -> PaperViewModel:
        """What may be had on paper."""
        return self._paper
