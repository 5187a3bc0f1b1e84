"""Does what a journey asks for while the screen waits; every errand ends in an answer."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from kiosk.domain.acts import By
from kiosk.domain.flows import printed
from kiosk.domain.flows.choices import (
    Draft,
    GateFailed,
    GateFailure,
    NothingFree,
    SizesFound,
    Want,
)
from kiosk.domain.flows.effects import (
    CheckCode,
    Effect,
    EndVisit,
    FindOther,
    FindSizes,
    OpenDoor,
    PassGate,
    Reserve,
)
from kiosk.domain.flows.inputs import (
    CodeRefused,
    DoorClosed,
    DoorFailed,
    DoorOpened,
    DoorSighted,
    DoorStillOpen,
    Explained,
    Granted,
    Input,
    NoOther,
    OtherFound,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Explanation, Failure, Visit
from kiosk.domain.policy import Policy
from kiosk.services.access import Access
from kiosk.services.doors import Doors
from kiosk.services.gates import Gates
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)


class Walkups(Protocol):
    """Finds compartments and sets them aside."""

    async def sizes(self, draft: Draft) -> SizesFound | NothingFree | Explained: ...
    async def reserve(self, draft: Draft, *, session: int) -> Granted | NothingFree | Explained: ...
    async def other(self, visit: Visit, want: Want) -> Visit | None: ...


class Labels(Protocol):
    """Prints what is offered at the screen."""

    async def prepare(self, visit: Visit) -> printed.LabelInput: ...
    async def print_(self, label: printed.LabelDraft) -> printed.LabelInput: ...
    async def said(self, label: printed.LabelDraft, out: bool) -> printed.LabelInput: ...
    async def drop(self, label: printed.LabelDraft) -> printed.LabelInput: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question came to; it counts only while that very question is open."""

    question: int
    input: Input


