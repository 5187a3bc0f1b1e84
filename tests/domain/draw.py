"""Draws docs/journeys.md: `python -m tests.domain.draw`; every arrow is a step that was walked."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kiosk.domain.flows import after, forms, gates, home, journey, labels, opening, walkup
from kiosk.domain.flows.effects import Effect, Flag, OpenDoor, Record, Settle
from kiosk.domain.flows.inputs import DoorClosed, Input
from tests.domain.diagram import Diagram
from tests.domain.diagrams import DIAGRAMS

FILE = Path(__file__).parents[2] / "docs" / "journeys.md"
HEAD = """# Journeys

Drawn by `python -m tests.domain.draw`, which walks `step` of `kiosk/domain/flows` with sample
payloads; no arrow is written by hand, and a test fails when this page is stale.

A box is a state, and the screen of that name. An arrow is an input: a touch, a code, a door, an
answer, time. **⚡** fires a lock. **✉** puts an event into the outbox. Left out everywhere but in
their own pictures: what changes nothing, help, the warning before the idle time ends, and the way
home for who leaves (`WentBack`, `FinishAsked`, `TimedOut`) where a picture is about something else.
"""
ALIKE = 6
"""States of one box that are walked on from."""
TALKATIVE = 4
"""Inputs named on one arrow; of more, the rest are counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One arrow's label, of perhaps several between two boxes."""

    start: str
    end: str
    words: str
    marks: str

    @property
    def label(self) -> str:
        return f"{self.words} {self.marks}".strip()


def page() -> str:
    return "\n".join([HEAD, *(_section(diagram) for diagram in DIAGRAMS)])


def boxes(diagram: Diagram) -> set[type]:
    """The kinds of state in the picture."""
    return {type(state) for before, _, state, _ in _walk(diagram) for state in (before, state)}


def _section(diagram: Diagram) -> str:
    lines = _lines(diagram)
    drawn = ["```mermaid", "stateDiagram-v2", *_names(diagram, lines)]
    drawn.append(f"    [*] --> {_id(_box(diagram.starts[0]))}")
    for start, end in dict.fromkeys((line.start, line.end) for line in lines):
        labels = [one.label for one in lines if (one.start, one.end) == (start, end)]
        drawn.append(f"    {_id(start)} --> {_id(end)} : {_joined(labels)}")
    return "\n".join([f"## {diagram.title}", "", diagram.text, "", *drawn, "```", ""])


def _names(diagram: Diagram, lines: list[Line]) -> Iterator[str]:
    first = _box(diagram.starts[0])
    names = [first, *(name for line in lines for name in (line.start, line.end))]
    for name in dict.fromkeys(names):
        if _id(name) != name:
            yield f'    state "{name}" as {_id(name)}'


def _lines(diagram: Diagram) -> list[Line]:
    found = (
        Line(_box(before), _box(state), _words_of(event), _marks(effects))
        for before, event, state, effects in _walk(diagram)
    )
    first: dict[tuple[str, str, str], Line] = {}
    for line in found:
        if line.start != line.end:
            # What was told already is not told again: the first telling is the one to show.
            first.setdefault((line.start, line.end, line.words), line)
    return list(first.values())


def _walk(
    diagram: Diagram,
) -> Iterator[tuple[journey.State, Input, journey.State, tuple[Effect, ...]]]:
    new, seen = deque(diagram.starts), set(diagram.starts)
    alike: Counter[str] = Counter()
    while new:
        here = new.popleft()
        for event in diagram.inputs:
            following, effects = journey.step(here, event)
            if (following == here and not effects) or _is_way_out(diagram, here, event, following):
                continue
            yield here, event, following, effects
            name = _box(following)
            if following in seen or isinstance(following, diagram.ends) or alike[name] >= ALIKE:
                continue
            alike[name] += 1
            seen.add(following)
            new.append(following)


def _is_way_out(
    diagram: Diagram, here: journey.State, event: Input, following: journey.State
) -> bool:
    leaves = isinstance(event, diagram.leaving) and isinstance(following, home.Home)
    return leaves and not isinstance(here, diagram.home_from)


def _box(state: journey.State) -> str:
    name = type(state).__name__
    match state:
        case home.Home(left_open=(_, *_)):
            return f"{name} (asks to shut a door)"
        case opening.Done(outcome=outcome) | after.NextDoor(outcome=outcome):
            return f"{name} ({_words(outcome)})"
        case home.Explaining(explanation=why):
            return f"{name} ({_words(why)})"
        case gates.PassingGate(demand=demand):
            return f"{name} ({_words(demand)})"
        case gates.GateStopped(failure=failure) | opening.DoorStuck(failure=failure):
            return f"{name} ({_words(failure)})"
        case after.ConfirmPut(soon=True):
            return f"{name} (open for a moment only)"
        case walkup.ChooseSize(offers=None):
            return f"{name} (looking)"
        case labels.OfferLabel(label=None):
            return f"{name} (being drawn)"
        case opening.ReachDoor(seeking=True):
            return f"{name} (looking for a lower one)"
        case opening.ReachDoor(visit) | opening.Opening(visit) if visit.moved:
            return f"{name} (another door)"
        case opening.TakeParcel(visit) | opening.PutParcel(visit) if visit.unseen:
            return f"{name} (nobody sees the door)"
        case forms.AskStaff():
            return f"{name} ({_words(state.line)})"
        case forms.LogInStopped(why=why):
            return f"{name} ({_words(why)})"
        case journey.StillThere(before) | journey.Help(before):
            return f"{name} over {_box(before)}"
        case _:
            return name


def _words_of(event: Input) -> str:
    details = [_words(value) for value in _payload(event) if isinstance(value, Enum)]
    match event:
        case DoorClosed(occupied, open_for):
            details = ["it is empty" if occupied is False else "occupied"] * (occupied is not None)
            details += ["soon"] * (open_for is not None and open_for < after.SOON)
        case _:
            fields = ("end", "inside", "empty", "stage", "seen", "out")
            details += [_flag(event, field) for field in fields]
    return " ".join([type(event).__name__, *(f"({detail})" for detail in details if detail)])


def _marks(effects: tuple[Effect, ...]) -> str:
    changes = [e.change for e in effects if isinstance(e, Settle | Record | Flag)]
    told = dict.fromkeys(event.name for change in changes for event in change.events)
    fires = ["⚡"] * any(isinstance(effect, OpenDoor) for effect in effects)
    return " ".join([*fires, *(f"✉ {name}" for name in told)])


def _payload(event: Input) -> Iterator[object]:
    for field in getattr(event, "__dataclass_fields__", {}):
        yield getattr(event, field)


def _flag(event: Input, field: str) -> str:
    match getattr(event, field, None):
        case True:
            return field
        case False:
            return f"not {field}"
        case int() as stage:
            return f"{field} {stage}"
        case _:
            return ""


def _words(value: Enum) -> str:
    return str(value.value).replace("_", " ")


def _joined(labels: list[str]) -> str:
    named, rest = labels[:TALKATIVE], len(labels) - TALKATIVE
    return "<br>".join(named) + (f"<br>and {rest} more" if rest > 0 else "")


def _id(name: str) -> str:
    return "_".join("".join(sign if sign.isalnum() else " " for sign in name).split())


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
