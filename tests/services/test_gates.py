"""What is demanded before a door opens: met by a terminal, or kindly refused; never for ever."""

import ast
import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.adapters.gates.simulated import simulated_terminals
from kiosk.domain.errors import KioskError
from kiosk.domain.flows.choices import GateFailed, GateFailure, GatePassed
from kiosk.domain.flows.visit import Aim, Extension, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Confidence, Purpose, ReservationId, Way
from kiosk.domain.particulars import Demand, Due
from kiosk.ports_gates import Terminals
from kiosk.services.gates import Gates
from tests.services.lockers import STANDALONE

TEN_EUROS = Due(1000, "EUR")
VISIT = Visit(
    reservation=ReservationId("a"),
    owner=Owner.LOCAL,
    purpose=Purpose.PICKUP,
    way=Way.QR,
    confidence=Confidence.CLOUD,
    label="1",
    door=None,
    rules=STANDALONE,
    gates=(Demand.STEP_UP, Demand.PAYMENT),
    due=TEN_EUROS,
)


class Terminal:
    """Does as it is told, and remembers what it was asked and whether it was broken off."""

    def __init__(self, answer: GateFailure | KioskError | None = None, *, dead: bool = False):
        self.answer = answer
        self.dead = dead
        self.asked: list[object] = []
        self.broken_off = False

    async def charge(self, reservation: ReservationId, due: Due) -> GateFailure | None:
        self.asked.append(due)
        return await self.verify(reservation)

    async def verify(self, reservation: ReservationId) -> GateFailure | None:
        self.asked.append(reservation)
        if self.dead:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                self.broken_off = True
                raise
        if isinstance(self.answer, KioskError):
            raise self.answer
        return self.answer


@pytest.mark.parametrize("demand", list(Demand))
async def test_what_nothing_here_can_meet_is_refused_at_once(demand):
    answer = await Gates(Terminals()).pass_(VISIT, demand)
    assert answer == GateFailed(demand, GateFailure.UNAVAILABLE)


async def test_the_sum_that_is_due_is_charged_for_its_own_reservation():
    terminal = Terminal()
    answer = await Gates(Terminals(payment=terminal)).pass_(VISIT, Demand.PAYMENT)
    assert answer == GatePassed(Demand.PAYMENT)
    assert terminal.asked == [TEN_EUROS, "a"]


async def test_a_later_end_costs_its_own_price():
    later = Extension(datetime(2026, 5, 5, tzinfo=UTC), Due(250, "EUR"))
    terminal = Terminal()
    visit = replace(VISIT, aim=Aim.EXTEND, extension=later)
    await Gates(Terminals(payment=terminal)).pass_(visit, Demand.PAYMENT)
    assert terminal.asked == [Due(250, "EUR"), "a"]


async def test_a_payment_without_a_sum_is_taken_by_nobody():
    terminal = Terminal()
    answer = await Gates(Terminals(payment=terminal)).pass_(
        replace(VISIT, due=None), Demand.PAYMENT
    )
    assert answer == GateFailed(Demand.PAYMENT, GateFailure.UNAVAILABLE)
    assert not terminal.asked


@pytest.mark.parametrize("failure", [GateFailure.REFUSED, GateFailure.CANCELLED])
async def test_what_the_terminal_refuses_is_passed_on(failure):
    gates = Gates(Terminals(step_up=Terminal(failure)))
    assert await gates.pass_(VISIT, Demand.STEP_UP) == GateFailed(Demand.STEP_UP, failure)


async def test_a_terminal_that_fails_is_one_that_is_not_there():
    gates = Gates(Terminals(step_up=Terminal(KioskError("line dead"))))
    answer = await gates.pass_(VISIT, Demand.STEP_UP)
    assert answer == GateFailed(Demand.STEP_UP, GateFailure.UNAVAILABLE)


async def test_a_terminal_that_never_answers_is_broken_off():
    terminal = Terminal(dead=True)
    answer = await Gates(Terminals(payment=terminal), patience=0.01).pass_(VISIT, Demand.PAYMENT)
    assert answer == GateFailed(Demand.PAYMENT, GateFailure.CANCELLED)
    assert terminal.broken_off


async def test_the_demo_s_terminal_declines_what_is_above_its_limit():
    gates = Gates(simulated_terminals(0.0, limit=999))
    assert isinstance(await gates.pass_(VISIT, Demand.STEP_UP), GatePassed)
    declined = GateFailed(Demand.PAYMENT, GateFailure.REFUSED)
    assert await gates.pass_(VISIT, Demand.PAYMENT) == declined


def test_only_the_demo_can_reach_terminals_that_act_as_if():
    root = Path(__file__).resolve().parents[2] / "kiosk"
    importers = {
        path.relative_to(root).parts[0]
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "kiosk.adapters.gates.simulated"
    }
    assert importers <= {"demo"}
    assert "kiosk.adapters.gates" not in (root.parent / "pyproject.toml").read_text("utf-8")
