"""View-models between a shut door and the end: is it in, the next door, the code to pass on."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import after
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.domain.model import Kind
from kiosk.viewmodels import figures
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.papers import OfferingViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

GROUP = 3


@QmlElement
class ConfirmPutViewModel(ScreenViewModel):
    shows = after.ConfirmPut
    changed = Signal()
    _state: after.ConfirmPut

    @Property(bool, notify=changed)
    def soon(self) -> bool:
        """The door was open for a moment only."""
        return self._state.soon

    @Slot(bool)
    def declare(self, inside: bool) -> None:
        self._send(ParcelDeclared(inside))

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())


@QmlElement
class NextDoorViewModel(ScreenViewModel):
    """Shows the door that opens next; ``before`` is the one just done."""

    shows = after.NextDoor
    changed = Signal()
    _state: after.NextDoor

    def adopt(self, state: Any) -> None:
        super().adopt(state)
        if state.visit.rest:
            self._door.adopt(state.visit.rest[0])

    @Property(str, notify=changed)
    def before(self) -> str:
        return self._state.visit.label

    @Property(int, notify=changed)
    def number(self) -> int:
        """Of the door that opens next."""
        return self._state.visit.number + 1

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._state.visit.number + len(self._state.visit.rest)

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


@QmlElement
class ShowCodeViewModel(OfferingViewModel):
    shows = after.ShowCode
    changed = Signal()
    _state: after.ShowCode

    @Property(str, notify=changed)
    def code(self) -> str:
        """In groups, as it is read out."""
        handover = self._state.visit.handover
        typed = handover.typed if handover else ""
        if len(typed) <= GROUP + 1:
            return typed
        return " ".join(typed[at : at + GROUP] for at in range(0, len(typed), GROUP))

    @Property(str, notify=changed)
    def qr(self) -> str:
        """The dark modules of the QR code as a path on a grid."""
        handover = self._state.visit.handover
        return figures.qr(handover.qr)[0] if handover else ""

    @Property(int, notify=changed)
    def qrSide(self) -> int:
        handover = self._state.visit.handover
        return figures.qr(handover.qr)[1] if handover else 0

    @Property(str, notify=changed)
    def until(self) -> str:
        handover = self._state.visit.handover
        return self._day(handover.until) if handover else ""

    @Property(str, notify=changed)
    def datum(self) -> str:
        """What is asked for when the code is typed; empty when nothing is."""
        handover = self._state.visit.handover
        return handover.datum if handover else ""

    @Property(bool, notify=changed)
    def told(self) -> bool:
        """A message with the code goes out by itself."""
        handover = self._state.visit.handover
        return handover is not None and handover.told

    @Property(bool, notify=changed)
    def mine(self) -> bool:
        """The code is for whoever stands here, not for somebody else."""
        return self._state.visit.kind is Kind.STORE

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())
