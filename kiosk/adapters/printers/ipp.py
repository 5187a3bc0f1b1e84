"""Printers of the Internet Printing Protocol (RFC 8010, 8011): the job has a number and a state."""

import asyncio
import itertools
import logging
import uuid
from urllib.parse import urlsplit

import httpx

from kiosk.adapters.printers import ipp_words as words
from kiosk.adapters.printers.pages import pdf, png
from kiosk.domain.errors import PrinterCannot, PrinterGone, PrinterNotReady
from kiosk.domain.printing import WARNINGS, Hitch, Outcome, Picture, PrinterStatus
from kiosk.ports_printing import PrinterSettings

log = logging.getLogger(__name__)

DONE_WITHIN = 60.0
LOOKS_EVERY = 0.3
LOOKS_AGAIN = (0.2, 0.5, 1.0)
"""Seconds between looks for what the printer may not have written down yet."""
ASKS_WITHIN = 60.0
"""Seconds for one question with its answer, however slowly it drips."""
LARGEST = 1_000_000
"""Bytes of an answer."""
TIMEOUT = httpx.Timeout(connect=5.0, read=10.0, write=30.0, pool=5.0)
STOPPED = 5
"""printer-state (RFC 8011, 5.4.11)."""
COMPLETED, CANCELED, ABORTED = 9, 7, 8
"""job-state (RFC 8011, 5.3.7)."""
_FORMS = {"pdf": "application/pdf", "png": "image/png", "jpeg": "image/jpeg"}
_REASONS = {
    "media-empty": Hitch.PAPER_OUT,
    "media-needed": Hitch.PAPER_OUT,
    "media-low": Hitch.PAPER_LOW,
    "media-jam": Hitch.JAM,
    "cover-open": Hitch.HEAD_OPEN,
    "door-open": Hitch.HEAD_OPEN,
    "interlock-open": Hitch.HEAD_OPEN,
    "marker-supply-empty": Hitch.RIBBON_OUT,
    "paused": Hitch.PAUSED,
    "moving-to-paused": Hitch.PAUSED,
    "shutdown": Hitch.OFFLINE,
    "offline": Hitch.OFFLINE,
    "timed-out": Hitch.OFFLINE,
    "fuser-over-temp": Hitch.HOT,
}
"""printer-state-reasons without their -error, -warning, -report (RFC 8011, 5.4.12)."""


