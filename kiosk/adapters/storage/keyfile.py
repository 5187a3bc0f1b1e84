"""The device key: 32 random bytes in a file of their own, never beside the database."""

import os
import secrets
import stat
from pathlib import Path

from kiosk.domain.errors import ConfigWrong

LENGTH = 32
CREDENTIALS = Path("/run/credentials")
"""Where systemd puts the credentials of its services."""


def device_key(path: Path, database: Path) -> bytes:
    """Read the key, or make it at the first start; raises ConfigWrong."""
    if path.resolve().parent == database.resolve().parent:
        raise ConfigWrong(f"[store] key must not lie in the folder of the database: {path}")
    try:
        if not path.exists():
            _make(path, database)
        return read_key(path)
    except OSError as error:
        raise ConfigWrong(
            f"[store] key can be neither read nor made: {path}: {error.strerror}"
        ) from error


def _make(path: Path, database: Path) -> None:
    if database.exists() and database.stat().st_size:
        # A new key would make every code kept there worthless, in silence.
        raise ConfigWrong(f"[store] key is missing, but the database was made with one: {path}")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    _write(fresh, secrets.token_bytes(LENGTH))
    fresh.rename(path)
    _flush_folder(path.parent)


def _write(path: Path, key: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_key(path: Path) -> bytes:
    """Read a key that is there; raises ConfigWrong or OSError."""
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        mode = stat.S_IMODE(status.st_mode)
        if mode & ~0o600 and (mode & ~0o440 or not _credential(path, status.st_uid)):
            raise ConfigWrong(f"[store] key must have mode 0600, not {mode:04o}: {path}")
        key = file.read(LENGTH + 1)
    if len(key) != LENGTH:
        raise ConfigWrong(f"[store] key must hold exactly {LENGTH} bytes: {path}")
    return key


def _credential(path: Path, owner: int) -> bool:
    """Whether systemd put the file there (with an access list, so the group's bits show)."""
    folder = path.resolve().parent
    named = os.environ.get("CREDENTIALS_DIRECTORY")
    there = CREDENTIALS in folder.parents or (named is not None and Path(named).resolve() == folder)
    return there and owner in {0, os.geteuid()}
