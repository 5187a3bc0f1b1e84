"""Technicians: personal accounts, what a PIN must be, who two people are, how long a visit lasts.

Pure; moments are seconds of a clock that only goes on.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import NewType

AccountId = NewType("AccountId", str)

SHORTEST_ALONE = 8
"""Characters of a PIN that proves somebody by itself (ASVS 5.0, 6.2.1)."""
SHORTEST_WITH_BADGE = 6
LONGEST_PIN = 64
LONGEST_NAME = 60
FEWEST_SIGNS = 4
"""Different ones in a PIN: 11111111 is the first that anybody tries."""
LONGEST_BADGE = 128
IDLE = 120.0
ABSOLUTE = 1800.0
BOTH_WITHIN = 300.0
"""Two people have each proved who they are no longer ago than this."""
_ID = re.compile(r"[a-z0-9][a-z0-9.-]{1,31}")
_RUNS = ("01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")


class Role(Enum):
    TECHNICIAN = "technician"
    SUPERVISOR = "supervisor"
    """Also lifts the lock-outs of others."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may enter service mode; the journal knows the id only."""

    id: AccountId
    name: str = field(repr=False)
    role: Role
    alone: bool
    """Whether the PIN is long enough to do without the badge."""
    badge: bool
    enrolled_at: datetime
    last_login: datetime | None = None
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """Somebody showed just now that an account is theirs."""

    account: AccountId
    role: Role
    at: float


class Objection(Enum):
    """Why an account cannot be made so; the value is the sentence of the console."""

    LENGTH = f"a PIN has {SHORTEST_ALONE}, with a badge {SHORTEST_WITH_BADGE}, signs at least"
    EASY = "this PIN is too easy to guess"
    DIFFERS = "the two PINs differ"
    ID = "an id has 2 to 32 letters, digits, dots and dashes"
    NAME = "say whose account it is"
    BADGE = "this badge cannot be used"
    TAKEN = "this id or this badge belongs to somebody"
    NO_DOOR = "there is no such door"
    OVER = "the time to enrol has run out; ask for another code"


@dataclass(frozen=True, slots=True, eq=False)
class EnrolTicket:
    """The right to make one account, from the installer's code until its time runs out."""

    role: Role
    until: float


class SessionEnding(Enum):
    """How a service session ended."""

    LEFT = "left"
    IDLE = "idle"
    ABSOLUTE = "absolute"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class ServiceSession:
    """One technician's visit in service mode."""

    id: str
    account: AccountId
    role: Role
    began: float
    touched: float

    def touch(self, now: float) -> "ServiceSession":
        return replace(self, touched=max(now, self.touched))

    def over(self, now: float) -> SessionEnding | None:
        """Whether it has run out by now, and how."""
        if now - self.began > ABSOLUTE:
            return SessionEnding.ABSOLUTE
        return SessionEnding.IDLE if now - self.touched > IDLE else None


def login_id(text: str) -> str:
    """What was typed as an id; bounded, for it may be anything."""
    whole = text[:LONGEST_PIN].encode("utf-8", "replace").decode()  # half a surrogate pair is none
    return unicodedata.normalize("NFKC", whole).strip().casefold()


def is_id(text: str) -> bool:
    """Whether an account may be called so: a staff number or the like."""
    return _ID.fullmatch(text) is not None


def plain_pin(text: str) -> str:
    """The same PIN on every keyboard."""
    return unicodedata.normalize("NFKC", text[: LONGEST_PIN + 1])


def plain_name(text: str) -> str:
    """A name to be shown: one line, no control or bidi marks."""
    kept = (sign for sign in text if unicodedata.category(sign)[0] not in "CZ" or sign == " ")
    return unicodedata.normalize("NFC", "".join(kept))[:LONGEST_NAME].strip()


def objection(pin: str, account: str, *, badge: bool) -> Objection | None:
    """Why this (plain) PIN cannot be taken; None where it can."""
    shortest = SHORTEST_WITH_BADGE if badge else SHORTEST_ALONE
    if not shortest <= len(pin) <= LONGEST_PIN:
        return Objection.LENGTH
    folded = pin.casefold()
    if account in folded or len(set(folded)) < FEWEST_SIGNS or _is_run(folded):
        return Objection.EASY
    return None


def proves_alone(pin: str) -> bool:
    return len(pin) >= SHORTEST_ALONE


def two_people(first: Proof, second: Proof, now: float) -> bool:
    """Whether two different people have both proved who they are just now."""
    fresh = all(0 <= now - proof.at <= BOTH_WITHIN for proof in (first, second))
    return fresh and first.account != second.account


def _is_run(pin: str) -> bool:
    """Neighbours on a keyboard or in the alphabet, forwards or backwards."""
    lines: Sequence[str] = (*_RUNS, *(line[::-1] for line in _RUNS))
    return any(pin in line * 3 for line in lines)
