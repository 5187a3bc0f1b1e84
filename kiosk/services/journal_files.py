"""The journal in a file: how it is written, and how a stranger's file is read and checked."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from kiosk.domain.errors import KioskError
from kiosk.domain.verifying import Bad, Verifier

LONGEST_LINE = 1 << 20
LARGEST_EVIDENCE = 64 << 20
"""Bytes."""


class NoJournal(KioskError):
    """The file is neither an exported journal nor evidence; the text says why."""


def lines_of(
    locker: str, records: Iterable[Mapping[str, Any]], head: Mapping[str, Any]
) -> Iterator[str]:
    """A line that says what it is, one for each record, and one that says where it ends."""
    yield _line({"kiosk_journal": 1, "locker": locker})
    for record in records:
        yield _line(record)
    yield _line({"head": dict(head)})


def check(file: BinaryIO, verifier: Verifier) -> str:
    """Let the verifier take all of it; answers whose journal it is. Raises NoJournal."""
    first = file.readline(LARGEST_EVIDENCE + 1)
    said = _parsed(first)
    if said is None and first.strip() == b"{":
        said = _parsed(first + file.read(LARGEST_EVIDENCE))
    if not isinstance(said, dict):
        raise NoJournal("it is no exported journal and no evidence")
    locker = str(said.get("locker", ""))
    if said.get("kiosk_evidence") == 1:
        _evidence(said, verifier)
    elif said.get("kiosk_journal") == 1:
        _journal(file, verifier)
    else:
        raise NoJournal("it is no exported journal and no evidence")
    return locker


def _evidence(said: Mapping[str, Any], verifier: Verifier) -> None:
    verifier.begin_anywhere()
    items = said.get("chain")
    if not isinstance(items, list):
        raise NoJournal("the evidence has no records")
    verifier.take_all(items)
    verifier.end(said.get("head"))


def _journal(file: BinaryIO, verifier: Verifier) -> None:
    while line := file.readline(LONGEST_LINE):
        item = _parsed(line)
        if isinstance(item, dict) and "head" in item:
            verifier.end(item["head"])
            if verifier.bad is None and file.read(1):
                verifier.bad = Bad(verifier.last + 1, "something follows the end")
            return
        if not verifier.take(item):
            return
    verifier.end(None)


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _line(item: Mapping[str, Any]) -> str:
    return json.dumps(item, separators=(",", ":"), ensure_ascii=True) + "\n"
