"""What is needed to obey from afar: who is asked for commands, and what is remembered of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from kiosk.domain.commands import Ask, Command, Heard
from kiosk.domain.model import Change
from kiosk.domain.obeyed import Outcome, Told
from kiosk.ports_desk import DeskStore


class Asked(Protocol):
    """A cloud or a relay that can be asked what it wants. Raises CloudError."""

    async def commands(self, since: str | None) -> Heard:
        """What was asked since the mark; without one nothing old, only the mark to begin with."""


class Standing(Enum):
    """What holds until it is taken back, over every restart."""

    LOCKDOWN = "remote_lockdown"
    OUT_OF_SERVICE = "out_of_service"


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a compartment is used otherwise than the layout says."""

    size: str | None = None
    thermal: str | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of one command."""

    id: str
    outcome: Outcome
    reason: str = ""


class CommandStore(DeskStore, Protocol):
    """The store as commands need it; every method commits before it returns."""

    async def command_mark(self, source: str) -> str | None:
        """How far this source was heard."""

    async def begin_commands(
        self, source: str, commands: Sequence[Command], mark: str | None
    ) -> Sequence[Command]:
        """Note the ids and the mark, at once; answers those never heard of before.

        Ids are kept 7 days. With too many of them nothing new is begun.
        """

    async def settle_commands(self, settled: Sequence[Settled], *changes: Change) -> None:
        """How they ended, with what is recorded of it, in one transaction."""

    async def told_commands(
        self, limit: int, outcomes: Collection[Outcome] = tuple(Outcome)
    ) -> Sequence[Told]:
        """The newest that ended so, oldest first."""

    async def last_done(self, asks: Collection[Ask], label: str | None) -> datetime | None:
        """When the latest of these wishes that was carried out had been issued."""

    async def remote_unlocks(self, since: datetime) -> tuple[datetime, ...]:
        """When locks were fired for commands, since then."""

    async def remote_prints(
        self, since: datetime, uncounted: Collection[str]
    ) -> tuple[datetime, ...]:
        """When labels were asked for, since then; not those refused for one of these reasons."""

    async def standing(self) -> Mapping[Standing, datetime]:
        """What holds, and since when."""

    async def stand(self, what: Standing, change: Change) -> None:
        """It holds from now on."""

    async def lift(self, what: Standing, change: Change) -> None:
        """It holds no longer."""

    async def fittings(self) -> Mapping[str, Fitting]:
        """By label, the compartments that are used otherwise."""

    async def refit(self, label: str, fitting: Fitting, change: Change) -> None: ...
