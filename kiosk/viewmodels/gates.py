"""View-models of what is passed before a door opens: terms, proof, payment."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import gates
from kiosk.domain.flows.choices import Agreed, Disagreed, GateFailure
from kiosk.domain.flows.inputs import FinishAsked, OpenAsked
from kiosk.viewmodels import figures
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AskTermsViewModel(ScreenViewModel):
    shows = gates.AskTerms
    changed = Signal()

    @Property(str, constant=True)
    def terms(self) -> str:
        return self._face.terms

    @Property(str, constant=True)
    def qr(self) -> str:
        """Where all of the terms are, as a path on a grid; empty without an address."""
        return figures.qr(self._face.terms_link)[0] if self._face.terms_link else ""

    @Property(int, constant=True)
    def qrSide(self) -> int:
        return figures.qr(self._face.terms_link)[1] if self._face.terms_link else 0

    @Slot()
    def agree(self) -> None:
        self._send(Agreed())

    @Slot()
    def disagree(self) -> None:
        self._send(Disagreed())


@QmlElement
class PassingGateViewModel(ScreenViewModel):
    shows = gates.PassingGate
    changed = Signal()
    _state: gates.PassingGate

    @Property(str, notify=changed)
    def demand(self) -> str:
        return self._state.demand.value

    @Property(str, notify=changed)
    def price(self) -> str:
        return self._money(self._state.visit.due)


@QmlElement
class GateStoppedViewModel(ScreenViewModel):
    shows = gates.GateStopped
    changed = Signal()
    _state: gates.GateStopped

    @Property(str, notify=changed)
    def demand(self) -> str:
        return self._state.demand.value

    @Property(str, notify=changed)
    def failure(self) -> str:
        return self._state.failure.value

    @Property(bool, notify=changed)
    def mayTry(self) -> bool:
        return self._state.failure is not GateFailure.UNAVAILABLE

    @Slot()
    def again(self) -> None:
        self._send(OpenAsked())

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())
