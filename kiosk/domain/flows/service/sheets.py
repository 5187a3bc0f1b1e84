"""What the pages of service mode that look after the machine share."""

from dataclasses import dataclass

from kiosk.domain.flows.duty import StaffInput


@dataclass(frozen=True, slots=True)
class SheetTurned(StaffInput):
    """On to the next page of a list that is longer than the screen; after the last the first."""
