"""Wrong PINs: five and there is a wait, ten and somebody else must lift it. Pure."""

import math

WAITS_AFTER = 5
WAIT = 900.0
"""Seconds, by a clock that only goes on; a restart of the computer begins them anew."""
SHUT_AFTER = 10
"""NIST SP 800-63B: a secret as short as this is guessed at ten times at most."""


def locked_for(wrong: int, age: float) -> float:
    """Seconds in which no PIN is heard after so many wrong ones, the last ``age`` seconds ago.

    0: one is heard. Infinite: until a supervisor or the console lifts it.
    """
    if wrong >= SHUT_AFTER:
        return math.inf
    return max(0.0, WAIT - max(0.0, age)) if wrong == WAITS_AFTER else 0.0


def locks(wrong: int) -> bool:
    """Whether this very one begins a lock-out."""
    return wrong in {WAITS_AFTER, SHUT_AFTER}
