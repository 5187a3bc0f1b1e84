"""What is the same in every emulated printer: paper under a head, and what can be wrong with it."""

import asyncio
from collections.abc import Mapping

from kiosk.sandbox.lines import Say

BLOCKS = frozenset({"paper", "head", "ribbon", "jam", "hot"})
"""What stops the motor at once; "paused" only keeps the next label back."""
HANDS: Mapping[tuple[str, ...], tuple[str, bool]] = {
    ("paper", "out"): ("paper", True),
    ("head", "open"): ("head", True),
    ("head", "shut"): ("head", False),
    ("ribbon", "out"): ("ribbon", True),
    ("ribbon", "in"): ("ribbon", False),
    ("jam",): ("jam", True),
    ("free",): ("jam", False),
    ("pause",): ("paused", True),
    ("resume",): ("paused", False),
    ("hot",): ("hot", True),
    ("cool",): ("hot", False),
    ("silent",): ("silent", True),
    ("answering",): ("silent", False),
}
LOW_MM = 300.0
"""Paper that is left when the near-end sensor falls."""
_ENOUGH = 0.01


class Mechanism:
    """Moves paper at its own pace; lives on the loop it was made on."""

    def __init__(self, speed: float, dpi: int, say: Say) -> None:
        self.wrong: set[str] = set()
        self.moving = False
        self.left: float | None = None
        """Millimetres of paper; None is more than anybody prints."""
        self.dpi = dpi
        self.draws_for = 0.0
        """Seconds between the last command and the first movement of a label."""
        self.say = say
        self._speed = speed
        self._news = asyncio.Event()

    @property
    def blocked(self) -> bool:
        return bool(self.wrong & BLOCKS)

    @property
    def low(self) -> bool:
        return self.left is not None and self.left < LOW_MM

    def do(self, words: tuple[str, ...]) -> None:
        """Obey a hand; raises ValueError."""
        match words:
            case ("paper", "in"):
                self._new_roll(None)
            case ("roll", length):
                self._new_roll(_millimetres(length))
            case _ if words in HANDS:
                self._set(*HANDS[words])
            case _:
                raise ValueError(f"not understood: {' '.join(words)}")
        self.stir()

    def stir(self) -> None:
        """Something changed: who waits looks again."""
        self._news.set()

    async def news(self) -> None:
        self._news.clear()
        await self._news.wait()

    async def pull(self, length: float) -> float:
        """Move on by so many millimetres, or until something stops it; how far it came."""
        loop = asyncio.get_running_loop()
        able = length if self.left is None else min(length, self.left)
        began = loop.time()
        self.moving = True
        came = 0.0
        while came < able and not self.blocked:
            try:
                async with asyncio.timeout((able - came) / self._speed):
                    await self.news()
            except TimeoutError:
                came = able
            else:
                came = min(able, (loop.time() - began) * self._speed)
        self.moving = False
        if self.left is not None:
            self.left -= came
        if came < length - _ENOUGH and not self.blocked:
            self._set("paper", True)
        return came

    def _new_roll(self, length: float | None) -> None:
        self.left = length
        self._set("paper", False)

    def _set(self, what: str, on: bool) -> None:
        if on is (what in self.wrong):
            return
        (self.wrong.add if on else self.wrong.discard)(what)
        self.say({"hitch" if on else "mended": what})


def _millimetres(text: str) -> float:
    length = float(text)
    if not 0 <= length <= 1_000_000:
        raise ValueError(f"no number of millimetres from 0 to 1000000: {text}")
    return length
