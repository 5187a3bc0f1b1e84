"""Two people at the screen: each proves who they are, and both must have within five minutes."""

from collections.abc import Mapping

from kiosk.domain.accounts import Proof
from kiosk.domain.flows.service.two_people import (
    BothProved,
    NotProved,
    NotTwo,
    OneProved,
    ProveOne,
    RequireTwo,
)
from kiosk.domain.flows.staffed import Task
from kiosk.services.local import NotPossible
from kiosk.services.tasks import Handler
from kiosk.services.technicians import Technicians


class TwoAtScreen:
    """Asks the accounts; a PIN goes nowhere else."""

    def __init__(self, technicians: Technicians) -> None:
        self._technicians = technicians

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ProveOne: Handler(self._prove, NotProved()),
            RequireTwo: Handler(self._require, NotTwo()),
        }

    async def _prove(self, task: ProveOne) -> OneProved | NotProved:
        if task.badge:
            found = await self._technicians.prove(task.pin, badge=task.badge)
        else:
            found = await self._technicians.prove(task.pin, name=task.name)
        if isinstance(found, Proof):
            return OneProved(found)
        return NotProved(locked=found.locked_for > 0)

    async def _require(self, task: RequireTwo) -> BothProved | NotTwo:
        try:
            await self._technicians.require_two(task.first, task.second)
        except NotPossible:
            return NotTwo()
        return BothProved()
