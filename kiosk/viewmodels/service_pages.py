"""All view-models of lines, reservations made here, evidence, lockdown, printers and people."""

from kiosk.viewmodels import (
    service_bookings,
    service_codes,
    service_evidence,
    service_lines,
    service_lockdown,
    service_parked,
    service_people,
    service_printers,
)
from kiosk.viewmodels.base import ScreenViewModel

SCREENS: tuple[type[ScreenViewModel], ...] = (
    *service_lines.SCREENS,
    *service_parked.SCREENS,
    *service_bookings.SCREENS,
    *service_codes.SCREENS,
    *service_evidence.SCREENS,
    *service_lockdown.SCREENS,
    *service_printers.SCREENS,
    *service_people.SCREENS,
)
