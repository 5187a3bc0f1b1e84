"""The demo's window: the kiosk's glass, the locker wall beside it, and what can be done to both."""

import os
import signal
import tempfile
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.assets import data
from kiosk.demo.corner import CornerViewModel
from kiosk.demo.parcels import Parcel
from kiosk.demo.profile import configured, demo_scene
from kiosk.demo.saying import say, say_shorter
from kiosk.demo.scene import Scene
from kiosk.demo.start import HEIGHT, WIDTH
from kiosk.demo.stock import Stocked
from kiosk.viewmodels.fonts import load_fonts

GLASS = (540, 960)
POLICY = """\
remind_shut = 15
remind_shut_louder = 30
session_end_door_open = 60
sync_every = 2
"""
"""Shorter than a real locker's, but slow enough to read."""
BESIDE = """\
Without a code: More, then send or store. The card terminal only acts as if. After three in an hour
no more is begun, and with nothing free the nearest other lockers are shown."""


class DemoWindow:
    """Everything of the demo that lives in this process."""

    def __init__(self, where: Scene, stock: tuple[Stocked, ...]) -> None:
        load_fonts(data() / "assets" / "fonts")
        self.corner = CornerViewModel(where, configured(where.config), stock, GLASS)
        self._engine = QQmlApplicationEngine()
        self.corner.setParent(self._engine)
        self._engine.addImportPath(str(data()))
        self._engine.setInitialProperties({"corner": self.corner, **_size()})
        self._engine.loadFromModule("ui.demo", "DemoWindow")
        root = self._engine.rootObjects()[0]
        assert isinstance(root, QQuickWindow)
        self.window = root

    def close(self) -> None:
        self.corner.close()
        shiboken6.delete(self._engine)


def show() -> int:
    """Show the demo until its window is closed; answers the exit code."""
    app = application()
    say("[bold]A parcel locker without hardware.[/bold]")
    say_shorter(POLICY)
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder,
        demo_scene(Path(folder), POLICY) as (where, stock),
    ):
        say("Codes to try, on the keypad or held up to the camera:")
        demo = DemoWindow(where, stock)
        demo.corner.announced.connect(_announce)
        demo.corner.broke.connect(lambda why: (say(f"The demo cannot go on: {why}"), app.exit(1)))
        demo.corner.open()
        say(BESIDE)
        try:
            return live(app)
        finally:
            demo.close()


def application() -> QCoreApplication:
    """The one application of this process."""
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    return QGuiApplication.instance() or QGuiApplication(["kiosk"])


def live(app: QCoreApplication) -> int:
    """Live until the window is closed or a signal ends it; answers the exit code."""
    # Python sees a signal only when it runs: a resting Qt loop would keep it waiting.
    signal.signal(signal.SIGTERM, lambda *_: app.quit())
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    wake = QTimer(interval=200)
    wake.timeout.connect(lambda: None)
    wake.start()
    return app.exec()


def _announce(parcel: Parcel) -> None:
    say(f"  {parcel}")


def _size() -> dict[str, int]:
    """As large as it likes to be, as far as the screen has the room."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    return {"width": min(WIDTH, room.width()), "height": min(HEIGHT, room.height())}
