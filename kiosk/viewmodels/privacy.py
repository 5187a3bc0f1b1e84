"""View-model of the notice that says what the locker sees and keeps."""

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows import journey
from kiosk.viewmodels.base import ScreenViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PrivacyViewModel(ScreenViewModel):
    shows = journey.Privacy
    changed = Signal()

    @Property(bool, constant=True)
    def camera(self) -> bool:
        """Whether this locker has one, be it broken just now."""
        return self._face.preview is not None

    @Property(int, constant=True)
    def personHours(self) -> int:
        """How long names, numbers and codes are kept after a parcel is gone."""
        return self._face.policy.used_codes_kept_hours

    @Property(int, constant=True)
    def journalDays(self) -> int:
        """How long the journal can say whose parcel it was."""
        return self._face.policy.journal_ids_kept_days
