"""Does what the screens of enrolment and of the back office's answers ask for."""

from collections.abc import Collection, Mapping

from kiosk.domain import challenge
from kiosk.domain.accounts import Objection
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.flows.forms import LogInRefused, Stop
from kiosk.domain.flows.service.challenge import (
    AnswerJudged,
    AnswerNonce,
    AskNonce,
    NonceMade,
    NonceObjected,
)
from kiosk.domain.flows.service.enrolling import (
    BeginEnrolment,
    Enrol,
    Enrolled,
    EnrolmentBegun,
    EnrolObjected,
)
from kiosk.domain.flows.staffed import StaffInput, Task
from kiosk.services.enrolment import Enrolment, NotEnrolled
from kiosk.services.service_codes import ServiceCodes
from kiosk.services.tasks import Handler

FAILED = LogInRefused(Stop.FAILED)


class Enrolling:
    """The installer's code, the account it is good for, and answers from the back office."""

    def __init__(
        self, enrolment: Enrolment, codes: ServiceCodes, labels: Collection[str], *, badges: bool
    ) -> None:
        self._enrolment = enrolment
        self._codes = codes
        self._labels = {label.casefold(): label for label in labels}
        self._badges = badges

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            BeginEnrolment: Handler(self._begin, FAILED),
            Enrol: Handler(self._enrol, FAILED),
            AskNonce: Handler(self._ask, FAILED),
            AnswerNonce: Handler(self._answer, FAILED),
        }

    async def _begin(self, task: BeginEnrolment) -> StaffInput:
        ticket = await self._enrolment.begin(task.code)
        if ticket is not None:
            return EnrolmentBegun(ticket, self._badges)
        # As long as the code is open somebody mistyped it.
        return LogInRefused(Stop.REFUSED if self._enrolment.offered else Stop.NO_ENROLMENT)

    async def _enrol(self, task: Enrol) -> StaffInput:
        if task.ticket is None:
            return LogInRefused(Stop.NO_ENROLMENT)
        try:
            account = await self._enrolment.enrol(
                task.ticket, task.account, task.name, task.pin, task.badge
            )
        except NotEnrolled as refused:
            return EnrolObjected(refused.why)
        return Enrolled(account.id)

    async def _ask(self, task: AskNonce) -> StaffInput:
        door = self._labels.get(task.door.strip().casefold(), "")
        if task.act in challenge.ABOUT_A_DOOR and not door:
            return NonceObjected(Objection.NO_DOOR)
        if (wish := challenge.deed(task.act, door, task.operator)) is None:
            return NonceObjected(Objection.ID)
        return NonceMade(wish, await self._codes.ask(wish.act, wish.door, wish.operator))

    async def _answer(self, task: AnswerNonce) -> StaffInput:
        if task.deed.act is ServiceAct.UNLOCK:
            return AnswerJudged(await self._codes.unlock(task.answer, task.deed.operator))
        return AnswerJudged(await self._codes.answer(task.answer, task.deed))
