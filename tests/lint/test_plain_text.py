"""What people read is plain text: markup in a name must stay letters, not become a picture."""

import re

from tests.lint.tree import files, named

TEXTS = re.compile(r"^\s*(?:\w+:\s*)?(Text|Label|TextEdit|TextArea|TextField)\s*\{", re.MULTILINE)
PLAIN = re.compile(r"^\s*textFormat:\s*(Text|TextEdit)\.PlainText\s*$", re.MULTILINE)


def test_every_text_on_screen_is_plain_text():
    loose = []
    for path in files("ui", ending=".qml"):
        text = path.read_text("utf-8")
        if len(TEXTS.findall(text)) > len(PLAIN.findall(text)):
            loose.append(named(path))
    assert loose == []


def test_nobody_switches_plain_text_off():
    switched = [
        f"{named(path)}: {line.strip()}"
        for path in files("ui", ending=".qml")
        for line in path.read_text("utf-8").splitlines()
        if "textFormat" in line and "PlainText" not in line
    ]
    assert switched == []
