"""Who hears of the cloud's parcels beside the cloud, put together."""

from contextlib import AsyncExitStack

from kiosk.adapters.clouds.reports import ReportLine
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.model import Channel
from kiosk.ports import Clock, Cloud, CloudSettings
from kiosk.ports_abilities import Tells
from kiosk.services.outbox import Outbox


def listener(
    settings: CloudSettings, cloud: Cloud | None, clock: Clock, stack: AsyncExitStack
) -> ReportLine | None:
    """Whom [cloud] report_url names; nothing is sent yet."""
    if settings.reports is None or not isinstance(cloud, Tells):
        return None
    line = ReportLine(settings.reports, cloud, clock)
    stack.push_async_callback(line.aclose)
    return line


def reported(store: SqliteStore, line: ReportLine | None, clock: Clock) -> Outbox:
    """Who reports; where nobody listens any more it sets aside, visibly, what is left."""
    store.reports = line is not None
    return Outbox(store, line, clock, channel=Channel.REPORT)
