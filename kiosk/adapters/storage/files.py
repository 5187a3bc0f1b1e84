"""The database's place on the disk: folder, file rights and the lock against a second program."""

import fcntl
import os
import stat
from pathlib import Path

from kiosk.domain.errors import ConfigWrong, StoreBroken


def make_folder(path: Path) -> None:
    """Make the file's folder for nobody but us; one that others may write to is refused."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if stat.S_IMODE(path.parent.stat().st_mode) & 0o022:
        raise ConfigWrong(f"[store] path lies in a folder that others may write to: {path.parent}")


def make_file(path: Path) -> None:
    """Make the file for nobody but us; SQLite gives its companions the same rights."""
    if path.exists():
        path.chmod(0o600)
    else:
        # Without opening it: closing a descriptor of the file would drop SQLite's own locks.
        os.mknod(path, stat.S_IFREG | 0o600)


class FileLock:
    """Held while the database is open; the kernel lets go of it when the process ends."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(sidecar(path), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise StoreBroken(f"another program has the database open: {path}") from error

    def release(self) -> None:
        os.close(self._descriptor)


def sidecar(path: Path) -> Path:
    """The file whose lock a running kiosk holds."""
    return path.with_name(f"{path.name}.lock")
