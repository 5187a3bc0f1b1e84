"""Lists of staff's that are longer than the screen."""

from dataclasses import dataclass

from kiosk.domain.flows.staffed import StaffInput


@dataclass(frozen=True, slots=True)
class PageAsked(StaffInput):
    """To this page, from 0; how many there are, only the screen knows."""

    page: int
