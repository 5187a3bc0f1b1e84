"""Couriers who put parcels in, put together."""

from collections.abc import Mapping

from kiosk.app.floor import Floor, Staffed
from kiosk.app.obeying import Here
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Owner
from kiosk.domain.model import ReservationId
from kiosk.services.courier_loads import CourierLoads
from kiosk.services.courier_round import CourierRounds, Premises
from kiosk.services.courier_visits import CourierVisits
from kiosk.services.courier_walkups import CourierWalkUps
from kiosk.services.delivering import Delivering
from kiosk.services.tasks import Handler, done_by
from kiosk.services.walkup_clouds import CloudWalkUps


class Putting:
    """The courier's list, and how parcels are put in from it."""

    def __init__(self, floor: Floor, staffed: Staffed) -> None:
        config, here, logins = floor.config, floor.here, staffed.couriers.logins
        premises = Premises(
            config.layout,
            floor.store,
            here.local,
            floor.rules,
            floor.clock,
            config.policy,
            here.sync,
            lambda: logins.session,
        )
        visits = CourierVisits(config.layout, floor.rules, lambda: logins.session)
        delivering = _delivering(here, premises, visits)
        far = CloudWalkUps(
            floor.store,
            floor.cloud,
            floor.clock,
            floor.rules[Owner.CLOUD],
            config.policy.cloud_waits,
        )
        walkups = CourierWalkUps(premises, visits, delivering, far)
        rounds = CourierRounds(
            premises,
            floor.store,
            walk_ups=walkups.offered,
            prints=here.prints.papers.manifests,
        )
        self._parts = (rounds, CourierLoads(premises), delivering, walkups)
        self.rounds = rounds
        self.may_open = delivering.may_open
        """Asked before every intent."""

        def at_screen() -> ReservationId | None:
            return here.session.at_screen() or walkups.making

        here.walkups.at_screen = at_screen

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return done_by(*self._parts)


def _delivering(here: Here, premises: Premises, visits: CourierVisits) -> Delivering:
    return Delivering(
        premises,
        visits,
        here.access.offline,
        closed=lambda: here.access.closed(),
        told=lambda: here.session.told(),
        reaches=here.notices.reaches,
    )
