"""What service mode does about lines, reservations made here, evidence, lockdown and printers."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Any, Protocol
from urllib.parse import urlsplit

from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.journalling import Journalling
from kiosk.app.obeying import RELAY, Here
from kiosk.app.servicing import Service
from kiosk.config import Config
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Owner
from kiosk.domain.lines import ClockSeen
from kiosk.ports import Clock
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.network import Lookup, Network
from kiosk.services.afar import Afar
from kiosk.services.asker import Asker
from kiosk.services.errands import Handler
from kiosk.services.local import NotPossible
from kiosk.services.outbox import Outbox
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.renewals import Renewals
from kiosk.services.service_bookings import BookingsAtScreen, Slips
from kiosk.services.service_evidence import EvidenceAtScreen
from kiosk.services.service_lines import (
    LinesAtScreen,
    LockdownAtScreen,
    ParkedAtScreen,
    Signed,
    Ties,
)
from kiosk.services.service_printers import PrintersAtScreen
from kiosk.services.technicians import Technicians

EVIDENCE = "evidence"
"""The folder beside the database."""


class Does(Protocol):
    """One page's work."""

    @property
    def tasks(self) -> Mapping[type[Task], Handler]: ...


@dataclass(frozen=True, slots=True)
class OnSite:
    """All of these pages."""

    parts: tuple[Does, ...]
    lookup: Lookup

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return dict(chain.from_iterable(part.tasks.items() for part in self.parts))

    def run(self) -> Coroutine[Any, Any, None]:
        """Look the cloud's name up while somebody looks at it."""
        return self.lookup.run()


@dataclass(frozen=True, slots=True)
class Behind:
    """Whom the technician's verbs belong to."""

    service: Service
    afar: Afar
    kept: Journalling


def on_site(
    config: Config,
    store: SqliteStore,
    clock: Clock,
    here: Here,
    outboxes: tuple[Outbox, Outbox],
    behind: Behind,
) -> OnSite:
    """``outboxes``: the cloud's, and that of who is reported to."""
    signed, told = signed_by(behind.service.technicians), lambda: here.session.told()
    lookup = Lookup(urlsplit(config.cloud.base_url).hostname or "" if here.sync else "")
    ties = Ties(
        network=Network(lookup).seen,
        clock=_clock(clock),
        outbox=outboxes[0],
        reports=outboxes[1] if store.reports else None,
        relay=lambda: behind.afar.heard(RELAY),
        sync=here.sync,
        cloud=config.cloud.name,
    )
    desk = OutboxDesk(store, Owner.CLOUD if here.sync else Owner.LOCAL)
    lockdown = LockdownAtScreen(store, behind.service.technicians)
    bookings = _bookings(config, store, clock, here, signed)
    desk.told = lockdown.told = bookings.told = told
    folder, prints = config.store.path.parent / EVIDENCE, here.prints
    kept = timedelta(days=config.policy.journal_ids_kept_days)
    printers = tuple(prints.jobs.printers)
    return OnSite(
        (
            LinesAtScreen(store, clock, ties),
            ParkedAtScreen(store, desk, signed),
            lockdown,
            bookings,
            EvidenceAtScreen(store, behind.kept.desk, clock, folder, signed, kept),
            PrintersAtScreen(store, printers, prints.stock, prints.desk, signed),
        ),
        lookup,
    )


def signed_by(technicians: Technicians) -> Signed:
    """The account that is in service mode at that moment: a screen's own word does not count."""

    def signed() -> Asker:
        session = technicians.session
        if session is None:
            raise NotPossible("nobody is in service mode")
        return Asker(account=session.account)

    return signed


def _bookings(
    config: Config, store: SqliteStore, clock: Clock, here: Here, signed: Signed
) -> BookingsAtScreen:
    renewals = Renewals(store, here.local, clock, here.notices.reaches)
    renewals.told = here.notices.wake
    prints, locker = here.prints, config.locker
    slips = Slips(prints.jobs, prints.content, locker.name, locker.zone)
    return BookingsAtScreen(config.layout, store, here.local, renewals, clock, signed, slips)


def _clock(clock: Clock) -> Callable[[], ClockSeen]:
    if not isinstance(clock, SystemClock):
        raise TypeError("service mode looks at the real clock only")
    return clock.seen
