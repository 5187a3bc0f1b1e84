"""Terminals that only act as if: for the demo, and reachable from no kiosk.toml."""

import asyncio

from kiosk.domain.flows.choices import GateFailure
from kiosk.domain.model import ReservationId
from kiosk.domain.particulars import Due
from kiosk.ports_gates import Terminals


class SimulatedStepUp:
    """Believes everybody, after a while."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    async def verify(self, reservation: ReservationId) -> GateFailure | None:
        await asyncio.sleep(self._seconds)
        return None


class SimulatedPayment:
    """Takes any sum below its limit, in the smallest unit of the currency."""

    def __init__(self, seconds: float, limit: int) -> None:
        self._seconds = seconds
        self._limit = limit

    async def charge(self, reservation: ReservationId, due: Due) -> GateFailure | None:
        await asyncio.sleep(self._seconds)
        return GateFailure.REFUSED if due.amount > self._limit else None


def simulated_terminals(seconds: float = 2.0, limit: int = 10_000) -> Terminals:
    """One of each, as quick as a practised hand."""
    return Terminals(SimulatedStepUp(seconds), SimulatedPayment(seconds, limit))
