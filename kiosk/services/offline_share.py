"""How much of the bank may be filled while the cloud does not answer (rule 10)."""

from collections.abc import Mapping

from kiosk.domain.access import is_free
from kiosk.domain.layout import Layout
from kiosk.domain.model import Holding
from kiosk.domain.policy import Policy


class OfflineShare:
    """Counts the drop-offs since the cloud last answered, whoever brought them."""

    def __init__(self, layout: Layout, policy: Policy) -> None:
        self._layout = layout
        self._policy = policy
        self.used = 0

    def has_room(self, holdings: Mapping[str, Holding]) -> bool:
        """Whether one more is within the share of what was proven empty."""
        free = sum(
            c.label not in holdings or is_free(holdings[c.label])
            for c in self._layout.compartments()
        )
        return (self.used + 1) * 100 <= self._policy.offline_share_percent * (free + self.used)
