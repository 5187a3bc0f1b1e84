"""What a cloud or an operator far away asks of the kiosk: wishes, each judged here (rule 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.model import ReservationId


class Ask(Enum):
    """What is asked for."""

    OPEN = "open"
    OPEN_SEVERAL = "open_several"
    CLOSE = "close"
    ENABLE = "enable"
    DISABLE = "disable"
    RESIZE = "resize"
    THERMAL = "thermal"
    PRINT = "print"
    ROLL_REPLACED = "roll_replaced"
    CANCEL = "cancel"
    EXTEND = "extend"
    FINISH = "finish"
    ACTIVATE = "activate"
    """The whole locker is in use."""
    DEACTIVATE = "deactivate"


@dataclass(frozen=True, slots=True)
class Command:
    """One wish from afar; its id makes it count once, however often it is heard."""

    id: str
    ask: Ask
    issued_at: datetime
    locker: str | None = None
    """For which locker it is meant; None where the way it came says that."""
    expires_at: datetime | None = None
    label: str | None = None
    """The compartment."""
    labels: tuple[str, ...] = ()
    reservation: ReservationId | None = None
    by: str = ""
    """Who asked: an id for the journal."""
    reason: str = ""
    size: str | None = None
    thermal: str | None = None
    until: datetime | None = None
    """The new end of a reservation."""
    template: str | None = None
    content: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What is printed on a label."""
    ready: str = field(default="", repr=False)
    """A whole label (PNG, JPEG, PDF, ZPL) as base64, printed as it is."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was asked since the mark, oldest first, and the mark to ask from next time."""

    commands: tuple[Command, ...] = ()
    mark: str | None = None
