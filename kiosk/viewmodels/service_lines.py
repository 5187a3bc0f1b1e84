"""View-models of service mode's lines and of the facts that were set aside."""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.domain.flows.service import lines
from kiosk.domain.lines import CloudSeen, FarSeen, Form, Interface, Line, LinesSeen, Trouble
from kiosk.domain.trust import ClockState
from kiosk.viewmodels.base import ScreenViewModel
from kiosk.viewmodels.onsite import Acts, FactRow, ItemRow, OnSiteViewModel, span

QML_IMPORT_NAME = "KioskCore"
QML_IMPORT_MAJOR_VERSION = 1

MOST_INTERFACES = 4
MOST_OFF = 5.0
"""Seconds by which two clocks may differ without a word."""


def summary(seen: LinesSeen, line: Line) -> tuple[str, str]:
    """A line in one sentence: a word and its value."""
    match line:
        case Line.NETWORK:
            up = [one for one in seen.network.interfaces if one.up]
            if not up or not seen.network.route:
                return "no_network", ""
            return ("name_fails", "") if seen.network.resolves is False else ("over", up[0].name)
        case Line.CLOCK:
            return f"clock_{seen.clock.state.value}", ""
        case Line.CLOUD if seen.cloud is not None:
            return _answers(seen.cloud.online), seen.cloud.name
        case Line.RELAY if seen.relay is not None:
            return _answers(seen.relay.online), ""
        case Line.REPORTS if seen.reports is not None:
            return _answers(seen.reports.online), ""
        case _:
            queue = seen.queue
            return (
                ("parked_n", str(queue.parked)) if queue.parked else ("wait_n", str(queue.waiting))
            )


def _answers(online: bool | None) -> str:
    return "not_asked" if online is None else "answers" if online else "silent"


@QmlElement
class LinesViewModel(OnSiteViewModel):
    shows = lines.Lines
    changed = Signal()
    _state: lines.Lines

    def renew(self) -> None:
        seen = self._state.seen
        self._items.adopt([] if seen is None else list(_items(seen)))

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._state.seen is None

    def chosen(self, key: str) -> lines.LineChosen:
        return lines.LineChosen(Line(key))


def _items(seen: LinesSeen) -> Iterator[ItemRow]:
    for line in Line:
        if seen.has(line):
            well, (note, noted) = seen.well(line), summary(seen, line)
            glyph = "question" if well is None else "ok" if well else "warn"
            yield ItemRow(line.value, f"line_{line.value}", "", note, noted, glyph)


@QmlElement
class OneLineViewModel(OnSiteViewModel):
    shows = lines.OneLine
    changed = Signal()
    _state: lines.OneLine
    acts: ClassVar[Acts] = {
        "lines.ask": lines.CloudAskAsked,
        "lines.send": lines.SendAsked,
        "lines.parked": lines.ParkedAsked,
    }

    def renew(self) -> None:
        seen = self._state.seen
        match self._state.line:
            case Line.NETWORK:
                facts = list(self._network(seen))
            case Line.CLOCK:
                facts = list(self._clock(seen))
            case Line.CLOUD:
                facts = list(self._cloud(seen.cloud, seen.now))
            case Line.RELAY:
                facts = list(self._far(seen.relay))
            case Line.REPORTS:
                facts = list(self._far(seen.reports))
            case Line.OUTBOX:
                facts = list(self._queue(seen))
        self._facts.adopt(facts)

    @Property(str, notify=changed)
    def line(self) -> str:
        return self._state.line.value

    @Property(str, notify=changed)
    def nudged(self) -> str:
        return self._state.nudged.value if self._state.nudged else ""

    @Property(int, notify=changed)
    def parked(self) -> int:
        return self._state.seen.queue.parked

    def _network(self, seen: LinesSeen) -> Iterator[FactRow]:
        network = seen.network
        up = [one for one in network.interfaces if one.up]
        for one in (up or network.interfaces)[:MOST_INTERFACES]:
            yield _interface(one)
        if not network.interfaces:
            yield FactRow("interface", "none", detail="", wrong=True)
        route = network.route
        yield FactRow("route", "" if route else "no_route", route, wrong=not route)
        if network.host:
            words = {True: "resolves", False: "resolves_not", None: "looking_up"}
            word = words[network.resolves]
            yield FactRow("host", "", network.host)
            yield FactRow("address_of_host", word, wrong=network.resolves is False)
        if seen.cloud is not None:
            yield FactRow("last_answer", *self._moment(seen.cloud.read_at))

    def _clock(self, seen: LinesSeen) -> Iterator[FactRow]:
        clock = seen.clock
        untrusted = clock.state is ClockState.UNTRUSTED
        yield FactRow("time", "", self._brief(seen.now))
        yield FactRow("trust", f"clock_{clock.state.value}", wrong=untrusted)
        word, value = span(abs(clock.off))
        ahead = "ahead" if clock.off > 0 else "behind"
        near = abs(clock.off) < MOST_OFF
        yield FactRow("off", "none_off" if near else f"{word}_{ahead}", value, wrong=not near)
        vouched = clock.vouched_ago
        word, value = ("never", "") if vouched is None else span(vouched)
        yield FactRow("vouched", word if vouched is None else f"{word}_ago", value)

    def _cloud(self, cloud: CloudSeen | None, now: datetime) -> Iterator[FactRow]:
        if cloud is None:
            return
        silent = cloud.online is False
        yield FactRow("cloud", "", cloud.name)
        if cloud.since is not None:
            key = "silent_since" if silent else "answers_since"
            yield FactRow(key, "", self._brief(cloud.since), wrong=silent)
        yield FactRow("last_answer", *self._moment(cloud.read_at))
        if cloud.read_at is not None:
            word, value = span((now - cloud.read_at).total_seconds())
            yield FactRow("age", word, value)
        if cloud.trouble is not Trouble.NONE:
            yield FactRow("trouble", f"trouble_{cloud.trouble.value}", wrong=True)
        yield FactRow("mark", "" if cloud.mark else "whole", cloud.mark[:40])

    def _far(self, far: FarSeen | None) -> Iterator[FactRow]:
        if far is None:
            return
        yield FactRow("state", _answers(far.online), wrong=far.online is False)
        if far.at is not None:
            key = "silent_since" if far.online is False else "last_answer"
            yield FactRow(key, "", self._brief(far.at))

    def _queue(self, seen: LinesSeen) -> Iterator[FactRow]:
        queue = seen.queue
        yield FactRow("waiting", "", str(queue.waiting))
        if queue.oldest is not None:
            word, value = span((seen.now - queue.oldest).total_seconds())
            yield FactRow("oldest", word, value)
        yield FactRow("parked", "", str(queue.parked), wrong=queue.parked > 0)


def _interface(one: Interface) -> FactRow:
    if not one.up:
        return FactRow("interface", "down", detail=one.name, wrong=True)
    bad = one.form in {Form.NONE, Form.SELF_MADE}
    return FactRow(
        "interface", f"address_{one.form.value}", next(iter(one.addresses), ""), one.name, bad
    )


SCREENS: tuple[type[ScreenViewModel], ...] = (LinesViewModel, OneLineViewModel)
