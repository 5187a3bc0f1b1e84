"""What console and screen do about service accounts; nothing here opens a door or enters a PIN."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.domain import service_told
from kiosk.domain.accounts import AccountId, Role, login_id
from kiosk.domain.layout import Owner
from kiosk.ports_accounts import AccountStore, Listed
from kiosk.services.desk import Asker
from kiosk.services.enrolment import LASTS, Enrolment
from kiosk.services.local import NotPossible
from kiosk.services.technicians import Technicians

Answer = Mapping[str, Any]
LONGEST_REASON = 120


class ServiceDesk:
    """The verbs ``technicians``, ``technician-disable``, ``technician-unlock``, ``enrol``."""

    def __init__(
        self, store: AccountStore, enrolment: Enrolment, technicians: Technicians, owner: Owner
    ) -> None:
        self._store = store
        self._enrolment = enrolment
        self._technicians = technicians
        self._owner = owner

    async def technicians(self) -> Answer:
        """All accounts and how they stand; never a PIN or a badge."""
        return {"technicians": [_shown(one) for one in await self.listed()]}

    async def listed(self) -> Sequence[Listed]:
        """The same, for the screen."""
        return await self._store.accounts()

    async def enrol(self, asker: Asker, role: str = Role.TECHNICIAN.value) -> Answer:
        """A code for one account, said this once. Raises NotPossible."""
        if role not in {one.value for one in Role}:
            raise NotPossible(f"a role is {' or '.join(one.value for one in Role)}")
        code = await self._enrolment.open(asker.uid, Role(role))
        return {"code": code, "role": role, "minutes": int(LASTS // 60)}

    async def disable(self, asker: Asker, account: str, reason: str) -> Answer:
        """Nobody logs in by it any more, and who is in by it is out. Raises NotPossible."""
        name = AccountId(login_id(account))
        told = service_told.disabled(self._owner, name, _by(asker, reason))
        if not await self._store.disable(name, told):
            raise NotPossible("there is no such account, or it is disabled")
        await self._technicians.end_for(name)
        return {"disabled": name}

    async def unlock(self, asker: Asker, account: str, reason: str) -> Answer:
        """Its PIN is heard again. Raises NotPossible."""
        name = AccountId(login_id(account))
        told = service_told.lockout_lifted(self._owner, name, _by(asker, reason))
        if not await self._store.lift_lockout(name, told):
            raise NotPossible("there is no such account")
        return {"unlocked": name}


def _by(asker: Asker, reason: str) -> dict[str, str | int | bool | None]:
    if not reason.strip():
        raise NotPossible("say a reason")
    by: dict[str, str | int | bool | None] = {"uid": asker.uid}
    if asker.account:
        by = {"by": asker.account}
    return {**by, "reason": reason.strip()[:LONGEST_REASON]}


def _shown(one: Listed) -> Answer:
    account, locked = one.account, one.locked_for
    last, gone = account.last_login, account.disabled_at
    return {
        "id": account.id,
        "name": account.name,
        "role": account.role.value,
        "badge": account.badge,
        "enrolled": account.enrolled_at.isoformat(),
        "last_login": last.isoformat() if last else None,
        "disabled": gone.isoformat() if gone else None,
        "wrong": one.wrong,
        "locked": "until lifted" if math.isinf(locked) else round(locked),
    }
