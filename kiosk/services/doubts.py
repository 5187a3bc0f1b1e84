"""What can be found out about a fact whose answer was lost."""

from kiosk.domain.errors import CloudError
from kiosk.domain.model import Event
from kiosk.ports_abilities import Reconciles, Reports
from kiosk.services.waiting import answer

UNREADABLE = ("compartment.", "door.", "locker.")
"""Facts that show nowhere in a cloud: after a lost answer they are told once more, no more."""


async def shows(cloud: Reports, event: Event) -> bool:
    """Whether the cloud shows it. Raises CloudError."""
    return isinstance(cloud, Reconciles) and await answer(cloud.has_effect(event))


def is_readable(cloud: Reports, event: Event) -> bool:
    """Whether the cloud can show it at all."""
    return (
        isinstance(cloud, Reconciles)
        and event.reservation is not None
        and not event.name.startswith(UNREADABLE)
    )


def said(error: CloudError) -> str:
    """What went wrong, as an operator reads it."""
    return f"{type(error).__name__}: {error}"[:200]
