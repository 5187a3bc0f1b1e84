"""Codes shown once are nowhere on the glass once their screen was left."""

from PySide6.QtGui import QGuiApplication

from kiosk.demo.states import STATES
from tests.screens.glass import LANDSCAPE, glass


def test_the_screen_of_new_codes_forgets_them_when_it_is_left(qapp: QGuiApplication):
    with glass(LANDSCAPE) as shown:
        shown.show(STATES["booking-codes"])
        screen = shown.shell.current
        assert screen.code == "473 920 185"
        assert screen.qr
        shown.show(STATES["bookings"])
        assert (screen.code, screen.qr, screen._state) == ("", "", None)
