"""A reservation made here gets a later end, or new codes for lost ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from kiosk.domain import notices, settling
from kiosk.domain.access import WAITING
from kiosk.domain.model import Purpose, Reservation
from kiosk.domain.particulars import Contact
from kiosk.ports import Clock
from kiosk.ports_desk import DeskStore
from kiosk.services.local import BOTH, LocalReservations, Made, NotPossible

Facts = Mapping[str, str | int | bool | None]


class Tells(Protocol):
    """Who tells holders what changed."""

    def reaches(self, contact: Contact) -> bool: ...

    def wake(self) -> None:
        """A message to a holder was recorded."""


class Renewals:
    """What an operator may change on a live reservation; who did it is in the same journal line."""

    def __init__(
        self,
        store: DeskStore,
        local: LocalReservations,
        clock: Clock,
        tells: Tells,
    ) -> None:
        self._tells = tells
        self._store = store
        self._local = local
        self._clock = clock

    async def extend(self, ref: str, until: datetime, facts: Facts) -> Reservation:
        """Let it last longer, never shorter. Raises NotPossible."""
        reservation = await self._local.one(ref)
        ends = reservation.expires_at
        if ends is None:
            raise NotPossible(f"{ref!r} has no end that could be put off")
        if until <= self._clock.now():
            raise NotPossible(f"{until.isoformat()} has passed already")
        if until <= ends:
            raise NotPossible(f"{ref!r} lasts until {ends.isoformat()} already")
        facts = {**facts, "from": ends.isoformat(), "to": until.isoformat()}
        change = settling.put_off(reservation, until, facts)
        await self._store.extend(reservation.id, until, change)
        state = change.state or reservation.state
        return replace(reservation, expires_at=until, state=state)

    async def reissue(self, ref: str, reason: str, facts: Facts) -> Made:
        """New codes in place of all old ones, which open nothing any more. Raises NotPossible.

        A holder who can be told gets theirs in a message, and nobody else sees them.
        """
        if not reason.strip():
            raise NotPossible("say a reason: who asked, and how you knew them")
        reservation = await self._local.one(ref)
        # Once the parcel lies there, a drop-off code would only be one more to guess.
        purposes = BOTH if reservation.state in WAITING else (Purpose.PICKUP,)
        new = await self._local.new_codes(purposes)
        change = settling.reissued(reservation, {**facts, "reason": reason[:200]})
        contact = await self._store.contact(reservation.id)
        told, others = None, new
        if contact is not None and self._tells.reaches(contact):
            told, others = notices.replaced(reservation, new)
        if told is not None:
            change = replace(change, events=(*change.events, told))
        await self._store.reissue(reservation.id, new, change)
        self._tells.wake()
        return Made(reservation, others, told=told is not None)
