"""Every language says everything, with the same placeholders."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.lint.tree import ROOT

CATALOGUES = sorted((ROOT / "translations").glob("kiosk_*.ts"))
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"
SOURCES = [
    *sorted((ROOT / "ui").rglob("*.qml")),
    *sorted((ROOT / "kiosk" / "viewmodels").glob("*.py")),
    ROOT / "kiosk" / "services" / "notice_texts.py",
    ROOT / "kiosk" / "labels" / "captions.py",
]
PLACEHOLDER = re.compile(r"%(?:n|\d)")


def messages(ts: Path) -> Iterator[tuple[str, str, bool]]:
    """Context and source, translation, and whether it is finished."""
    for context in ElementTree.parse(ts).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            text = "".join(said.itertext())
            yield f"{name}: {message.findtext('source')}", text, said.get("type") is None


@pytest.mark.parametrize("ts", CATALOGUES, ids=lambda ts: ts.stem)
def test_nothing_is_unfinished(ts: Path):
    assert [source for source, text, finished in messages(ts) if not finished or not text] == []


@pytest.mark.parametrize("ts", CATALOGUES, ids=lambda ts: ts.stem)
def test_placeholders_are_the_same(ts: Path):
    for source, text, _ in messages(ts):
        assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(text)), source


@pytest.mark.parametrize("ts", CATALOGUES, ids=lambda ts: ts.stem)
def test_the_catalogue_is_fresh(ts: Path, tmp_path: Path):
    copy = tmp_path / ts.name
    shutil.copy(ts, copy)
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    subprocess.run(
        [LUPDATE, *SOURCES, *options, "-ts", copy], check=True, capture_output=True, cwd=ROOT
    )
    assert list(messages(copy)) == list(messages(ts))
