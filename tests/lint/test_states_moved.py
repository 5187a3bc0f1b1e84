"""States are moved, and facts about reservations told, in one place: by the table."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.lint.tree import files, named

SETTLING = "kiosk/domain/settling/"
STATE, RESERVATION = 2, 1
"""Where these stand among the arguments of a Change and of a NewEvent."""


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    text = path.read_text("utf-8")
    if name not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
            yield node


def says(call: ast.Call, argument: str, place: int) -> bool:
    """Whether the call names this argument, and not as None."""
    given = [word.value for word in call.keywords if word.arg == argument]
    given += call.args[place : place + 1]
    return any(not (isinstance(one, ast.Constant) and one.value is None) for one in given)


def outside() -> Iterator[Path]:
    yield from (path for path in files("kiosk", ending=".py") if SETTLING not in named(path))


def test_no_other_code_moves_a_state():
    elsewhere = [
        named(path)
        for path in outside()
        for call in calls(path, "Change")
        if says(call, "state", STATE)
    ]
    assert elsewhere == []


def test_no_other_code_tells_a_fact_about_a_reservation():
    """A message to a person is no fact for the cloud."""
    elsewhere = [
        named(path)
        for path in outside()
        for call in calls(path, "NewEvent")
        if says(call, "reservation", RESERVATION) and "Channel.NOTIFIER" not in ast.unparse(call)
    ]
    assert elsewhere == []


def test_the_table_is_what_moves_states_in_the_settling_too():
    own = [
        f"{named(path)}: {ast.unparse(call)}"
        for path in files("kiosk/domain/settling", ending=".py")
        for call in calls(path, "Change")
        if says(call, "state", STATE) and "state=row.after" not in ast.unparse(call)
    ]
    assert own == []
