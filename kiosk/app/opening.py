"""Who opens the doors of this bank: the boards on its wires, or the vendor's own machine."""

from collections.abc import Mapping

from kiosk.config import Config
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.layout import FRONT
from kiosk.ports import Clock, Cloud, LockBoard, Sensors, Store
from kiosk.ports_abilities import Begins
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.front import FrontDoors
from kiosk.services.locks import BoardLocks, Locks


def doors_of(
    config: Config, cloud: Cloud | None, boards: Mapping[str, LockBoard], store: Store, clock: Clock
) -> tuple[Doors, Contacts, FrontDoors | None]:
    """The doors, what is seen of them, and the vendor's machine where that owns the locks."""
    front = _front(config, cloud, clock)
    sensors: Mapping[str, Sensors] = boards if front is None else {FRONT: front}
    locks: Locks = BoardLocks(boards) if front is None else front
    contacts = Contacts(config.layout, sensors, clock, config.policy)
    doors = Doors(config.layout, locks, contacts, store, clock, config.policy)
    return doors, contacts, front


def _front(config: Config, cloud: Cloud | None, clock: Clock) -> FrontDoors | None:
    if not config.rules.front:
        return None
    if not isinstance(cloud, Begins):
        raise ConfigWrong(f'[doors] driver is "cloud", but "{config.cloud.name}" moves no locks.')
    return FrontDoors(cloud, config.layout, clock, config.policy)
