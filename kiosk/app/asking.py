"""What an operator may ask of the running kiosk, put together."""

from collections.abc import Awaitable, Callable

from kiosk.config import Config
from kiosk.ports import Clock
from kiosk.ports_desk import DeskStore
from kiosk.runtime.control import ControlSocket, socket_path
from kiosk.services.afar import Afar
from kiosk.services.contacts import Contacts
from kiosk.services.desk import Desk
from kiosk.services.health import Health
from kiosk.services.intake import Intake
from kiosk.services.journal_desk import JournalDesk
from kiosk.services.label_desk import LabelDesk
from kiosk.services.local import LocalReservations
from kiosk.services.notices import Notices
from kiosk.services.renewals import Renewals
from kiosk.services.service_desk import ServiceDesk


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
    renewals = Renewals(store, local, clock, notices.reaches)
    renewals.told = notices.wake
    desk = Desk(config.layout, store, contacts, local, intake, renewals, health)
    desk.notifiers = notices.troubles
    return desk


def control(
    config: Config,
    desk: Desk,
    afar: Afar,
    service: ServiceDesk,
    labels: LabelDesk,
    journal: JournalDesk,
    screenshot: Callable[[], Awaitable[bytes]],
) -> ControlSocket:
    """Where they are asked."""
    path = socket_path(config.locker.id, config.store.path)
    socket = ControlSocket(path, desk, afar, service, screenshot)
    socket.also({"labels": labels.labels}, labels.writes)
    socket.also(journal.reads, journal.writes)
    return socket
