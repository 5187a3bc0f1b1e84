"""The kiosk's mains: its process is started, killed as hard as a power cut does, started again."""

import mmap
import subprocess
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

from kiosk.demo.far import size_of_file
from kiosk.demo.scene import Line, Process, spoken

OFF_SCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
ENDS_WITHIN = 10.0
"""Seconds the kiosk gets to end in good order."""


class Power:
    """One kiosk process with its store; ``picture`` reads what it drew last."""

    def __init__(self, config: Path, size: tuple[int, int], hear: Callable[[Line], None]) -> None:
        self.size = size
        self._config = config
        self._hear = hear
        self._life = ExitStack()
        self._process: Process | None = None
        self._file = config.parent / "glass.raw"
        with self._file.open("wb") as file:
            file.truncate(size_of_file(*size))
        with self._file.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), 0)

    def on(self) -> None:
        """Start the kiosk; returns once it lives."""
        width, height = (str(side) for side in self.size)
        words = [str(self._config), str(self._file), width, height]
        started = spoken(words, module="kiosk.demo", env=OFF_SCREEN)
        process = self._life.enter_context(started)
        process.hear = self._hear
        self._process = process

    def cut(self) -> None:
        """Kill it in the midst of whatever it does: no good-bye, nothing flushed."""
        if self._process is not None:
            self._process.command.kill()
        self._process = None
        self._life.close()

    def off(self) -> None:
        """Let it end in good order."""
        if self._process is not None:
            command = self._process.command
            assert command.stdin is not None
            command.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                command.wait(ENDS_WITHIN)
        self._process = None
        self._life.close()
        self._memory.close()

    def say(self, line: str) -> None:
        """Touch or show something; without power nobody listens."""
        process = self._process
        if process is not None and process.command.poll() is None:
            process.say(line)

    def picture(self, number: int) -> bytes:
        size = len(self._memory) // 2
        start = number % 2 * size
        return self._memory[start : start + size]
