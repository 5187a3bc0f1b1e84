"""The words of messages to people, out of the same files as those of the screens."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

CONTEXT = "Notices"


def notice_texts(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """By language: the English text, and what it is there. Only files of the kiosk's own."""
    files = sorted(folder.glob("kiosk_*.ts"))
    return {file.stem.removeprefix("kiosk_"): _texts(file) for file in files}


def _texts(file: Path) -> Mapping[str, str]:
    contexts = ElementTree.parse(file).getroot().iter("context")
    messages = [m for c in contexts if c.findtext("name") == CONTEXT for m in c.iter("message")]
    return {m.findtext("source", ""): m.findtext("translation", "") for m in messages}
