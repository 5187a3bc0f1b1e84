"""One asyncio loop in one thread; the Qt thread only posts to it."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

T = TypeVar("T")


class IoLoop:
    """Start it after the view-models exist, stop it before they go."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="io", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def spawn(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Run a coroutine on the loop; the future tells how it ended."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def post(self, call: Callable[..., object], *args: object) -> None:
        """Call something on the loop soon."""
        self._loop.call_soon_threadsafe(call, *args)

    def stop(self) -> None:
        """Cancel what still runs, wait for it, then end the thread."""
        self.spawn(_cancel_all()).result(timeout=10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()


async def _cancel_all() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
