"""The vendor's machine: cells of four heights, some heated, and doors of its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kiosk.sandbox.clouds.kioskforce.shapes import CellInformation, OccupancyStatus, Packaging

# Inside, in millimetres: as in docs/examples/kioskforce/layout.toml.
_WIDTH, _DEPTH = 460, 600
_HEIGHTS = (180, 80, 80, 80, 80, 180, 380, 580, 180, 180, 580, 380, 380, 180, 180, 580)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a machine stands; the defaults are those of the document's sample."""

    name: str = "Awesome Business Park - Waiting Area (South)"
    location: str = "Benda, Tangerang City, Banten"
    latitude: float = -6.125556
    longitude: float = 106.655830


SAMPLE = Place()


@dataclass(slots=True)
class Cell:
    """One compartment; the door is only moved with ``--door vendor``."""

    name: str
    cell_id: str
    inside: CellInformation
    blocked: bool = False
    door_open: bool = False
    jammed: bool = False

    def fits(self, packaging: Packaging | None) -> bool:
        if packaging is None:
            return True
        return (
            packaging.width <= self.inside.width
            and packaging.height <= self.inside.height
            and packaging.depth <= self.inside.depth
            and packaging.heating_required <= self.inside.heating
            and packaging.cooling_required <= self.inside.cooling
        )


class Bank:
    """One machine with its cells, by name."""

    def __init__(self, machine_id: str, names: Sequence[str], place: Place = SAMPLE) -> None:
        self.machine_id = machine_id
        self.place = place
        self.online = True
        self.cells = {name: _cell(machine_id, name, at) for at, name in enumerate(names)}

    def idle(self, held: Collection[str], packaging: Packaging | None = None) -> list[Cell]:
        """Cells neither held nor blocked that the package fits in, the smallest first."""
        free = [
            cell
            for cell in self.cells.values()
            if cell.name not in held and not cell.blocked and cell.fits(packaging)
        ]
        return sorted(free, key=lambda cell: cell.inside.height)

    def occupancy(self, held: Collection[str]) -> OccupancyStatus:
        """Of the overlapping bands "above 70 %" and "above 95 %" the higher one wins."""
        share = len(held) / max(len(self.cells), 1)
        if share > 0.95:
            return OccupancyStatus.OVERLOADED
        if share > 0.70:
            return OccupancyStatus.HIGH
        return OccupancyStatus.MEDIUM if share > 0.30 else OccupancyStatus.LOW


def _cell(machine_id: str, name: str, at: int) -> Cell:
    heated = at % 4 == 3
    inside = CellInformation(
        width=_WIDTH,
        height=_HEIGHTS[at % len(_HEIGHTS)],
        depth=_DEPTH,
        heating=heated,
        cooling=not heated,
        weight_sensor=True,
    )
    return Cell(name, f"cell_{machine_id}_{name.lower()}", inside)
