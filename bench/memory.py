"""The memory of kiosk and camera process together, against one bare window with all they import."""

import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure
from bench.programs import FIRST_SCREEN, bare_words, example, kiosk_words, libraries, shown
from kiosk.demo.clip import clip

GOAL = 1.4
SETTLED = 3.0
"""Seconds after the first frame: the camera process is up and has decoded."""
CHILD = "kiosk.adapters.scanners.child"


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """One life of each, again and again."""
    film = clip(folder / "film.avi", [(None, 0.5), ("DLV-PICK-res_1-4711", 1.0)], leave=False)
    words = kiosk_words(example(folder / "standalone", str(film)))
    names = libraries(words, FIRST_SCREEN)
    names += libraries(["-c", f"import sys, {CHILD}; print('up', file=sys.stderr)"], "up")
    modules = folder / "modules"
    modules.write_text("\n".join(dict.fromkeys(names)))
    return [[_one(words, modules)] for _ in range(rounds)]


def _one(words: list[str], modules: Path) -> Figure:
    bare = _mebibytes(bare_words(modules), "shown", processes=1)
    ours = _mebibytes(words, FIRST_SCREEN, processes=2)
    return Figure(
        "memory (PSS) of kiosk and camera process",
        ours,
        "MiB",
        "one bare window, all libraries",
        bare,
        GOAL,
        by_ratio=True,
    )


def _mebibytes(words: list[str], sign: str, processes: int) -> float:
    with shown(words, sign) as program:
        time.sleep(SETTLED)
        pids = [program.pid, *_children(program.pid)]
        if len(pids) != processes:
            raise ChildProcessError(f"{len(pids)} processes instead of {processes}")
        return sum(map(pss, pids)) / 1024


def pss(pid: int) -> int:
    """The proportional set size of one process in KiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise ValueError(f"no Pss of {pid}")


def _children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        yield from map(int, (task / "children").read_text().split())
