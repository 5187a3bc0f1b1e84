"""View-models of who may work here, and of what is done about one of them."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.enrolled import Calling, Care, Person, Why
from kiosk.domain.flows.service import people
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 40
"""Signs of an id that show; an issuer's may have more."""
_RUN = re.compile(r"([-._]|[^-._\s]{10})(?=[^\s])")


def _broken(text: str) -> str:
    """A long id goes on in a second line."""
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
    return _RUN.sub("\\1\N{ZERO WIDTH SPACE}", shown)


class _OfPeople(OnSiteViewModel):
    """A wait lasts a quarter of an hour: the time of day says when it is over."""

    def _time(self, moment: datetime | None) -> str:
        return f"{moment.astimezone(self._face.now().tzinfo):%H:%M}" if moment else ""


@QmlElement
class PeopleViewModel(_OfPeople):
    shows = people.People
    changed = Signal()
    _state: people.People

    def renew(self) -> None:
        self._items.adopt([self._item(one) for one in self._state.people or ()])

    def _item(self, one: Person) -> ItemRow:
        """Who it is, and of all that is known what counts most."""
        shown = f"{_broken(one.id)}, {one.name}" if one.name else _broken(one.id)
        sign = "you" if one.calling is Calling.TECHNICIAN else "truck"
        if one.disabled_at:
            return ItemRow(one.key, "", shown, "is_disabled", self._brief(one.disabled_at), "close")
        if one.locked:
            return ItemRow(one.key, "", shown, *self._locked(one), "lock")
        if one.calling is Calling.COURIER:
            return ItemRow(one.key, "", shown, "courier_of", one.issuer, sign)
        note = ("last_login", self._brief(one.seen_at)) if one.seen_at else ("no_login", "")
        return ItemRow(one.key, "", shown, *note, sign)

    def _locked(self, one: Person) -> tuple[str, str]:
        return ("is_shut", "") if one.shut else ("is_locked", self._time(one.locked_until))

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.people is None

    @Property(int, notify=changed)
    def locked(self) -> int:
        """How many are locked out."""
        return sum(one.locked for one in self._state.people or () if not one.disabled_at)

    def chosen(self, key: str) -> people.PersonChosen:
        return people.PersonChosen(key)


@QmlElement
class OnePersonViewModel(_OfPeople):
    shows = people.OnePerson
    changed = Signal()
    _state: people.OnePerson
    acts: ClassVar[Acts] = {
        "person.lift": lambda: people.CareAsked(Care.LIFT),
        "person.disable": lambda: people.CareAsked(Care.DISABLE),
    }

    def renew(self) -> None:
        self._facts.adopt(list(self._rows(self._state.person)))

    def _rows(self, one: Person) -> Iterator[FactRow]:
        yield FactRow("id", "", _broken(one.id))
        yield self._standing(one)
        if one.calling is Calling.COURIER:
            yield FactRow("issuer", "", _broken(one.issuer))
            yield FactRow("pin", "yes" if one.pin else "no")
        else:
            yield FactRow("named", "", one.name)
            yield FactRow("seen", *self._moment(one.seen_at))
        yield FactRow("badge", "yes" if one.badge else "no")
        yield FactRow("wrong_pins", "", str(one.wrong))

    def _standing(self, one: Person) -> FactRow:
        if one.disabled_at:
            return FactRow("disabled", "", self._brief(one.disabled_at), wrong=True)
        if one.shut:
            return FactRow("locked_out", "until_lifted", wrong=True)
        if one.locked_until:
            return FactRow("locked_out", "until", self._time(one.locked_until), wrong=True)
        return FactRow("locked_out", "no")

    @Property(str, notify=changed)
    def calling(self) -> str:
        one = self._state.person
        return "supervisor" if one.supervisor else one.calling.value

    @Property(bool, notify=changed)
    def own(self) -> bool:
        """Whether it is the account of whoever stands here."""
        one = self._state.person
        return one.calling is Calling.TECHNICIAN and one.id == self._state.who.account

    @Property(bool, notify=changed)
    def supervisor(self) -> bool:
        return self._state.who.supervisor

    @Property(bool, notify=changed)
    def lifts(self) -> bool:
        return self._state.offers(Care.LIFT)

    @Property(bool, notify=changed)
    def disables(self) -> bool:
        return self._state.offers(Care.DISABLE)

    @Property(str, notify=changed)
    def cared(self) -> str:
        return self._state.cared.value if self._state.cared else ""


@QmlElement
class WhyPersonViewModel(OnSiteViewModel):
    shows = people.WhyPerson
    changed = Signal()
    _state: people.WhyPerson

    @Property(str, notify=changed)
    def person(self) -> str:
        return _broken(self._state.person.id)

    @Property(bool, notify=changed)
    def lifts(self) -> bool:
        return self._state.care is Care.LIFT

    def chosen(self, key: str) -> people.WhyChosen:
        return people.WhyChosen(Why(key))


SCREENS: tuple[type[ScreenViewModel], ...] = (
    PeopleViewModel,
    OnePersonViewModel,
    WhyPersonViewModel,
)
