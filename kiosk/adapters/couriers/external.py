"""The partner's own service, asked whether what a courier typed is right.

Bloq.it's Partner API 1.35.0 (Couriers, "External") says that credentials are forwarded to the
partner, who answers valid or invalid; it prints no form for it. Ours is in docs/couriers.md.
Neither login nor secret is kept, logged, or put into an error.
"""

from typing import Annotated
from urllib.parse import quote, urlsplit

import httpx
from pydantic import Field

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.calls import Call
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.couriers.tokens import passed_along
from kiosk.domain.couriers import LONGEST_ID, Permission
from kiosk.ports import Clock
from kiosk.ports_cloud import Relay
from kiosk.ports_couriers import ExternalAnswer

LONGEST = 8.0
"""Seconds for the whole exchange: somebody stands there."""
Word = Annotated[str, Field(min_length=1, max_length=LONGEST_ID, pattern=r"^[^\p{C}]+$")]


class Said(Answer):
    """What the partner answers; of what else is in it nothing counts."""

    valid: bool
    courier: Word | None = None
    carrier: Word | None = None
    permissions: list[Annotated[Permission, Field(strict=False)]] | None = Field(
        default=None, max_length=len(Permission)
    )
    metadata: dict[str, object] = Field(default_factory=dict, repr=False)


class ExternalLogin:
    """Posts login, secret and locker to one address."""

    def __init__(
        self,
        relay: Relay,
        locker: str,
        clock: Clock,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        url = urlsplit(relay.url)
        headers = {"x-api-key": relay.key} if relay.key else {}
        self._locker = locker
        base = f"{url.scheme}://{url.netloc}"
        self._http = JsonHttp(base, headers, clock, transport=transport, longest=LONGEST)
        self._call = Call("courier login", "POST", quote(url.path or "/", safe="/%"))

    async def ask(self, login: str, secret: str) -> ExternalAnswer:
        """Whether they are right. Raises CloudError: nobody knows."""
        body = {"login": login, "secret": secret, "locker": self._locker}
        said = checked(Said, await self._http.call(self._call, body=body), self._call.name)
        may = {Permission.PUT_IN} if said.permissions is None else {*said.permissions}
        return ExternalAnswer(
            said.valid,
            said.courier or login,
            said.carrier,
            frozenset(may),
            passed_along(said.metadata),
        )

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""
        await self._http.aclose()
