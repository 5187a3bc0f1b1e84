"""No cut of the power, at any moment of some people's visits, takes what was promised."""

import random
import tempfile
from pathlib import Path

from tests.powercut.lab import cut_everywhere, record

PEOPLE = 8
LEAST_STATES = 2000


def nothing_is_lost(seed: int) -> None:
    """Record a life and cut it everywhere; every seed carries the log over at other moments."""
    pages = random.Random(seed).randint(40, 120)
    with tempfile.TemporaryDirectory() as name:
        trace = record(Path(name), PEOPLE, checkpoint=pages)
        found = cut_everywhere(trace, Path(name) / "life", seed)
    assert found.losses == {}, f"{found.lossy} of {found.states} states: {found.losses}"
    assert found.states >= LEAST_STATES
    assert found.opened_by_store > 0
    assert found.unlocks == PEOPLE
