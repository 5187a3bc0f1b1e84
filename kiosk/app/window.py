"""The kiosk with its window: starts the threads, and stops them in reverse."""

import asyncio
import logging
import signal
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.adapters.scanners.camera import CameraScanner
from kiosk.adapters.scanners.preview import Preview
from kiosk.app import collecting, turns
from kiosk.app.crew_machine import as_set_here
from kiosk.app.machine import Machine, running
from kiosk.assets import data
from kiosk.config import Config
from kiosk.domain.flows.inputs import Input
from kiosk.ports_gates import NO_TERMINALS
from kiosk.runtime.io_loop import IoLoop
from kiosk.runtime.languages import Languages, names
from kiosk.runtime.notify import Notifier, manager
from kiosk.runtime.watchdog import Watchdog
from kiosk.viewmodels.camera import Quad
from kiosk.viewmodels.face import Face
from kiosk.viewmodels.fonts import load_fonts
from kiosk.viewmodels.glass import WindowGlass
from kiosk.viewmodels.shell import ShellViewModel
from kiosk.viewmodels.window import make_engine, window_of

log = logging.getLogger(__name__)

RESTARTS = 75
"""Exit code of who shall be started anew (EX_TEMPFAIL), whatever else is restarted."""
ENDS_WITHIN = 10.0
"""Seconds everything on the I/O thread gets to end in good order."""


class Kiosk:
    """The kiosk with its window: Qt on this thread, everything else on the I/O thread."""

    def __init__(self, config: Config, *, size: tuple[int, int] | None = None) -> None:
        load_fonts(data() / "assets" / "fonts")
        config = as_set_here(config)
        self._io = IoLoop()
        self._languages = Languages(data() / "translations", config.store.path.parent / "languages")
        self._feed = Feed()
        self.shell = ShellViewModel(
            self._send,
            face_of(config, self._feed),
            choose_language=self._speak,
            set_access=self._set_access,
        )
        self._languages.speak(config.ui.languages[0])
        self._engine = make_engine(self.shell, data(), size=size)
        self.window = window_of(self._engine)
        self._glass = WindowGlass(self.shell, self.window)
        self._config = config
        self._ending = asyncio.Event()
        self._over: Future[None] | None = None
        self.machine: Machine | None = None
        self.first_screen: Callable[[], None] = lambda: None
        self.supervised = False
        """Whether somebody starts the program again; to be set before the start."""
        self.terminals = NO_TERMINALS
        """What meets demands here; to be set before the start."""

    def start(self) -> Machine:
        """Start the I/O thread and all that lives there. Raises KioskError."""
        ready: Future[Machine] = Future()
        self._io.start()
        self._over = self._io.spawn(self._live(ready))
        self._over.add_done_callback(partial(_pass_on, ready))
        self.machine = ready.result()
        self._feed.preview = self.machine.scanner.preview
        self.machine.care.system.supervised = self.supervised
        self.machine.care.system.ends = partial(QCoreApplication.exit, RESTARTS)
        return self.machine

    def tell_first_screen(self) -> None:
        """Say once that a person can begin."""
        if self.machine is not None and self.shell.current is not None:
            self.window.frameSwapped.disconnect(self.tell_first_screen)
            log.info("the first screen is shown")
            self.first_screen()

    def watchdog(self, notifier: Notifier, within: float) -> Watchdog:
        """What tells the service manager that everything here lives. Start first."""
        assert self.machine is not None
        ask_database = partial(self.machine.desk.journal, limit=1)
        return Watchdog(notifier, self._io, ask_database, within=within)

    def show_to_camera(self, film: Path) -> None:
        """Let the camera look at this film instead (demo and tests)."""
        if self.machine is not None and isinstance(self.machine.scanner, CameraScanner):
            self._io.post(self.machine.scanner.turn_to, str(film))

    def stop(self) -> None:
        """End everything in the reverse order of its start."""
        self._feed.preview = None
        if self._over is not None and not self._over.done():
            self._io.post(self._ending.set)
            self._over.result(ENDS_WITHIN)
        self._io.stop()
        shiboken6.delete(self._engine)

    async def _live(self, ready: "Future[Machine]") -> None:
        async with running(self._config, self._glass, self.terminals) as machine:
            ready.set_result(machine)
            await self._ending.wait()

    def _send(self, event: Input) -> None:
        if self.machine is not None:
            self._io.post(self.machine.session.post, event)

    def _speak(self, language: str) -> None:
        self._languages.speak(language)
        self._engine.retranslate()
        if self.machine is not None:
            self._io.post(self.machine.session.touched)

    def _set_access(self, access: bool) -> None:
        if self.machine is not None:
            self._io.post(self.machine.session.set_access, access)


class Feed:
    """The camera's newest picture for the screens, once there is a camera."""

    def __init__(self) -> None:
        self.preview: Preview | None = None
        self._sequence = 0

    def newest(self) -> tuple[int, Any, Quad | None]:
        picture = self.preview.newest(self._sequence) if self.preview else None
        if picture is None:
            return self._sequence, None, None
        self._sequence = picture.sequence
        return picture.sequence, picture.pixels, picture.outline


def face_of(config: Config, feed: Feed) -> Face:
    """What the screens need of the configuration."""
    ui, zone = config.ui, config.locker.zone
    return Face(
        layout=config.layout,
        policy=config.policy,
        now=lambda: datetime.now(zone),
        place=config.locker.name,
        operator=ui.operator.name,
        logo=ui.operator.logo,
        phone=ui.operator.help_phone,
        terms=ui.operator.terms,
        terms_link=ui.operator.terms_link,
        panel_mm=ui.panel_mm,
        languages=names(ui.languages),
        theme=ui.theme,
        preview=feed if config.scanner.camera else None,
        hand_scanner=bool(config.scanner.serial),
        badge_reader=bool(config.couriers.badge_reader),
    )


def run(config: Config, *, size: tuple[int, int] | None = None) -> int:
    """Run the kiosk until its window is closed or it is told to end; answers the exit code."""
    app = QGuiApplication.instance() or QGuiApplication(["kiosk"])
    notifier, within = manager()
    kiosk = Kiosk(config, size=size)
    kiosk.first_screen = partial(_shown, notifier)
    kiosk.supervised = notifier.there
    kiosk.start()
    watchdog = kiosk.watchdog(notifier, within) if within else None
    # Python sees a signal only when it runs: a resting Qt loop would keep it waiting.
    signal.signal(signal.SIGTERM, lambda *_: app.quit())
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    wake = QTimer(interval=200)
    wake.timeout.connect(lambda: None)
    wake.start()
    # The frames may come from a thread of the renderer.
    queued = Qt.ConnectionType.QueuedConnection
    kiosk.window.frameSwapped.connect(kiosk.tell_first_screen, queued)
    if watchdog is not None:
        watchdog.start()
    try:
        return app.exec()
    finally:
        notifier.stopping()
        if watchdog is not None:
            watchdog.stop()
        kiosk.stop()


def _shown(notifier: Notifier) -> None:
    notifier.ready()
    # Not before the person's first frame, but before the first person.
    turns.short()
    QTimer.singleShot(0, collecting.settle)


def _pass_on(ready: "Future[Machine]", over: "Future[None]") -> None:
    """A start that failed is told to who waits for it; a later death ends the program."""
    if over.cancelled():
        return
    error = over.exception()
    if error is not None and not ready.done():
        ready.set_exception(error)
    elif error is not None:
        log.critical("the kiosk's loop has died", exc_info=error)
        QCoreApplication.exit(1)
