"""A tap on a key of the keypad to the frame that shows it pressed."""

import asyncio
from pathlib import Path

from bench.figures import Figure, milliseconds
from bench.stand import Stand, stand

GOAL_MS = 50.0
TAPS, TAPS_QUICK = 200, 5


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """One kiosk without a camera; all rounds on its keypad."""

    async def whole() -> list[list[Figure]]:
        async with stand(folder, "") as here:
            await here.do("pad")
            return [[await _one(here, TAPS_QUICK if quick else TAPS)] for _ in range(rounds)]

    return asyncio.run(whole())


async def _one(here: Stand, taps: int) -> Figure:
    shown: list[float] = []
    idle: list[float] = []
    for number in range(taps):
        said = await here.do(f"tap keypad.{number % 9 + 1}")
        shown += [fact["tap"] for fact in said if "tap" in fact]
        idle += [fact["idle"] for fact in said if "idle" in fact]
    return Figure(
        "tap -> the frame that shows it, p95",
        milliseconds(shown, 0.95),
        "ms",
        "a frame in which nothing changed, p95",
        milliseconds(idle, 0.95),
        GOAL_MS,
    )
