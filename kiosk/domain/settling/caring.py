"""What technicians say of a compartment: in use or not, for which size, what must be repaired."""

from kiosk.domain.acts import By
from kiosk.domain.compartments import Look
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, NewEvent
from kiosk.domain.settling.inspecting import Facts, by
from kiosk.domain.settling.recording import Fact
from kiosk.domain.tickets import Fault


def unknown_parcel(label: str, owner: Owner, account: str) -> Change:
    """A parcel that belongs to nobody known lies there: it stays out of use until it is taken."""
    told = _told("compartment.parcel_unknown", label, owner, severity="HIGH")
    return Change(told.name, compartment=label, events=(told,), facts=by(account))


def entered(label: str, owner: Owner, account: str, why: str) -> Change:
    """The door of somebody's parcel is about to be opened for a technician; told before it is, so
    that no power cut keeps it from being known."""
    told = _told("compartment.entered", label, owner, reason=why, severity="MEDIUM")
    return Change(told.name, compartment=label, events=(told,), facts=_why(account, why))


def disabled(label: str, owner: Owner, account: str, reason: str) -> Change:
    """A technician takes it out of use."""
    told = _told("compartment.disabled", label, owner, reason=reason, severity="MEDIUM")
    return Change(told.name, compartment=label, events=(told,), facts=_why(account, reason))


def returned(label: str, owner: Owner, account: str, look: Look | None, reason: str) -> Change:
    """A technician puts it back into use: having looked, or saying why not.

    Only who looked says that it is empty; else its contents stay as they are known.
    """
    empty = look is not None and look.said is Contents.EMPTY
    name = "compartment.cleared" if empty else "compartment.enabled"
    told = _told(name, label, owner, reason=reason)
    facts = {**_why(account, reason), "looked": look is not None}
    return Change(name, compartment=label, events=(told,), facts=facts)


def refitted(label: str, owner: Owner, account: str, size: str) -> Change:
    """Used as another size than it was."""
    told = _told("compartment.refitted", label, owner, size=size)
    return Change(told.name, compartment=label, events=(told,), facts={**by(account), "size": size})


def ticket_opened(label: str, owner: Owner, account: str, fault: Fault) -> Change:
    """Somebody must come and repair it; it stays in use unless it is taken out."""
    told = _told(
        "compartment.ticket_opened", label, owner, what=f"ticket_{fault.value}", severity="MEDIUM"
    )
    facts = {**by(account), "what": fault.value}
    return Change(told.name, compartment=label, events=(told,), facts=facts)


def ticket_closed(label: str, owner: Owner, account: str, fault: Fault) -> Change:
    """It is done."""
    told = _told("compartment.ticket_closed", label, owner, what=f"ticket_{fault.value}")
    facts = {**by(account), "what": fault.value}
    return Change(told.name, compartment=label, events=(told,), facts=facts)


def _told(name: str, label: str, owner: Owner, **facts: Fact) -> NewEvent:
    data: Facts = {"label": label, "initiated_by": By.TECHNICIAN.value, **facts}
    return NewEvent(name, owner=owner, data=data)


def _why(account: str, reason: str) -> Facts:
    return {**by(account), "reason": reason}
