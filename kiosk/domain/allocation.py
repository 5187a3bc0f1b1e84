"""Which compartment fits: the smallest that is free, proven empty and in use. Pure."""

from collections.abc import Collection, Mapping

from kiosk.domain.access import is_free
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Holding

REACH_MM = range(380, 1221)
"""Where the middle of a door lies within reach from a wheelchair (EN 301 549, 8.3)."""


def free_compartments(
    layout: Layout, holdings: Mapping[str, Holding], taken: Collection[str], owner: Owner
) -> tuple[Compartment, ...]:
    """All that may be given away, smallest first, then from the floor up."""
    free = [
        c
        for c in layout.compartments()
        if c.owner is owner
        and c.label not in taken
        and (c.label not in holdings or is_free(holdings[c.label]))
    ]
    return tuple(sorted(free, key=lambda c: (layout.sizes.index(c.size), c.floor_mm)))


def smallest(free: Collection[Compartment], sizes: Collection[str]) -> Compartment | None:
    """The first of these sizes that is free; ``free`` is ordered."""
    return next((c for c in free if c.size in sizes), None)


def in_reach(compartment: Compartment) -> bool:
    """Whether a seated person reaches the middle of its door."""
    return compartment.floor_mm + compartment.inside.height // 2 in REACH_MM
