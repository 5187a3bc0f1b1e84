"""What becomes of a drop-off while the cloud is silent, and once it answers."""

from dataclasses import replace

from kiosk.domain.acts import Act, By
from kiosk.domain.flows.visit import Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Channel, Confidence, NewEvent, Purpose, Reservation
from kiosk.domain.offline import DISABLED, TAKEN_IN, Ruling, is_stand_in
from kiosk.domain.rules import CloudRules
from kiosk.domain.settling.recording import change, of, under


def taken_in(visit: Visit) -> tuple[NewEvent, ...]:
    """With the opening for a drop-off the cloud was not asked about: ask it as soon as it answers.

    The code rests sealed in it until then.
    """
    offline = visit.confidence is Confidence.CACHED and visit.owner is Owner.CLOUD
    if not offline or visit.purpose is not Purpose.DROPOFF:
        return ()
    data = {"confidence": visit.confidence.value, "code": visit.code_name}
    sealed = {"code": visit.shown} if visit.shown else {}
    return (NewEvent(TAKEN_IN, visit.reservation, visit.owner, data, Channel.OFFLINE, sealed),)


def stood_in(stand_in: Reservation, code: str) -> Change:
    """A parcel is taken in by a code that nobody can look up now."""
    act = Act.MADE if stand_in.compartment else Act.MADE_UNPLACED
    made = change(act, of(stand_in, By.CONSUMER), None, {"confidence": Confidence.UNKNOWN.value})
    data = {"confidence": Confidence.UNKNOWN.value, "code": "unknown"}
    asked = NewEvent(TAKEN_IN, stand_in.id, Owner.CLOUD, data, Channel.OFFLINE, {"code": code})
    return replace(made, state=None, events=(*made.events, asked))


def recognised(
    stand_in: Reservation, real: Reservation, code_name: str, rules: CloudRules
) -> tuple[Change, Change]:
    """The cloud has told meanwhile whose parcel it is: its drop-off is told, in its own name."""
    about = of(real, By.KIOSK, label=stand_in.compartment)
    about = replace(about, code=code_name, facts={"stood_in": stand_in.id})
    told = under(rules, Act.RECOGNISED, about, None, confirmed=False)
    ended = change(Act.STOOD_IN, of(stand_in, By.KIOSK), None, {"for": real.id})
    return replace(told, move_to=stand_in.compartment), ended


def stood_in_vain(stand_in: Reservation) -> Change:
    """Its door was never opened, or its parcel is gone: nothing lies there."""
    return change(Act.STAND_IN_LAPSED, of(stand_in, By.TIME))


def disowned(reservation: Reservation, label: str, ruling: Ruling, code: str) -> Change:
    """The cloud disowns the drop-off: its door is out of use, and the parcel stays inside."""
    stands_in = is_stand_in(reservation.id)
    about = of(reservation, By.KIOSK, label=label)
    act = Act.STAND_IN_DISOWNED if stands_in else Act.DISOWNED
    told = change(
        act, about, None, {"reason": ruling.value}, reason=ruling.value, severity="HIGH", block=True
    )
    sealed = {"code": code} if code else {}
    named = None if stands_in else reservation.id
    events = tuple(
        replace(event, reservation=named, sealed=sealed) if event.name == DISABLED else event
        for event in told.events
    )
    return replace(told, events=events)
