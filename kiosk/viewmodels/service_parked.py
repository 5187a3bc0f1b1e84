"""View-models of the facts that were set aside."""

from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import outbox
from kiosk.domain.parked import GivenUp
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1


def _broken(name: str) -> str:
    """A long name may go on in a second line."""
    return name.replace(".", ".\N{ZERO WIDTH SPACE}").replace("_", "_\N{ZERO WIDTH SPACE}")


@QmlElement
class ParkedListViewModel(OnSiteViewModel):
    shows = outbox.ParkedList
    changed = Signal()
    _state: outbox.ParkedList

    def renew(self) -> None:
        events = self._state.events or ()
        self._items.adopt(
            [
                ItemRow(str(one.seq), "", _broken(one.name), "", self._brief(one.at))
                for one in events
            ]
        )

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.events is None

    def chosen(self, key: str) -> outbox.ParkedChosen:
        return outbox.ParkedChosen(int(key))


@QmlElement
class ParkedOneViewModel(OnSiteViewModel):
    shows = outbox.ParkedOne
    changed = Signal()
    _state: outbox.ParkedOne
    acts: ClassVar[Acts] = {"parked.retry": outbox.RetryAsked, "parked.give_up": outbox.GiveUpAsked}

    def renew(self) -> None:
        one = self._state.event
        facts = [
            FactRow("number", "", str(one.seq)),
            FactRow("happened", "", self._brief(one.at)),
            FactRow("for", f"channel_{one.channel.value}"),
            FactRow("tries", "", str(one.tries)),
            FactRow("said", "", one.error, wrong=True),
        ]
        if one.reservation:
            facts.insert(2, FactRow("reservation", "", one.reservation))
        if one.uncertain:
            facts.append(FactRow("arrived", "perhaps", wrong=True))
        self._facts.adopt(facts)

    @Property(str, notify=changed)
    def name(self) -> str:
        return _broken(self._state.event.name)

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        return self._state.failed


@QmlElement
class WhyGiveUpViewModel(OnSiteViewModel):
    shows = outbox.WhyGiveUp
    changed = Signal()
    _state: outbox.WhyGiveUp

    @Property(str, notify=changed)
    def name(self) -> str:
        return _broken(self._state.event.name)

    def chosen(self, key: str) -> outbox.GiveUpChosen:
        return outbox.GiveUpChosen(GivenUp(key))


SCREENS: tuple[type[ScreenViewModel], ...] = (
    ParkedListViewModel,
    ParkedOneViewModel,
    WhyGiveUpViewModel,
)
