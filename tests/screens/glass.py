"""The real QML on an invisible screen, in any size and language."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QEventLoop, QPointF, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.assets import data
from kiosk.demo.bank import layout
from kiosk.demo.samples import TERMS, TERMS_LINK
from kiosk.domain.flows.inputs import Input
from kiosk.domain.policy import Policy
from kiosk.runtime.languages import Languages, names
from kiosk.viewmodels.base import file_of, shown_by
from kiosk.viewmodels.face import Face
from kiosk.viewmodels.fonts import load_fonts
from kiosk.viewmodels.screens import SCREENS
from kiosk.viewmodels.shell import ShellViewModel
from kiosk.viewmodels.window import make_engine, window_of

BUILD = Path(__file__).resolve().parents[2] / "build"
PATIENCE_MS = 5000
ALL = {cls.screen() for cls in SCREENS}


@dataclass(frozen=True)
class Panel:
    """A screen as it is built in: pixels and millimetres."""

    width: int
    height: int
    mm: tuple[float, float]

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


PORTRAIT = Panel(1080, 1920, (268, 476))
LANDSCAPE = Panel(1280, 800, (217, 136))
SMALL = Panel(1024, 600, (223, 130))


class StillPicture:
    """A camera that takes the same frame again and again."""

    def __init__(self, frame: Any, quad: tuple[tuple[float, float], ...] | None = None) -> None:
        self.frame, self.quad, self.asked = frame, quad, 0

    def newest(self) -> tuple[int, Any, Any]:
        self.asked += 1
        return self.asked, self.frame, self.quad


def grey() -> StillPicture:
    return StillPicture(np.full((48, 64, 3), 120, dtype=np.uint8))


FACE = Face(
    layout=layout(),
    policy=Policy(),
    now=lambda: datetime(2026, 11, 20, 14, 32, tzinfo=UTC),
    place="Station Square 4",
    operator="Parcel Corner",
    phone="0800 123 456",
    terms=TERMS,
    terms_link=TERMS_LINK,
    languages=names(("en", "ar")),
    calm=True,
    preview=grey(),
)


@dataclass
class Glass:
    """A running shell with its window; ``sent`` is what touches and keys became."""

    shell: ShellViewModel
    window: QQuickWindow
    sent: list[Input]

    def show(self, state: object, *, drawn: bool = True) -> None:
        """Show a state and wait until its screen is there; drawn, everything is in its place."""
        self.shell.show(state)
        wait_until(lambda: self._shows(state))
        if drawn:
            self.settle()

    def settle(self) -> None:
        """Wait until the next frame is drawn."""
        frames: list[int] = []
        count = self.window.frameSwapped.connect(lambda: frames.append(1))
        self.window.update()
        wait_until(lambda: bool(frames))
        self.window.frameSwapped.disconnect(count)

    def _shows(self, state: object) -> bool:
        current, screen = self.shell.current, shown_by(state, ALL)
        if current is None or current.screen() != screen:
            return False
        name = Path(file_of(*screen)).stem
        return any(type_of(item).startswith(name) for item in self.items())

    def items(self) -> Iterator[QQuickItem]:
        return visible(self.window.contentItem())

    def camera(self) -> QQuickItem | None:
        """The live picture, where one shows."""
        views = (i for i in self.items() if i.metaObject().className() == "CameraView")
        return next(views, None)

    def find(self, name: str) -> QQuickItem:
        return next(item for item in self.items() if item.objectName() == name)

    def touch(self, name: str) -> None:
        item = self.find(name)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.window, left, plain, centre)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def focused(self) -> str:
        item = self.window.activeFocusItem()
        return item.objectName() if item else ""


@contextmanager
def glass(panel: Panel, language: str = "en", face: Face = FACE) -> Iterator[Glass]:
    """A window of this size that speaks this language."""
    load_fonts(data() / "assets" / "fonts")
    spoken = Languages(data() / "translations", BUILD / "languages")
    sent: list[Input] = []
    order = (language, *(code for code in face.languages if code != language))
    face = replace(face, panel_mm=panel.mm, languages=names(order))
    engines: list[Any] = []

    def choose(code: str) -> None:
        spoken.speak(code)
        engines[0].retranslate()

    shell = ShellViewModel(sent.append, face, choose_language=choose)
    spoken.speak(language)
    engine = make_engine(shell, data(), size=(panel.width, panel.height))
    engines.append(engine)
    try:
        window = window_of(engine)
        assert QTest.qWaitForWindowExposed(window)
        yield Glass(shell, window, sent)
    finally:
        shiboken6.delete(engine)
        spoken.speak("en")


def wait_until(so: Callable[[], bool]) -> None:
    """Let Qt live until this is so; fails after a while."""
    loop, timer, over = QEventLoop(), QTimer(interval=2), QTimer(interval=PATIENCE_MS)
    timer.timeout.connect(lambda: loop.quit() if so() else None)
    over.timeout.connect(loop.quit)
    timer.start()
    over.start()
    loop.exec()
    timer.stop()
    over.stop()
    assert so()


def visible(item: QQuickItem) -> Iterator[QQuickItem]:
    """This item and all that can be seen in it."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from visible(child)


def type_of(item: QQuickItem) -> str:
    """The name of the QML type."""
    return str(item.metaObject().className()).split("_")[0]
