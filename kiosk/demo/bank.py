"""A bank of seven columns with the screen in the middle one."""

from collections.abc import Iterator

from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door

HEIGHT = 1800
WIDTH = 450
TALL = {"S": 100, "M": 200, "L": 400, "XL": 600}
COLUMNS = ("MLSSSSMLM", "MMMSSMLL", "MMMSSMMX", "M|LL", "MMSSSSMLL", "MMMSSMLL", "LMMSSMX")
"""Sizes from the top down; the bar is the screen, X is XL."""
SCREEN = (200, 800)
SHELF = 10
CHARGERS = {"28", "29"}
"""Doors with a socket inside, beside the screen."""


def layout() -> Layout:
    labels = iter(range(1, 100))
    return Layout(HEIGHT, tuple(TALL), tuple(_column(n, c, labels) for n, c in enumerate(COLUMNS)))


def _column(number: int, sizes: str, labels: Iterator[int]) -> Column:
    doors = tuple(_compartments(number, sizes, labels))
    if "|" not in sizes:
        return Column(WIDTH, doors)
    return Column(WIDTH, doors, screen_top_mm=SCREEN[0], screen_height_mm=SCREEN[1])


def _compartments(number: int, sizes: str, labels: Iterator[int]) -> Iterator[Compartment]:
    level, row = HEIGHT, 0
    for sign in sizes:
        if sign == "|":
            level -= SCREEN[1]
            continue
        size = "XL" if sign == "X" else sign
        label = str(next(labels))
        level -= TALL[size]
        yield Compartment(
            label=label,
            cloud_id=label,
            size=size,
            inside=Millimetres(WIDTH - 20, TALL[size] - SHELF, 500),
            floor_mm=level + SHELF // 2,
            owner=Owner.LOCAL,
            thermal="ambient",
            front=make_door(label, "main", 0, int(label)),
            rear=None,
            column=number,
            row=row,
            rows=len(sizes.replace("|", "")),
            charger=label in CHARGERS,
        )
        row += 1
