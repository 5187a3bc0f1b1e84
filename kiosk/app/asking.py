"""What an operator may ask of the running kiosk, put together."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.adapters.storage.store import SqliteStore
from kiosk.config import Config
from kiosk.domain.layout import Owner
from kiosk.ports import Clock, Cloud
from kiosk.ports_desk import DeskStore
from kiosk.runtime.control import ControlSocket, Verb, socket_path
from kiosk.services.afar import Afar
from kiosk.services.contacts import Contacts
from kiosk.services.desk import Desk
from kiosk.services.health import Health
from kiosk.services.intake import Intake
from kiosk.services.local import LocalReservations
from kiosk.services.notices import Notices
from kiosk.services.outbox_desk import OutboxDesk
from kiosk.services.renewals import Renewals
from kiosk.services.service_desk import ServiceDesk


class Verbs(Protocol):
    """A desk of its own beside the first one."""

    @property
    def reads(self) -> Mapping[str, Verb]: ...
    @property
    def writes(self) -> Mapping[str, Verb]: ...


class Answers(Protocol):
    """A part of the kiosk that may be asked."""

    @property
    def desk(self) -> Verbs: ...


@dataclass(frozen=True, slots=True)
class Resent:
    """Who takes up what was set aside."""

    desk: OutboxDesk


def resent(store: SqliteStore, cloud: Cloud | None, told: Callable[[], None]) -> Resent:
    """``told`` hears that the outbox has work."""
    desk = OutboxDesk(store, Owner.LOCAL if cloud is None else Owner.CLOUD, told)
    return Resent(desk)


def desk_of(
    config: Config,
    store: DeskStore,
    clock: Clock,
    contacts: Contacts,
    local: LocalReservations,
    health: Health,
    notices: Notices,
) -> Desk:
    """The verbs."""
    intake = Intake(config.layout, store, local, clock, config.policy)
    renewals = Renewals(store, local, clock, notices)
    desk = Desk(config.layout, store, contacts, local, intake, renewals, health)
    desk.notifiers = notices.troubles
    return desk


def control(
    config: Config,
    desk: Desk,
    afar: Afar,
    service: ServiceDesk,
    others: Iterable[Answers],
    screenshot: Callable[[], Awaitable[bytes]],
) -> ControlSocket:
    """Where they are asked."""
    desk.locked = lambda: afar.locked
    path = socket_path(config.locker.id, config.store.path)
    socket = ControlSocket(path, desk, afar, service, screenshot)
    for part in others:
        socket.also(part.desk.reads, part.desk.writes)
    return socket
