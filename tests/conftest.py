"""Every test runs without a screen, without a GPU, and with the software renderer."""

import gc
import os
import tempfile
from pathlib import Path

import pytest

WORKER = 1500 << 20
"""Bytes of memory for one worker and the kiosks it starts."""
MEMORY = Path("/dev/shm")
ROOM = 2 << 30
"""Bytes that must be free in it."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
# Control sockets lie beside each test's own store, never where a running kiosk has its own.
for name in ("XDG_RUNTIME_DIR", "RUNTIME_DIRECTORY"):
    os.environ.pop(name, None)


def _in_memory() -> None:
    """Thousands of stores are flushed at every commit: nobody has to wait for a disk there."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    place = os.statvfs(MEMORY)
    # A recorder is compiled and loaded there, too.
    if place.f_flag & os.ST_NOEXEC or place.f_bavail * place.f_frsize < ROOM:
        return
    folder = MEMORY / f"tests-of-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return
    if folder.stat().st_uid == os.getuid():
        os.environ["TMPDIR"] = tempfile.tempdir = str(folder)


_in_memory()
# Thousands of tests are made, and none is garbage before they have run.
gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported and collected stays: it need not be looked through for garbage."""
    gc.freeze()
    gc.enable()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Two to a core, as memory allows: about half of a worker's time it waits for something."""
    cores = len(os.sched_getaffinity(0))
    return max(cores, min(2 * cores, _memory() // WORKER))


def _memory() -> int:
    """Bytes that may be had; what is merely free leaves out the cache of files."""
    lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    (kilobytes,) = [line.split()[1] for line in lines if line.startswith("MemAvailable:")]
    return int(kilobytes) << 10
