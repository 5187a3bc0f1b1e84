"""View-models of what is set on site, and of the log."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import logs, settings
from kiosk.domain.flows.service.logs import LevelTurned, PartTurned
from kiosk.domain.flows.service.settings import PeopleAsked, ResetAsked, SettingChosen
from kiosk.domain.log_lines import LogLine
from kiosk.domain.site import SetHere, Setting
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.lists import ListViewModel
from kiosk.viewmodels.rows import RowsModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SettingRow:
    """Values are words of ours, or the name of a language in its own script."""

    setting: str
    value: str
    was: str
    """What kiosk.toml says, where something else was set here."""
    later: bool
    """Whether it counts only from the next start."""
    fixed: bool
    """Whether there is no choice here."""


@QmlElement
class SettingsPageViewModel(ScreenViewModel):
    shows = settings.SettingsPage
    changed = Signal()
    _state: settings.SettingsPage

    def furnish(self) -> None:
        self._rows = RowsModel(SettingRow, self)

    def renew(self) -> None:
        self._rows.adopt([self._row(one) for one in self._state.settings])

    @Property(RowsModel, constant=True)
    def settings(self) -> RowsModel:
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._state.settings)

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._state.failed

    @Property(bool, notify=changed)
    def anyChanged(self) -> bool:
        return any(one.changed for one in self._state.settings)

    @Property(bool, notify=changed)
    def anyLater(self) -> bool:
        return any(one.running for one in self._state.settings)

    @Slot(str)
    def choose(self, setting: str) -> None:
        self._send(SettingChosen(Setting(setting)))

    @Slot()
    def reset(self) -> None:
        self._send(ResetAsked())

    @Slot()
    def people(self) -> None:
        self._send(PeopleAsked())

    def _row(self, one: SetHere) -> SettingRow:
        def said(value: str) -> str:
            if one.setting is Setting.LANGUAGE:
                return self._face.languages.get(value, value)
            return value

        was = said(one.written) if one.changed else ""
        return SettingRow(
            one.setting.value, said(one.value), was, one.running != "", len(one.choices) < 2
        )


@dataclass(frozen=True, slots=True)
class LogRow:
    at: str
    level: str
    part: str
    words: str


@QmlElement
class LogsPageViewModel(ListViewModel):
    shows = logs.LogsPage
    lists = LogRow
    changed = Signal()
    _state: logs.LogsPage

    def renew(self) -> None:
        self._rows.adopt([self._row(line) for line in self._state.lines or ()])

    @Property(bool, notify=changed)
    def none(self) -> bool:
        """Whether it was read and nothing is there."""
        return self._state.lines == ()

    @Property(str, notify=changed)
    def level(self) -> str:
        """From which level on lines show."""
        return self._state.wanted.level.name.lower()

    @Property(str, notify=changed)
    def part(self) -> str:
        return self._state.wanted.part

    @Slot()
    def turnLevel(self) -> None:
        self._send(LevelTurned())

    @Slot()
    def turnPart(self) -> None:
        self._send(PartTurned())

    def _row(self, line: LogLine) -> LogRow:
        now = self._face.now()
        here = line.at.astimezone(now.tzinfo)
        at = f"{here:%H:%M:%S}" if here.date() == now.date() else f"{here:%m-%d %H:%M:%S}"
        return LogRow(at, line.level.name.lower(), line.part, line.words)


SCREENS: tuple[type[ScreenViewModel], ...] = (SettingsPageViewModel, LogsPageViewModel)
