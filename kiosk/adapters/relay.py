"""The operator's own relay: asked for commands over HTTPS, in the form of docs/commands.md.

It needs no account anywhere: whatever server the operator has answers one GET. What does not keep
to the form is refused as a whole, so that nothing is half heard.
"""

from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import ConfigDict, Field

from kiosk.adapters.clouds.answers import Answer, Moment, checked
from kiosk.adapters.clouds.calls import Call
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.commands import Ask, Command, Heard
from kiosk.domain.model import ReservationId
from kiosk.ports import Clock
from kiosk.ports_cloud import Relay

MOST = 1000
"""Commands in one answer."""
Word = Annotated[str, Field(min_length=1, max_length=128, pattern=r"^[\x21-\x7e]+$")]
Text = Annotated[str, Field(max_length=500)]


LONGEST_LABEL = 540_000
"""Letters of base64."""


class Part(Answer):
    """An unknown field may mean anything: then nothing of the answer counts."""

    model_config = ConfigDict(extra="forbid")


class Wanted(Part):
    """One command."""

    id: Word
    locker: Word
    ask: Annotated[Ask, Field(strict=False)]
    issued_at: Moment
    expires_at: Moment | None = None
    compartment: Word | None = None
    compartments: list[Word] = Field(default_factory=list, max_length=500)
    reservation: Word | None = None
    by: Text = ""
    reason: Text = ""
    size: Word | None = None
    thermal: Word | None = None
    until: Moment | None = None
    template: Word | None = None
    content: dict[Word, Text] = Field(default_factory=dict, max_length=50)
    ready: Annotated[str, Field(max_length=LONGEST_LABEL)] = Field(default="", repr=False)


class Told(Part):
    """What the relay says."""

    mark: Annotated[str, Field(min_length=1, max_length=256)]
    commands: list[Wanted] = Field(default_factory=list, max_length=MOST)


class RelayLine:
    """Asks one relay."""

    def __init__(self, relay: Relay, locker: str, clock: Clock) -> None:
        url = urlsplit(relay.url)
        headers = {"x-api-key": relay.key} if relay.key else {}
        self._locker = locker
        self._http = JsonHttp(f"{url.scheme}://{url.netloc}", headers, clock)
        self._call = Call("commands", "GET", quote(url.path or "/", safe="/%"))

    async def commands(self, since: str | None) -> Heard:
        """What was asked since the mark; without one nothing old. Raises CloudError."""
        query: dict[str, str | int] = {"locker": self._locker}
        if since is not None:
            query["after"] = since
        told = checked(Told, await self._http.call(self._call, query=query), self._call.name)
        wanted = told.commands if since is not None else []
        return Heard(tuple(map(_command, wanted)), told.mark)

    async def aclose(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()


def _command(wanted: Wanted) -> Command:
    return Command(
        id=wanted.id,
        ask=wanted.ask,
        issued_at=wanted.issued_at,
        locker=wanted.locker,
        expires_at=wanted.expires_at,
        label=wanted.compartment,
        labels=tuple(wanted.compartments),
        reservation=None if wanted.reservation is None else ReservationId(wanted.reservation),
        by=wanted.by,
        reason=wanted.reason,
        size=wanted.size,
        thermal=wanted.thermal,
        until=wanted.until,
        template=wanted.template,
        content=wanted.content,
        ready=wanted.ready,
    )
