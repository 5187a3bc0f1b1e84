"""The words of messages and labels, out of the same files as those of the screens."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

CONTEXT, LABELS = "Notices", "Labels"


def notice_texts(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """By language: the English text, and what it is there. Only files of the kiosk's own."""
    return _of(folder, CONTEXT)


def label_texts(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """The same for what is printed."""
    return _of(folder, LABELS)


def _of(folder: Path, context: str) -> Mapping[str, Mapping[str, str]]:
    files = sorted(folder.glob("kiosk_*.ts"))
    return {file.stem.removeprefix("kiosk_"): _texts(file, context) for file in files}


@cache
def _texts(file: Path, context: str) -> Mapping[str, str]:
    """Read once: most of the file is the words of screens."""
    contexts = ElementTree.parse(file).getroot().iter("context")
    messages = [m for c in contexts if c.findtext("name") == context for m in c.iter("message")]
    return {m.findtext("source", ""): m.findtext("translation", "") for m in messages}
