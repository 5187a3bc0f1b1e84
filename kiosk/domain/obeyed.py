"""What became of a command from afar: the words for it, and what is recorded. Pure."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from kiosk.domain.acts import By
from kiosk.domain.commands import Ask, Command
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, NewEvent, ReservationId
from kiosk.domain.settling.doors import unattended

REMOTE = "remote"
"""Who acts, in intents and in the journal."""
LONGEST_ID = 128
LONGEST_WORDS = 120
Fact = str | int | bool | None


class Outcome(Enum):
    """How far a command got."""

    BEGUN = "begun"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """The power went while it was carried out; it is not repeated."""


class Why(Enum):
    """Why a command that may be tried was not carried out; beside the failures of a door."""

    BUSY = "busy"
    """Somebody is at the screen, or another door is open."""
    UNKNOWN_COMPARTMENT = "unknown_compartment"
    UNKNOWN_RESERVATION = "unknown_reservation"
    NOT_YOURS = "not_yours"
    """The cloud asks about what is the kiosk's own."""
    ENDED = "ended"
    """The reservation is finished or cancelled."""
    BLOCKED = "blocked"
    NO_COMPARTMENT = "no_compartment"
    """The reservation has none yet."""
    NO_MOTOR = "no_motor"
    """A door is shut by hand."""
    NO_PRINTER = "no_printer"
    UNKNOWN_SIZE = "unknown_size"
    UNKNOWN_THERMAL = "unknown_thermal"
    NEEDS_LOOK = "needs_look"
    """Somebody on site has to look first."""
    DOOR_OPEN = "door_open"
    PARCEL_INSIDE = "parcel_inside"
    NO_LATER_END = "no_later_end"
    CLOUD_SILENT = "cloud_silent"
    CLOUD_DISAGREES = "cloud_disagrees"
    """The cloud itself does not say what was asked for."""
    NOT_POSSIBLE = "not_possible"
    OVERTAKEN = "overtaken"
    """A later wish about the same thing was carried out before."""
    POWER = "power"


OPPOSITES: Collection[frozenset[Ask]] = (
    frozenset({Ask.ENABLE, Ask.DISABLE}),
    frozenset({Ask.ACTIVATE, Ask.DEACTIVATE}),
    frozenset({Ask.RESIZE}),
    frozenset({Ask.THERMAL}),
)
"""Wishes of which a later one makes an earlier one void, however late that is heard."""


@dataclass(frozen=True, slots=True)
class Told:
    """One command as it is remembered."""

    id: str
    ask: Ask
    issued_at: datetime
    label: str | None
    reservation: ReservationId | None
    by: str
    outcome: Outcome
    reason: str


def rivals(ask: Ask) -> frozenset[Ask]:
    """The wishes that would undo this one or be undone by it."""
    return next((asks for asks in OPPOSITES if ask in asks), frozenset())


def is_id(text: str) -> bool:
    """Whether a command can be remembered by it; without that it cannot act only once."""
    return 0 < len(text) <= LONGEST_ID and text.isascii() and text.isprintable() and " " not in text


def plain(command: Command) -> Command:
    """Words of strangers as plain text of bounded length."""
    return replace(
        command,
        by=_plain(command.by),
        reason=_plain(command.reason),
        label=None if command.label is None else _plain(command.label),
        reservation=_named(command.reservation),
    )


def _named(reservation: ReservationId | None) -> ReservationId | None:
    return None if reservation is None else ReservationId(_plain(reservation))


def _plain(text: str) -> str:
    kept = (sign for sign in text if unicodedata.category(sign)[0] not in "CZ" or sign == " ")
    return "".join(kept)[:LONGEST_WORDS].strip()


def told(command: Command | Told, outcome: Outcome, reason: str, owner: Owner) -> Change:
    """The one line and the one event of a command."""
    facts: dict[str, Fact] = {
        "command": command.id,
        "ask": command.ask.value,
        "label": command.label,
        "reservation": command.reservation,
        "reason": reason,
        "by": command.by,
    }
    match outcome:
        case Outcome.DONE:
            event = NewEvent("command.done", owner=owner, data=facts)
        case Outcome.UNKNOWN:
            event = NewEvent("command.unknown", owner=owner, data=facts)
        case Outcome.REFUSED | Outcome.BEGUN:
            event = NewEvent("command.refused", owner=owner, data=facts)
    return Change(event.name, events=(event,), facts=facts)


