"""How staff get in, and who looks after that, put together."""

from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.couriers import Couriers
from kiosk.app.servicing import Service
from kiosk.config import Config
from kiosk.domain.flows.forms import BadgeShown
from kiosk.ports import Clock
from kiosk.services.enrolling import Enrolling
from kiosk.services.service_people import PeopleAtScreen
from kiosk.services.session import Session
from kiosk.services.signing_in import Configured, SigningIn


def signing_in(
    config: Config,
    store: SqliteStore,
    clock: Clock,
    session: Session,
    couriers: Couriers,
    service: Service,
) -> tuple[SigningIn, Enrolling, PeopleAtScreen]:
    """From now on a badge that is held up is heard at the screen."""
    settings = config.couriers
    configured = Configured(
        tokens=bool(settings.keys),
        credentials=settings.external is not None,
        badges=bool(settings.badge_reader),
    )
    couriers.logins.badge_shown = lambda badge: session.post(BadgeShown(badge))
    labels = [one.label for one in config.layout.compartments()]
    return (
        SigningIn(
            couriers.logins,
            service.technicians,
            (service.enrolment, service.codes),
            store,
            configured,
        ),
        Enrolling(service.enrolment, service.codes, labels, badges=configured.badges),
        PeopleAtScreen(service.technicians, service.desk, couriers.desk, clock),
    )
