"""The kiosk that is measured: the real window and threads, with hands that obey lines.

Says JSON lines: states as they come, when the frames of a code were taken, when Enter was pressed.
All times are of the monotonic clock, which every process of a machine shares.
"""

import json
import logging
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication

from bench.programs import SIZE
from bench.taps import idle_frame, tap
from kiosk.app import collecting, turns
from kiosk.app.window import Kiosk
from kiosk.config import load
from kiosk.demo.person import Person
from kiosk.viewmodels.home import EnterCodeViewModel

HEARD = {"kiosk.services.scanning": logging.DEBUG, "kiosk.services.session": logging.INFO}
FRAMES = re.compile(r"frames at ([\d.]+) and ([\d.]+)$")
STATE = re.compile(r": \w+ -> (\w+)$")


def say(**fact: object) -> None:
    # Whole lines, for two threads have something to say.
    os.write(1, json.dumps(fact).encode() + b"\n")


class Ear(logging.Handler):
    """Says what the kiosk's own log tells."""

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if frames := FRAMES.search(text):
            say(first=float(frames[1]), second=float(frames[2]))
        if state := STATE.search(text):
            say(state=state[1])


class Hands:
    """Does at the kiosk what a line says."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._kiosk = kiosk
        self._person = Person(kiosk)
        self._does: Mapping[str, Callable[[str], None]] = {
            "look": lambda film: kiosk.show_to_camera(Path(film)),
            "type": self._type,
            "home": lambda _: self._home(),
            "pad": lambda _: self._pad(),
            "tap": lambda key: say(tap=tap(kiosk.window, key), idle=idle_frame(kiosk.window)),
            "end": lambda _: QGuiApplication.quit(),
        }

    def obey(self, line: str) -> None:
        verb, _, rest = line.strip().partition(" ")
        self._does[verb](rest)
        say(did=verb)

    def _home(self) -> None:
        if self._person.screen == "EnterCode":
            self._person.presses(Qt.Key.Key_Escape)
        self._person.sees("Home")

    def _pad(self) -> None:
        self._home()
        self._person.presses(Qt.Key.Key_Return)
        self._person.sees("EnterCode")

    def _type(self, code: str) -> None:
        """Type it, wait until it stands there, and press Enter."""
        self._pad()
        for sign in code:
            self._person.presses(getattr(Qt.Key, f"Key_{sign}"))
        self._person.waits(lambda: self._typed() == code, "the whole code")
        at = time.monotonic()
        self._person.presses(Qt.Key.Key_Return)
        say(enter=at)

    def _typed(self) -> str:
        current = self._kiosk.shell.current
        return str(current.typed) if isinstance(current, EnterCodeViewModel) else ""


def main() -> int:
    app = QGuiApplication(["kiosk"])
    for name, level in HEARD.items():
        logger = logging.getLogger(name)
        logger.addHandler(Ear())
        logger.setLevel(level)
    kiosk = Kiosk(load(Path(sys.argv[1])), size=SIZE)
    kiosk.start()
    collecting.settle()
    turns.short()
    hands = Hands(kiosk)
    lines = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def hear() -> None:
        # One line at a time is all that is ever told.
        said = os.read(0, 4096).decode()
        hands.obey(said) if said else app.quit()

    lines.activated.connect(hear)
    say(ready=True)
    try:
        return app.exec()
    finally:
        kiosk.stop()


if __name__ == "__main__":
    sys.exit(main())
