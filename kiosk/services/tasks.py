"""Who does what the screens of staff ask for."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.domain.flows.staffed import StaffInput, Task


@dataclass(frozen=True, slots=True)
class Handler:
    """Who does one kind of task; ``otherwise`` is the answer where that breaks down."""

    do: Callable[[Any], Awaitable[StaffInput]]
    otherwise: StaffInput

    def asked(self, task: Task) -> tuple[Awaitable[StaffInput], StaffInput]:
        return self.do(task), self.otherwise


class Does(Protocol):
    """A part of the kiosk that does some kinds of task."""

    @property
    def tasks(self) -> Mapping[type[Task], Handler]: ...


def done_by(*parts: Does) -> Mapping[type[Task], Handler]:
    """All that these parts do."""
    return {kind: handler for part in parts for kind, handler in part.tasks.items()}
