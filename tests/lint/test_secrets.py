"""Secrets are compared in constant time: how long == takes tells how much was right."""

import ast
from collections.abc import Iterator

import pytest

from tests.lint.tree import files, named

FOLDERS = ("kiosk/adapters/storage", "kiosk/services")
SECRETS = {
    "code",
    "datum",
    "digest",
    "fingerprint",
    "hmac",
    "mac",
    "password",
    "pin",
    "secret",
    "signature",
    "token",
}


def _is_secret(node: ast.expr) -> bool:
    """By its name; one in capitals is a constant of ours."""
    name = getattr(node, "id", getattr(node, "attr", ""))
    return name.strip("_") in SECRETS


def _is_column(node: ast.expr) -> bool:
    """A condition of a query: the database looks it up by its HMAC."""
    owner = getattr(node, "value", None)
    return isinstance(owner, ast.Name) and owner.id.endswith("Row")


def compared_in_the_open(text: str) -> Iterator[int]:
    """Lines where a secret is compared with == or !=."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            fixed = any(isinstance(side, ast.Constant) for side in sides)
            secret = any(map(_is_secret, sides)) and not any(map(_is_column, sides))
            if secret and not fixed and isinstance(node.ops[0], ast.Eq | ast.NotEq):
                yield node.lineno


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_secret_is_compared_with_equals(folder):
    found = [
        f"{named(path)}:{line}"
        for path in files(folder, ending=".py")
        for line in compared_in_the_open(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_ban_sees_what_it_should():
    assert list(compared_in_the_open("row.mac == shown")) == [1]
    assert list(compared_in_the_open("if given != self._secret: ...")) == [1]
    assert list(compared_in_the_open("hmac.compare_digest(mac, shown)")) == []
    assert list(compared_in_the_open("CodeRow.mac == mac")) == []
    assert list(compared_in_the_open("len(shown) == DATUM")) == []
    assert list(compared_in_the_open("code is None or code == ''")) == []
