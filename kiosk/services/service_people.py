"""Who may work here, at the screen: the console's verbs, in a supervisor's name."""

import math
from collections.abc import Mapping
from datetime import datetime, timedelta

from kiosk.domain.accounts import Role
from kiosk.domain.enrolled import Calling, Care, Person, in_order
from kiosk.domain.flows.service.people import Cared, CareFor, PeopleRead, PersonCared, ReadPeople
from kiosk.domain.flows.staffed import Task
from kiosk.ports import Clock
from kiosk.ports_accounts import Listed
from kiosk.ports_couriers import Enrolled
from kiosk.services.asker import Asker
from kiosk.services.courier_desk import CourierDesk
from kiosk.services.local import NotPossible
from kiosk.services.service_desk import ServiceDesk
from kiosk.services.tasks import Handler
from kiosk.services.technicians import Technicians


class PeopleAtScreen:
    """Everybody in service mode may look; what is done, a supervisor does for somebody else."""

    def __init__(
        self, technicians: Technicians, desk: ServiceDesk, couriers: CourierDesk, clock: Clock
    ) -> None:
        self._technicians = technicians
        self._desk = desk
        self._couriers = couriers
        self._clock = clock

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadPeople: Handler(self._read, PeopleRead(None)),
            CareFor: Handler(self._care, PersonCared(Cared.NOT)),
        }

    async def _read(self, _: ReadPeople) -> PeopleRead:
        people = [self._technician(one) for one in await self._desk.listed()]
        people += [self._courier(*one) for one in await self._couriers.enrolled()]
        return PeopleRead(in_order(people))

    def _technician(self, one: Listed) -> Person:
        account, until = one.account, self._until(one.locked_for)
        return Person(
            Calling.TECHNICIAN,
            account.id,
            name=account.name,
            supervisor=account.role is Role.SUPERVISOR,
            badge=account.badge,
            seen_at=account.last_login,
            wrong=one.wrong,
            shut=math.isinf(one.locked_for),
            locked_until=until,
            disabled_at=account.disabled_at,
        )

    def _courier(self, known: Enrolled, left: float) -> Person:
        return Person(
            Calling.COURIER,
            known.courier.id,
            known.courier.issuer,
            pin=known.pin is not None,
            badge=known.badge,
            wrong=known.wrong,
            shut=math.isinf(left),
            locked_until=self._until(left),
        )

    def _until(self, left: float) -> datetime | None:
        waits = 0 < left < math.inf
        return self._clock.now() + timedelta(seconds=left) if waits else None

    async def _care(self, task: CareFor) -> PersonCared:
        try:
            return await self._done(task)
        except NotPossible:
            return PersonCared(Cared.NOT)

    async def _done(self, task: CareFor) -> PersonCared:
        person, why = task.person, task.why.value
        courier = person.calling is Calling.COURIER
        by = Asker(account=await self._technicians.supervisor("" if courier else person.id))
        match task.care:
            case Care.LIFT if courier:
                await self._couriers.unlock(by, person.id, why, person.issuer)
                return PersonCared(Cared.LIFTED)
            case Care.LIFT:
                await self._desk.unlock(by, person.id, why)
                return PersonCared(Cared.LIFTED)
            case Care.DISABLE if not courier:
                await self._desk.disable(by, person.id, why)
                return PersonCared(Cared.DISABLED)
            case _:
                raise NotPossible("a courier has no account here")
