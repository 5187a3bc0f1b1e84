"""What service mode needs of the store beyond what commands need."""

from datetime import datetime
from typing import Protocol

from kiosk.domain.compartments import Tries
from kiosk.domain.model import Change
from kiosk.domain.tickets import Fault, Ticket
from kiosk.ports_commands import CommandStore


class ServiceStore(CommandStore, Protocol):
    """The store as technicians' work at doors uses it; each call commits before it returns."""

    async def tries_at(self, label: str) -> Tries:
        """How the locks of this compartment did, as far as intents are kept."""

    async def opened_at(self, label: str) -> datetime | None:
        """When this compartment was last found or seen open, as the journal has it."""

    async def tickets(self) -> tuple[Ticket, ...]:
        """The open ones, oldest first."""

    async def open_ticket(self, label: str, fault: Fault, by: str, change: Change) -> None:
        """The same fault of the same compartment is written down once."""

    async def close_ticket(self, ticket: int, by: str, change: Change) -> bool:
        """Whether it was open."""
