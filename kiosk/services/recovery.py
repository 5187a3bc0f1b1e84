"""After a start: what became of the doors whose unlock was never seen to its end.

Nothing is ever fired again by itself; the sensors are read and the ledger follows them.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace

from kiosk.domain import settling
from kiosk.domain.errors import BoardError
from kiosk.domain.layout import DoorState, Layout, Owner
from kiosk.domain.model import (
    Change,
    CloudRules,
    CompartmentFlag,
    Contents,
    Intent,
    IntentState,
    Reservation,
)
from kiosk.ports import Store
from kiosk.services.contacts import Contacts

log = logging.getLogger(__name__)


class Recovery:
    """Goes through the unsettled intents once, before the first person is served."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        contacts: Contacts,
        rules: Mapping[Owner, CloudRules],
    ) -> None:
        self._layout = layout
        self._store = store
        self._contacts = contacts
        self._rules = rules

    async def settle(self) -> int:
        """Settle every intent that a power cut left behind; answers how many there were."""
        unsettled = await self._store.unsettled_intents()
        for wire in {self._layout.door(i.door).address.wire for i in unsettled}:
            try:
                await self._contacts.read(wire)
            except BoardError as error:
                log.warning("wire %s not read at start: %s", wire, type(error).__name__)
        for intent in unsettled:
            await self._settle(intent)
        return len(unsettled)

    async def _settle(self, intent: Intent) -> None:
        label = intent.door.partition("/")[0]
        if self._contacts.state(intent.door) is DoorState.SHUT:
            change = await self._found_shut(intent, label)
            await self._store.settle_intent(intent.id, IntentState.CLOSED, change)
            return
        # Open, or not known: whoever comes is asked to shut it, and only then it is settled.
        if intent.state is not IntentState.LEFT_OPEN:
            change = Change("door.found_open", compartment=label, contents=Contents.MAYBE)
            await self._store.settle_intent(intent.id, IntentState.LEFT_OPEN, change)
        left = Change("compartment.left_open", compartment=label)
        await self._store.flag(label, CompartmentFlag.LEFT_OPEN, "found at start", left)

    async def _found_shut(self, intent: Intent, label: str) -> Change:
        occupied = self._contacts.occupied(intent.door)
        unknown = Change("door.outcome_unknown", compartment=label, contents=Contents.MAYBE)
        if intent.state is IntentState.UNLOCKING or intent.reservation is None:
            # Whether it opened nobody saw: the code stays good, what lies inside is unsure.
            return replace(unknown, reservation=intent.reservation)
        reservation: Reservation | None = await self._store.reservation(intent.reservation)
        if reservation is None:
            return unknown
        rules = self._rules[reservation.owner]
        return settling.shut_late(intent, reservation, occupied, rules)
