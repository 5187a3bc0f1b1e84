"""Walks all journeys: from home, by everything that can happen, to whatever follows."""

from collections import Counter, deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache

from kiosk.domain.flows import journey
from kiosk.domain.flows.effects import Effect
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Input
from kiosk.domain.flows.visit import Visit
from tests.domain.samples import EVERYTHING

ALIKE = 3
"""So many states of one kind are walked on from; the others differ in nothing that matters."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One step of a journey."""

    before: journey.State
    event: Input
    after: journey.State
    effects: tuple[Effect, ...]


@cache
def arrows() -> tuple[Arrow, ...]:
    """Every step that was walked, stray inputs included."""
    return tuple(_walk())


def states() -> list[journey.State]:
    return list(dict.fromkeys([Home(), *(arrow.after for arrow in arrows())]))


def bare(state: journey.State) -> journey.Journey:
    """What lies beneath help, privacy and the idle warning."""
    return state.before if isinstance(state, journey.Above) else state


def visit_in(state: journey.State) -> Visit | None:
    beneath = bare(state)
    draft = getattr(beneath, "draft", None)
    visit: Visit | None = getattr(beneath, "visit", getattr(draft, "visit", None))
    return visit


def _walk() -> Iterator[Arrow]:
    seen: set[journey.State] = {Home()}
    new = deque(seen)
    alike: Counter[Hashable] = Counter()
    while new:
        here = new.popleft()
        for event in EVERYTHING:
            following, effects = journey.step(here, event)
            yield Arrow(here, event, following, effects)
            if following not in seen and alike[kind(following)] < ALIKE:
                alike[kind(following)] += 1
                seen.add(following)
                new.append(following)


def kind(state: journey.State) -> Hashable:
    """What makes a state go on in another way than its neighbours."""
    visit = visit_in(state)
    if visit is None:
        return type(state), type(bare(state)), getattr(bare(state), "explanation", None)
    return (
        type(state),
        type(bare(state)),
        visit.purpose,
        visit.kind,
        visit.walk_up,
        len(visit.rest),
        visit.gates,
        visit.settled,
        visit.unseen,
        visit.aim,
        visit.rules.name,
        getattr(bare(state), "outcome", None),
    )