def not_told(count: int, owner: Owner) -> Change:
    """Of a flood only the first refusals are told one by one."""
    told = NewEvent("command.refused_sum", owner=owner, data={"count": count, "severity": "HIGH"})
    return Change("command.refused_sum", events=(told,), facts=told.data)


def locked_down(owner: Owner) -> Change:
    """Too much was to be opened from afar."""
    told = NewEvent("locker.remote_lockdown", owner=owner, data={"severity": "CRITICAL"})
    return Change("locker.remote_lockdown", events=(told,))


def lockdown_lifted(owner: Owner, uid: int, reason: str) -> Change:
    """Somebody on site says that all is well."""
    facts: dict[str, Fact] = {"uid": uid, "reason": _plain(reason)}
    told = NewEvent("locker.remote_lockdown_lifted", owner=owner, data={"severity": "LOW"})
    return Change("locker.remote_lockdown_lifted", events=(told,), facts=facts)


def lockdown_lifted_by(owner: Owner, first: str, second: str, reason: str) -> Change:
    """Two technicians on site, by the ids of their accounts, say so."""
    facts: dict[str, Fact] = {
        "actor": By.TECHNICIAN.value,
        "first": first,
        "second": second,
        "reason": _plain(reason),
    }
    told = NewEvent("locker.remote_lockdown_lifted", owner=owner, data={"severity": "LOW"})
    return Change("locker.remote_lockdown_lifted", events=(told,), facts=facts)


def put_out_of_service(command: Command, owner: Owner) -> Change:
    """No parcel comes in any more; those inside go out."""
    told = NewEvent("locker.out_of_service", owner=owner, data={"severity": "LOW"})
    return Change("locker.out_of_service", events=(told,), facts=_facts(command))


def put_in_service(command: Command, owner: Owner) -> Change:
    """Parcels come in again."""
    told = NewEvent("locker.in_service", owner=owner, data={"severity": "LOW"})
    return Change("locker.in_service", events=(told,), facts=_facts(command))


def intake_by(owner: Owner, account: str, *, closed: bool) -> Change:
    """The same by a technician on site, by the id of their account."""
    low = {"severity": "LOW"}
    shut = NewEvent("locker.out_of_service", owner=owner, data=low)
    told = shut if closed else NewEvent("locker.in_service", owner=owner, data=low)
    facts = {"actor": By.TECHNICIAN.value, "account": account}
    return Change(told.name, events=(told,), facts=facts)


def opened(command: Command, label: str, reservation: ReservationId | None) -> Change:
    """The sensor shows it open; nobody at the screen saw who stands there."""
    return Change(
        "door.opened",
        reservation=reservation,
        compartment=label,
        contents=Contents.MAYBE,
        facts=_facts(command),
    )


def stuck(command: Command, label: str, failure: Failure) -> Change:
    """Fired, and never seen open; in mode front nobody may know whether it was fired."""
    facts = {**_facts(command), "failure": failure.value}
    contents = Contents.MAYBE if failure is Failure.UNHEARD else None
    return Change("door.jammed", compartment=label, contents=contents, facts=facts)


def shut(command: Command, label: str, occupied: bool | None) -> Change:
    """What was put in or taken out nobody knows; only a sensor proves it empty."""
    contents = Contents.EMPTY if occupied is False else Contents.MAYBE
    return Change("door.closed", compartment=label, contents=contents, facts=_facts(command))


def left_open(command: Command, label: str, owner: Owner) -> Change:
    """Nobody has shut it: others are served again, and asked to shut it."""
    return unattended(label, owner, _facts(command))


def taken_over(command: Command, label: str) -> Change:
    """Somebody who is here has the same lock fired: what the door does from now on is theirs."""
    return Change("door.taken_over", compartment=label, facts=_facts(command))


def _facts(command: Command) -> Mapping[str, Fact]:
    return {"actor": REMOTE, "command": command.id, "by": command.by}
