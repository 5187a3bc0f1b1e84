"""Whose compartments a walk-up can be in, and which of them may be given away now."""

from collections.abc import Collection, Mapping

from kiosk.domain import allocation
from kiosk.domain.errors import CloudError
from kiosk.domain.flows.choices import Draft
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import Kind
from kiosk.domain.rules import CloudRules
from kiosk.ports import Store
from kiosk.services import walkup_visits as visits
from kiosk.services.local import LocalReservations
from kiosk.services.walkup_clouds import CloudWalkUps


class WalkUpRoom:
    """Looks; sets nothing aside."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        local: LocalReservations,
        far: CloudWalkUps,
        rules: Mapping[Owner, CloudRules],
    ) -> None:
        self._layout = layout
        self._store = store
        self._local = local
        self._far = far
        self._rules = rules

    def kinds(self, owner: Owner) -> frozenset[Kind]:
        """What can be begun in compartments of this owner."""
        return self._far.kinds if owner is Owner.CLOUD else self._rules[owner].walk_ups

    async def owners(self, draft: Draft) -> frozenset[Owner]:
        """Whose compartments it can be."""
        if draft.visit is not None:
            return frozenset({draft.visit.owner})
        kind, there = visits.KINDS[draft.aim], {c.owner for c in self._layout.compartments()}
        can = {owner for owner in there if kind in self.kinds(owner)}
        if draft.earlier is not None and len(can) > 1:
            # What comes back goes to whom it came from.
            delivered = await self._store.reservation(draft.earlier)
            can = {delivered.owner} if delivered else can
        return frozenset(can)

    async def free(self, draft: Draft) -> tuple[list[Compartment], bool]:
        """What may be given away, best first; and whether a cloud was not reached."""
        owners, silent = await self.owners(draft), False
        free: list[Compartment] = []
        for owner in sorted(owners, key=lambda one: one.value, reverse=True):
            found = await self._local.free(owner, draft.needs)
            if owner is Owner.CLOUD and draft.visit is None:
                try:
                    room = await self._far.room(draft)
                except CloudError:
                    found, silent = (), True
                else:
                    found = tuple(c for c in found if room is None or c.label in room)
            free += found
        return free, silent

    async def best(
        self, draft: Draft, owner: Owner, sizes: Collection[str] | None = None
    ) -> Compartment | None:
        """Of the size that was chosen; a larger one when somebody else was faster."""
        free = await self._local.free(owner, draft.needs)
        return allocation.smallest(free, sizes or self._local.fitting(draft.size))