class IppPrinter:
    """One print queue."""

    def __init__(
        self,
        settings: PrinterSettings,
        transport: httpx.AsyncBaseTransport | None = None,
        *,
        done_within: float = DONE_WITHIN,
    ) -> None:
        where = urlsplit(settings.address)
        secure = where.scheme == "ipps"
        port = where.port or 631
        self._url = f"{'https' if secure else 'http'}://{where.hostname}:{port}{where.path or '/'}"
        self._settings = settings
        self._done_within = done_within
        self._numbers = itertools.count(1)
        self._one_at_a_time = asyncio.Lock()
        self._client = httpx.AsyncClient(
            timeout=TIMEOUT, trust_env=False, follow_redirects=False, transport=transport
        )

    async def status(self) -> PrinterStatus:
        try:
            return _status(await self._look())
        except PrinterGone:
            return PrinterStatus(frozenset({Hitch.OFFLINE}))
        except PrinterNotReady as error:
            return PrinterStatus(error.hitches)

    async def print(self, picture: Picture) -> Outcome:
        async with self._one_at_a_time:
            takes = await self._await_ready()
            # PDF first: it says how large it is on paper.
            if _FORMS["pdf"] in takes:
                return await self._send("pdf", pdf(picture, self._settings.dpi))
            if _FORMS["png"] in takes:
                return await self._send("png", png(picture))
            raise PrinterCannot("this printer takes neither PDF nor PNG")

    async def print_ready(self, form: str, data: bytes) -> Outcome:
        async with self._one_at_a_time:
            if form not in _FORMS or _FORMS[form] not in await self._await_ready():
                raise PrinterCannot(f"this printer takes no {form}")
            return await self._send(form, data)

    async def aclose(self) -> None:
        await self._client.aclose()

    async def _await_ready(self) -> frozenset[str]:
        """What documents it takes, once it would print them."""
        found = await self._look()
        status = _status(found)
        if not status.ready:
            needed = status.hitches - WARNINGS
            said = ", ".join(sorted(hitch.value for hitch in needed))
            raise PrinterNotReady(f"the printer needs somebody: {said}", needed)
        return found.words("document-format-supported")

    async def _look(self) -> words.Answer:
        found = await self._ask(words.GET_PRINTER)
        if not found.ok:
            raise PrinterNotReady("the printer does not say how it is", frozenset({Hitch.FAULT}))
        return found

    async def _send(self, form: str, data: bytes) -> Outcome:
        # A name nobody else has: a job whose answer was lost is found by it.
        name = f"label-{uuid.uuid4().hex}"
        named = (words.NAME, "job-name", name)
        kind = (words.MIME, "document-format", _FORMS[form])
        try:
            job = await self._ask(words.PRINT_JOB, named, kind, document=data)
        except PrinterNotReady as error:
            log.warning("printer %s: the answer was lost: %s", self._settings.name, error)
            return await self._looked_up(name)
        if not job.ok:
            return Outcome.NOT_PRINTED
        number = job.number("job-id")
        return await self._looked_up(name) if number is None else await self._outcome(number)

    async def _looked_up(self, name: str) -> Outcome:
        """What became of the job of that name: one that is on no list of the printer never came."""
        for wait in LOOKS_AGAIN:
            await asyncio.sleep(wait)
            try:
                found = await self._listed(name)
            except (PrinterGone, PrinterNotReady):
                return Outcome.UNSURE
            if found is not None:
                return await self._outcome(found)
        return Outcome.NOT_PRINTED

    async def _listed(self, name: str) -> int | None:
        """The number of a job. Raises PrinterGone, and PrinterNotReady where no list is given."""
        for which in ("not-completed", "completed"):
            jobs = await self._ask(
                words.GET_JOBS,
                (words.KEYWORD, "requested-attributes", "job-id"),
                (words.KEYWORD, "", "job-name"),
                (words.KEYWORD, "which-jobs", which),
            )
            if not jobs.ok:
                raise PrinterNotReady("it lists no jobs", frozenset({Hitch.FAULT}))
            for job in jobs.jobs:
                number = job.get("job-id")
                if job.get("job-name") == name and isinstance(number, int):
                    return number
        return None

    async def _outcome(self, job: int) -> Outcome:
        loop = asyncio.get_running_loop()
        ends = loop.time() + self._done_within
        while loop.time() < ends:
            try:
                found = await self._ask(words.GET_JOB, (words.INTEGER, "job-id", job))
                state = found.number("job-state")
                if state == COMPLETED:
                    return Outcome.PRINTED
                if state in (CANCELED, ABORTED):
                    return Outcome.NOT_PRINTED
                if not _status(await self._look()).ready:
                    return await self._cancel(job)
            except (PrinterGone, PrinterNotReady):
                # The queue went away with the job in it; it may come back and print.
                return Outcome.UNSURE
            await asyncio.sleep(LOOKS_EVERY)
        return await self._cancel(job)

    async def _cancel(self, job: int) -> Outcome:
        """Or it would come out beside the one that is queued here."""
        number = (words.INTEGER, "job-id", job)
        try:
            await self._ask(words.CANCEL_JOB, number)
            # A page under way takes its time to stop, or comes out whole all the same.
            for wait in LOOKS_AGAIN:
                state = (await self._ask(words.GET_JOB, number)).number("job-state")
                if state in (COMPLETED, CANCELED, ABORTED):
                    return Outcome.PRINTED if state == COMPLETED else Outcome.NOT_PRINTED
                await asyncio.sleep(wait)
        except (PrinterGone, PrinterNotReady):
            log.warning("printer %s: job %d was not called off", self._settings.name, job)
        return Outcome.UNSURE

    async def _ask(
        self, operation: int, *rest: tuple[int, str, words.Value], document: bytes = b""
    ) -> words.Answer:
        """One request. Raises PrinterGone when it never left, else PrinterNotReady."""
        number = next(self._numbers)
        body = words.request(operation, number, self._settings.address, *rest)
        try:
            async with asyncio.timeout(ASKS_WITHIN):
                return words.answer(await self._posted(body + document), number)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise PrinterGone(f"the printer is not there ({type(error).__name__})") from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise PrinterNotReady(type(error).__name__, frozenset({Hitch.SILENT})) from error
        except words.NoIpp as error:
            raise PrinterNotReady(str(error), frozenset({Hitch.FAULT})) from error

    async def _posted(self, content: bytes) -> bytes:
        """The body of the answer, as it is and no longer than it may be."""
        headers = {"content-type": "application/ipp", "accept-encoding": "identity"}
        found = bytearray()
        async with self._client.stream(
            "POST", self._url, content=content, headers=headers
        ) as response:
            if response.status_code != 200:
                raise words.NoIpp(f"HTTP {response.status_code}")
            async for part in response.aiter_raw():
                found += part
                if len(found) > LARGEST:
                    raise words.NoIpp("the answer has no end")
        return bytes(found)


def _status(found: words.Answer) -> PrinterStatus:
    said = {reason.rpartition("-") for reason in found.words("printer-state-reasons")}
    reasons = {
        head if tail in ("error", "warning", "report") else f"{head}-{tail}".lstrip("-")
        for head, _, tail in said
    }
    hitches = {_REASONS[reason] for reason in reasons if reason in _REASONS}
    if found.number("printer-state") == STOPPED and not hitches - WARNINGS:
        hitches.add(Hitch.FAULT)
    return PrinterStatus(frozenset(hitches), waiting=found.number("queued-job-count"))


class IppMaker:
    """Makes print queues."""

    dpi = 300
    addresses = ("ipp://", "ipps://")
    passes = frozenset(_FORMS)

    def connect(self, settings: PrinterSettings) -> IppPrinter:
        return IppPrinter(settings)


PRINTER = IppMaker()
