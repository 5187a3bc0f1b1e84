"""Opens a store in a child process and kills it while it writes, again and again.

Prints, as JSON, every time the kept lines against the acknowledged ones.
"""

import asyncio
import json
import os
import random
import signal
import sys
from itertools import count
from pathlib import Path

from kiosk.domain.model import Change
from tests.integration.store_bench import opened, told

MOST = 10**6


async def write_for_ever(folder: Path, pipe: int) -> None:
    async with opened(folder) as store:
        kept = await store.journal(1)
        for seq in count(int(str(kept[0]["seq"])) + 1 if kept else 1):
            await store.record(Change("line.written", events=(told("line.written"),)))
            os.write(pipe, b"%d\n" % seq)


async def count_kept(folder: Path, pipe: int) -> None:
    async with opened(folder) as store:
        lines, events = len(await store.journal(MOST)), len(await store.outbox())
    os.write(pipe, b"%d %d\n" % (lines, events))


def kept(folder: Path) -> tuple[int, int]:
    """In a process of its own: whoever forks must never have had a thread, or a lock of that
    thread may stay shut in the child for ever."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        asyncio.run(count_kept(folder, writing))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        lines, events = said.readline().split()
    os.waitpid(child, 0)
    return int(lines), int(events)


def round_of(folder: Path, lines: int) -> int:
    """Kill a writer after so many lines; answers the last line it said was written."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        asyncio.run(write_for_ever(folder, writing))
    os.close(writing)
    with os.fdopen(reading) as said:
        heard = [next(said) for _ in range(lines)]
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        # What it still said before it died was acknowledged as well.
        heard += said.readlines()
    return int(heard[-1])


def main() -> None:
    folder, chance = Path(sys.argv[1]), random.Random(20260504)
    rounds = []
    for _ in range(10):
        acknowledged = round_of(folder, chance.randint(1, 20))
        rounds.append((acknowledged, *kept(folder)))
    print(json.dumps(rounds))


if __name__ == "__main__":
    main()
