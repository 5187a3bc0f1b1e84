"""What meets a demand before a door opens: proof of who one is, and payment."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.flows.choices import GateFailure
from kiosk.domain.model import ReservationId
from kiosk.domain.particulars import Due


class StepUp(Protocol):
    """Checks who a person is, or how old."""

    async def verify(self, reservation: ReservationId) -> GateFailure | None:
        """Have the person at the screen prove it; None once it is proved.

        Cancelled (asyncio) when the person goes: nothing asked for may stay open then.
        Raises KioskError when the other end fails.
        """


class Payment(Protocol):
    """A payment terminal, or whatever else takes money."""

    async def charge(self, reservation: ReservationId, due: Due) -> GateFailure | None:
        """Take the sum; None once it is taken for good.

        Cancelled (asyncio) when the person goes: money not yet answered for is given back.
        Raises KioskError when the other end fails.
        """


@dataclass(frozen=True, slots=True)
class Terminals:
    """What stands beside this kiosk; a demand nothing here can meet is refused kindly."""

    step_up: StepUp | None = None
    payment: Payment | None = None


NO_TERMINALS = Terminals()
