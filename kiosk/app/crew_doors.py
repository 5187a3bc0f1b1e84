"""Technicians' work at doors, put together."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.domain.flows.staffed import Task
from kiosk.services.collecting import Collecting
from kiosk.services.errands import Handler
from kiosk.services.service_doors import ServiceDoors, ServiceHands
from kiosk.services.service_wishes import ServiceWishes
from kiosk.services.two_people import TwoAtScreen

if TYPE_CHECKING:
    from kiosk.app.crew import Floor, Staffed


class DoorWork:
    """The map, doors one after another, what is decided about compartments, two people."""

    def __init__(self, floor: "Floor", staffed: "Staffed") -> None:
        technicians, here = staffed.service.technicians, floor.here
        layout, store = floor.config.layout, floor.store
        doors = ServiceDoors(ServiceHands(layout, store, here.doors, here.contacts, technicians))
        collecting = Collecting(layout, store, staffed.couriers.logins, floor.rules)
        wishes = ServiceWishes(store, doors, staffed.afar, collecting)
        two = TwoAtScreen(technicians)
        self.tasks: Mapping[type[Task], Handler] = {**doors.tasks, **wishes.tasks, **two.tasks}
