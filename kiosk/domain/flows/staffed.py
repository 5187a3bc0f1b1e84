"""What every screen, every touch and every task of staff is a kind of."""

from typing import ClassVar


class StaffState:
    """A screen of staff's: a frozen dataclass. ``STEPS`` of its module says what follows it.

    Who touches nothing for the idle time of staff is warned; after that comes ``TimedOut``.
    """

    __slots__ = ()

    known: ClassVar[bool] = True
    """Whether somebody is logged in where this shows."""
    scans: ClassVar[bool] = False
    """Whether codes held up to the camera are heard here; also while a door of it stands open."""
    awaited: ClassVar[bool] = False
    """Whether the kiosk is at work on an answer here: that always comes, so no idle time runs."""
    heard_out: ClassVar[bool] = False
    """Whether an answer may be waited for here even when whoever asked has gone: what follows when
    nobody touches anything, its own step decides."""

    @property
    def doubts(self) -> bool:
        """Whether another parcel than expected may lie at the open door behind which this waits."""
        return False

    @property
    def rereads(self) -> "Task | None":
        """What is read again every second while this shows; the answer is a ``Told``."""
        return None


class StaffInput:
    """What staff touched, or what became of it."""

    __slots__ = ()


class Told(StaffInput):
    """An answer of the kiosk's. Nobody touched anything, so the idle time runs on."""

    __slots__ = ()


class Task:
    """What a screen of staff's asks the kiosk to do. Each kind has one handler, which answers."""

    __slots__ = ()
