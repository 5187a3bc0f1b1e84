"""Technicians' work at doors, put together."""

from kiosk.app.floor import Floor, Staffed
from kiosk.services.collecting import Collecting
from kiosk.services.service_doors import ServiceDoors, ServiceHands
from kiosk.services.service_wishes import ServiceWishes
from kiosk.services.tasks import Does
from kiosk.services.two_people import TwoAtScreen


def door_work(floor: Floor, staffed: Staffed) -> tuple[Does, ...]:
    """The map, doors one after another, what is decided about compartments, two people."""
    technicians, here = staffed.service.technicians, floor.here
    layout, store = floor.config.layout, floor.store
    collecting = Collecting(layout, store, staffed.couriers.logins, floor.rules, None)
    hands = ServiceHands(layout, store, here.doors, here.contacts, technicians)
    doors = ServiceDoors(hands, collecting.tells)
    wishes = ServiceWishes(store, doors, staffed.afar, collecting)
    return doors, wishes, TwoAtScreen(technicians)
