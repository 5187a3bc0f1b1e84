"""View-models of evidence about one parcel."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.inputs import FinishAsked
from kiosk.domain.flows.service import evidence
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.keypad import TypingViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FindParcelViewModel(TypingViewModel):
    shows = evidence.FindParcel
    changed = Signal()
    _state: evidence.FindParcel

    @Property(bool, constant=True)
    def camera(self) -> bool:
        return self._face.preview is not None

    @Property(bool, notify=changed)
    def missed(self) -> bool:
        return self._state.missed

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        return self._state.looking


@QmlElement
class FoundParcelsViewModel(OnSiteViewModel):
    shows = evidence.FoundParcels
    changed = Signal()
    _state: evidence.FoundParcels

    def renew(self) -> None:
        self._items.adopt(
            [
                ItemRow(one.id, "", one.ref, "", self._brief(one.made_at), "", one.label)
                for one in self._state.found
            ]
        )

    def chosen(self, key: str) -> evidence.TracedChosen:
        return evidence.TracedChosen(key)


@QmlElement
class OneParcelViewModel(OnSiteViewModel):
    shows = evidence.OneParcel
    changed = Signal()
    _state: evidence.OneParcel
    acts: ClassVar[Acts] = {"evidence.make": evidence.EvidenceAsked}

    def renew(self) -> None:
        one, lines = self._state.parcel, self._state.lines
        facts = [
            FactRow("parcel", "", one.ref),
            FactRow("door", "" if one.label else "not_chosen", one.label),
            FactRow("state", f"booking_{one.state.value}"),
        ]
        if lines is not None:
            facts.append(FactRow("lines", "", str(lines.count), wrong=lines.count == 0))
            facts.append(FactRow("first_line", *self._moment(lines.first)))
            facts.append(FactRow("last_line", *self._moment(lines.last)))
        self._facts.adopt(facts)

    @Property(str, notify=changed)
    def ref(self) -> str:
        return self._state.parcel.ref

    @Property(bool, notify=changed)
    def any(self) -> bool:
        """Whether the journal says anything about it."""
        return self._state.lines is not None and self._state.lines.count > 0

    @Property(bool, notify=changed)
    def none(self) -> bool:
        return self._state.lines is not None and self._state.lines.count == 0

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._state.failed


@QmlElement
class MakingEvidenceViewModel(ScreenViewModel):
    shows = evidence.MakingEvidence
    changed = Signal()
    _state: evidence.MakingEvidence

    @Property(int, notify=changed)
    def share(self) -> int:
        """Percent."""
        return self._state.share


@QmlElement
class EvidenceMadeViewModel(OnSiteViewModel):
    shows = evidence.EvidenceMade
    changed = Signal()
    _state: evidence.EvidenceMade
    acts: ClassVar[Acts] = {"evidence.finish": FinishAsked}

    def renew(self) -> None:
        file = self._state.file
        bad = ("chain_broken", str(file.bad)) if not file.sound else ("chain_sound", "")
        self._facts.adopt(
            [
                FactRow("file", "", file.path),
                FactRow("lines", "", str(file.records)),
                FactRow("chain", *bad, wrong=not file.sound),
                FactRow("fetch", "", f"kiosk ctl evidence {file.ref} FILE"),
            ]
        )

    @Property(bool, notify=changed)
    def sound(self) -> bool:
        return self._state.file.sound


SCREENS: tuple[type[ScreenViewModel], ...] = (
    FindParcelViewModel,
    FoundParcelsViewModel,
    OneParcelViewModel,
    MakingEvidenceViewModel,
    EvidenceMadeViewModel,
)
