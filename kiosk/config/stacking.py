"""How high each compartment of a column lies: stacked from the top, around the screen."""

from collections.abc import Iterator

from kiosk.config.layout_sections import ColumnSection, CompartmentSection
from kiosk.config.toml_file import Steps, TomlFile

Group = tuple[CompartmentSection, ...]


def floors(file: TomlFile, steps: Steps, column: ColumnSection, height: int) -> tuple[int, ...]:
    """Height of each compartment's floor above the ground, in millimetres, from the top down."""
    found: list[int] = []
    for top, bottom, group in _gaps(column, height):
        inside = sum(compartment.mm[1] for compartment in group)
        if inside > bottom - top:
            gap = f"a gap of {bottom - top} mm, {top} mm from the top"
            raise file.says(steps, f"has compartments of {inside} mm for {gap}; they must fit")
        found += _stacked(group, height - top, (bottom - top - inside) / max(len(group), 1))
    _refuse_overlaps(file, steps, column, found, height)
    return tuple(found)


def _gaps(column: ColumnSection, height: int) -> Iterator[tuple[int, int, Group]]:
    """The room above and beneath the screen, each with what stands in it."""
    if column.screen is None:
        yield 0, height, column.compartment
        return
    above = _fitting(column.compartment, column.screen.top_mm)
    yield 0, column.screen.top_mm, column.compartment[:above]
    end = column.screen.top_mm + column.screen.height_mm
    yield end, height, column.compartment[above:]


def _fitting(group: Group, room: int) -> int:
    """How many of these, from the first, fit into the room."""
    for count, compartment in enumerate(group):
        room -= compartment.mm[1]
        if room < 0:
            return count
    return len(group)


def _stacked(group: Group, ceiling: int, shelf: float) -> Iterator[int]:
    """What the insides leave of the room is shared out as shelves of one thickness."""
    level = float(ceiling)
    for compartment in group:
        level -= compartment.mm[1] + shelf
        own = compartment.floor_mm
        yield round(level + shelf / 2) if own is None else own


def _refuse_overlaps(
    file: TomlFile, steps: Steps, column: ColumnSection, found: list[int], height: int
) -> None:
    ceiling = height
    for row, (compartment, floor) in enumerate(zip(column.compartment, found, strict=True)):
        if floor + compartment.mm[1] > ceiling:
            most = ceiling - compartment.mm[1]
            place = (*steps, "compartment", row, "floor_mm")
            raise file.wrong(place, f"at most {most}, to lie beneath what stands above")
        ceiling = floor
