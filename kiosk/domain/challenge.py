"""One act of service without network: the kiosk asks, the back office answers. Pure.

Asked is a nonce of eight signs; the answer are ten digits that only who has this kiosk's key can
say, and only for this nonce, act, door and operator. No clock is shared, so none can be wrong.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.accounts import is_id, login_id
from kiosk.domain.one_time import OneTime, plain

LASTS = 600.0
NONCE = 8
DIGITS = 10
KEY = 32
"""Bytes, each kiosk its own: an answer for one is then worthless at all others."""
LONGEST_DOOR = 32
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread or misheard."""
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


class ServiceAct(Enum):
    """What one answer may be good for."""

    OPEN = "open"
    """One door, once."""
    CLEAR = "clear"
    """A compartment in quarantine, after somebody looked."""
    UNLOCK = "unlock"
    """Lifts the lock-out of the operator's own account."""


ABOUT_A_DOOR = frozenset({ServiceAct.OPEN, ServiceAct.CLEAR})


@dataclass(frozen=True, slots=True)
class Deed:
    """What is asked for: one act, at one door or at none, by one person."""

    act: ServiceAct
    door: str
    operator: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """What the kiosk shows, and what it waits for."""

    nonce: str
    deed: Deed
    code: OneTime


def deed(act: ServiceAct, door: str, operator: str) -> Deed | None:
    """The deed as both ends write it; None where one cannot be asked for so."""
    door, operator = door.strip(), login_id(operator)
    fits = bool(door) is (act in ABOUT_A_DOOR) and len(door) <= LONGEST_DOOR
    if not (fits and "|" not in door and (not door or door.isprintable()) and is_id(operator)):
        return None
    return Deed(act, door, operator)


def asked(wish: Deed, key: bytes, now: float, random_below: Callable[[int], int]) -> Challenge:
    """A new challenge with a nonce nobody has seen."""
    nonce = "".join(SIGNS[random_below(len(SIGNS))] for _ in range(NONCE))
    return Challenge(nonce, wish, OneTime(answer(key, nonce, wish), now + LASTS))


def answer(key: bytes, nonce: str, wish: Deed) -> str:
    """Ten digits: the first eight bytes of HMAC-SHA256, as a number, modulo 10^10."""
    # No part can hold the sign between them, so no two deeds are written alike.
    text = "|".join((nonce, wish.act.value, wish.door, wish.operator))
    mac = hmac.digest(key, text.encode(), "sha256")
    return str(int.from_bytes(mac[:8], "big") % 10**DIGITS).zfill(DIGITS)


def read_nonce(text: str) -> str | None:
    """A nonce as somebody read it out; None for what is none."""
    nonce = plain(text).translate(_ALIKE)
    return nonce if len(nonce) == NONCE and set(nonce) <= set(SIGNS) else None
