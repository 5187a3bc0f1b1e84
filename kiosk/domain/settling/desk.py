"""What becomes of a reservation when nobody stands at its door: operator, time, cloud."""

from dataclasses import replace
from datetime import datetime

from kiosk.domain.acts import Act, By
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import Change, Confidence, Contents, Reservation
from kiosk.domain.model import ReservationState as S
from kiosk.domain.settling.recording import Fact, Facts, Subject, at, change, of
from kiosk.domain.transitions import WAITING


def _by_operator(reservation: Reservation) -> Subject:
    # Who may say all of it is sure of it.
    return of(reservation, By.OPERATOR, confidence=Confidence.CLOUD)


def made(reservation: Reservation, by: By = By.OPERATOR) -> Change:
    """A reservation of the kiosk's own; its state is in the arrival."""
    act = Act.MADE if reservation.compartment else Act.MADE_UNPLACED
    about = of(reservation, by, confidence=Confidence.CLOUD)
    return replace(change(act, about, kind=reservation.kind.value), state=None)


def placed(visit: Visit, label: str) -> Change:
    """A reservation without a compartment has one now."""
    about = replace(at(visit), label=label)
    return replace(change(Act.PLACED, about), move_to=label)


def lapsed(reservation: Reservation) -> Change:
    """A compartment was set aside for somebody here, and its door never opened."""
    facts: dict[str, Fact] = {"reason": "not_opened"}
    if (paid := reservation.particulars.paid) is not None:
        # Whoever runs the locker owes it back.
        facts |= {"paid": paid.amount, "currency": paid.currency}
    about = of(reservation, By.TIME, confidence=Confidence.CLOUD)
    return change(Act.LAPSED, about, None, facts, **facts)


def called_off(reservation: Reservation, reason: str) -> Change:
    """The operator cancels it while nothing lies there; the reason stays in the journal."""
    facts = {"reason": reason[:200]}
    act = Act.CANCELLED if reservation.state in WAITING else Act.CLEARED_OUT
    return change(act, _by_operator(reservation), None, facts, reason="operator")


def put_off(reservation: Reservation, until: datetime, facts: Facts) -> Change:
    """The operator lets it last longer; one that had run out lies there as before."""
    act = Act.REVIVED if reservation.state is S.EXPIRED else Act.EXTENDED_BY_STAFF
    told = {"until": until.isoformat()}
    return change(act, _by_operator(reservation), None, facts, **told)


def reissued(reservation: Reservation, facts: Facts) -> Change:
    """New codes in place of all old ones."""
    return change(Act.REISSUED, _by_operator(reservation), None, facts)


def gone(reservation: Reservation) -> Change:
    """The cloud no longer knows it at this locker; what lies inside is another fact."""
    return replace(change(Act.GONE, of(reservation, By.CLOUD)), compartment=None)


def ended_unseen(reservation: Reservation) -> Change:
    """Its cloud ended it, and this kiosk never saw its door: somebody has to look inside."""
    facts: Facts = {"reason": "ended_unseen"}
    about = of(reservation, By.KIOSK, confidence=Confidence.CACHED)
    return Change(
        "compartment.unproved",
        reservation=reservation.id,
        compartment=about.label,
        contents=Contents.MAYBE,
        facts=facts,
    )


def expired(reservation: Reservation) -> Change:
    """Its time has run out, and the parcel still lies there."""
    return change(Act.EXPIRED, of(reservation, By.TIME, confidence=Confidence.CLOUD))


def made_fair(reservation: Reservation, until: datetime) -> Change:
    """An outage is given back: it is kept until then, whatever the cloud's own end says."""
    facts = {"until": until.isoformat()}
    about = of(reservation, By.KIOSK, confidence=Confidence.CACHED)
    return replace(change(Act.MADE_FAIR, about, None, facts, **facts), fair_until=until)


def place_differs(reservation: Reservation, said: str) -> Change:
    """The cloud has it in another compartment than the one it was put into here."""
    facts: dict[str, Fact] = {"what": "place_differs", "said": said, "severity": "MEDIUM"}
    about = of(reservation, By.KIOSK, confidence=Confidence.CLOUD)
    return change(Act.PLACE_DIFFERS, about, None, {"said": said}, **facts)
