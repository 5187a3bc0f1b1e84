"""What the cloud says of one drop-off that was taken in while it was silent."""

from kiosk.domain import offline
from kiosk.domain.errors import CloudMissing
from kiosk.domain.layout import Owner
from kiosk.domain.model import Claim, Purpose, Reservation, ReservationState
from kiosk.domain.offline import Ruling
from kiosk.ports import Cloud, Store
from kiosk.ports_abilities import Resolves, Vouches
from kiosk.services.waiting import answer

AWAITED = {ReservationState.ANNOUNCED, ReservationState.RESERVED}


class Verdicts:
    """Asks as much as the cloud can tell; each raises CloudError."""

    def __init__(self, store: Store, cloud: Cloud) -> None:
        self._store = store
        self._cloud = cloud

    async def of_known(self, reservation: Reservation, label: str, code: str) -> Ruling:
        """A reservation that was known: is it as it was, and is it this bank's?"""
        if isinstance(self._cloud, Vouches):
            ruling = await answer(self._cloud.rule_on(reservation.id, code))
            if ruling is not Ruling.AGREED:
                return ruling
        if not isinstance(self._cloud, Resolves):
            return Ruling.AGREED
        try:
            told = await answer(self._cloud.read(reservation.id))
        except CloudMissing:
            return Ruling.INVALID
        return Ruling.AGREED if offline.agrees(told, label, code) else Ruling.INVALID

    async def of_unknown(self, code: str) -> Ruling:
        if isinstance(self._cloud, Vouches):
            ruling = await answer(self._cloud.rule_on(None, code))
            return Ruling.INVALID if ruling is Ruling.AGREED else ruling
        return Ruling.INVALID

    async def claim(self, code: str) -> Claim | None:
        """The one reservation the sync has brought meanwhile that this code is for."""
        found = {
            claim.reservation.id: claim
            for claim in await self._store.typed_claims(code)
            if claim.purpose is Purpose.DROPOFF
            and claim.reservation.owner is Owner.CLOUD
            and claim.reservation.state in AWAITED
            and not claim.reservation.blocked
        }
        return next(iter(found.values())) if len(found) == 1 else None
