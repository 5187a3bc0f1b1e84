"""Who opens the doors of this bank: the boards on its wires, or the vendor's own machine."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from kiosk.config import Config
from kiosk.domain.errors import ConfigWrong, StoreBroken
from kiosk.domain.layout import FRONT, Door, DoorState
from kiosk.ports import Clock, Cloud, LockBoard, Sensors, Store
from kiosk.ports_abilities import Begins
from kiosk.services.contacts import Contacts
from kiosk.services.doors import Doors
from kiosk.services.front import FrontDoors
from kiosk.services.locks import BoardLocks, Locks
from kiosk.services.orders import Order
from kiosk.services.upkeep import Upkeep

log = logging.getLogger(__name__)


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


async def strange(
    doors: Doors, upkeep: Upkeep, contacts: Contacts, told: Callable[[], None]
) -> None:
    """Settle what doors do by themselves, one after another."""
    moves: asyncio.Queue[tuple[Door, Callable[[], Awaitable[None]]]] = asyncio.Queue()

    def moved(door: Door, what: str) -> None:
        moves.put_nowait((door, lambda: upkeep.strange(door, what, contacts.occupied(door.id))))

    def shut(door: Door, order: Order, intent: str) -> None:
        moves.put_nowait((door, lambda: upkeep.shut_in_hand(door, order, intent)))

    upkeep.stands_open = lambda door: contacts.state(door) is DoorState.OPEN
    doors.strange, doors.shut_in_hand = moved, shut
    while True:
        door, settle = await moves.get()
        try:
            await settle()
        except StoreBroken:
            log.exception("door %s: not recorded, tried again", door.id)
            moves.put_nowait((door, settle))
            await asyncio.sleep(1)
        told()
