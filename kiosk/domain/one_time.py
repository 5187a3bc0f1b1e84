"""A code that is right once: for a while, for a few tries, in memory only. Pure."""

import hmac
from dataclasses import dataclass, field, replace
from enum import Enum

TRIES = 3


class Verdict(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    NONE_OPEN = "none_open"
    """Never asked for, run out, used, or tried too often."""


@dataclass(frozen=True, slots=True)
class OneTime:
    """What must be said, until when (seconds of a clock that only goes on), and how often."""

    expected: str = field(repr=False)
    until: float
    tries: int = TRIES

    def open(self, now: float) -> bool:
        return self.tries > 0 and now <= self.until


def judged(code: OneTime | None, said: str, now: float) -> tuple[Verdict, OneTime | None]:
    """Whether it is right, and what is left of it afterwards: of a right one nothing."""
    if code is None or not code.open(now):
        return Verdict.NONE_OPEN, None
    shown, known = (text.encode("utf-8", "surrogatepass") for text in (said, code.expected))
    if hmac.compare_digest(shown, known):
        return Verdict.RIGHT, None
    left = replace(code, tries=code.tries - 1)
    return Verdict.WRONG, left if left.open(now) else None


def plain(text: str) -> str:
    """As typed on any keypad, without the gaps people read aloud."""
    return "".join(sign for sign in text[:64] if sign != "-" and not sign.isspace()).upper()
