"""View-models of a label: shown, printed, stuck on; or its mark, when nothing is printed."""

import base64

from PySide6.QtCore import Property, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import labels
from kiosk.domain.flows.inputs import OpenAsked
from kiosk.domain.flows.printed import LabelDraft, LabelSeen, PrintAsked
from kiosk.viewmodels import figures
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

HALF = 3
"""Signs of a mark that are written together."""


def picture_of(label: LabelDraft | None) -> QUrl:
    """The very dots that are printed; empty where there are none."""
    if label is None or label.picture is None:
        return QUrl()
    return QUrl("data:image/png;base64," + base64.b64encode(label.picture).decode("ascii"))


@QmlElement
class OfferLabelViewModel(ScreenViewModel):
    shows = labels.OfferLabel
    changed = Signal()
    _state: labels.OfferLabel

    @Property(bool, notify=changed)
    def drawn(self) -> bool:
        """Whether there is something to be printed yet."""
        return self._state.label is not None

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        return picture_of(self._state.label)

    @Slot()
    def print(self) -> None:
        self._send(PrintAsked())


@QmlElement
class PrintingLabelViewModel(ScreenViewModel):
    shows = labels.PrintingLabel
    changed = Signal()
    _state: labels.PrintingLabel

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        return picture_of(self._state.label)


@QmlElement
class LabelReadyViewModel(ScreenViewModel):
    shows = labels.LabelReady
    changed = Signal()
    _state: labels.LabelReady

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        return picture_of(self._state.label)

    @Property(bool, notify=changed)
    def mayPrint(self) -> bool:
        return self._state.may_print

    @Slot()
    def print(self) -> None:
        self._send(PrintAsked())

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())


@QmlElement
class NoLabelViewModel(ScreenViewModel):
    shows = labels.NoLabel
    changed = Signal()
    _state: labels.NoLabel

    @Property(str, notify=changed)
    def mark(self) -> str:
        """In two halves, as it is written."""
        mark = self._state.label.mark
        return f"{mark[:HALF]} {mark[HALF:]}"

    @Property(str, notify=changed)
    def qr(self) -> str:
        """The mark as a QR code: a path on a grid."""
        return figures.qr(self._state.label.mark)[0]

    @Property(int, notify=changed)
    def qrSide(self) -> int:
        return figures.qr(self._state.label.mark)[1]

    @Property(bool, notify=changed)
    def mayPrint(self) -> bool:
        return self._state.may_print

    @Slot()
    def print(self) -> None:
        self._send(PrintAsked())

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())


@QmlElement
class AskLabelViewModel(ScreenViewModel):
    shows = labels.AskLabel
    changed = Signal()
    _state: labels.AskLabel

    @Slot(bool)
    def seen(self, out: bool) -> None:
        self._send(LabelSeen(out))
