"""What prints labels, put together: templates and words, printers, and who may ask for what."""

import asyncio
import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.adapters.printers.pages import png
from kiosk.adapters.storage.store import SqliteStore
from kiosk.assets import data
from kiosk.config import Config, Makers
from kiosk.domain.errors import LabelWrong
from kiosk.domain.printing import MEDIA, Picture
from kiosk.labels.filling import fill
from kiosk.labels.rendering import draw, measure
from kiosk.labels.template import Template, load
from kiosk.ports import Clock, Cloud
from kiosk.runtime.catalogues import label_texts
from kiosk.services.commands import Obeys
from kiosk.services.errands import Errands
from kiosk.services.label_content import LabelContent, Sender
from kiosk.services.label_desk import LabelDesk, LabelWishes
from kiosk.services.label_jobs import LabelJobs, Loaded
from kiosk.services.label_stock import LabelStock
from kiosk.services.labels import Labels
from kiosk.services.session import Session

log = logging.getLogger(__name__)


class Press:
    """Draws the templates of a folder; each drawing on a thread of its own."""

    def __init__(self, templates: Path, translations: Path) -> None:
        self._templates = templates
        self._words = label_texts(translations)
        self._load = cache(load)

    def media(self, template: str) -> Collection[str]:
        return [name for name in MEDIA if (found := self._file(template, name)) and found.is_file()]

    async def draw(
        self, template: str, media: str, dpi: int, content: Mapping[str, str], language: str
    ) -> Picture:
        return await asyncio.to_thread(self._draw, template, media, dpi, content, language)

    async def shown(self, picture: Picture) -> bytes:
        return await asyncio.to_thread(png, picture)

    def _draw(
        self, template: str, media: str, dpi: int, content: Mapping[str, str], language: str
    ) -> Picture:
        if QGuiApplication.instance() is None:
            raise LabelWrong("labels are drawn where there is a screen")
        words = self._words.get(language, {})
        sheets = fill(self._read(template, media), content, words, language, measure)
        if len(sheets) != 1:
            raise LabelWrong(f"{template}: it is longer than one label")
        return draw(sheets[0], dpi)

    def _read(self, template: str, media: str) -> Template:
        file = self._file(template, media)
        if file is None:
            raise LabelWrong("there is no such template")
        return self._load(file)

    def _file(self, template: str, media: str) -> Path | None:
        """A name is a word, whoever said it, and no path."""
        plain = template.isascii() and template.replace("-", "").replace("_", "").isalnum()
        return self._templates / f"{template}.{media}.svg" if plain else None


@dataclass(frozen=True, slots=True)
class Printing:
    """All that prints."""

    store: SqliteStore
    jobs: LabelJobs
    stock: LabelStock
    desk: LabelDesk

    def obeys(self, others: Obeys) -> Obeys:
        """Who carries out wishes, those about labels included."""
        return LabelWishes(self.desk, self.store, others) if self.jobs.printers else others

    async def run(self) -> None:
        """Look after the rolls until cancelled, and let the printers go."""
        try:
            if self.jobs.printers:
                await self.stock.run()
        finally:
            await self.jobs.aclose()


async def printing(
    config: Config,
    store: SqliteStore,
    clock: Clock,
    cloud: Cloud | None,
    screen: tuple[Session, Errands],
) -> Printing:
    """Ready to print for this screen; what was being printed is unsure. Raises StoreBroken."""
    session, errands = screen
    press = Press(data() / "assets" / "labels", data() / "translations")
    loaded = [Loaded(one, Makers().printer(one.driver).connect(one)) for one in config.printers]
    jobs = LabelJobs(store, loaded, press)
    sender = Sender(
        config.locker.name, config.ui.operator.name, config.locker.zone, config.ui.languages
    )
    content = LabelContent(store, sender, clock, cloud)
    stock = LabelStock(store, config.printers, clock, cloud)
    labels = Labels(store, jobs, content, press)
    desk = LabelDesk(store, jobs, content, stock)
    jobs.used = stock.used
    for one in (jobs, stock, labels, desk):
        one.told = lambda: session.told()
    session.labelled, errands.labels = labels.labelled, labels
    await jobs.resume()
    return Printing(store, jobs, stock, desk)
