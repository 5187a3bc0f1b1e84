"""Service mode's look at network, clock, cloud and outbox; each can be asked to do its work now."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.domain.flows import duty
from kiosk.domain.flows.duty import Staffer, Step
from kiosk.domain.flows.inputs import WentBack
from kiosk.domain.flows.service import bench, outbox
from kiosk.domain.flows.staffed import StaffInput, StaffState, Task, Told
from kiosk.domain.lines import Line, LinesSeen


class Nudged(Enum):
    """What came of asking the cloud, or of sending, by hand."""

    ASKING = "asking"
    ANSWERED = "answered"
    SILENT = "silent"
    """The cloud did not answer in time."""
    SENDING = "sending"
    """All that waits is due; the number beside says how it goes on."""


@dataclass(frozen=True, slots=True)
class Lines(StaffState):
    """All lines with whether they are well."""

    who: Staffer
    seen: LinesSeen | None = None
    """None until it was read."""

    @property
    def rereads(self) -> Task | None:
        return ReadLines()


@dataclass(frozen=True, slots=True)
class OneLine(StaffState):
    """What is known of one of them."""

    who: Staffer
    line: Line
    seen: LinesSeen
    nudged: Nudged | None = None

    @property
    def rereads(self) -> Task | None:
        return ReadLines()


@dataclass(frozen=True, slots=True)
class ReadLines(Task):
    """Answered by ``LinesRead``."""


@dataclass(frozen=True, slots=True)
class AskCloud(Task):
    """Read the cloud now; answered by ``CloudAsked``."""


@dataclass(frozen=True, slots=True)
class SendNow(Task):
    """Everything that waits is due; answered by ``Sending``."""


@dataclass(frozen=True, slots=True)
class LinesRead(Told):
    seen: LinesSeen | None
    """None: nobody could look just now; what was seen before stands."""


@dataclass(frozen=True, slots=True)
class CloudAsked(Told):
    answered: bool


@dataclass(frozen=True, slots=True)
class Sending(Told):
    """The outbox is at it."""


@dataclass(frozen=True, slots=True)
class LineChosen(StaffInput):
    line: Line


@dataclass(frozen=True, slots=True)
class CloudAskAsked(StaffInput):
    """Ask the cloud now."""


@dataclass(frozen=True, slots=True)
class SendAsked(StaffInput):
    """Send now."""


@dataclass(frozen=True, slots=True)
class ParkedAsked(StaffInput):
    """Show what was set aside."""


State = Lines | OneLine


def begin(who: Staffer) -> duty.Next:
    return Lines(who), (ReadLines(),)


def step(state: State, event: object) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case Lines() | OneLine(), LinesRead(seen) if seen is not None:
            return replace(state, seen=seen), ()
        case Lines(who, seen), LineChosen(line) if seen is not None and seen.has(line):
            return OneLine(who, line, seen), ()
        case OneLine(), _:
            return _one(state, event)
        case Lines(who), WentBack():
            return bench.begin(who)
        case _:
            return state, ()


def _one(state: OneLine, event: object) -> duty.Next:
    match state.line, event:
        case Line.CLOUD, CloudAskAsked() if state.nudged is not Nudged.ASKING:
            return replace(state, nudged=Nudged.ASKING), (AskCloud(),)
        case Line.CLOUD, CloudAsked(answered):
            return replace(state, nudged=Nudged.ANSWERED if answered else Nudged.SILENT), ()
        case Line.OUTBOX, SendAsked():
            return state, (SendNow(),)
        case Line.OUTBOX, Sending():
            return replace(state, nudged=Nudged.SENDING), ()
        case Line.OUTBOX, ParkedAsked() if state.seen.queue.parked:
            return outbox.begin(state.who)
        case _, WentBack():
            return Lines(state.who, state.seen), ()
        case _:
            return state, ()


STEPS: Mapping[type[StaffState], Step] = {Lines: step, OneLine: step}
