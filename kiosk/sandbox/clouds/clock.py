"""The time a sandbox cloud goes by, which tests may push forward."""

from datetime import UTC, datetime, timedelta


class SandboxClock:
    """The wall clock plus whatever it was advanced by."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += timedelta(seconds=seconds)

    def reset(self) -> None:
        self._ahead = timedelta()
