"""What a label says: the cloud's own words where it has some, else those of this locker."""

import logging
import secrets
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from kiosk.domain import labels
from kiosk.domain.commands import Command
from kiosk.domain.errors import CloudError
from kiosk.domain.label_fields import standard
from kiosk.domain.labels import READY, SHIPPING, Content, LabelJob
from kiosk.domain.layout import Owner
from kiosk.domain.model import Kind, Reservation, ReservationId
from kiosk.domain.ready import as_content
from kiosk.ports import Clock
from kiosk.ports_abilities import Labels as TellsLabels
from kiosk.ports_labels import LabelPress, LabelStore
from kiosk.services.waiting import answer

log = logging.getLogger(__name__)

CLOUD_WITHIN = 4.0
"""Seconds a person waits for the cloud's words."""
LONGEST = 120
"""Signs of a name that stands on a label of this locker."""


@dataclass(frozen=True, slots=True)
class Sender:
    """What is the same on all labels of this locker."""

    locker: str
    operator: str
    zone: ZoneInfo
    languages: tuple[str, ...]
    phone: str = ""


class CloudKeepsQuiet(CloudError):
    """What its label says is not known now."""


class LabelContent:
    """Makes jobs of reservations; prints and remembers nothing."""

    def __init__(
        self,
        store: LabelStore,
        sender: Sender,
        clock: Clock,
        press: LabelPress,
        cloud: object = None,
        below: Callable[[int], int] = secrets.randbelow,
    ) -> None:
        self._store = store
        self._sender = sender
        self._clock = clock
        self._press = press
        self._cloud = cloud if isinstance(cloud, TellsLabels) else None
        self._below = below

    async def of(self, about: Reservation) -> LabelJob | None:
        """What is printed for it; None when nothing is. Raises CloudError, StoreBroken."""
        if about.owner is Owner.CLOUD:
            return await self._of_cloud(about)
        return self.job(SHIPPING, await self._shipping(about), about)

    def job(
        self,
        template: str,
        content: Content,
        about: Reservation | None = None,
        owner: Owner = Owner.LOCAL,
        language: str = "",
    ) -> LabelJob:
        """A new job with a mark of its own."""
        mark = labels.mark(self._below)
        if template == SHIPPING and "barcode" not in content:
            content = {**content, "barcode": mark}
        return LabelJob(
            id=uuid.uuid4().hex,
            reservation=about.id if about else None,
            owner=about.owner if about else owner,
            template=template,
            content=content,
            language=language if language in self._sender.languages else self._language(about),
            mark=mark,
            made_at=self._clock.now(),
        )

    async def late(self, job: LabelJob) -> LabelJob:
        """What the cloud did not say at the time it may say now. Raises CloudError."""
        about = await self._store.reservation(job.reservation) if job.reservation else None
        told = await self.of(about) if about else None
        if told is None:
            raise CloudKeepsQuiet("the cloud does not say what is on it")
        return replace(job, template=told.template, content=told.content)

    def test_page(self, printer: str) -> Mapping[str, str]:
        """The words of a test page."""
        said = ", ".join(filter(None, (self._sender.locker, printer)))[:LONGEST]
        return {"printer": said, "date": self._today(), "code": said, "short": "012345"}

    async def _of_cloud(self, about: Reservation) -> LabelJob | None:
        if self._cloud is None:
            return None
        told = await answer(self._cloud.label(ReservationId(about.id)), CLOUD_WITHIN)
        if told is None:
            return None
        if told.ready:
            return self.job(READY, as_content(told.ready), about)
        if self._press.media(told.template):
            return self.job(told.template, self._dated(told.template, told.content), about)
        base = await self._shipping(about)
        return await self._standard(told.template, told.content, base, about)

    async def asked(self, command: Command, about: Reservation | None) -> LabelJob | None:
        """What a wish from afar brings along; None when it brings nothing."""
        if command.ready:
            return self.job(READY, {"data": command.ready}, about, Owner.CLOUD)
        if about is not None or not command.content:
            return None
        template = command.template or SHIPPING
        if self._press.media(template):
            content = self._dated(template, command.content)
            return self.job(template, content, owner=Owner.CLOUD)
        base = {"recipient": self._sender.operator, **self._here()}
        return await self._standard(template, command.content, base, None)

    async def _standard(
        self,
        template: str,
        content: Mapping[str, str],
        base: Mapping[str, str],
        about: Reservation | None,
    ) -> LabelJob:
        """Nobody has that template here: the standard label says what it has a place for."""
        log.warning("no template %.60r here or in [labels] templates: the standard one", template)
        said = {**base, **standard(content, self._press.places(SHIPPING))}
        job = self.job(SHIPPING, {"code": said.get("ref", ""), **said}, about, Owner.CLOUD)
        await self._store.record(labels.substituted(job, template))
        return job

    async def _shipping(self, about: Reservation) -> Mapping[str, str]:
        """Nobody's code stands on it: who reads a label opens nothing."""
        contact = await self._store.contact(about.id)
        name = (contact.name if contact else "")[:LONGEST]
        if not self._press.writes(name):
            # A parcel with its number and no name goes on; one without a label does not.
            name = ""
        sends = about.kind is Kind.SEND
        return {
            "recipient": (name if sends else self._sender.operator) or about.ref,
            "sender": self._sender.operator if sends else name,
            "code": about.ref,
            "ref": about.ref,
            "carrier": about.particulars.needs.carrier or "",
            "address": "",
            **self._here(),
        }

    def _dated(self, template: str, content: Mapping[str, str]) -> Mapping[str, str]:
        """Where and when it is printed this locker knows, whoever says the rest."""
        places = self._press.places(template)
        return {**{name: said for name, said in self._here().items() if name in places}, **content}

    def _here(self) -> Mapping[str, str]:
        return {"locker": self._sender.locker, "date": self._today()}

    def _language(self, about: Reservation | None) -> str:
        asked = (about.language or "").partition("-")[0] if about else ""
        known = self._sender.languages
        return asked if asked in known else known[0]

    def _today(self) -> str:
        return self._clock.now().astimezone(self._sender.zone).date().isoformat()
