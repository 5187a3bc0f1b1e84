"""Printers looked after at the screen: states, rolls, test pages, and labels that still wait."""

import asyncio
from collections.abc import Awaitable, Mapping

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.printer_screens import (
    DropWaiting,
    LoadRoll,
    Pressed,
    PressSaid,
    PrintersRead,
    PrintTest,
    PrintWaiting,
    ReadPrinters,
    SayCameOut,
)
from kiosk.domain.flows.staffed import Task
from kiosk.domain.labels import OPEN, LabelJob, Roll
from kiosk.domain.printers_seen import PaperSeen, PrinterSeen, WaitingLabel
from kiosk.domain.printing import Outcome, PrinterStatus
from kiosk.ports_labels import LabelStore
from kiosk.services.asker import Signed
from kiosk.services.label_desk import LabelDesk
from kiosk.services.label_jobs import Tried
from kiosk.services.label_printers import Loaded, status_of
from kiosk.services.label_stock import LabelStock
from kiosk.services.local import NotPossible
from kiosk.services.tasks import Handler

STATUS_WITHIN = 3.0
"""Seconds a printer gets to say how it is; one that says nothing is silent."""
MOST_WAITING = 100
_PRESSED = {
    Outcome.PRINTED: Pressed.PRINTED,
    Outcome.UNSURE: Pressed.UNSURE,
    Outcome.NOT_PRINTED: Pressed.NOT_PRINTED,
}
_FAILED = PressSaid(Pressed.FAILED)
_DOUBTED = PressSaid(Pressed.UNSURE)
"""It broke down while it printed: only who stands there knows whether something came out."""


class PrintersAtScreen:
    """The operator's verbs, in the name of who is in service mode."""

    def __init__(
        self,
        store: LabelStore,
        printers: tuple[Loaded, ...],
        stock: LabelStock,
        desk: LabelDesk,
        signed: Signed,
    ) -> None:
        self._store = store
        self._printers = printers
        self._stock = stock
        self._desk = desk
        self._signed = signed

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {
            ReadPrinters: Handler(self._read, PrintersRead(None)),
            PrintTest: Handler(self._test, _DOUBTED),
            LoadRoll: Handler(self._load, _FAILED),
            PrintWaiting: Handler(self._print, _DOUBTED),
            SayCameOut: Handler(self._came_out, _FAILED),
            DropWaiting: Handler(self._drop, _FAILED),
        }

    async def _read(self, _: ReadPrinters) -> PrintersRead:
        rolls = await self._store.rolls()
        said = await asyncio.gather(*(status_of(one, STATUS_WITHIN) for one in self._printers))
        pairs = zip(self._printers, said, strict=True)
        printers = [await self._one(one, how, rolls) for one, how in pairs]
        waiting = [await self._waiting(job) for job in await self._jobs()]
        return PrintersRead(PaperSeen(tuple(printers), tuple(waiting), self._stock.cloud_left))

    async def _jobs(self) -> list[LabelJob]:
        return list(await self._store.labels(tuple(OPEN), MOST_WAITING))

    async def _one(self, one: Loaded, how: PrinterStatus, rolls: Mapping[str, Roll]) -> PrinterSeen:
        roll = rolls.get(one.settings.name)
        return PrinterSeen(
            one.settings.name,
            one.settings.media,
            how.ready,
            how.hitches,
            roll.left if roll else None,
            await self._stock.days(roll.left) if roll else None,
            how.labels_left,
            one.settings.roll,
            roll.loaded_at if roll else None,
        )

    async def _waiting(self, job: LabelJob) -> WaitingLabel:
        about = await self._store.reservation(job.reservation) if job.reservation else None
        label = about.compartment if about and about.compartment else ""
        return WaitingLabel(job.id, job.mark, label, job.state, job.error, job.made_at)

    async def _test(self, task: PrintTest) -> PressSaid:
        return await _said(self._desk.test_page(self._signed(), task.name))

    async def _load(self, task: LoadRoll) -> PressSaid:
        try:
            await self._desk.roll(self._signed(), task.count, task.name)
        except (NotPossible, StoreBroken):
            return _FAILED
        return PressSaid(Pressed.ROLL_IN)

    async def _print(self, task: PrintWaiting) -> PressSaid:
        return await _said(self._desk.print_label(self._signed(), task.label.id))

    async def _came_out(self, task: SayCameOut) -> PressSaid:
        try:
            await self._desk.label_seen(self._signed(), task.label.id, task.out)
        except (NotPossible, StoreBroken):
            return _FAILED
        return PressSaid(Pressed.PRINTED if task.out else Pressed.WAITS)

    async def _drop(self, task: DropWaiting) -> PressSaid:
        try:
            await self._desk.discard_label(self._signed(), task.label.id)
        except (NotPossible, StoreBroken):
            return _FAILED
        return PressSaid(Pressed.DROPPED)


async def _said(verb: Awaitable[tuple[object, Tried]]) -> PressSaid:
    try:
        _, tried = await verb
    except NotPossible:
        return _FAILED
    return PressSaid(_PRESSED[tried.outcome])
