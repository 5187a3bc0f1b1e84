"""No jump of the wall clock shortens a lockout, revives a code, or disturbs the order of facts.

Each history fails when one rule is left out of the clock or of the store. Random histories found
those of the jump back, of the grace over a reboot and of the lockout that ends by one; the others
were thought up for rules that four hundred random ones left standing.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.runtime.clock import SystemClock
from tests.services.clock_jumps import DAY, Move, lives_through
from tests.services.computer import YEARS

PAST, FUTURE = -YEARS.total_seconds(), YEARS.total_seconds()
HOUR = timedelta(minutes=61).total_seconds()


class Gullible(SystemClock):
    """Believes the wall clock whatever it says."""

    def now(self):
        return self._wall()


class Forgetful(SystemClock):
    """Starts with no memory of what time it was."""

    def not_before(self, moment, same_boot=False):
        """Does not care."""


BACK: list[Move] = [("jump", PAST), ("pass", 1.0), ("pass", 1.0)]
DARK: list[Move] = [("jump", PAST), ("collect", 0), ("reboot", 121.0)]
STOPPED: list[Move] = [("jump", -HOUR), ("collect", 0), ("reboot", HOUR)]
BATTERY: list[Move] = [
    *[("pass", DAY / 2), ("show", 0), ("jump", PAST), ("reboot", 59.0), ("show", 0)],
]
HISTORIES: dict[str, list[Move]] = {
    "a jump back": BACK,
    "power off for as long as a grace lasts": DARK,
    "a clock that stands still without power": STOPPED,
    "a lockout that ends by a jump ahead": [("try", 0), ("jump", DAY), ("vouch", 0), ("pass", 1.0)],
    "a lockout that ends by a reboot": [("pass", 1.0), ("try", 0), ("reboot", 1.0)],
    "a lockout nearly over before a reboot": [
        *[("try", 0), ("pass", DAY - 1), ("reboot", 1.0), ("pass", 59.0)],
    ],
    "a lockout that is over stays so": [("try", 0), ("pass", DAY + 1), ("reboot", 1.0)],
    "a grace that comes again a day later": [
        *[("jump", DAY), ("reboot", 1.0), ("jump", DAY), ("collect", 0), ("vouch", 0)],
        *[("pass", 601.0), ("pass", DAY - 601)],
    ],
    "a clock put back by just as long as a parcel is gone": [
        *[("jump", DAY), ("reboot", 1.0), ("collect", 0)],
        *[("pass", 1.0), ("pass", DAY - 1), ("vouch", 0)],
    ],
    "a program that starts in the wrong years": [("collect", 0), ("jump", FUTURE), ("restart", 0)],
    "a program that starts after the clock was put right": [
        *[("jump", PAST), ("reboot", 601.0), ("vouch", 0), ("jump", PAST), ("restart", 0)],
    ],
    "a program that starts an hour ahead": [("jump", HOUR), ("restart", 0)],
    "a code that ran out, and a clock that lost its battery": BATTERY,
    "a code that ran out a moment before the power": [
        *[("pass", 6800.0), ("pass", 601.0), ("show", 0)],
        *[("jump", PAST), ("reboot", 59.0), ("show", 0)],
    ],
    "facts told in the wrong years": [("tell", 0), ("vouch", 0), ("jump", FUTURE), ("tell", 0)],
}


@pytest.mark.parametrize("name", HISTORIES)
async def test_a_history_that_showed_what_a_rule_is_for(tmp_path: Path, name: str) -> None:
    await lives_through(tmp_path, HISTORIES[name])


@pytest.mark.parametrize(("clock", "history"), [(Gullible, BACK), (Forgetful, BATTERY)])
async def test_a_clock_with_a_rule_left_out_does_not_pass(
    tmp_path: Path, clock: type[SystemClock], history: list[Move]
) -> None:
    with pytest.raises(AssertionError):
        await lives_through(tmp_path, history, clock)
