"""[prices] and [[neighbour]] of kiosk.toml: what walk-ups cost, and where else there is room."""

from collections.abc import Sequence

from kiosk.config.sections import NeighbourSection, PricesSection
from kiosk.config.toml_file import TomlFile, meant
from kiosk.domain.flows.choices import Neighbour
from kiosk.domain.layout import Layout
from kiosk.domain.prices import Prices


def load_prices(file: TomlFile, section: PricesSection, layout: Layout) -> Prices:
    """The price of each size; raises ConfigWrong for a size this bank does not have."""
    for size in section.sizes:
        if size not in layout.sizes:
            known = ", ".join(f'"{one}"' for one in layout.sizes)
            hint = meant(size, layout.sizes)
            raise file.says(("prices", "sizes", size), f"is no size; the layout has {known}{hint}")
    if not section.currency and (section.sizes or section.extension):
        raise file.wrong(("prices", "currency"), 'three capital letters like "EUR"')
    return Prices(section.currency, dict(section.sizes), section.extension)


def load_neighbours(sections: Sequence[NeighbourSection]) -> tuple[Neighbour, ...]:
    """The nearest first."""
    near = sorted(sections, key=lambda one: one.metres)
    return tuple(Neighbour(one.name, one.metres, one.map) for one in near)
