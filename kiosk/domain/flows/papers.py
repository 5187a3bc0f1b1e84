"""On paper what was done: a receipt, or the code one just saw. Nothing waits for it."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from kiosk.domain.acts import By
from kiosk.domain.flows.staffed import Task, Told
from kiosk.domain.flows.visit import Outcome, Visit
from kiosk.domain.printing import Paper

MOST_TRIES = 3
"""Times one person may try: a printer that fails wastes paper."""


class SlipAt(Enum):
    """How far it got."""

    OFFERED = "offered"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    """Surely nothing whole came out; it is not printed later."""
    UNSURE = "unsure"
    """The printer did not say that it was done."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One piece of paper that a person may have."""

    paper: Paper
    at: SlipAt = SlipAt.OFFERED
    tries: int = 0

    @property
    def may_print(self) -> bool:
        return self.at in {SlipAt.OFFERED, SlipAt.FAILED} and self.tries < MOST_TRIES


@dataclass(frozen=True, slots=True)
class SlipAsked:
    """Touched: print it, in the language of the screen."""

    language: str


@dataclass(frozen=True, slots=True)
class PrintSlip(Task):
    """Print it once, now or never."""

    paper: Paper
    visit: Visit
    outcome: Outcome
    language: str


@dataclass(frozen=True, slots=True)
class SlipEnded(Told):
    """What became of it."""

    at: SlipAt


def offered(visit: Visit, paper: Paper) -> Slip | None:
    """Where it can be printed, and the person who put something in stands there."""
    return Slip(paper) if paper in visit.papers and visit.by is By.CONSUMER else None


def step(state: Any, event: object) -> tuple[Any, tuple[PrintSlip, ...]]:
    """One print for each touch; while it prints no touch counts. The state has a ``slip``."""
    slip: Slip | None = state.slip
    match slip, event:
        case Slip(paper, _, tries), SlipAsked(language) if slip.may_print:
            # Opening the door again offers no second one.
            visit = replace(state.visit, papers=state.visit.papers - {paper})
            printing = Slip(paper, SlipAt.PRINTING, tries + 1)
            asked = PrintSlip(paper, visit, state.outcome, language)
            return replace(state, visit=visit, slip=printing), (asked,)
        case Slip(at=SlipAt.PRINTING), SlipEnded(at):
            return replace(state, slip=replace(slip, at=at)), ()
        case _:
            return state, ()
