"""A file that is only in the way: given up when the disk is full, so that parcels still go out."""

import os
from pathlib import Path

SIZE = 16 << 20
AMPLE = 8 * SIZE
"""The ballast is laid only where so much is free."""


class Ballast:
    """The reserve beside the database; its methods belong to the database's thread."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}.ballast")
        self.given_up = False

    def room(self) -> tuple[int, int]:
        """Bytes free for us and bytes in all."""
        disk = os.statvfs(self._path.parent)
        return disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize

    def lay(self) -> None:
        """Lay it where there is room; where there is none the kiosk works without."""
        if self._path.exists() and self._path.stat().st_size == SIZE:
            self.given_up = False
            return
        if self.room()[0] < AMPLE:
            return
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.posix_fallocate(descriptor, 0, SIZE)
            self.given_up = False
        except OSError:
            self._path.unlink(missing_ok=True)
        finally:
            os.close(descriptor)

    def give_up(self) -> bool:
        """Make room by it; False when there was none to make."""
        self.given_up = True
        if not self._path.exists():
            return False
        self._path.unlink()
        return True
