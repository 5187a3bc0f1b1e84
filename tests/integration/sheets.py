"""All that a cloud's sheets say, as one list."""

from kiosk.domain.model import Arrival
from kiosk.ports_abilities import Syncs


async def listed(cloud: Syncs, since: str | None = None) -> tuple[Arrival, ...]:
    """Read sheet after sheet; of a reservation met twice the later reading counts."""
    found: dict[str, Arrival] = {}
    async for sheet in cloud.sheets(since):
        found |= {arrival.reservation.id: arrival for arrival in sheet.arrivals}
    return tuple(found.values())
