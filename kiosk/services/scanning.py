"""Turns what the camera sees into presented codes."""

import logging
from collections.abc import Callable

from kiosk.domain.sighting import Appearances, see
from kiosk.ports import CodeScanner

log = logging.getLogger(__name__)


async def scan(
    scanner: CodeScanner, post: Callable[[str], None], *, self_checking: Callable[[str], bool]
) -> None:
    """Post every text once per appearance, until the scanner is closed.

    ``self_checking`` says whether a text carries its own checksum, so that one reading is enough.
    """
    state = Appearances()
    async for sighting in scanner.sightings():
        before = state.latest
        state, text = see(
            state,
            sighting.text,
            sighting.at,
            self_checking=self_checking(sighting.text),
            alone=sighting.alone,
        )
        if text is not None:
            post(text)
            first = before.at if before and before.text == text else sighting.at
            log.debug("a code counts: frames at %.6f and %.6f", first, sighting.at)
