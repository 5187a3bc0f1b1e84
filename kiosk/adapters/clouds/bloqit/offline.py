"""What Bloq.it says of a drop-off that was taken in while its cloud was silent.

"Partner API 1.35.0", Webhooks, Extra info: a locker is disabled preventively when the code is
invalid, the bloq is disabled, or the rent is another bloq's. The document has no call that looks a
code up, and rents of other bloqs are not listed here, so a code of no known rent is invalid.
"""

from kiosk.adapters.clouds.answers import checked
from kiosk.adapters.clouds.bloqit.rent import Whose, is_id
from kiosk.adapters.clouds.bloqit.rents import Rents
from kiosk.domain.errors import CloudBroken, CloudMissing
from kiosk.domain.model import ReservationId
from kiosk.domain.offline import Ruling


class Offline(Rents):
    """Which of the vendor's reasons there is against it; of the rent's own state nothing."""

    async def rule_on(self, reservation: ReservationId | None, code: str) -> Ruling:
        """The other bloq counts before our own being disabled."""
        bank = await self.bank(fresh=True)
        closed = bank.active is False
        if reservation is None:
            return Ruling.INACTIVE if closed else Ruling.INVALID
        if not is_id(reservation):
            return Ruling.INVALID
        try:
            whose = checked(Whose, await self.call("rent", {"rentID": reservation}), "rent")
        except CloudMissing:
            return Ruling.INVALID
        if whose.id != reservation:
            raise CloudBroken("rent: another one than asked for came back")
        if not self._is_ours(whose, bank, listed=True):
            return Ruling.WRONG_PLACE
        return Ruling.INACTIVE if closed else Ruling.AGREED
