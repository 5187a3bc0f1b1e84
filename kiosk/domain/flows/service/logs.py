"""What the program said lately, for who looks for a fault on site."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.paging import Paged
from kiosk.domain.flows.service import bench
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.log_lines import EVERYTHING, LogLine, Wanted, next_level, next_part


@dataclass(frozen=True, slots=True)
class ReadLogs(Task):
    """Answered by ``LogsTold``."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class LogsTold(Told):
    wanted: Wanted
    lines: tuple[LogLine, ...]
    parts: tuple[str, ...] = ()
    """That have said anything."""


@dataclass(frozen=True, slots=True)
class LevelTurned(StaffInput):
    """Everything, warnings and errors, errors."""


@dataclass(frozen=True, slots=True)
class PartTurned(StaffInput):
    """Every part, or one of them."""


@dataclass(frozen=True, slots=True)
class LogsPage(Paged):
    """The newest first; read anew while the first page shows, so that none moves under a finger."""

    who: Staffer
    wanted: Wanted = EVERYTHING
    lines: tuple[LogLine, ...] | None = None
    """None until they were read."""
    parts: tuple[str, ...] = ()

    @property
    def rereads(self) -> Task | None:
        return ReadLogs(self.wanted) if self.page == 0 else None


def begin(who: Staffer) -> duty.Next:
    return _reading(LogsPage(who))


def step(state: LogsPage, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match event:
        case LogsTold(wanted, lines, parts) if wanted == state.wanted:
            return replace(state, lines=lines, parts=parts), ()
        case LevelTurned():
            level = next_level(state.wanted.level)
            return _reading(replace(state, wanted=replace(state.wanted, level=level), page=0))
        case PartTurned():
            part = next_part(state.wanted.part, state.parts)
            return _reading(replace(state, wanted=replace(state.wanted, part=part), page=0))
        case WentBack():
            return bench.begin(state.who)
        case _:
            return state, ()


def _reading(state: LogsPage) -> duty.Next:
    return state, (ReadLogs(state.wanted),)


STEPS: Mapping[type[StaffState], Step] = {LogsPage: step}
