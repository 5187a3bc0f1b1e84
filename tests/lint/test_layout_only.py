"""Only the layout makes door numbers: no other code can name "all doors"."""

import ast

from tests.lint.tree import files, named

LAYOUT = "kiosk/domain/layout.py"
MAKERS = {
    "DoorAddress": {LAYOUT},
    # The store gives back an id that the layout made; it opens nothing until the layout knows it.
    "DoorId": {LAYOUT, "kiosk/adapters/storage/rows.py"},
}


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def test_door_ids_and_addresses_are_made_in_the_layout_only():
    elsewhere = [
        f"{named(path)}: {_called(node)}"
        for path in files("kiosk", ending=".py")
        if any(maker in (text := path.read_text("utf-8")) for maker in MAKERS)
        for node in ast.walk(ast.parse(text))
        if named(path) not in MAKERS.get(_called(node), {named(path)})
    ]
    assert elsewhere == []
