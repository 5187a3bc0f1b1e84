"""What every screen, every touch and every task of staff is a kind of."""

from typing import ClassVar


class StaffState:
    """A screen of staff's. Each is a frozen dataclass; ``STEPS`` of its module says what follows.

    Whoever touches nothing for the idle time of staff gets ``TimedOut``, after a warning.
    """

    __slots__ = ()

    known: ClassVar[bool] = True
    """Whether somebody is logged in where this shows."""
    scans: ClassVar[bool] = False
    """Whether codes held up to the camera are heard here; also while a door of it stands open."""
    awaited: ClassVar[bool] = False
    """Whether it passes by itself, for the kiosk always answers: nothing ends it for a person."""

    @property
    def doubts(self) -> bool:
        """Of what waits behind a door in hand: whether what lies there is not what it should be."""
        return False

    @property
    def rereads(self) -> "Task | None":
        """What is read anew every second while this shows; the answer is a ``Told``."""
        return None


class StaffInput:
    """What staff touched, or what became of it."""

    __slots__ = ()


class Told(StaffInput):
    """An answer of the kiosk's: nobody touched anything, so the idle time goes on."""

    __slots__ = ()


class Task:
    """What staff's screens ask the kiosk to do; one handler for each kind answers with an input."""

    __slots__ = ()
