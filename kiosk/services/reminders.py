"""Says louder and louder that a door stands open: at 20 s, 40 s, and at 120 s for the last time."""

import asyncio
from collections.abc import Callable

from kiosk.domain.policy import Policy


class Reminders:
    """One clock for the one door that belongs to the person at the screen."""

    def __init__(self, policy: Policy) -> None:
        self.due: Callable[[int], None] = lambda _stage: None
        """Hears the stage: 1, 2, 3."""
        self._times = (
            policy.remind_shut,
            policy.remind_shut_louder,
            policy.session_end_door_open,
        )
        self._clock: asyncio.Task[None] | None = None

    def start(self, stretch: float) -> None:
        """Count from now; every time is ``stretch`` times as long (access mode)."""
        self.stop()
        self._clock = asyncio.create_task(self._run(stretch))

    def stop(self) -> None:
        """The door is shut, or nobody's any more."""
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    async def _run(self, stretch: float) -> None:
        waited = 0.0
        for stage, after in enumerate(self._times, start=1):
            await asyncio.sleep(after * stretch - waited)
            waited = after * stretch
            self.due(stage)
