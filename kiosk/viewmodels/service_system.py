"""View-models of computer and program: facts, a start anew, the file for who helps."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.service import system
from kiosk.domain.flows.service.system import DiagnosticsAsked, RestartAsked
from kiosk.domain.upkeep_facts import Computer, Machine, Memory, Versions
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.lists import ListViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

HOT = 80.0
"""Degrees Celsius from which small computers slow down."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """``key`` and some of what is said are words of ours, which the screen says in its language."""

    key: str
    said: str
    detail: str = ""
    """Of what, where one key stands for several."""
    wrong: bool = False


@QmlElement
class SystemPageViewModel(ListViewModel):
    shows = system.SystemPage
    lists = FactRow
    changed = Signal()
    _state: system.SystemPage

    def renew(self) -> None:
        machine = self._state.machine
        self._rows.adopt(list(self._facts(machine)) if machine else [])

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return self._state.machine is not None

    @Slot()
    def restart(self) -> None:
        self._send(RestartAsked())

    @Slot()
    def bundle(self) -> None:
        self._send(DiagnosticsAsked())

    def _facts(self, machine: Machine) -> Iterator[FactRow]:
        yield from _of_versions(machine.versions)
        yield FactRow("runs", _minutes(machine.runs_seconds))
        yield from _of_computer(machine.computer)
        yield from self._of_memory(machine.memory)

    def _of_memory(self, memory: Memory) -> Iterator[FactRow]:
        yield FactRow("writes", "ok" if memory.works else "fails", wrong=not memory.works)
        if memory.disk_free_mb is not None:
            free = _gigabytes(memory.disk_free_mb)
            yield FactRow("disk", free, wrong=memory.disk_low)
        if memory.megabytes is not None:
            yield FactRow("database", f"{memory.megabytes:.1f} MB")
        if memory.lines is not None:
            yield FactRow("lines", str(memory.lines))
        if memory.sealed is not None and memory.looked_at is not None:
            here = memory.looked_at.astimezone(self._face.now().tzinfo)
            value = "whole" if memory.sealed else "cut"
            yield FactRow("journal", value, f"{here:%H:%M}", wrong=not memory.sealed)


def _of_versions(versions: Versions) -> Iterator[FactRow]:
    yield FactRow("kiosk", versions.kiosk or "unknown")
    if versions.commit:
        yield FactRow("release", versions.commit)
    yield FactRow("python", versions.python)
    yield FactRow("qt", versions.qt or "unknown")
    yield FactRow("opencv", versions.opencv or "unknown")
    yield FactRow("sqlite", versions.sqlite)


def _of_computer(computer: Computer) -> Iterator[FactRow]:
    if computer.up_seconds is not None:
        yield FactRow("up", _minutes(computer.up_seconds))
    if computer.memory_mb and computer.memory_free_mb is not None:
        free, whole = _gigabytes(computer.memory_free_mb), _gigabytes(computer.memory_mb)
        yield FactRow("memory", f"{free} / {whole}", wrong=_short(computer))
    if computer.load is not None:
        busy = computer.load > 2 * computer.processors
        yield FactRow("load", f"{computer.load:.2f} / {computer.processors}", wrong=busy)
    for heat in computer.heats:
        celsius = heat.celsius
        yield FactRow("heat", f"{celsius:.0f} °C", heat.name, wrong=celsius >= HOT)
    if not computer.heats:
        yield FactRow("heat", "none")


def _short(computer: Computer) -> bool:
    return 10 * (computer.memory_free_mb or 0) < (computer.memory_mb or 0)


def _gigabytes(megabytes: int) -> str:
    return f"{megabytes / 1000:.1f} GB" if megabytes >= 1000 else f"{megabytes} MB"


def _minutes(seconds: float) -> str:
    """Whole minutes: the screen says them in days, hours and minutes."""
    return str(int(seconds // 60))


@QmlElement
class ConfirmRestartViewModel(ScreenViewModel):
    shows = system.ConfirmRestart
    changed = Signal()
    _state: system.ConfirmRestart

    @Property(bool, notify=changed)
    def supervised(self) -> bool:
        return self._state.supervised

    @Property(str, notify=changed)
    def openDoors(self) -> str:
        """Their numbers; "" is none."""
        return ", ".join(self._state.open_doors[:6])

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._state.failed

    @Slot()
    def restart(self) -> None:
        self._send(RestartAsked())


@QmlElement
class RestartingViewModel(ScreenViewModel):
    shows = system.Restarting
    changed = Signal()
    _state: system.Restarting

    @Property(bool, notify=changed)
    def supervised(self) -> bool:
        return self._state.supervised


@QmlElement
class BundlingViewModel(ScreenViewModel):
    shows = system.Bundling
    changed = Signal()


@QmlElement
class BundleMadeViewModel(ScreenViewModel):
    shows = system.BundleMade
    changed = Signal()
    _state: system.BundleMade

    @Property(str, notify=changed)
    def path(self) -> str:
        """Where it lies, with places where a line may end."""
        return self._state.path.replace("/", "/\N{ZERO WIDTH SPACE}")

    @Property(int, notify=changed)
    def kilobytes(self) -> int:
        return self._state.kilobytes

    @Slot()
    def finish(self) -> None:
        self._send(FinishAsked())


SCREENS: tuple[type[ScreenViewModel], ...] = (
    SystemPageViewModel,
    ConfirmRestartViewModel,
    RestartingViewModel,
    BundlingViewModel,
    BundleMadeViewModel,
)
