"""What is put in while the cloud is silent, put together."""

from collections.abc import Callable

from kiosk.adapters.storage.store import SqliteStore
from kiosk.config import Config
from kiosk.ports import Clock, Cloud
from kiosk.services.access import Access
from kiosk.services.local import LocalReservations
from kiosk.services.offline_dropoffs import OfflineDropoffs
from kiosk.services.session import Session
from kiosk.services.sync import Sync
from kiosk.services.unknown_dropoffs import UnknownDropoffs


def offline_dropoffs(
    config: Config,
    store: SqliteStore,
    far: tuple[Cloud | None, Sync | None],
    here: tuple[Access, LocalReservations, Session],
    clock: Clock,
) -> OfflineDropoffs | None:
    """Who settles them, and who takes in unknown ones; None for a kiosk that stands alone."""
    (cloud, sync), (access, local, session) = far, here
    if cloud is None or sync is None:
        return None
    layout, policy = config.layout, config.policy
    unknown = UnknownDropoffs(
        layout,
        store,
        local,
        cloud.rules,
        clock,
        policy,
        online=lambda: sync.online,
        closed=lambda: access.closed(),
    )
    settled = OfflineDropoffs(
        store,
        cloud,
        clock,
        policy,
        online=lambda: sync.online,
        at_screen=session.at_screen,
        told=session.told,
    )
    access.unknown = unknown.take_in
    sync.came_back = both(sync.came_back, settled.wake)
    sync.told = session.told
    session.told = both(session.told, settled.wake)
    return settled


def both(first: Callable[[], None], second: Callable[[], None]) -> Callable[[], None]:
    """One after the other."""

    def call() -> None:
        first()
        second()

    return call
