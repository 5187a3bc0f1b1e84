"""The kiosk with its window ends, when a technician wants it, as who shall be started again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app.window import RESTARTS, Kiosk
from kiosk.config import load
from tests.integration.asked import write


def test_a_restart_from_the_screen_ends_the_program_with_its_own_code(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    kiosk = Kiosk(load(write(tmp_path)), size=(540, 960))
    kiosk.supervised = True
    machine = kiosk.start()
    try:
        assert machine.care.system.supervised
        ends = machine.care.system.ends
        assert ends is not None
        QTimer.singleShot(0, ends)
        assert qapp.exec() == RESTARTS
    finally:
        kiosk.stop()
