"""The glass as a fixture: portrait and English unless a test says otherwise."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from tests.screens.glass import PORTRAIT, Glass, glass


@pytest.fixture(name="glass")
def portrait_glass(qapp: QGuiApplication) -> Iterator[Glass]:
    with glass(PORTRAIT) as shown:
        yield shown
