"""Every screen on which couriers take out, move and report."""

from kiosk.viewmodels import collecting, reporting, swapping
from kiosk.viewmodels.base import ScreenViewModel

SCREENS: tuple[type[ScreenViewModel], ...] = (
    *collecting.SCREENS,
    *swapping.SCREENS,
    *reporting.SCREENS,
)
