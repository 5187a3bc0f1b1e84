"""View-models of the lockdown and of lifting it."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import lockdown
from kiosk.domain.lockdown import Found
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class LockdownViewModel(OnSiteViewModel):
    shows = lockdown.Lockdown
    changed = Signal()
    _state: lockdown.Lockdown
    acts: ClassVar[Acts] = {"lockdown.lift": lockdown.LiftAsked}

    def renew(self) -> None:
        seen = self._state.seen
        if seen is None:
            self._facts.adopt([])
            return
        facts = [
            FactRow("remote", "remote_locked" if seen.locked else "remote_free", wrong=seen.locked)
        ]
        if seen.locked:
            facts.append(FactRow("since", *self._moment(seen.since)))
        facts += [
            FactRow("remote_opened", "", str(seen.opened)),
            FactRow("remote_refused", "", str(seen.refused)),
        ]
        if seen.asked_at is not None:
            facts.append(FactRow("asked_at", "", self._brief(seen.asked_at)))
        if seen.asker:
            facts.append(FactRow("asker", "", seen.asker))
        self._facts.adopt(facts)

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.seen is None

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        return self._state.seen is not None and self._state.seen.locked

    @Property(str, notify=changed)
    def lifted(self) -> str:
        return self._state.lifted.value if self._state.lifted else ""


@QmlElement
class WhyLiftViewModel(OnSiteViewModel):
    shows = lockdown.WhyLift
    changed = Signal()

    def chosen(self, key: str) -> lockdown.FoundChosen:
        return lockdown.FoundChosen(Found(key))


@QmlElement
class LiftingLockdownViewModel(ScreenViewModel):
    shows = lockdown.LiftingLockdown
    changed = Signal()


SCREENS: tuple[type[ScreenViewModel], ...] = (
    LockdownViewModel,
    WhyLiftViewModel,
    LiftingLockdownViewModel,
)
