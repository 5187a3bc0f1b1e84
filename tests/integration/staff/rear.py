"""A kiosk with doors behind: two columns, most compartments reached from both sides."""

from pathlib import Path

HEAD = """\
height_mm = 1000
sizes = ["S", "M", "L"]
door = { wire = "main", board = 0 }
"""
CELL = '{{ label = "{0}", size = "{1}", owner = "local", mm = [460, {2}, 600], {3} }},'
HEIGHTS = {"S": 100, "M": 200, "L": 380}
SIZES = ("S", "M", "L", "S", "M")
NO_REAR = "4"
"""Reached from the front only."""
REAR = 10
"""The rear door of compartment 1 is wired to this channel, that of 2 to the next, and so on."""
SEES = "3"
"""A sensor behind its front door sees what lies there."""


def bank(folder: Path) -> Path:
    """The layout file."""
    cells = []
    for at, size in enumerate(SIZES):
        label = str(at + 1)
        doors = f"door = {{ channel = {at}, occupancy = {str(label == SEES).lower()} }}"
        if label != NO_REAR:
            doors += f", rear = {{ channel = {REAR + at} }}"
        cells.append(CELL.format(label, size, HEIGHTS[size], doors))
    column = "[[column]]\nwidth_mm = 500\ncompartment = [\n"
    file = folder / "layout.toml"
    parts = [column + "\n".join(cells[:3]) + "\n]", column + "\n".join(cells[3:]) + "\n]"]
    file.write_text("\n".join([HEAD, *parts]) + "\n")
    return file
