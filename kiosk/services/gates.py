"""Has demands met, one at a time; what nothing here can meet is refused at once."""

import asyncio
import logging
from collections.abc import Awaitable

from kiosk.domain.errors import KioskError
from kiosk.domain.flows.choices import GateFailed, GateFailure, GatePassed
from kiosk.domain.flows.visit import Aim, Visit
from kiosk.domain.particulars import Demand, Due
from kiosk.ports_gates import Terminals

log = logging.getLogger(__name__)

PATIENCE = 120.0
"""Seconds a terminal gets for one person; then nothing was paid and nothing proved."""


class Gates:
    """The only one who asks the terminals."""

    def __init__(self, terminals: Terminals, patience: float = PATIENCE) -> None:
        self._terminals = terminals
        self._patience = patience

    async def pass_(self, visit: Visit, demand: Demand) -> GatePassed | GateFailed:
        """Have one demand met for this visit; never raises, and ends within the patience."""
        asked = self._ask(visit, demand)
        if asked is None:
            return GateFailed(demand, GateFailure.UNAVAILABLE)
        try:
            async with asyncio.timeout(self._patience):
                failure = await asked
        except TimeoutError:
            failure = GateFailure.CANCELLED
        except KioskError as error:
            log.warning("%s: %s", demand.value, type(error).__name__)
            failure = GateFailure.UNAVAILABLE
        return GatePassed(demand) if failure is None else GateFailed(demand, failure)

    def _ask(self, visit: Visit, demand: Demand) -> Awaitable[GateFailure | None] | None:
        """Whoever can meet it; None when nobody can. Terms are agreed to on the screen alone."""
        step_up, payment = self._terminals.step_up, self._terminals.payment
        if demand is Demand.STEP_UP and step_up is not None:
            return step_up.verify(visit.reservation)
        due = price(visit)
        if demand is Demand.PAYMENT and payment is not None and due is not None:
            return payment.charge(visit.reservation, due)
        return None


def price(visit: Visit) -> Due | None:
    """What this visit costs: a later end has a price of its own."""
    extends = visit.aim is Aim.EXTEND and visit.extension is not None
    return visit.extension.due if extends and visit.extension else visit.due
