"""What a courier says is wrong, and how far a parcel to come is: recorded, told, acted upon."""

from collections.abc import Mapping

from kiosk.domain import settling
from kiosk.domain.couriers import CourierSession, Permission
from kiosk.domain.flows.courier.reporting import (
    FindMarkable,
    Mark,
    MarkableFound,
    NoSuchDoor,
    TellMark,
    TellProblem,
    ToldSo,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Compartment, Layout, Owner
from kiosk.domain.model import CompartmentFlag, Reservation, ReservationId
from kiosk.domain.problems import Level, Problem, levels
from kiosk.domain.round import Errand, folded
from kiosk.domain.rules import CloudRules
from kiosk.domain.transitions import WAITING
from kiosk.ports import Store
from kiosk.services.courier_logins import CourierLogins
from kiosk.services.tasks import Handler

FAILED = ToldSo(recorded=False)
MOST_UNPROVEN = 3
"""Compartments that sessions without their PIN take out of use within an hour: a photographed
token could else shut the whole bank."""
HOUR = 3600.0


class Reporting:
    """For who is logged in as a courier."""

    def __init__(
        self,
        layout: Layout,
        store: Store,
        logins: CourierLogins,
        rules: Mapping[Owner, CloudRules],
        owner: Owner,
    ) -> None:
        self._layout = layout
        self._store = store
        self._logins = logins
        self._rules = rules
        self._owner = owner
        """Who hears of what concerns the whole locker."""
        self._unproven: dict[str, float] = {}
        """What was taken out of use without a PIN, and when, by the clock that only goes on."""

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            FindMarkable: Handler(self._markable, MarkableFound()),
            TellProblem: Handler(self._problem, FAILED),
            TellMark: Handler(self._mark, FAILED),
        }

    async def _markable(self, task: FindMarkable) -> MarkableFound:
        coming = (one for one in task.parcels if one.errand is Errand.DELIVER)
        return MarkableFound(tuple(one for one in coming if self._rules[one.owner].marks))

    async def _problem(self, task: TellProblem) -> ToldSo | NoSuchDoor:
        session = self._logins.session
        if session is None:
            return FAILED
        if task.reservation is not None:
            known = await self._own(task.reservation)
            if known is None:
                return FAILED
            await self._store.record(settling.problem(task.code, known))
            return ToldSo()
        if not task.label:
            level = Level.LOCKER if Level.LOCKER in levels(task.code) else Level.PARCEL
            told = settling.problem_here(task.code, self._owner, level=level)
            await self._store.record(told)
            return ToldSo()
        place = self._place(task.label)
        if place is None:
            return NoSuchDoor()
        believed = self._believes(session, place.label)
        told = settling.problem_here(task.code, place.owner, place.label, believed=believed)
        if believed and task.code is Problem.COMPARTMENT_BROKEN:
            reason = "a courier says that it is broken"
            await self._store.flag(place.label, CompartmentFlag.MAINTENANCE, reason, told)
        else:
            await self._store.record(told)
        return ToldSo()

    def _believes(self, session: CourierSession, label: str) -> bool:
        """Whether what this courier says of a compartment takes it out of use."""
        if session.may(Permission.TAKE_OUT):
            return True
        lately = {one: at for one, at in self._unproven.items() if session.touched - at < HOUR}
        self._unproven = lately
        if label not in lately and len(lately) >= MOST_UNPROVEN:
            return False
        lately.setdefault(label, session.touched)
        return True

    async def _mark(self, task: TellMark) -> ToldSo:
        known = await self._own(task.reservation)
        if known is None or known.state not in WAITING or not self._rules[known.owner].marks:
            return FAILED
        mark = settling.ready if task.mark is Mark.READY else settling.in_transit
        await self._store.record(mark(known))
        return ToldSo()

    async def _own(self, reservation: ReservationId) -> Reservation | None:
        """Of this courier's carrier; of others nobody learns anything here."""
        session, known = self._logins.session, await self._store.reservation(reservation)
        if session is None or known is None:
            return None
        return known if session.handles(known.particulars.needs.carrier) else None

    def _place(self, typed: str) -> Compartment | None:
        """As it stands on the door, whatever its case, spaces and dashes."""
        wanted = folded(typed)
        places = (c for c in self._layout.compartments() if folded(c.label) == wanted)
        return next(places, None)
