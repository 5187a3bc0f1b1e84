"""View-models of printers on site and of the labels that wait."""

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import printer_screens
from kiosk.domain.labels import JobState
from kiosk.domain.printers_seen import PrinterSeen
from kiosk.domain.printing import Hitch
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

FEW_DAYS = 3


@QmlElement
class PrintersViewModel(OnSiteViewModel):
    shows = printer_screens.Printers
    changed = Signal()
    _state: printer_screens.Printers
    acts: ClassVar[Acts] = {"printers.waiting": printer_screens.WaitingAsked}

    def renew(self) -> None:
        seen = self._state.seen
        self._items.adopt([] if seen is None else [_item(one) for one in seen.printers])

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.seen is None

    @Property(bool, notify=changed)
    def none(self) -> bool:
        """Nothing here prints."""
        return self._state.seen is not None and not self._state.seen.printers

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return len(self._state.seen.waiting) if self._state.seen else 0

    def chosen(self, key: str) -> printer_screens.PrinterChosen:
        return printer_screens.PrinterChosen(key)


def _item(one: PrinterSeen) -> ItemRow:
    hitch = next((hitch for hitch in Hitch if hitch in one.hitches), None)
    note = f"hitch_{hitch.value}" if hitch else "ready"
    return ItemRow(one.name, "", one.name, note, "", "ok" if one.ready else "warn")


@QmlElement
class OnePrinterViewModel(OnSiteViewModel):
    shows = printer_screens.OnePrinter
    changed = Signal()
    _state: printer_screens.OnePrinter
    acts: ClassVar[Acts] = {
        "printer.roll": printer_screens.RollAsked,
        "printer.test": printer_screens.PrintAsked,
    }

    def renew(self) -> None:
        self._facts.adopt(list(self._rows(self._state.printer)))

    def _rows(self, one: PrinterSeen) -> Iterator[FactRow]:
        yield FactRow("printer", "", one.name)
        hitches = [hitch for hitch in Hitch if hitch in one.hitches]
        if not hitches:
            yield FactRow("state", "ready")
        for hitch in hitches:
            yield FactRow("state", f"hitch_{hitch.value}", wrong=True)
        yield FactRow("media", f"media_{one.media}")
        if one.left is None:
            yield FactRow("left", "not_counted")
        else:
            few = one.days is not None and one.days <= FEW_DAYS
            yield FactRow("left", "", str(one.left), wrong=few or not one.left)
            days = ("not_known", "") if one.days is None else ("days", str(one.days))
            yield FactRow("lasts", *days, wrong=few)
        if one.own_left is not None:
            yield FactRow("own_left", "", str(one.own_left))
        if self._state.seen.cloud_left is not None:
            yield FactRow("cloud_left", "", str(self._state.seen.cloud_left))
        if one.loaded_at is not None:
            yield FactRow("loaded", "", self._brief(one.loaded_at))

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._state.name

    @Property(str, notify=changed)
    def pressed(self) -> str:
        return self._state.pressed.value if self._state.pressed else ""


@QmlElement
class NewRollViewModel(TypingViewModel):
    shows = printer_screens.NewRoll
    changed = Signal()
    _state: printer_screens.NewRoll


@QmlElement
class WaitingLabelsViewModel(OnSiteViewModel):
    shows = printer_screens.WaitingLabels
    changed = Signal()
    _state: printer_screens.WaitingLabels

    def renew(self) -> None:
        self._items.adopt(
            [
                ItemRow(one.id, "", one.mark, f"job_{one.state.value}", "", "", one.label)
                for one in self._state.seen.waiting
            ]
        )

    def chosen(self, key: str) -> printer_screens.LabelChosen:
        return printer_screens.LabelChosen(key)


@QmlElement
class OneLabelViewModel(OnSiteViewModel):
    shows = printer_screens.OneLabel
    changed = Signal()
    _state: printer_screens.OneLabel
    acts: ClassVar[Acts] = {
        "label.print": printer_screens.PrintAsked,
        "label.drop": printer_screens.DropAsked,
        "label.out": lambda: printer_screens.CameOut(True),
        "label.lost": lambda: printer_screens.CameOut(False),
    }

    def renew(self) -> None:
        one = self._state.label
        hitches = {hitch.value for hitch in Hitch}
        word = f"hitch_{one.error}" if one.error in hitches else f"error_{one.error or 'none'}"
        self._facts.adopt(
            [
                FactRow("door", "" if one.label else "not_chosen", one.label),
                FactRow("state", f"job_{one.state.value}"),
                FactRow("why", word, one.error),
                FactRow("since", "", self._brief(one.made_at)),
            ]
        )

    @Property(str, notify=changed)
    def mark(self) -> str:
        return self._state.label.mark

    @Property(bool, notify=changed)
    def unsure(self) -> bool:
        return self._state.label.state is JobState.UNSURE

    @Property(str, notify=changed)
    def pressed(self) -> str:
        return self._state.pressed.value if self._state.pressed else ""


SCREENS: tuple[type[ScreenViewModel], ...] = (
    PrintersViewModel,
    OnePrinterViewModel,
    NewRollViewModel,
    WaitingLabelsViewModel,
    OneLabelViewModel,
)
