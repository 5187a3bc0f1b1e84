"""A folder for files that are made for somebody else: only its owner reads them, few are kept."""

import os
from pathlib import Path
from uuid import uuid4

MOST_FILES = 5


class FileShelf:
    """Puts a file there whole or not at all, and takes the oldest away."""

    def __init__(self, folder: Path, most: int = MOST_FILES) -> None:
        self._folder = folder
        self._most = most

    def keep(self, name: str, content: bytes) -> Path:
        """Raises OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path, unfinished = self._folder / name, self._folder / f".{uuid4()}"
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.rename(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        self._clear(path)
        return path

    def _clear(self, newest: Path) -> None:
        """Only our own kind, by age; what was left half done goes, too."""
        for rest in self._folder.glob(".*-*-*-*-*"):
            rest.unlink(missing_ok=True)
        alike = [one for one in self._folder.glob(f"*{newest.suffix}") if one != newest]
        alike.sort(key=lambda one: (one.stat().st_mtime, one.name))
        for old in alike[: max(0, len(alike) + 1 - self._most)]:
            old.unlink(missing_ok=True)
