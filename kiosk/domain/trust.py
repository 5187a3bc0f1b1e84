"""How far the clock is believed."""

from enum import Enum


class ClockState(Enum):
    """Who vouches for what the clock says."""

    TRUSTED = "trusted"
    """A time service, or the cloud twice, says the same."""
    HOLDOVER = "holdover"
    """Nobody says so at the moment, but nothing contradicts it."""
    UNTRUSTED = "untrusted"
    """The wall clock says something else, and nobody vouches for it."""
