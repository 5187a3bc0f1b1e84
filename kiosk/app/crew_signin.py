"""How staff get in, and who looks after that, put together."""

from kiosk.app.floor import Floor, Staffed
from kiosk.domain.flows.forms import BadgeShown
from kiosk.services.enrolling import Enrolling
from kiosk.services.service_people import PeopleAtScreen
from kiosk.services.signing_in import Configured, SigningIn
from kiosk.services.tasks import Does


def signing_in(floor: Floor, staffed: Staffed) -> tuple[Does, ...]:
    """From now on a badge that is held up is heard at the screen."""
    couriers, service, session = staffed.couriers, staffed.service, floor.here.session
    settings = floor.config.couriers
    configured = Configured(
        tokens=bool(settings.keys),
        credentials=settings.external is not None,
        badges=bool(settings.badge_reader),
    )
    couriers.logins.badge_shown = lambda badge: session.post(BadgeShown(badge))
    labels = [one.label for one in floor.config.layout.compartments()]
    return (
        SigningIn(
            couriers.logins,
            service.technicians,
            service.enrolment,
            service.codes,
            floor.store,
            configured,
        ),
        Enrolling(service.enrolment, service.codes, labels, badges=configured.badges),
        PeopleAtScreen(service.technicians, service.desk, couriers.desk, floor.clock),
    )
