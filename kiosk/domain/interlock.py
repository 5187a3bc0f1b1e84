"""The kiosk's own interlock against what is asked from afar; no cloud lifts it (rule 5). Pure.

At most two remote unlocks a minute and ten an hour, one door per command, none while nobody knows
what time it is. More than that is an attack or a fault: nothing is opened from afar any more until
somebody on site says so. What names no door of this locker fires no lock and counts for nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from kiosk.domain.commands import Ask, Command
from kiosk.domain.trust import ClockState

PER_MINUTE = 2
PER_HOUR = 10
PRINTS_PER_HOUR = 10
"""Labels cost paper: who asks for more of them waits, and nobody is alarmed."""
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
YOUNG = timedelta(seconds=60)
"""Older wishes open nothing: who asked has gone, or somebody repeats what was recorded."""
SKEW = timedelta(seconds=120)
"""So far ahead of ours the asker's clock may go."""


class Objection(Enum):
    """Why a command is not even tried."""

    WRONG_LOCKER = "wrong_locker"
    FROM_THE_FUTURE = "from_the_future"
    EXPIRED = "expired"
    TOO_OLD = "too_old"
    CLOCK_UNTRUSTED = "clock_untrusted"
    ONE_DOOR_PER_COMMAND = "one_door_per_command"
    LOCKDOWN = "lockdown"
    UNKNOWN_COMPARTMENT = "unknown_compartment"
    TOO_MANY_PRINTS = "too_many_prints"


@dataclass(frozen=True, slots=True)
class Guard:
    """All that the interlock knows when commands come."""

    locker: str
    now: datetime
    clock: ClockState = ClockState.TRUSTED
    locked: bool = False
    """Whether the lockdown stands."""
    unlocks: tuple[datetime, ...] = ()
    """When locks were fired for commands before."""
    pending: int = 0
    """Unlocks that were let through and are still to come."""
    labels: Collection[str] | None = None
    """The compartments there are; None where nobody asks."""
    prints: tuple[datetime, ...] = ()
    """When labels were asked for before, and not refused here."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What becomes of commands that came together."""

    allowed: tuple[Command, ...] = ()
    refused: tuple[tuple[Command, Objection], ...] = ()
    trips: bool = False
    """The lockdown begins now."""


def judge(commands: Sequence[Command], guard: Guard) -> Judgement:
    """Let through what may be tried, oldest wish first, whatever the order they came in."""
    made = Judgement()
    for command in sorted(commands, key=lambda one: one.issued_at):
        why = objection(command, guard)
        if why is None and command.ask is Ask.OPEN:
            if _is_spent(guard):
                guard, why = replace(guard, locked=True), Objection.LOCKDOWN
                made = replace(made, trips=True)
            else:
                guard = replace(guard, pending=guard.pending + 1)
        if why is None and command.ask is Ask.PRINT:
            if _is_printed_out(guard):
                why = Objection.TOO_MANY_PRINTS
            guard = replace(guard, prints=(*guard.prints, guard.now))
        if why is None:
            made = replace(made, allowed=(*made.allowed, command))
        else:
            made = replace(made, refused=(*made.refused, (command, why)))
    return made


def objection(command: Command, guard: Guard) -> Objection | None:
    """What speaks against it by itself, whatever else was asked."""
    if command.locker not in {None, guard.locker}:
        return Objection.WRONG_LOCKER
    if command.issued_at > guard.now + SKEW:
        return Objection.FROM_THE_FUTURE
    if command.expires_at is not None and command.expires_at <= guard.now:
        return Objection.EXPIRED
    if command.ask is Ask.OPEN_SEVERAL:
        return Objection.ONE_DOOR_PER_COMMAND
    return _against_opening(command, guard) if command.ask is Ask.OPEN else None


def opens_until(command: Command) -> datetime:
    """Until when its door may still be opened."""
    end = command.issued_at + YOUNG
    return end if command.expires_at is None else min(end, command.expires_at)


def _against_opening(command: Command, guard: Guard) -> Objection | None:
    if len(command.labels) > 1:
        return Objection.ONE_DOOR_PER_COMMAND
    if _names_no_door(command, guard):
        return Objection.UNKNOWN_COMPARTMENT
    if guard.clock is ClockState.UNTRUSTED:
        return Objection.CLOCK_UNTRUSTED
    if opens_until(command) <= guard.now:
        return Objection.TOO_OLD
    return Objection.LOCKDOWN if guard.locked else None


def _names_no_door(command: Command, guard: Guard) -> bool:
    """What names a reservation may have a door the kiosk has not heard of yet."""
    known = guard.labels
    return command.reservation is None and known is not None and command.label not in known


def _is_spent(guard: Guard) -> bool:
    """Whether one more would be too many; what is noted as ahead was noted by a wrong clock."""
    ages = [guard.now - at for at in guard.unlocks]
    lately = guard.pending + sum(age < MINUTE for age in ages)
    return lately >= PER_MINUTE or guard.pending + sum(age < HOUR for age in ages) >= PER_HOUR


def _is_printed_out(guard: Guard) -> bool:
    return sum(guard.now - at < HOUR for at in guard.prints) >= PRINTS_PER_HOUR
