"""Shows a sample of every state of the journey, one after the other."""

from dataclasses import replace
from datetime import datetime
from itertools import cycle
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.assets import data, languages
from kiosk.demo.bank import layout
from kiosk.demo.samples import TERMS, TERMS_LINK
from kiosk.demo.saying import say
from kiosk.demo.states import STATES
from kiosk.demo.window import application, live
from kiosk.domain.policy import Policy
from kiosk.runtime.languages import names
from kiosk.viewmodels.face import Face
from kiosk.viewmodels.fonts import load_fonts
from kiosk.viewmodels.shell import ShellViewModel, nothing
from kiosk.viewmodels.window import make_engine, window_of

EACH_MS = 2500
LONGEST_MS = 500
SIZE = (506, 900)
FACE = Face(
    layout=layout(),
    policy=Policy(),
    now=datetime.now,
    place="Station Square 4",
    operator="Parcel Corner",
    phone="0800 123 456",
    terms=TERMS,
    terms_link=TERMS_LINK,
    languages=names(languages()[:1]),
)


class Gallery:
    """The real screens, with nobody behind them."""

    def __init__(self, *, calm: bool = False) -> None:
        load_fonts(data() / "assets" / "fonts")
        self._shell = ShellViewModel(nothing, replace(FACE, calm=calm))
        self._engine: QQmlApplicationEngine = make_engine(self._shell, data(), size=SIZE)
        self.window: QQuickWindow = window_of(self._engine)

    def show(self, name: str) -> None:
        """Show the sample of this name."""
        self.window.setTitle(name)
        self._shell.show(STATES[name])

    def close(self) -> None:
        shiboken6.delete(self._engine)


def show() -> int:
    """Show them round and round until the window is closed; answers the exit code."""
    app = application()
    gallery = Gallery()
    say(f"{len(STATES)} samples; the window's title names the one that shows.")
    order = cycle(STATES)
    gallery.show(next(order))
    turn = QTimer(interval=EACH_MS)
    turn.timeout.connect(lambda: gallery.show(next(order)))
    turn.start()
    try:
        return live(app)
    finally:
        gallery.close()


def photograph(pictures: Path) -> int:
    """Save a picture of each, where there is no display; answers the exit code."""
    application()
    pictures.mkdir(parents=True, exist_ok=True)
    gallery = Gallery(calm=True)
    try:
        for name in STATES:
            gallery.show(name)
            _wait_for_frame(gallery.window)
            gallery.window.grabWindow().save(str(pictures / f"{name}.png"))
    finally:
        gallery.close()
    say(f"{len(STATES)} pictures are in {pictures}.")
    return 0


def _wait_for_frame(window: QQuickWindow) -> None:
    """The state arrives through the queue, its screen is drawn with a frame after that."""
    loop = QEventLoop()
    drawn = window.frameSwapped.connect(loop.quit)
    # A picture that is the same as before is not drawn again.
    for _ in range(2):
        window.update()
        QTimer.singleShot(LONGEST_MS, loop, loop.quit)
        loop.exec()
    window.frameSwapped.disconnect(drawn)
