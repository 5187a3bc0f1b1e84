"""A locker's corner with a printer in it, a real store, and people who want labels."""

import asyncio
from dataclasses import replace
from zoneinfo import ZoneInfo

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.commands import Command
from kiosk.domain.errors import (
    CloudSilent,
    LabelWrong,
    PrinterNotReady,
)
from kiosk.domain.flows.printed import (
    LabelDraft,
    LabelDrawn,
)
from kiosk.domain.flows.visit import Visit
from kiosk.domain.labels import OPEN, Content, JobState
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, Kind, ReservationId, ReservationState
from kiosk.domain.particulars import Contact
from kiosk.domain.printing import Hitch, Outcome, Picture, PrinterStatus
from kiosk.domain.ready import Ready
from kiosk.domain.rules import CloudRules
from kiosk.ports_abilities import Label
from kiosk.ports_printing import PrinterSettings
from kiosk.services.desk import Asker
from kiosk.services.label_content import LabelContent, Sender
from kiosk.services.label_desk import LabelDesk
from kiosk.services.label_jobs import LabelJobs
from kiosk.services.label_printers import Loaded
from kiosk.services.label_stock import LabelStock
from kiosk.services.label_verbs import LabelVerbs
from kiosk.services.labels import Labels
from kiosk.services.paper_content import PaperContent
from kiosk.services.papers import Papers
from tests.domain.story import DROPOFF
from tests.integration.store_bench import StandingClock, reservation

BACK = ReservationId("r1")
STAFF = Asker(1000)
OUT = PrinterNotReady("no paper", frozenset({Hitch.PAPER_OUT}))


class Printer:
    """Prints what it is given, unless something is said to be wrong with it."""

    def __init__(self) -> None:
        self.paper: list[Picture] = []
        self.next: list[Outcome | Exception] = []
        self.hold: asyncio.Event | None = None
        self.begun = asyncio.Event()
        self.hitches: frozenset[Hitch] = frozenset()
        self.passed: list[Ready] = []

    async def status(self) -> PrinterStatus:
        return PrinterStatus(self.hitches)

    async def print(self, picture: Picture) -> Outcome:
        self.begun.set()
        if self.hold is not None:
            await self.hold.wait()
        said = self.next.pop(0) if self.next else Outcome.PRINTED
        if isinstance(said, Exception):
            raise said
        if said is Outcome.PRINTED:
            self.paper.append(picture)
        return said

    async def print_ready(self, form: str, data: bytes) -> Outcome:
        said = self.next.pop(0) if self.next else Outcome.PRINTED
        if isinstance(said, Exception):
            raise said
        self.passed.append(Ready(form, data))
        return said

    async def aclose(self) -> None:
        """Nothing is held."""


class Press:
    """Draws one dot; knows two templates."""

    def __init__(self) -> None:
        self.content: list[Content] = []
        self.sheets = 1
        self.known = frozenset({"recipient", "ref", "code", "barcode"})

    def media(self, template: str) -> list[str]:
        if template in {"shipping", "test", "theirs"}:
            return ["label-100x150"]
        return ["roll-80"] if template in {"receipt", "slip", "manifest"} else []

    def writes(self, text: str) -> bool:
        return text.isascii()

    def places(self, template: str) -> frozenset[str]:
        return self.known

    async def draw(
        self, template: str, media: str, dpi: int, content: Content, language: str
    ) -> tuple[Picture, ...]:
        if "wrong" in content:
            raise LabelWrong("theirs: there is no place for wrong")
        self.content.append(content)
        return tuple(Picture(1, 1, bytes([at])) for at in range(128, 128 + self.sheets))

    async def fit(self, data: bytes, media: str, dpi: int) -> Picture:
        if b"blank" in data:
            raise LabelWrong("its picture is blank")
        return Picture(1, 1, b"\x40")

    async def shown(self, picture: Picture) -> bytes:
        return b"PNG"


class Cloud:
    """Says what is printed, counts its labels, and may keep quiet."""

    rules = CloudRules("counting")

    def __init__(self) -> None:
        self.said: Label | None = Label("theirs", {"to": "Bo"})
        self.left: int | None = 40
        self.silent = False
        self.rolls = 0

    async def label(self, reservation: ReservationId) -> Label | None:
        return self._heard(self.said)

    async def labels_left(self) -> int | None:
        return self._heard(self.left)

    async def roll_replaced(self) -> None:
        self._heard(None)
        self.rolls += 1

    async def ping(self) -> None:
        self._heard(None)

    async def aclose(self) -> None:
        """Nothing is held."""

    def _heard(self, answer):  # type: ignore[no-untyped-def]
        if self.silent:
            raise CloudSilent("no answer")
        return answer


def _nobody(*_: object) -> None:
    """Whoever could hear of it."""


class Corner:
    """A locker's corner with a printer in it."""

    def __init__(
        self,
        store: SqliteStore,
        clock: StandingClock,
        cloud: Cloud | None,
        printers: int = 1,
        media: str = "label-100x150",
        passes: tuple[str, ...] = (),
    ) -> None:
        self.store, self.clock, self.cloud = store, clock, cloud
        self.printer, self.press = Printer(), Press()
        settings = PrinterSettings("front", "file", "dir:out", media, 203, roll=100)
        loaded = [Loaded(settings, self.printer, frozenset(passes))][:printers]
        zone = ZoneInfo("UTC")
        sender = Sender("Station Square", "Parcel Corner", zone, ("en", "ar"), "+49 30 123")
        content = LabelContent(store, sender, clock, self.press, cloud, below=lambda _: 3)
        self.jobs = LabelJobs(store, loaded, self.press, _nobody, _nobody, within=1.0)
        self.stock = LabelStock(store, [one.settings for one in loaded], clock, _nobody, cloud)
        self.papers = Papers(store, self.jobs, content, PaperContent(sender, clock), _nobody)
        self.labels = Labels(store, self.jobs, content, self.press, _nobody)
        self.desk = LabelDesk(store, self.jobs, content, self.stock)
        self.verbs = LabelVerbs(self.desk, self.jobs, self.stock)

    async def brings(self, name: str = "Ana", **facts: object) -> Visit:
        """Somebody comes to give back a parcel."""
        plain = {"owner": Owner.LOCAL, "kind": Kind.RETURN, "state": ReservationState.RESERVED}
        about = reservation(**{**plain, "language": "ar", **facts})
        await self.store.absorb([Arrival(about, (), contact=Contact(name))], complete=False)
        return replace(DROPOFF, owner=about.owner, kind=about.kind)

    async def offers(self, visit: Visit) -> LabelDraft:
        drawn = await self.labels.prepare(visit)
        assert isinstance(drawn, LabelDrawn)
        return drawn.label

    async def told(self) -> list[str]:
        lines = await self.store.outbox()
        return [str(line["name"]) for line in lines if str(line["name"]).startswith("label.")]

    async def waiting(self) -> list[JobState]:
        return [job.state for job in await self.store.labels(tuple(OPEN), 10)]


class Others:
    """Carries out all other wishes."""

    async def obey(self, command: Command, *, trusted: bool) -> str:
        return "others"
