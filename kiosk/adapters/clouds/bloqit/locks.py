"""Mode ``front``: Bloq.it's own machine owns the locks, and asking it is the unlock.

"Partner API 1.35.0": Make Delivery, Collect an Item, Open a Locker. Which call opens again after
the first opening is our reading, not confirmed by the vendor.
"""

from collections.abc import Mapping

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.bank import LockerAnswer
from kiosk.adapters.clouds.bloqit.facts import Facts
from kiosk.domain.errors import CloudBroken, CloudConflict
from kiosk.domain.model import Purpose
from kiosk.ports_abilities import Unlock


class Locks(Facts):
    """Unlocks by call, and looks at the doors."""

    async def unlock(self, wish: Unlock) -> None:
        """Ask once for this door. A conflict means that nothing was opened, silence means nothing.

        Raises CloudError: CloudBroken for 502 and 504, when the bloq or its locker did not answer.
        """
        locker = (await self.bank()).locker_id(wish.label)
        if wish.reservation is None:
            await self._open_free(locker)
        elif wish.purpose is Purpose.OPENING:
            await self._put("open_in_place", wish.reservation)
        elif wish.again:
            await self._again(wish, locker)
        else:
            await self._first(wish, locker)

    async def open_doors(self) -> Mapping[str, bool | None]:
        """By label whether each door stands open (``isOpen`` of every locker)."""
        bank = await self.bank(fresh=True)
        return {placed.compartment.label: placed.locker.is_open for placed in bank}

    async def _first(self, wish: Unlock, locker: str) -> bool:
        """Whether there was a call: a store or send opened its locker when it was made."""
        rent_id = wish.reservation or ""
        if wish.purpose is not Purpose.DROPOFF:
            await self._put("collect", rent_id)
        elif await self.type_of(rent_id) in ("delivery", "return"):
            await self._put("make", rent_id, query={"lockerID": locker})
        else:
            return False
        return True

    async def _again(self, wish: Unlock, locker: str) -> None:
        """A shut drop-off is a rent in progress, opened in place; else as at first, so that what
        was not taken is collected and what did not fit gets another locker."""
        try:
            await self._put("open_in_place", wish.reservation or "")
        except CloudConflict:
            if not await self._first(wish, locker):
                raise

    async def _open_free(self, locker: str) -> None:
        """Only a locker without a rent is opened like this, the cloud itself sees to that."""
        body = await self.call("open_locker", {"lockerID": locker})
        if checked(LockerAnswer, body, "open_locker").id != locker:
            raise CloudBroken("open_locker: another locker came back")
