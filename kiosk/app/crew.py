"""What couriers and technicians do at the screen, put together."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from kiosk.app.crew_doors import door_work
from kiosk.app.crew_lines import on_site
from kiosk.app.crew_machine import hearing
from kiosk.app.crew_putting import Putting
from kiosk.app.crew_signin import signing_in
from kiosk.app.crew_taking import Taking
from kiosk.app.floor import Floor, Staffed
from kiosk.domain.couriers import LogOut
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.duty import SignedOff, SignOff
from kiosk.domain.flows.staffed import Task
from kiosk.domain.flows.visit import Visit
from kiosk.services.courier_round import cause_of
from kiosk.services.tasks import Handler, done_by

log = logging.getLogger(__name__)

REREADS = 1.0
"""Seconds between two readings of what a screen of staff shows."""


def crew(floor: Floor, staffed: Staffed) -> list[Coroutine[Any, Any, Any]]:
    """Give every task of staff's screens to the part that does it; answers the loops to run."""
    gone = SigningOff(floor, staffed)
    taking = Taking(
        floor.config.layout,
        floor.store,
        staffed.couriers.logins,
        floor.rules,
        floor.here.local,
        cause_now=lambda known: cause_of(known, floor.clock.now()),
        alone=floor.cloud is None,
    )
    putting = Putting(floor, staffed)
    there = on_site(floor, staffed)
    floor.errands.crew = done_by(
        gone,
        there,
        floor.here.prints.papers,
        staffed.care,
        putting,
        taking,
        *door_work(floor, staffed),
        *signing_in(floor, staffed),
    )
    _guard(floor, taking, putting)
    floor.here.session.worked = gone.worked
    hears = hearing(staffed.care.hand, floor.here.session)
    return [_rereading(floor.here.session.reread), gone.run(), there.run(), hears]


def _guard(floor: Floor, taking: Taking, putting: Putting) -> None:
    """At each door it is asked again whether the courier may: much may have changed since."""

    async def may_open(visit: Visit) -> bool:
        return await taking.collecting.may_open(visit) and await putting.may_open(visit)

    floor.errands.may_open = may_open


class SigningOff:
    """Nobody stays logged in once the screen is home's."""

    def __init__(self, floor: Floor, staffed: Staffed) -> None:
        self._couriers = staffed.couriers.logins
        self._technicians = staffed.service.technicians
        self._wanted: asyncio.Queue[LogOut] = asyncio.Queue()
        floor.errands.forgot = lambda: self._wanted.put_nowait(LogOut.LEFT)

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {SignOff: Handler(self._off, SignedOff())}

    def worked(self) -> None:
        """Whoever is logged in touched something."""
        self._couriers.touch()
        self._technicians.touch()

    async def run(self) -> None:
        """However home was reached, until cancelled."""
        while True:
            try:
                await self._off(SignOff(await self._wanted.get()))
            except StoreBroken:
                # The session is over all the same, and the kiosk goes on.
                log.exception("the end of a session could not be recorded")

    async def _off(self, task: SignOff) -> SignedOff:
        try:
            await self._couriers.log_out(task.why)
        finally:
            await self._technicians.logout()
        return SignedOff()


async def _rereading(reread: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(REREADS)
        reread()
