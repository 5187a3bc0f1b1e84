"""./run bench: what must be fast and small, each against a baseline of the same run."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import decoding, labels, lookup, memory, starting, sync, touching, unlocking
from bench.figures import Figure, middle, spread

LATEST = Path(__file__).resolve().parents[1] / "build" / "bench" / "latest.json"
ROUNDS = 5
Measure = Callable[..., list[list[Figure]]]
"""Takes a folder, how many rounds, and whether to be quick; answers each round's figures."""
MEASURES: Mapping[str, Measure] = {
    "decoding": decoding.measure,
    "lookup": lookup.measure,
    "labels": labels.measure,
    "sync": sync.measure,
    "touching": touching.measure,
    "starting": starting.measure,
    "memory": memory.measure,
    "unlocking": unlocking.measure,
}


def main(arguments: Sequence[str], latest: Path = LATEST) -> int:
    """Measure what is named, or all; answers the exit status."""
    options = _options(arguments)
    console = Console(width=150)
    rows: dict[str, dict[str, object]] = json.loads(latest.read_text()) if latest.exists() else {}
    table = _table()
    for name in options.names or MEASURES:
        console.print(f"bench: {name} …")
        with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
            rounds = MEASURES[name](Path(folder), options.rounds, quick=options.quick)
        load = os.getloadavg()[0]
        for same in zip(*rounds, strict=True):
            rows[same[0].name] = _row(name, same, load, quick=options.quick)
            _show(table, same, load)
            console.print(f"  {same[0].name}: {middle(same).value:.2f} {same[0].unit}")
        # At once: whoever breaks off a long run keeps what was measured.
        latest.parent.mkdir(parents=True, exist_ok=True)
        latest.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    console.print(table)
    return 0


def _row(name: str, rounds: Sequence[Figure], load: float, *, quick: bool) -> dict[str, object]:
    chosen = middle(rounds)
    all_values = [round(one.value, 3) for one in rounds]
    facts = {
        "ratio": chosen.ratio,
        "met": chosen.met,
        "rounds": all_values,
        "load": load,
        "quick": quick,
    }
    return {"bench": name, **asdict(chosen), **facts}


def _table() -> Table:
    table = Table(title="medians of all rounds; load: processes waiting, last minute")
    for heading in ("measured", "is", "lowest - highest", "baseline", "is", "ratio"):
        table.add_column(
            heading, justify="left" if heading in {"measured", "baseline"} else "right"
        )
    for heading in ("goal", "met", "load"):
        table.add_column(heading, justify="right")
    return table


def _show(table: Table, rounds: Sequence[Figure], load: float) -> None:
    one = middle(rounds)
    low, high = spread(rounds)
    unit = "x" if one.by_ratio else f" {one.unit}"
    table.add_row(
        one.name,
        f"{one.value:.2f} {one.unit}",
        f"{low:.2f} - {high:.2f}",
        one.against,
        f"{one.baseline:.2f} {one.unit}",
        f"{one.ratio:.2f}",
        "" if one.goal is None else f"{one.goal:.1f}{unit}",
        {True: "yes", False: "NO", None: ""}[one.met],
        f"{load:.1f}",
    )


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=f"of: {', '.join(MEASURES)}")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"how often ({ROUNDS})")
    parser.add_argument("--quick", action="store_true", help="few tries: proves that it runs")
    options = parser.parse_args(arguments)
    for name in options.names:
        if name not in MEASURES:
            parser.error(f"there is no {name}; there are: {', '.join(MEASURES)}")
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
