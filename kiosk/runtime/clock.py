"""The real clock."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Wall time in UTC, and the clock that goes on while the computer sleeps."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()
