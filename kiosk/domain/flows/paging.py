"""Lists of staff's that are longer than the screen."""

from dataclasses import dataclass, field

from kiosk.domain.flows.staffed import StaffInput, StaffState


@dataclass(frozen=True, slots=True)
class Paged(StaffState):
    """A screen that shows one page of its list at a time."""

    page: int = field(default=0, kw_only=True)
    """From 0; how many there are, only the screen knows."""


@dataclass(frozen=True, slots=True)
class PageAsked(StaffInput):
    """To this page."""

    page: int
