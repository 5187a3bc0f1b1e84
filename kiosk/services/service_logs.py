"""The last lines of the log for who looks for a fault on site."""

from collections.abc import Mapping

from kiosk.domain.flows.service.logs import LogsTold, ReadLogs
from kiosk.domain.flows.staffed import Task
from kiosk.domain.log_lines import EVERYTHING, sieved
from kiosk.ports_machine import Lines
from kiosk.services.tasks import Handler

MOST = 120
"""Lines that are shown; more nobody reads at a locker."""


class LogReading:
    """Reads the lines that the program remembers of itself."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {ReadLogs: Handler(self._read, LogsTold(EVERYTHING, ()))}

    async def _read(self, task: ReadLogs) -> LogsTold:
        lines = self._lines.lines()
        parts = tuple(sorted({line.part for line in lines}))
        return LogsTold(task.wanted, sieved(lines, task.wanted, MOST), parts)
