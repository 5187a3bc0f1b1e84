"""The files of the project as they lie there, with or without git."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_IGNORED = [
    line.strip("/")
    for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def files(under: str = ".", *, ending: str = "") -> Iterator[Path]:
    """Every file that belongs to the project; paths are absolute."""
    yield from (path for path in _walk(ROOT / under) if path.name.endswith(ending))


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name == ".git" or _is_ignored(path):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _is_ignored(path: Path) -> bool:
    inside = path.relative_to(ROOT).as_posix()
    return any(fnmatch(path.name, one) or fnmatch(inside, one) for one in _IGNORED)


def named(path: Path) -> str:
    """The path as a person would say it."""
    return path.relative_to(ROOT).as_posix()
