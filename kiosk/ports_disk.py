"""What the kiosk asks of its store about the disk beneath it."""

from collections.abc import Mapping
from typing import Protocol

from kiosk.domain.model import Change


class DiskStore(Protocol):
    """The store, as far as room and repair go. Raises StoreBroken."""

    salvaged: Mapping[str, str | int | bool | None] | None
    """What this start could save of a damaged database; None when it was sound."""
    full: bool
    """A write found no room, and none has succeeded since."""

    @property
    def cramped(self) -> bool:
        """Whether the reserve on the disk had to be given up, so only what must be goes on."""

    def room(self) -> tuple[int, int]:
        """Bytes free and bytes in all, on the disk the database lies on."""

    async def touch(self) -> None:
        """Write down that it is now; shows whether writing works."""

    async def lay_reserve(self) -> None:
        """Take up the reserve, if it is missing and there is ample room."""

    async def record(self, change: Change) -> None: ...
