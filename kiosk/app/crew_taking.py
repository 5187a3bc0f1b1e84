"""Couriers at the screen: taking out, moving, reporting."""

from collections.abc import Mapping

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Layout, Owner
from kiosk.domain.rules import CloudRules
from kiosk.services.collecting import CauseNow, Collecting
from kiosk.services.courier_logins import CourierLogins
from kiosk.services.local import LocalReservations
from kiosk.services.reporting import Reporting
from kiosk.services.swapping import Swapping
from kiosk.services.tasks import Handler, done_by


class Taking:
    """What a courier does with parcels that lie here."""

    def __init__(
        self,
        layout: Layout,
        store: SqliteStore,
        logins: CourierLogins,
        rules: Mapping[Owner, CloudRules],
        local: LocalReservations,
        *,
        cause_now: CauseNow | None,
        alone: bool,
    ) -> None:
        """``alone``: there is no cloud, and what concerns the whole locker is the operator's."""
        self.collecting = Collecting(layout, store, logins, rules, cause_now)
        owner = Owner.LOCAL if alone else Owner.CLOUD
        swapping = Swapping(layout, store, logins, self.collecting, local)
        reporting = Reporting(layout, store, logins, rules, owner)
        self._tasks = done_by(self.collecting, swapping, reporting)

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return self._tasks
