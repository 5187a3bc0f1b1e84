"""What a journey knows of a label, asks for it, and hears about it."""

from dataclasses import dataclass, field

from kiosk.domain.flows.visit import Visit


@dataclass(frozen=True, slots=True)
class LabelDraft:
    """A label as it is offered: the very dots the printer gets, as PNG."""

    job: str
    mark: str
    """To be written on the parcel when nothing is printed."""
    picture: bytes | None = field(default=None, repr=False)
    """None where it cannot be drawn here."""


# What is asked for.
@dataclass(frozen=True, slots=True)
class PrepareLabel:
    """Find out what is printed for this reservation, and draw it."""

    visit: Visit


@dataclass(frozen=True, slots=True)
class PrintLabel:
    """On disk first, then once on paper."""

    visit: Visit
    label: LabelDraft


@dataclass(frozen=True, slots=True)
class SayLabel:
    """The person says whether it came out."""

    label: LabelDraft
    out: bool


@dataclass(frozen=True, slots=True)
class DropLabel:
    """Nobody needs it any more: it is not printed later."""

    label: LabelDraft


LabelEffect = PrepareLabel | PrintLabel | SayLabel | DropLabel


# Touches.
@dataclass(frozen=True, slots=True)
class PrintAsked:
    pass


@dataclass(frozen=True, slots=True)
class LabelSeen:
    """Whether it came out of the slot."""

    out: bool


# Answers.
@dataclass(frozen=True, slots=True)
class LabelNeedless:
    """Nothing is printed for this one."""


@dataclass(frozen=True, slots=True)
class LabelDrawn:
    label: LabelDraft


@dataclass(frozen=True, slots=True)
class LabelPrinted:
    label: LabelDraft
    times: int = 1
    """How often it was printed before whoever it is came back."""


@dataclass(frozen=True, slots=True)
class LabelWaits:
    """Surely not printed: it waits under its mark."""

    label: LabelDraft
    lasting: bool = False
    """Nothing here can print it now, however often one tries."""


@dataclass(frozen=True, slots=True)
class LabelDoubtful:
    """All was sent, and the printer never said that it was done."""

    label: LabelDraft


@dataclass(frozen=True, slots=True)
class LabelLost:
    """It could not even be remembered: the drop-off goes on without one."""


LabelInput = (
    PrintAsked
    | LabelSeen
    | LabelNeedless
    | LabelDrawn
    | LabelPrinted
    | LabelWaits
    | LabelDoubtful
    | LabelLost
)
