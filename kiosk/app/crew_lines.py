"""What service mode does about lines, reservations made here, evidence, lockdown and printers."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kiosk.app.floor import Floor, Staffed
from kiosk.app.obeying import RELAY
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Owner
from kiosk.domain.lines import ClockSeen
from kiosk.ports import Clock
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.network import Lookup, Network
from kiosk.services.asker import Asker, Signed
from kiosk.services.local import NotPossible
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.renewals import Renewals
from kiosk.services.service_bookings import BookingsAtScreen, Slips
from kiosk.services.service_evidence import EvidenceAtScreen
from kiosk.services.service_lines import LinesAtScreen, LineSources
from kiosk.services.service_lockdown import LockdownAtScreen
from kiosk.services.service_parked import ParkedAtScreen
from kiosk.services.service_printers import PrintersAtScreen
from kiosk.services.tasks import Does, Handler, done_by
from kiosk.services.technicians import Technicians


@dataclass(frozen=True, slots=True)
class OnSite:
    """All of these pages."""

    parts: tuple[Does, ...]
    lookup: Lookup

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return done_by(*self.parts)

    def run(self) -> Coroutine[Any, Any, None]:
        """Look the cloud's name up while somebody looks at it."""
        return self.lookup.run()


def on_site(floor: Floor, staffed: Staffed) -> OnSite:
    """Each page with what it works on; the cloud's name is looked up in a loop."""
    config, store, clock, here = floor.config, floor.store, floor.clock, floor.here
    technicians, afar = staffed.service.technicians, staffed.afar
    signed, told = signed_by(technicians), lambda: here.session.told()
    lookup = Lookup(urlsplit(config.cloud.base_url).hostname or "" if here.sync else "")
    sources = LineSources(
        network=Network(lookup).seen,
        clock=_clock(clock),
        outbox=floor.outbox,
        reports=floor.reports if store.reports else None,
        relay=lambda: afar.heard(RELAY),
        sync=here.sync,
        cloud=config.cloud.name,
    )
    desk = OutboxDesk(store, Owner.CLOUD if here.sync else Owner.LOCAL, told)
    prints = here.prints
    printers = tuple(prints.jobs.printers)
    return OnSite(
        (
            LinesAtScreen(store, clock, sources),
            ParkedAtScreen(store, desk, signed),
            LockdownAtScreen(store, technicians, told),
            _bookings(floor, signed, told),
            EvidenceAtScreen(store, staffed.kept.desk, clock, signed),
            PrintersAtScreen(store, printers, prints.stock, prints.labels, signed),
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


def _bookings(floor: Floor, signed: Signed, told: Callable[[], None]) -> BookingsAtScreen:
    config, store, clock, here = floor.config, floor.store, floor.clock, floor.here
    renewals = Renewals(store, here.local, clock, here.notices)
    prints, locker = here.prints, config.locker
    slips = Slips(prints.jobs, prints.content, locker.name, locker.zone)
    return BookingsAtScreen(config.layout, store, here.local, renewals, clock, signed, told, slips)


def _clock(clock: Clock) -> Callable[[], ClockSeen]:
    if not isinstance(clock, SystemClock):
        raise TypeError("service mode looks at the real clock only")
    return clock.seen
