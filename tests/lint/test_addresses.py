"""No file ties the project to one machine, or to one package index."""

import re

from tests.lint.tree import ROOT, files, named

LOCKS = ("requirements.lock", "requirements-dev.lock")
# In pieces, so that this file does not say them itself.
INDEXES = re.compile(
    "|".join(["pypi" + r"\.org", "python" + r"hosted\.org", r"index-url\W+\w+://"])
)
PLACES = re.compile(r"(?<![\w.~-])/(work|root|home/[\w.-]+|opt/pypi[\w-]*)/")


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                found.append(f"{named(path)}:{number} {line.strip()[:80]}")
    return found


def test_no_file_names_a_package_index():
    assert _lines_with(INDEXES) == []


def test_no_file_names_a_place_on_the_machine_it_was_written_on():
    assert _lines_with(PLACES) == []


def test_the_lock_files_hold_versions_and_hashes_and_no_address():
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8")
        assert re.findall(r"\w+://|^-|@ ", text, re.MULTILINE) == []
        pinned = re.findall(r"^[\w.-]+==\S+(?: ;.*)? \\\n +--hash=sha256:", text, re.MULTILINE)
        assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)) > 20
