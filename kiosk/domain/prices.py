"""What a walk-up costs. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.flows.visit import Aim
from kiosk.domain.particulars import Due

PAID = frozenset({Aim.SEND, Aim.STORE})
"""A return is the sender's to pay."""


@dataclass(frozen=True, slots=True)
class Prices:
    """In the smallest unit of the currency; a size without a price costs nothing."""

    currency: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)
    extension: int | None = None
    """Of each later end that a holder asks for at the kiosk."""

    def of(self, size: str, aim: Aim) -> Due | None:
        """What a compartment of this size costs who begins with this aim."""
        amount = self.sizes.get(size) if aim in PAID else None
        return Due(amount, self.currency) if amount else None

    def later(self) -> Due | None:
        """What a later end costs."""
        return Due(self.extension, self.currency) if self.extension else None


FREE = Prices()
