"""What is shown, touched, asked and answered about printers and waiting labels."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.flows.duty import Staffer
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.printers_seen import PaperSeen, PrinterSeen, WaitingLabel


class Pressed(Enum):
    """What became of what was asked of a printer."""

    PRINTING = "printing"
    PRINTED = "printed"
    UNSURE = "unsure"
    NOT_PRINTED = "not_printed"
    ROLL_IN = "roll_in"
    """The new roll is counted, and the cloud hears of it."""
    DROPPED = "dropped"
    WAITS = "waits"
    """It did not come out, and waits as before."""
    FAILED = "failed"
    """Somebody else was faster, or the kiosk could not record it."""


@dataclass(frozen=True, slots=True)
class Printers(StaffState):
    """All of them, and how many labels wait."""

    who: Staffer
    seen: PaperSeen | None = None
    """None until they were asked."""

    @property
    def rereads(self) -> Task | None:
        return ReadPrinters()


@dataclass(frozen=True, slots=True)
class OnePrinter(StaffState):
    """One of them, and what can be done there."""

    who: Staffer
    name: str
    seen: PaperSeen
    pressed: Pressed | None = None

    @property
    def rereads(self) -> Task | None:
        return ReadPrinters()

    @property
    def printer(self) -> PrinterSeen:
        return self.seen.printer(self.name) or PrinterSeen(self.name, "", ready=False)


@dataclass(frozen=True, slots=True)
class NewRoll(StaffState):
    """How many labels are on the roll that was put in."""

    who: Staffer
    name: str
    seen: PaperSeen
    typed: str = ""


@dataclass(frozen=True, slots=True)
class WaitingLabels(StaffState):
    """Those that did not come out, with the marks on their parcels."""

    who: Staffer
    seen: PaperSeen

    @property
    def rereads(self) -> Task | None:
        return ReadPrinters()


@dataclass(frozen=True, slots=True)
class OneLabel(StaffState):
    """One of them."""

    who: Staffer
    seen: PaperSeen
    label: WaitingLabel
    pressed: Pressed | None = None


@dataclass(frozen=True, slots=True)
class ReadPrinters(Task):
    """Answered by ``PrintersRead``."""


@dataclass(frozen=True, slots=True)
class PrintTest(Task):
    """Answered by ``PressSaid``."""

    name: str


@dataclass(frozen=True, slots=True)
class LoadRoll(Task):
    """Answered by ``PressSaid``."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class PrintWaiting(Task):
    """Answered by ``PressSaid``."""

    label: WaitingLabel


@dataclass(frozen=True, slots=True)
class SayCameOut(Task):
    """Answered by ``PressSaid``."""

    label: WaitingLabel
    out: bool


@dataclass(frozen=True, slots=True)
class DropWaiting(Task):
    """Answered by ``PressSaid``."""

    label: WaitingLabel


@dataclass(frozen=True, slots=True)
class PrintersRead(Told):
    seen: PaperSeen | None


@dataclass(frozen=True, slots=True)
class PressSaid(Told):
    pressed: Pressed


@dataclass(frozen=True, slots=True)
class PrinterChosen(StaffInput):
    name: str


@dataclass(frozen=True, slots=True)
class WaitingAsked(StaffInput):
    """Show the labels that wait."""


@dataclass(frozen=True, slots=True)
class LabelChosen(StaffInput):
    id: str


@dataclass(frozen=True, slots=True)
class PrintAsked(StaffInput):
    """A test page here, the label there."""


@dataclass(frozen=True, slots=True)
class RollAsked(StaffInput):
    """A new roll is in."""


@dataclass(frozen=True, slots=True)
class CameOut(StaffInput):
    out: bool


@dataclass(frozen=True, slots=True)
class DropAsked(StaffInput):
    """It is not wanted any more."""
