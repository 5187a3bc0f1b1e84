"""Samples of visits, and of the states of journeys beyond the plain pick-up and drop-off."""

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.assets import data
from kiosk.demo.bank import layout
from kiosk.domain.codes import TypedCode
from kiosk.domain.flows import after, gates, home, keeping, labels, walkup
from kiosk.domain.flows.choices import Draft, GateFailure, Neighbour, SizeOffer
from kiosk.domain.flows.printed import LabelDraft
from kiosk.domain.flows.visit import Aim, Explanation, Extension, Handover, Outcome, Visit
from kiosk.domain.layout import Owner
from kiosk.domain.model import Confidence, Kind, Purpose, ReservationId, Way
from kiosk.domain.particulars import Demand, Due, Needs
from kiosk.domain.rules import CloudRules

BANK = layout()
LATER = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
CODE = TypedCode("4719")
PICKUP = Visit(
    reservation=ReservationId("r1"),
    owner=Owner.LOCAL,
    purpose=Purpose.PICKUP,
    way=Way.QR,
    confidence=Confidence.CACHED,
    label="12",
    door=BANK.compartment("12").front.id,
    rules=CloudRules("standalone", moves_compartment=True, abandons=True, arrivals=True),
    intent="i1",
    pulses=1,
    extension=Extension(LATER),
)


def at(visit: Visit, label: str) -> Visit:
    """The same visit at another door."""
    return replace(visit, label=label, door=BANK.compartment(label).front.id)


DROPOFF = at(replace(PICKUP, purpose=Purpose.DROPOFF, extension=None), "44")
LARGER = at(DROPOFF, "25")
RETURN = replace(DROPOFF, kind=Kind.RETURN)
HANDOVER = Handover("473920185", "PLK1-EXAMPLE-EXAMPLE", LATER)
SHORT = Handover("5678", "DLV-PICK-res_1-5678", datum="4711")
"""Of a cloud whose codes need a second fact."""
SEND = replace(DROPOFF, kind=Kind.SEND, handover=HANDOVER, due=Due(350, "EUR"))
STORE = replace(PICKUP, kind=Kind.STORE, due=Due(280, "EUR"))
LABEL = LabelDraft("l1", "KXTR49", (data() / "assets" / "demo" / "label.png").read_bytes())
THREE = replace(PICKUP, rest=(at(PICKUP, "25"), at(PICKUP, "31")), rules=CloudRules("standalone"))
EXCHANGE = replace(DROPOFF, rest=(PICKUP,))
PAID = replace(PICKUP, extension=Extension(LATER, Due(150, "EUR")))

INSIDE = {one.size: one.inside for one in BANK.compartments()}
OFFERS = (
    SizeOffer("S", INSIDE["S"], 7, Due(200, "EUR")),
    SizeOffer("M", INSIDE["M"], 11, Due(350, "EUR")),
    SizeOffer("L", INSIDE["L"], 5, Due(500, "EUR")),
    SizeOffer("XL", INSIDE["XL"], 1, Due(1250, "EUR")),
)
NEAREST = (
    Neighbour("Market Hall, north entrance", 350, "geo:52.5251,13.3694"),
    Neighbour("Central Station", 1240, "geo:52.5201,13.3694"),
    Neighbour("University Library on the long Willow Avenue", 4100, "https://maps.example/3"),
)
TERMS = (
    "Parcels lie here for five days at most. Nothing dangerous, nothing that rots, nothing alive. "
    "The operator answers for damage up to 500 euro. "
    "Your telephone number is used for messages about this parcel only, and deleted with it."
)
TERMS_LINK = "https://parcel-corner.example/terms"
TO_SEND = Draft(Aim.SEND, phone="+4915123456789")
TO_STORE = Draft(Aim.STORE, needs=Needs(low=True, charging=True))

Sample = (
    after.State
    | gates.State
    | labels.State
    | keeping.State
    | keeping.LookInside
    | walkup.State
    | home.Explaining
)

