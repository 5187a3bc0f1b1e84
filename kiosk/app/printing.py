"""What prints labels, put together: templates and words, printers, and who may ask for what."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.press import Press
from kiosk.assets import data
from kiosk.config import Config
from kiosk.ports import Clock, Cloud
from kiosk.ports_printing import PrinterSettings
from kiosk.services.commands import Obeys
from kiosk.services.errands import Errands
from kiosk.services.label_content import LabelContent, Sender
from kiosk.services.label_desk import LabelDesk, LabelWishes
from kiosk.services.label_jobs import LabelJobs
from kiosk.services.label_printers import Loaded
from kiosk.services.label_stock import LabelStock
from kiosk.services.label_verbs import LabelVerbs
from kiosk.services.labels import Labels
from kiosk.services.paper_content import PaperContent
from kiosk.services.papers import Papers
from kiosk.services.session import Session

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Printing:
    """All that prints."""

    store: SqliteStore
    jobs: LabelJobs
    stock: LabelStock
    labels: LabelDesk
    desk: LabelVerbs
    papers: Papers
    content: LabelContent

    def obeys(self, others: Obeys) -> Obeys:
        """Who carries out wishes, those about labels included."""
        return LabelWishes(self.labels, self.store, others) if self.jobs.printers else others

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
    press = press_of(config)
    press.check()
    loaded = [_loaded(config, one) for one in config.printers]
    told = _telling(session)
    stock = LabelStock(store, config.printers, clock, told, cloud)
    jobs = LabelJobs(store, loaded, press, told, stock.used)
    operator = config.ui.operator
    sender = Sender(
        written(press, "locker.name", config.locker.name),
        written(press, "ui.operator.name", operator.name),
        config.locker.zone,
        config.ui.languages,
        operator.help_phone,
    )
    content = LabelContent(store, sender, clock, press, cloud)
    labels = Labels(store, jobs, content, press, told)
    desk = LabelDesk(store, jobs, content, stock)
    papers = Papers(store, jobs, content, PaperContent(sender, clock), told)
    session.labelled, errands.labels = labels.labelled, labels
    session.papers = papers.offered()
    await jobs.resume()
    verbs = LabelVerbs(desk, jobs, stock)
    return Printing(store, jobs, stock, desk, verbs, papers, content)


def _telling(session: Session) -> Callable[[], None]:
    """Whom a session wakes is known only once all is put together."""
    return lambda: session.told()


def press_of(config: Config) -> Press:
    """The operator's templates before the kiosk's own."""
    own = (config.templates,) if config.templates else ()
    return Press((*own, data() / "assets" / "labels"), data() / "translations")


def _loaded(config: Config, settings: PrinterSettings) -> Loaded:
    maker = config.makers.printer(settings.driver)
    return Loaded(settings, maker.connect(settings), maker.passes)


def written(press: Press, key: str, name: str) -> str:
    """What stands on every label of this kiosk must not cost it every label."""
    if press.writes(name):
        return name
    log.warning("no typeface here has all letters of %s: labels leave it out", key)
    return ""