class Errands:
    """Runs the errands of one screen: one question at a time, and the doors."""

    def __init__(
        self, access: Access, doors: Doors, walkups: Walkups, gates: Gates, policy: Policy
    ) -> None:
        self.report: Callable[[Input | Answer], None] = lambda _input: None
        """Hears every answer, and what the person's door does."""
        self.labels: Labels | None = None
        """None where nothing prints; then no visit has a label."""
        self.crew: Mapping[type[Task], Handler] = {}
        """Who does what staff's screens ask for."""
        self.may_open: Callable[[Visit], Awaitable[bool]] | None = None
        """Asked before every intent, each retry too; None: whoever has a visit may."""
        self.forgot: Callable[[], None] = lambda: None
        """Hears that home was reached: nobody is logged in there."""
        self._actor = By.CONSUMER.value
        """Whose door was opened last."""
        self._rereading: asyncio.Task[None] | None = None
        self._access = access
        self._doors = doors
        self._walkups = walkups
        self._gates = gates
        self._policy = policy
        self._question = 0
        self._passing: asyncio.Task[None] | None = None
        self._work: set[asyncio.Task[None]] = set()
        doors.owner_shut = lambda occupied, open_for: self.report(DoorClosed(occupied, open_for))
        doors.still_open = lambda stage: self.report(DoorStillOpen(stage, doors.is_heard()))
        doors.sighted = lambda seen: self.report(DoorSighted(seen))
        doors.opened_late = lambda intent: self.report(DoorOpened(intent))

    def begin(self, effect: Effect, session: int) -> None:
        """Start what the effect asks for, in this session; what is recorded is none of ours."""
        match effect:
            case CheckCode(code, datum, aim):
                self._ask(self._access.check(code, datum, aim), CodeRefused())
            case FindOther(visit, want):
                self._ask(self._other(visit, want), NoOther())
            case FindSizes(draft):
                self._ask(self._walkups.sizes(draft), Explained(Explanation.ASK_STAFF))
            case Reserve(draft):
                reserving = self._walkups.reserve(draft, session=session)
                self._ask(reserving, Explained(Explanation.ASK_STAFF))
            case PassGate(visit, demand):
                failed = GateFailed(demand, GateFailure.UNAVAILABLE)
                self._passing = self._ask(self._gates.pass_(visit, demand), failed)
            case OpenDoor(visit):
                self._actor = visit.by.value
                self._run(self._open(visit), DoorFailed(Failure.BOARD), self.report)
            case EndVisit():
                self._doors.end_visit(self._actor)
            case Task() if type(effect) in self.crew:
                self._ask(*self.crew[type(effect)].asked(effect))
            case _ if self.labels is not None:
                self._label(self.labels, effect)
            case _:
                return

    def reread(self, task: Task) -> None:
        """Read once more what a screen of staff's shows, unless that is still under way."""
        if type(task) in self.crew and (self._rereading is None or self._rereading.done()):
            work, otherwise = self.crew[type(task)].asked(task)
            self._rereading = self._run(work, otherwise, self.report)

    def _label(self, labels: Labels, effect: Effect) -> None:
        match effect:
            case printed.PrepareLabel(visit):
                self._ask(labels.prepare(visit), printed.LabelLost())
            case printed.PrintLabel(_, label):
                # It may have come out: only the person knows.
                self._ask(labels.print_(label), printed.LabelDoubtful(label))
            case printed.SayLabel(label, out):
                self._ask(labels.said(label, out), printed.LabelLost())
            case printed.DropLabel(label):
                self._run(labels.drop(label), printed.LabelNeedless(), lambda _: None)
            case _:
                return

    def is_open(self, answer: Answer) -> bool:
        """Whether that question still waits for its answer."""
        return answer.question == self._question

    def leave_gate(self) -> None:
        """Nobody stands at the terminal any more: what was asked there is called off."""
        if self._passing is not None:
            self._passing.cancel()
            self._passing = None

    def forget(self) -> None:
        """The person has gone: no answer to what they asked reaches the next one."""
        self._question += 1
        if self._rereading is not None:
            self._rereading.cancel()
            self._rereading = None
        self.leave_gate()
        self.forgot()

    async def aclose(self) -> None:
        """End everything that is under way."""
        for task in self._work:
            task.cancel()
        await asyncio.gather(*self._work, return_exceptions=True)

    def _ask(self, work: Awaitable[Input], otherwise: Input) -> asyncio.Task[None]:
        self._question += 1
        question = self._question
        return self._run(work, otherwise, lambda found: self.report(Answer(question, found)))

    def _run(
        self, work: Awaitable[Input], otherwise: Input, tell: Callable[[Input], None]
    ) -> asyncio.Task[None]:
        """No screen may wait for ever: work that breaks down is answered all the same."""

        async def errand() -> None:
            try:
                found = await work
            except Exception:
                log.exception("an errand failed")
                found = otherwise
            tell(found)

        task = asyncio.create_task(errand())
        self._work.add(task)
        task.add_done_callback(partial(self._ended, work))
        return task

    def _ended(self, work: Awaitable[Any], task: asyncio.Task[None]) -> None:
        """What is called off before its first step was never begun: it is not left lying."""
        self._work.discard(task)
        if asyncio.iscoroutine(work):
            work.close()

    async def _open(self, visit: Visit) -> Input:
        if self.may_open is not None and not await self.may_open(visit):
            return DoorFailed(Failure.TURNED_AWAY)
        order = Order(
            door=visit.door,
            authorisation=visit.authorisation,
            actor=visit.by.value,
            pulse=visit.pulses,
            reservation=visit.reservation,
            purpose=visit.purpose,
            again=visit.settled or visit.opened or visit.owes,
            beside=visit.beside,
        )
        stretch = self._policy.access_stretch if visit.access else 1.0
        match await self._doors.open(order, stretch=stretch):
            case Opened(intent):
                return DoorOpened(intent)
            case Stayed(failure, intent):
                return DoorFailed(failure, intent)

    async def _other(self, visit: Visit, want: Want) -> Input:
        other = await self._walkups.other(visit, want)
        return NoOther() if other is None else OtherFound(other)
