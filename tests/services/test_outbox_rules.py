"""Whatever is lost, cut off or refused: when all is quiet, each fact was told once, in order."""

import asyncio

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from kiosk.domain.errors import (
    CloudBroken,
    CloudBusy,
    CloudConflict,
    CloudForbidden,
    CloudRefused,
    CloudSilent,
)
from kiosk.services.outbox import Outbox
from tests.services.fakes import FakeClock, FakeCloud, Fault, Pocket, PowerCut

FACTS = ["parcel.deposited", "parcel.collected", "reservation.cancelled"]
TICKET = "compartment.problem"
ERRORS = [
    None,
    CloudBroken("<html>"),
    CloudBusy("later", 30.0),
    CloudForbidden("key"),
    CloudConflict("state"),
    CloudRefused("no"),
    KeyError("a bug"),
    # The two that tempt to tell a thing twice come more often.
    *[CloudSilent("lost")] * 3,
    *[PowerCut()] * 4,
]
ANSWERS = (CloudBusy, CloudForbidden, CloudRefused)
"""With these a cloud says that it did nothing."""


class TellingEachOnce(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.clock = FakeClock()
        self.store = Pocket(self.clock)
        self.cloud = FakeCloud()
        self.cuts = 0
        self.loop = asyncio.new_event_loop()
        self.starts()

    @rule()
    def starts(self):
        self.outbox = Outbox(self.store, self.cloud, self.clock, chance=lambda: 0.5)

    @rule(name=st.sampled_from(FACTS), about=st.sampled_from(["r1", "r2", "r3"]))
    def happens(self, name, about):
        self.store.happens(name, about)

    @rule()
    def breaks(self):
        self.store.happens(TICKET, None)

    @precondition(lambda self: self.store.waiting)
    @rule(
        seconds=st.sampled_from([0, 1, 30, 400, 80_000]),
        wrong=st.lists(st.tuples(st.sampled_from(ERRORS), st.booleans()), max_size=2),
    )
    def delivers(self, seconds, wrong=()):
        for error, takes_effect in wrong:
            done = takes_effect and error is not None and not isinstance(error, ANSWERS)
            self.cloud.faults.append(Fault(error, done))
        self.clock.forward(seconds)
        try:
            self.loop.run_until_complete(self.outbox.once())
        except PowerCut:
            self.cuts += 1
            self.starts()

    @rule(dead=st.booleans())
    def comes_and_goes(self, dead):
        self.cloud.dead = dead
        if not dead:
            self.outbox.wake(reset_backoff=True)

    def teardown(self):
        self.cloud.dead = False
        self.cloud.faults.clear()
        for _ in range(len(self.store.waiting) + 1):
            self.delivers(3600)
        self.loop.close()
        assert not self.store.waiting
        told = [event.seq for event in self.cloud.effects if event.name != TICKET]
        assert len(told) == len(set(told))
        for about in ("r1", "r2", "r3"):
            order = [e.seq for e in self.cloud.effects if e.reservation == about]
            assert order == sorted(order)
        self.told_or_set_aside()

    def told_or_set_aside(self):
        told = {event.seq for event in self.cloud.effects}
        happened = self.store.count()
        assert set(range(1, happened + 1)) == told | set(self.store.parked)
        tickets = [event.seq for event in self.cloud.effects if event.name == TICKET]
        assert all(tickets.count(seq) <= 2 + self.cuts for seq in tickets)


TellingEachOnce.TestCase.settings = settings(
    max_examples=120, stateful_step_count=40, deadline=None
)
TestTellingEachOnce = TellingEachOnce.TestCase
