"""The label of what goes on from here: printed after the proof, before the door opens."""

from dataclasses import dataclass, replace

from kiosk.domain.flows import opening
from kiosk.domain.flows.effects import Effect
from kiosk.domain.flows.inputs import FinishAsked, Input, OpenAsked, TimedOut, WentBack
from kiosk.domain.flows.printed import (
    DropLabel,
    LabelDoubtful,
    LabelDraft,
    LabelDrawn,
    LabelLost,
    LabelNeedless,
    LabelPrinted,
    LabelSeen,
    LabelWaits,
    PrepareLabel,
    PrintAsked,
    PrintLabel,
    SayLabel,
)
from kiosk.domain.flows.visit import Visit

MOST_PRINTS = 3
"""Times one person may have a label printed; beyond that the roll is somebody's toy."""


@dataclass(frozen=True, slots=True)
class OfferLabel:
    """This is your label; without a draft it is still being drawn."""

    visit: Visit
    label: LabelDraft | None = None


@dataclass(frozen=True, slots=True)
class PrintingLabel:
    visit: Visit
    label: LabelDraft
    times: int = 1


@dataclass(frozen=True, slots=True)
class LabelReady:
    """It came out: stick it on, then the door opens."""

    visit: Visit
    label: LabelDraft
    times: int = 1

    @property
    def may_print(self) -> bool:
        return self.times < MOST_PRINTS


@dataclass(frozen=True, slots=True)
class NoLabel:
    """It waits for staff; the mark stands in for it."""

    visit: Visit
    label: LabelDraft
    times: int = 1
    lasting: bool = False

    @property
    def may_print(self) -> bool:
        return not self.lasting and self.times < MOST_PRINTS


@dataclass(frozen=True, slots=True)
class AskLabel:
    """Whether it came out only the person can say."""

    visit: Visit
    label: LabelDraft
    times: int = 1


State = OfferLabel | PrintingLabel | LabelReady | NoLabel | AskLabel
Next = tuple[State | opening.State, tuple[Effect, ...]]


def begin(visit: Visit) -> Next:
    """First what is printed for it is found out."""
    return OfferLabel(visit), (PrepareLabel(visit),)


def step(state: State, event: Input) -> Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    visit = state.visit
    match state, event:
        case OfferLabel(label=None), LabelDrawn() | LabelPrinted() | LabelWaits() | LabelDoubtful():
            return _found(visit, event), ()
        case OfferLabel(label=None), LabelNeedless() | LabelLost():
            return _open(visit)
        case OfferLabel(label=LabelDraft() as label), PrintAsked():
            return _print(visit, label, 1)
        case LabelReady() | NoLabel(), PrintAsked() if state.may_print:
            return _print(visit, state.label, state.times + 1)
        case LabelReady() | NoLabel(), OpenAsked():
            return _open(visit)
        case PrintingLabel(), _:
            return _printing(state, event)
        case AskLabel(label=label, times=times), LabelSeen(out):
            return PrintingLabel(visit, label, times), (SayLabel(label, out),)
        case NoLabel(label=label), WentBack() | FinishAsked() | TimedOut():
            over, effects = opening.leave()
            return over, (DropLabel(label), *effects)
        case _, WentBack() | FinishAsked() | TimedOut():
            return opening.leave()
        case _:
            return state, ()


def _found(
    visit: Visit, event: LabelDrawn | LabelPrinted | LabelWaits | LabelDoubtful
) -> OfferLabel | LabelReady | NoLabel | AskLabel:
    match event:
        case LabelDrawn(label):
            return OfferLabel(visit, label)
        case LabelPrinted(label, times):
            # The person was here before, and has it: coming back is no way to the whole roll.
            return LabelReady(visit, label, times)
        case LabelWaits(label, lasting):
            return NoLabel(visit, label, 0, lasting)
        case LabelDoubtful(label):
            return AskLabel(visit, label)


def _print(visit: Visit, label: LabelDraft, times: int) -> Next:
    return PrintingLabel(visit, label, times), (PrintLabel(visit, label),)


def _printing(state: PrintingLabel, event: Input) -> Next:
    visit, times = state.visit, state.times
    match event:
        case LabelPrinted(label):
            return LabelReady(visit, label, times), ()
        case LabelWaits(label, lasting):
            return NoLabel(visit, label, times, lasting), ()
        case LabelDoubtful(label):
            return AskLabel(visit, label, times), ()
        case LabelLost():
            return _open(visit)
        case _:
            return state, ()


def _open(visit: Visit) -> Next:
    return opening.begin(replace(visit, labelled=False))
