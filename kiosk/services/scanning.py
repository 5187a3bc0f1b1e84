"""Turns what the camera sees into presented codes."""

from collections.abc import Callable

from kiosk.domain.sighting import Appearances, see
from kiosk.ports import CodeScanner


async def scan(
    scanner: CodeScanner, post: Callable[[str], None], *, self_checking: Callable[[str], bool]
) -> None:
    """Post every text once per appearance, until the scanner is closed.

    ``self_checking`` says whether a text carries its own checksum, so that one reading is enough.
    """
    state = Appearances()
    async for sighting in scanner.sightings():
        state, text = see(
            state,
            sighting.text,
            sighting.at,
            self_checking=self_checking(sighting.text),
            alone=sighting.alone,
        )
        if text is not None:
            post(text)
