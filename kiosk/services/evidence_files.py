"""The evidence that was made on site and lies here: written, found again, deleted.

A file is redacted, and yet it names the parcel: its number, its id, and when its doors moved.
"""

import json
import os
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

LONGEST_NAME = 40
PART = ".part"
"""How a file ends that is being written."""
AT_ONCE = 1 << 16
"""Signs of a file that say whom it is about; the chain that follows may be long."""


class EvidenceFiles:
    """One folder; its files are readable by nobody else. Everything here raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, ref: str, at: datetime, said: Mapping[str, Any]) -> Path:
        """A second one overwrites nothing, and none is there before it is whole."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        part = self._folder / f"{uuid4().hex}{PART}"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        try:
            with os.fdopen(os.open(part, flags, 0o600), "w", encoding="utf-8") as file:
                json.dump(said, file, separators=(",", ":"))
                file.write("\n")
                file.flush()
                os.fsync(file.fileno())
            return self._named(part, f"{_plain(ref)}-{at:%Y%m%dT%H%M%SZ}")
        finally:
            part.unlink(missing_ok=True)

    def shown(self, names: Collection[str]) -> list[Mapping[str, object]]:
        """Those about these reservations, by id or ref, as they are said to who asks."""
        return [_shown(file) for file in self._all() if _about(file) & set(names)]

    def delete(self, names: Collection[str]) -> int:
        """Delete those, and what says of nobody whom it is about: it is broken, and proves
        nothing. What is being written is given up. Answers how many there were."""
        gone = [file for file in self._all() if not (who := _about(file)) or who & set(names)]
        for file in (*gone, *self._folder.glob(f"*{PART}")):
            file.unlink(missing_ok=True)
        if gone:
            self._sync()
        return len(gone)

    def forget(self, before: datetime) -> None:
        """Delete what is older than what the journal itself still knows."""
        for file in (*self._all(), *self._folder.glob(f"*{PART}")):
            if file.stat().st_mtime < before.timestamp():
                file.unlink(missing_ok=True)

    def _named(self, part: Path, stem: str) -> Path:
        for suffix in ("", *(f"-{n}" for n in range(2, 100))):
            path = self._folder / f"{stem}{suffix}.json"
            try:
                os.link(part, path)
            except FileExistsError:
                continue
            self._sync()
            return path
        raise FileExistsError("too many files of this name")

    def _all(self) -> tuple[Path, ...]:
        return tuple(file for file in sorted(self._folder.glob("*.json")) if file.is_file())

    def _sync(self) -> None:
        """What was written is there after a power cut, and what was deleted is not."""
        descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _shown(file: Path) -> Mapping[str, object]:
    facts = file.stat()
    made = datetime.fromtimestamp(facts.st_mtime, UTC).replace(microsecond=0)
    return {"file": str(file), "made_at": made.isoformat(), "bytes": facts.st_size}


def _about(file: Path) -> frozenset[str]:
    """Refs and ids of the reservations it is about; nothing where it does not say."""
    with file.open(encoding="utf-8", errors="replace") as opened:
        begins = opened.read(AT_ONCE)
    _, found, rest = begins.partition('"about":')
    try:
        said, _ = json.JSONDecoder().raw_decode(rest) if found else ({}, 0)
        return frozenset({str(said["ref"]), *map(str, said["reservations"])})
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()


def _plain(ref: str) -> str:
    """Somebody else's name for a parcel is no path."""
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in ref)
    return kept[:LONGEST_NAME].strip("-") or "parcel"