WALKUPS: dict[str, Sample] = {
    "choose-aim": walkup.ChooseAim(
        frozenset({Aim.SEND, Aim.STORE, Aim.RETURN, Aim.EXTEND, Aim.REFUSE})
    ),
    "choose-aim-few": walkup.ChooseAim(frozenset({Aim.SEND, Aim.RETURN}), camera=False),
    "ask-phone": walkup.AskPhone(Draft(Aim.SEND), typed="+49151234"),
    "ask-phone-short": walkup.AskPhone(Draft(Aim.SEND), typed="+4915", short=True),
    "ask-phone-longest": walkup.AskPhone(Draft(Aim.SEND), typed="+123456789012345"),
    "choose-size": walkup.ChooseSize(TO_SEND, OFFERS),
    "choose-size-looking": walkup.ChooseSize(TO_SEND),
    "choose-size-store": walkup.ChooseSize(TO_STORE, OFFERS[1:3]),
    "choose-size-free": walkup.ChooseSize(
        Draft(Aim.RETURN), (SizeOffer("Middle", INSIDE["M"], 2),)
    ),
    "reserving": walkup.Reserving(TO_SEND),
    "no-room": walkup.NoRoom(TO_SEND, NEAREST),
    "no-room-alone": walkup.NoRoom(TO_SEND),
    "no-room-low": walkup.NoRoom(TO_STORE, NEAREST[:1]),
    "ask-terms": gates.AskTerms(PICKUP),
    "passing-gate-payment": gates.PassingGate(SEND, Demand.PAYMENT),
    "passing-gate-step-up": gates.PassingGate(PICKUP, Demand.STEP_UP),
    **{
        f"gate-stopped-{demand.value.replace('_', '-')}-{failure.value}": gates.GateStopped(
            SEND, demand, failure
        )
        for demand in (Demand.PAYMENT, Demand.STEP_UP)
        for failure in GateFailure
    },
    "offer-label": labels.OfferLabel(RETURN, LABEL),
    "offer-label-drawing": labels.OfferLabel(SEND),
    "printing-label": labels.PrintingLabel(RETURN, LABEL),
    "label-ready": labels.LabelReady(RETURN, LABEL),
    "label-ready-enough": labels.LabelReady(RETURN, LABEL, labels.MOST_PRINTS),
    "no-label": labels.NoLabel(RETURN, LABEL),
    "no-label-lasting": labels.NoLabel(SEND, LABEL, lasting=True),
    "ask-label": labels.AskLabel(RETURN, LABEL),
    "choose-store": keeping.ChooseStore(STORE),
    "choose-store-free": keeping.ChooseStore(replace(STORE, due=None)),
    "look-inside": keeping.LookInside(replace(STORE, purpose=Purpose.OPENING)),
    "look-inside-now": keeping.LookInside(replace(STORE, purpose=Purpose.OPENING), stage=2),
    "ask-extend": keeping.AskExtend(PAID),
    "ask-extend-free": keeping.AskExtend(PICKUP),
    "confirm-refuse": keeping.ConfirmRefuse(PICKUP),
    "confirm-put": after.ConfirmPut(SEND),
    "confirm-put-soon": after.ConfirmPut(SEND, soon=True),
    "confirm-put-store": after.ConfirmPut(replace(STORE, purpose=Purpose.DROPOFF)),
    "next-door": after.NextDoor(THREE, Outcome.COLLECTED),
    "next-door-exchange": after.NextDoor(EXCHANGE, Outcome.DEPOSITED),
    "show-code": after.ShowCode(SEND, Outcome.DEPOSITED),
    "show-code-told": after.ShowCode(
        replace(SEND, handover=replace(HANDOVER, told=True)), Outcome.DEPOSITED
    ),
    "show-code-short": after.ShowCode(
        replace(SEND, kind=Kind.STORE, handover=SHORT), Outcome.DEPOSITED
    ),
    "show-code-store": after.ShowCode(
        replace(SEND, kind=Kind.STORE, handover=replace(HANDOVER, until=None)), Outcome.DEPOSITED
    ),
    "explaining-expired-extend": home.Explaining(Explanation.EXPIRED, PAID),
    "explaining-not-yet-here": home.Explaining(Explanation.NOT_YET, PICKUP),
    "explaining-other-locker-named": home.Explaining(
        Explanation.OTHER_LOCKER, where="Market Hall, north entrance"
    ),
    "explaining-full-nearest": home.Explaining(Explanation.FULL, nearest=NEAREST),
}
