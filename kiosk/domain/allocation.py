"""Which compartment fits: the smallest that is free, proven empty and in use. Pure."""

from collections.abc import Collection, Mapping

from kiosk.domain.access import is_free
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Holding
from kiosk.domain.particulars import NO_NEEDS, Needs

REACH_MM = range(380, 1221)
"""Where the middle of a door lies within reach from a wheelchair (EN 301 549, 8.3)."""


def free_compartments(
    layout: Layout,
    holdings: Mapping[str, Holding],
    taken: Collection[str],
    owner: Owner,
    needs: Needs = NO_NEEDS,
) -> tuple[Compartment, ...]:
    """All that may be given away for these needs, best first.

    ``taken`` are the labels that somebody has, that are offered or held, or that cool off.
    """
    free = [
        c
        for c in layout.compartments()
        if c.owner is owner
        and c.label not in taken
        and (c.label not in holdings or is_free(holdings[c.label]))
        and satisfies(c, needs)
    ]
    return tuple(sorted(free, key=lambda c: _order(layout, c, needs)))


def smallest(free: Collection[Compartment], sizes: Collection[str]) -> Compartment | None:
    """The first of these sizes that is free; ``free`` is ordered."""
    return next((c for c in free if c.size in sizes), None)


def satisfies(compartment: Compartment, needs: Needs) -> bool:
    """Whether it offers all that the parcel and the person need."""
    inside, weight = needs.inside, needs.weight_g
    limit = compartment.max_kg
    return (
        (inside is None or compartment.inside.holds(inside))
        and (weight is None or limit is None or weight <= limit * 1000)
        and compartment.thermal == needs.thermal
        and (compartment.rear is not None or not needs.rear)
        and (not compartment.carriers or needs.carrier in compartment.carriers)
        and (in_reach(compartment) or not needs.low)
        and (compartment.charger or not needs.charging)
    )


def in_reach(compartment: Compartment) -> bool:
    """Whether a seated person reaches the middle of its door."""
    return compartment.floor_mm + compartment.inside.height // 2 in REACH_MM


def _order(layout: Layout, compartment: Compartment, needs: Needs) -> tuple[int, ...]:
    """Smallest first; of equals the one that nobody else will need, then from the floor up."""
    return (
        layout.sizes.index(compartment.size),
        compartment.inside.volume,
        # A carrier's own leave the others for everybody.
        not compartment.carriers,
        compartment.charger,
        compartment.rear is not None and not needs.rear,
        in_reach(compartment) and not needs.low,
        compartment.floor_mm,
    )
