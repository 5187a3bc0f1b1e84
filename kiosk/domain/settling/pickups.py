"""What becomes of a pick-up, and of what one stores and looks at."""

from dataclasses import replace

from kiosk.domain.acts import Act
from kiosk.domain.flows.visit import Visit
from kiosk.domain.model import Change, Contents, Purpose
from kiosk.domain.settling import takings
from kiosk.domain.settling.deposits import deposited
from kiosk.domain.settling.recording import at, change, event, under
from kiosk.domain.transitions import TABLE


def collected(visit: Visit, occupied: bool | None, *, sure: bool = True) -> Change:
    """A pick-up's door was seen closed; only a sensor outweighs a doubt."""
    empty = occupied is False or (occupied is None and sure and not visit.unsure)
    contents = Contents.EMPTY if empty else Contents.MAYBE
    if takings.by_staff(visit):
        return takings.taken_out(visit, contents)
    if visit.settled:
        return change(Act.COLLECTED_AGAIN, at(visit), contents)
    return under(visit.rules, Act.COLLECTED, at(visit), contents)


def not_taken(visit: Visit) -> Change:
    """The person could not take it: the parcel still lies there, as far as the cloud lets it."""
    if takings.by_staff(visit):
        return takings.left_lying(visit)
    if visit.settled:
        # It was told as collected when the door closed the first time: what is inside now is open.
        return change(Act.NOT_TAKEN_AGAIN, at(visit), Contents.MAYBE)
    told = TABLE[Act.PICKUP_OPENED].tells(visit.rules)
    act = Act.NOT_TAKEN_TOLD if told else Act.NOT_TAKEN
    return change(act, at(visit), Contents.PARCEL)


def given_up(visit: Visit) -> Change:
    """The door had been open and does not open again: what was done meanwhile is unproved."""
    match visit.purpose:
        case Purpose.DROPOFF:
            return deposited(visit, confirmed=False)
        case Purpose.PICKUP:
            return replace(not_taken(visit), contents=Contents.MAYBE)
        case Purpose.OPENING:
            return replace(kept(visit, None), contents=Contents.MAYBE)


def kept(visit: Visit, occupied: bool | None) -> Change:
    """The door of what one stores was seen closed, and it is stored on."""
    doubt = occupied is False or visit.unsure
    if visit.carried:
        return takings.left_lying(visit, Contents.MAYBE if doubt else Contents.PARCEL)
    return change(Act.KEPT, at(visit), Contents.MAYBE if doubt else Contents.PARCEL)


def unsaid(visit: Visit) -> Change:
    """An open door was shown no more, and nobody said that it was shut."""
    if visit.purpose is Purpose.PICKUP:
        return collected(visit, None, sure=False)
    return given_up(visit)


def refused(visit: Visit) -> Change:
    """The recipient does not want the parcel, and it lies behind its shut door."""
    told_as_taken = visit.opened and TABLE[Act.PICKUP_OPENED].tells(visit.rules)
    if visit.rules.abandons and not told_as_taken and not visit.settled:
        return change(Act.REFUSED, at(visit), Contents.PARCEL)
    # This cloud has no word for it, or believes it taken: staff must know.
    row = TABLE[Act.REFUSED]
    told = event("compartment.problem", at(visit), row.says, what="refused", severity="LOW")
    return replace(not_taken(visit), events=(told,))
