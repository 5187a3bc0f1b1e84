"""Who waits until a loop has gone round once more, and what wakes it before its time."""

import asyncio

from kiosk.services.waiting import Sleep, sleep_unless

Waiting = list[asyncio.Future[bool]]


class Rounds:
    """Used by one loop, and by all who want it to hurry."""

    def __init__(self) -> None:
        self._woken = asyncio.Event()
        self._waiting: Waiting = []

    def wake(self) -> None:
        """Go round again at once."""
        self._woken.set()

    async def next(self, within: float) -> bool:
        """Wait for a round that has not begun; whether it was done, and in time (seconds)."""
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(done)
        self._woken.set()
        try:
            async with asyncio.timeout(within):
                return await done
        except TimeoutError:
            return False

    def begin(self) -> Waiting:
        """A round begins; answers who waits for it."""
        self._woken.clear()
        waiting, self._waiting = self._waiting, []
        return waiting

    def end(self, waiting: Waiting, done: bool) -> None:
        """They hear what it came to."""
        for person in waiting:
            if not person.done():
                person.set_result(done)

    async def rest(self, seconds: float, sleep: Sleep) -> None:
        """Until the time is over, or somebody cannot wait."""
        await sleep_unless(self._woken, seconds, sleep)
