"""Before a door opens: home and the code, what is kept, what is demanded, what is printed."""

from kiosk.domain.flows import gates, home, keeping, labels, proved
from kiosk.domain.flows.effects import Effect
from kiosk.domain.flows.inputs import Input

State = home.State | keeping.State | gates.State | labels.State
Next = tuple[State | proved.State, tuple[Effect, ...]]


def step(state: State, event: Input) -> Next:
    """Decide what follows: each part of it has a step of its own."""
    if isinstance(state, keeping.State):
        return keeping.step(state, event)
    if isinstance(state, gates.State):
        return gates.step(state, event)
    if isinstance(state, labels.State):
        return labels.step(state, event)
    return home.step(state, event)
