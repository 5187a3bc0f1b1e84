"""What technicians do at doors: no reservation moves by it, and what lies inside is only looked at.

While a door stands open nobody knows what will lie behind it: whoever says nothing leaves `maybe`.
"""

from kiosk.domain.acts import Act, By
from kiosk.domain.compartments import Finding, Look
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Confidence, Contents, Reservation
from kiosk.domain.settling.doors import unattended
from kiosk.domain.settling.recording import Fact, change, of

Facts = dict[str, Fact]


def opened(label: str, account: str) -> Change:
    """The sensor shows it open."""
    return Change("door.opened", compartment=label, contents=Contents.MAYBE, facts=by(account))


def stuck(label: str, account: str, failure: Failure) -> Change:
    """Fired, and never seen open; where nothing was seen at all, it may have been."""
    unseen = failure in {Failure.UNHEARD, Failure.BOARD}
    contents = Contents.MAYBE if unseen else None
    facts = {**by(account), "failure": failure.value}
    return Change("door.jammed", compartment=label, contents=contents, facts=facts)


def shut(label: str, account: str) -> Change:
    """The sensor shows it shut; what lies inside is said next, or stays in doubt."""
    return Change("door.closed", compartment=label, contents=Contents.MAYBE, facts=by(account))


def left_open(label: str, owner: Owner, account: str) -> Change:
    """Nobody has shut it: others are served again, and asked to shut it."""
    return unattended(label, owner, by(account))


def looked(label: str, account: str, look: Look) -> Change:
    """Opened, looked at, shut, and said what lies inside (rule 4b)."""
    facts = {**by(account), "found": look.finding.value}
    return Change("compartment.looked", compartment=label, contents=look.said, facts=facts)


def missing(reservation: Reservation) -> Change:
    """The reservation stands, and its parcel does not lie there: somebody must look into that."""
    about = of(reservation, By.TECHNICIAN, confidence=Confidence.UNKNOWN)
    return change(Act.PROBLEM, about, what="parcel_missing", severity="HIGH")


def finding(said: Contents, *, known: bool) -> Finding:
    """What a look came to where nothing is missing: whether somebody's parcel is ``known`` to lie
    there, or to have been left there."""
    if said is Contents.MAYBE:
        return Finding.UNSURE
    if said is Contents.PARCEL and not known:
        return Finding.UNKNOWN_PARCEL
    return Finding.AS_EXPECTED


def by(account: str) -> Facts:
    """Who did it, in the journal: the id of an account."""
    return {"actor": By.TECHNICIAN.value, "account": account}
