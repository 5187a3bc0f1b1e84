"""Every fact the kiosk tells is in the catalogue, and every line of the catalogue is true."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from kiosk.domain.events import (
    BLOQ,
    CATALOGUE,
    HAPPENINGS,
    LOCKER,
    MESSAGES,
    RENT,
    Emits,
    canonical,
    known_to_bloqit,
    told_of_reservations,
)
from kiosk.domain.transitions import TABLE
from tests.domain.events_page import FILE, page

KIOSK = Path(__file__).parents[2] / "kiosk"
NAME = re.compile(r"(?:parcel|reservation|door|compartment|locker|code|memory|notice)\.[a-z_]+")
INTERNAL = {
    "door.again",
    "door.finish",
    "door.found_open",
    "door.open_at_start",
    "door.shut_late",
    "compartment.shut",
    "locker.camera_works_again",
    "locker.disk_enough",
}
"""Lines of the journal, or things on the screen; nobody else hears of them."""


def tellers() -> Iterator[tuple[Path, ast.Module, list[ast.Call]]]:
    """The files that make events outside the table, with the calls that make them."""
    for path in KIOSK.rglob("*.py"):
        if path.name == "events.py" or "sandbox" in path.parts:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and _makes_event(n)]
        if calls:
            yield path, tree, calls


def _makes_event(call: ast.Call) -> bool:
    return getattr(call.func, "id", "") in {"NewEvent", "event"}


def emitted() -> set[str]:
    """What the code tells: by the table, by name, or by a name chosen in the same file."""
    names = {name for row in TABLE.values() for name in row.names}
    for _, tree, calls in tellers():
        for call in calls:
            if isinstance(call.args[0], ast.Constant):
                names.add(str(call.args[0].value))
            else:
                names |= {n for n in _words(tree) if NAME.fullmatch(n)} - INTERNAL
    return names


def _words(tree: ast.Module) -> set[str]:
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_what_is_told_is_in_the_catalogue_and_nothing_else_is():
    assert emitted() == canonical()


def test_the_catalogue_has_each_of_bloqits_events_once():
    assert (len(LOCKER), len(RENT), len(BLOQ)) == (10, 21, 8)
    assert len({line.vendor for line in CATALOGUE}) == 39
    for prefix, lines in (("locker.", LOCKER), ("rent.", RENT), ("bloq.", BLOQ)):
        assert all(line.vendor.startswith(prefix) for line in lines)


def test_a_line_speaks_of_facts_and_acts_there_are():
    told = told_of_reservations()
    for line in CATALOGUE:
        assert set(line.ours) <= canonical()
        of_reservations = set(line.ours) & (set(told) | set(MESSAGES))
        carried = {name for act in line.acts for name in TABLE[act].names}
        assert of_reservations <= carried, line.vendor
        assert all(TABLE[act].names & set(line.ours) for act in line.acts), line.vendor


def test_what_the_kiosk_emits_has_a_name_here_and_what_only_the_cloud_emits_has_none():
    for line in CATALOGUE:
        assert bool(line.ours or line.awaited) is (line.by is not Emits.CLOUD), line.vendor


def test_what_is_awaited_is_not_there_yet():
    awaited = {name for line in CATALOGUE for name in line.awaited}
    assert awaited & emitted() == set()


def test_no_fact_has_two_meanings():
    assert not set(HAPPENINGS) & set(MESSAGES)
    assert not set(HAPPENINGS) & set(told_of_reservations())


def test_a_fact_without_a_word_at_bloqit_has_none():
    theirs = known_to_bloqit(["parcel.deposited", "recipient.here"])
    assert "rent.in_progress" in theirs["parcel.deposited"]
    assert theirs["recipient.here"] == ()


def test_the_page_of_events_is_fresh():
    fresh = "python -m tests.domain.events_page writes it anew"
    assert FILE.read_text(encoding="utf-8") == page(), fresh
