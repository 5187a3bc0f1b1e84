"""A disk on which nothing more fits."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def nothing_fits(database: Path) -> Iterator[None]:
    """No file of this process may grow beyond what the log has now, so no commit succeeds."""
    wal = database.with_name(f"{database.name}-wal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (min(4096, wal.stat().st_size), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
