"""What some clouds can do beside: tell for which other locker of theirs a code is right."""

from typing import Protocol, runtime_checkable

from kiosk.domain.codes import DeliveryQr


@runtime_checkable
class Elsewhere(Protocol):
    """A cloud that knows its other lockers, too."""

    async def elsewhere(self, code: DeliveryQr) -> str | None:
        """The name of the other locker where this very code is right now; nothing is kept.

        None when it is right nowhere. Raises CloudError.
        """
