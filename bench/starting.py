"""Process start to the first frame a person can act on, against a bare window."""

from pathlib import Path

from bench.figures import Figure
from bench.programs import (
    FIRST_SCREEN,
    bare_words,
    compiled,
    example,
    kiosk_words,
    libraries,
    shown,
)

GOAL = 1.5


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """One start of each, again and again; the first ones fill the caches and do not count."""
    compiled()
    words = kiosk_words(example(folder / "standalone"))
    modules = folder / "modules"
    modules.write_text("\n".join(libraries(words, FIRST_SCREEN)))
    if not quick:
        _seconds(bare_words(modules), "shown")
    return [[_one(words, modules)] for _ in range(rounds)]


def _one(words: list[str], modules: Path) -> Figure:
    bare = _seconds(bare_words(modules), "shown")
    ours = _seconds(words, FIRST_SCREEN)
    return Figure(
        "start to first interactive frame",
        ours * 1000,
        "ms",
        "bare window, same libraries",
        bare * 1000,
        GOAL,
        by_ratio=True,
    )


def _seconds(words: list[str], sign: str) -> float:
    with shown(words, sign) as program:
        return program.seconds
