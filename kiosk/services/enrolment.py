"""How an account comes to be: the installer's code from the console, typed at the screen."""

from collections.abc import Callable

from kiosk.domain import accounts, service_told
from kiosk.domain.accounts import Account, AccountId, EnrolTicket, Objection, Role
from kiosk.domain.layout import Owner
from kiosk.domain.one_time import OneTime, Verdict, judged, plain
from kiosk.ports import Clock
from kiosk.ports_accounts import AccountStore, Pins
from kiosk.services.local import NotPossible

LASTS = 1800.0
DIGITS = 8


class NotEnrolled(NotPossible):
    """No account was made, and why not."""

    def __init__(self, why: Objection) -> None:
        super().__init__(why.value)
        self.why = why


class Enrolment:
    """Open only while the installer's code is; in memory alone, so no database re-opens it."""

    def __init__(
        self,
        store: AccountStore,
        pins: Pins,
        clock: Clock,
        owner: Owner,
        random_below: Callable[[int], int],
    ) -> None:
        self._store = store
        self._pins = pins
        self._clock = clock
        self._owner = owner
        self._random_below = random_below
        self._code: OneTime | None = None
        self._role = Role.TECHNICIAN
        self._ticket: EnrolTicket | None = None

    @property
    def offered(self) -> bool:
        """Whether the screen may ask for the code."""
        return self._code is not None and self._code.open(self._clock.monotonic())

    async def open(self, uid: int, role: Role) -> str:
        """At the console: a code for one account of this role; an older one is void."""
        self._code = self._ticket = None
        await self._store.record(service_told.enrolment_opened(self._owner, uid, role))
        text = "".join(str(self._random_below(10)) for _ in range(DIGITS))
        self._code = OneTime(text, self._clock.monotonic() + LASTS)
        self._role = role
        return text

    async def begin(self, said: str) -> EnrolTicket | None:
        """At the screen: whether it is the installer's code, which is used up by that.

        Raises StoreBroken; then it was for nothing.
        """
        until = self._code.until if self._code else 0.0
        verdict, self._code = judged(self._code, plain(said), self._clock.monotonic())
        if verdict is Verdict.RIGHT:
            await self._store.record(service_told.enrolment_begun(self._owner, self._role))
            self._ticket = EnrolTicket(self._role, until)
            return self._ticket
        if verdict is Verdict.WRONG:
            left = self._code.tries if self._code else 0
            await self._store.record(service_told.enrolment_refused(self._owner, left))
        return None

    async def enrol(
        self, ticket: EnrolTicket, name: str, shown_as: str, pin: str, badge: str | None = None
    ) -> Account:
        """Make the account; ``name`` is its id. Raises NotEnrolled (the ticket stays good)."""
        if ticket is not self._ticket or self._clock.monotonic() > ticket.until:
            raise NotEnrolled(Objection.OVER)
        account, pin = self._checked(ticket, name, shown_as, pin, badge)
        hashed = await self._pins.hashed(pin)
        told = service_told.enrolled(self._owner, account.id, account.role, badge=account.badge)
        if ticket is not self._ticket:
            raise NotEnrolled(Objection.OVER)
        self._ticket = None
        if not await self._store.enrol(account, hashed, badge, told):
            self._ticket = ticket
            raise NotEnrolled(Objection.TAKEN)
        return account

    def _checked(
        self, ticket: EnrolTicket, name: str, shown_as: str, pin: str, badge: str | None
    ) -> tuple[Account, str]:
        name, pin, person = accounts.login_id(name), accounts.plain_pin(pin), shown_as.strip()
        person = accounts.plain_name(person)
        if not accounts.is_id(name):
            raise NotEnrolled(Objection.ID)
        if not person:
            raise NotEnrolled(Objection.NAME)
        if badge is not None and not 4 <= len(badge) <= accounts.LONGEST_BADGE:
            raise NotEnrolled(Objection.BADGE)
        if why := accounts.objection(pin, name, badge=badge is not None):
            raise NotEnrolled(why)
        account = Account(
            AccountId(name),
            person,
            ticket.role,
            accounts.proves_alone(pin),
            badge is not None,
            self._clock.now(),
        )
        return account, pin
