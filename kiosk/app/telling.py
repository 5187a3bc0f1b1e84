"""What tells people, put together."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

from kiosk.assets import data
from kiosk.config import Config
from kiosk.ports import Clock
from kiosk.ports_notices import NoticeStore, Notifier
from kiosk.runtime.catalogues import notice_texts
from kiosk.services.endings import Endings
from kiosk.services.local import LocalReservations
from kiosk.services.notice_texts import Catalogue, Letters
from kiosk.services.notices import Notices, Reaches, ping, reaching
from kiosk.services.outbox import Outbox


def notifiers(config: Config, clock: Clock, stack: AsyncExitStack) -> dict[str, Notifier]:
    """Every way to people that is configured; nothing is sent yet."""
    made: dict[str, Notifier] = {}
    for settings in config.notifiers:
        maker = config.makers.notifier(settings.make)
        made[settings.make] = maker.connect(settings, config.locker.id, clock)
        stack.push_async_callback(made[settings.make].aclose)
    return made


def reaches(ways: Mapping[str, Notifier]) -> Reaches:
    """Whether a person can be told by any of them."""
    return lambda contact: reaching(ways, contact) is not None


def letters(config: Config, texts: Mapping[str, Catalogue]) -> Letters:
    """In every language there is; one nobody asked for is that of the first screen."""
    return Letters(
        texts,
        config.ui.languages[0],
        config.locker.name,
        config.locker.zone,
        config.ui.operator.help_phone,
    )


def told_by(
    config: Config,
    store: NoticeStore,
    ways: Mapping[str, Notifier],
    local: LocalReservations,
    clock: Clock,
) -> tuple[Notices, list[Coroutine[Any, Any, Any]]]:
    """Who tells people, and the loops that must run; none where nobody can be told."""
    texts = notice_texts(data() / "translations") if ways else {}
    notices = Notices(store, ways, letters(config, texts), local, clock)
    if not ways:
        return notices, []
    store.announce = notices.announced
    return notices, [notices.run(), Endings(store, notices, clock).run()]


async def asked(config: Config, clock: Clock, within: float) -> Mapping[str, str]:
    """Each way with what is wrong with it, for a check while no kiosk runs."""
    async with AsyncExitStack() as stack:
        ways = notifiers(config, clock, stack)
        said = await asyncio.gather(*map(partial(ping, within=within), ways.values()))
        return dict(zip(ways, said, strict=True))


def waking(outbox: Outbox, notices: Notices, reports: Outbox) -> Callable[[], None]:
    """Something was recorded: whom it concerns looks now."""

    def wake() -> None:
        outbox.wake()
        reports.wake()
        notices.wake()

    return wake
