"""How the loops that talk to the cloud wait: longer after each failure, shorter when woken."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from kiosk.domain.errors import CloudBroken, CloudBusy, CloudSilent, KioskError

T = TypeVar("T")

log = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]
Chance = Callable[[], float]
"""A random number from 0 up to 1."""

LONGEST = 300.0
"""The back-off grows to this, give or take a half."""
LONGEST_ASKED = 3600.0
"""A cloud that asks for more patience than this is asked again all the same."""
ANSWERS_WITHIN = 60.0
"""Adapters have time-outs of their own; this one is for an adapter that has lost its way."""


class TooSlow(CloudSilent):
    """No answer for as long as somebody could wait; it may still come."""


def back_off(failures: int, chance: Chance) -> float:
    """Seconds after so many failures in a row: 1, 2, 4 ... 300, each give or take a half."""
    return min(LONGEST, 2.0 ** min(failures - 1, 16)) * (0.5 + chance())


def asked_for(error: CloudBusy, otherwise: float) -> float:
    """Seconds the cloud asked to be left alone, bounded, for a header may say anything."""
    if error.retry_after is None:
        return otherwise
    return max(1.0, min(LONGEST_ASKED, error.retry_after))


async def answer(call: Coroutine[Any, Any, T], within: float = ANSWERS_WITHIN) -> T:
    """Wait for the cloud, but not for ever. Raises CloudError, whatever goes wrong."""
    try:
        async with asyncio.timeout(within):
            return await call
    except KioskError:
        raise
    except TimeoutError as error:
        raise TooSlow(f"no answer within {within:g} s") from error
    except Exception as error:
        # A fault in an adapter costs one call, not the loop that made it.
        log.exception("the cloud's adapter stumbled")
        raise CloudBroken(type(error).__name__) from error


async def sleep_unless(woken: asyncio.Event, seconds: float, sleep: Sleep) -> None:
    """Sleep, but no longer than until woken."""
    naps = [asyncio.ensure_future(sleep(seconds)), asyncio.ensure_future(woken.wait())]
    try:
        await asyncio.wait(naps, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for nap in naps:
            nap.cancel()
        await asyncio.gather(*naps, return_exceptions=True)


async def repeat(
    who: str,
    once: Callable[[], Awaitable[None]],
    rest: Callable[[], Awaitable[None]],
    woken: asyncio.Event,
    stumbled: Callable[[], None] = lambda: None,
) -> None:
    """Do it until cancelled, and rest after each time; who wakes meanwhile is heard then.

    What it works off is safe on disk: a loop that dies would keep it there, so none does.
    """
    while True:
        woken.clear()
        try:
            await once()
        except Exception:
            log.exception("%s stumbled", who)
            stumbled()
        await rest()
