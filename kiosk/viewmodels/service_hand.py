"""View-models of one door in a technician's hands."""

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import OpenAsked
from kiosk.domain.flows.service import door_in_hand
from kiosk.domain.flows.service.door_in_hand import InsideSaid
from kiosk.domain.model import Contents
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HandViewModel(ScreenViewModel):
    """A door that a technician opens: its number and place are those of ``door``."""

    _state: door_in_hand.State

    def renew(self) -> None:
        self._door.show(self._state.hand.label)

    def _rear(self) -> bool:
        return self._state.hand.door != self._state.hand.label


@QmlElement
class UnlockingViewModel(HandViewModel):
    shows = door_in_hand.Unlocking
    changed = Signal()

    @Property(bool, notify=changed)
    def rear(self) -> bool:
        return self._rear()


@QmlElement
class StandsOpenViewModel(HandViewModel):
    shows = door_in_hand.StandsOpen
    changed = Signal()
    _state: door_in_hand.StandsOpen

    @Property(bool, notify=changed)
    def rear(self) -> bool:
        return self._rear()

    @Property(int, notify=changed)
    def stage(self) -> int:
        return self._state.stage

    @Property(bool, notify=changed)
    def heard(self) -> bool:
        return self._state.heard


@QmlElement
class StaysShutViewModel(HandViewModel):
    shows = door_in_hand.StaysShut
    changed = Signal()
    _state: door_in_hand.StaysShut

    @Property(str, notify=changed)
    def failure(self) -> str:
        return self._state.failure.value

    @Property(bool, notify=changed)
    def mayTry(self) -> bool:
        return self._state.may_try

    @Property(int, notify=changed)
    def pulse(self) -> int:
        return self._state.hand.pulse

    @Slot()
    def open(self) -> None:
        self._send(OpenAsked())


@QmlElement
class WhatInsideViewModel(HandViewModel):
    shows = door_in_hand.WhatInside
    changed = Signal()
    _state: door_in_hand.WhatInside

    @Property(str, notify=changed)
    def sensed(self) -> str:
        """What its sensor says: parcel, empty; "" where nothing is sensed."""
        known = {True: "parcel", False: "empty", None: ""}
        return known[self._state.occupied]

    @Property(bool, notify=changed)
    def noting(self) -> bool:
        return self._state.said is not None

    @Property(str, notify=changed)
    def coming(self) -> str:
        """The door that opens next, as soon as that is said."""
        return self._state.behind.coming

    @Slot(str)
    def say(self, contents: str) -> None:
        self._send(InsideSaid(Contents(contents)))


SCREENS: tuple[type[ScreenViewModel], ...] = (
    UnlockingViewModel,
    StandsOpenViewModel,
    StaysShutViewModel,
    WhatInsideViewModel,
)
