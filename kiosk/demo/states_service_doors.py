"""Samples of technicians' work at doors."""

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.demo.bank import layout
from kiosk.demo.samples import PICKUP
from kiosk.demo.states_bench import WHO
from kiosk.domain.accounts import AccountId, Proof, Role
from kiosk.domain.acts import By
from kiosk.domain.challenge import ServiceAct
from kiosk.domain.compartments import (
    Bank,
    CompartmentFacts,
    DoorFacts,
    Finding,
    Look,
    Lying,
    Tries,
)
from kiosk.domain.flows import journey
from kiosk.domain.flows.duty import Staffer, Working
from kiosk.domain.flows.opening import TakeParcel
from kiosk.domain.flows.service import (
    door_in_hand,
    doors,
    inventory,
    left_open,
    one_door,
    tickets,
    two_people,
)
from kiosk.domain.flows.service.compartment_wishes import Wish, WishRefused
from kiosk.domain.flows.service.door_in_hand import Ending, Hand, HandDone
from kiosk.domain.flows.service.one_door import OneDoor
from kiosk.domain.flows.service.several import ChooseSeveral, Kind, Run
from kiosk.domain.flows.service.two_people import Asks, Shortfall, TwoPeople
from kiosk.domain.flows.visit import Failure, Outcome
from kiosk.domain.layout import Compartment, DoorState, Owner
from kiosk.domain.model import (
    CompartmentFlag,
    Contents,
    IntentState,
    ReservationId,
    ReservationState,
)
from kiosk.domain.tickets import Fault, Ticket

AT = datetime(2026, 11, 20, 14, 29, tzinfo=UTC)
LYING = Lying(ReservationId("r1"), "GLS-0018240", ReservationState.STORED, Owner.CLOUD)
FULL = {"2", "3", "8", "10", "11", "15", "17", "19", "20", "27", "29", "36", "38", "46", "51"}


def _facts(compartment: Compartment) -> CompartmentFacts:
    label = compartment.label
    full = label in FULL
    return CompartmentFacts(
        label=label,
        owner=compartment.owner,
        size=compartment.size,
        sizes=("S", "M", "L", "XL"),
        inside=compartment.inside,
        doors=tuple(
            DoorFacts(
                door.id,
                DoorState.OPEN if label == "37" else DoorState.SHUT,
                door.address.wire,
                door.address.board,
                door.address.channel,
                "/" in door.id,
            )
            for door in compartment.doors
        ),
        contents=Contents.PARCEL if full else Contents.EMPTY,
        lying=LYING if full else None,
        open_since=AT if label == "37" else None,
    )


def _bank() -> Bank:
    known = {one.label: _facts(one) for one in layout().compartments()}
    out = (CompartmentFlag.QUARANTINED, "contact flutters")
    known["21"] = replace(known["21"], flag=out[0], reason=out[1], tickets=1)
    known["52"] = replace(
        known["52"], flag=CompartmentFlag.MAINTENANCE, reason="technician: broken"
    )
    known["34"] = replace(known["34"], contents=Contents.MAYBE)
    (unheard,) = known["9"].doors
    known["9"] = replace(known["9"], doors=(replace(unheard, state=DoorState.UNKNOWN),))
    known["5"] = replace(known["5"], flag=CompartmentFlag.LEFT_OPEN, reason="by itself")
    waiting = replace(LYING, state=ReservationState.RESERVED)
    known["12"] = replace(known["12"], lying=waiting)
    return tuple(known.values())


def _of(label: str) -> CompartmentFacts:
    return next(one for one in BANK if one.label == label)


BANK = _bank()
MAP = doors.DoorMap(WHO, BANK)
FRONT = _of("21").doors[0].id
TRIES = Tries(12, 3, AT, IntentState.FAILED)
JAMMED = replace(_of("21"), tries=TRIES)
ONE = OneDoor(WHO, JAMMED, MAP)
PLAIN = OneDoor(WHO, replace(_of("16"), tries=Tries(40, 0, AT, IntentState.CLOSED)), MAP)
PARCEL = OneDoor(WHO, replace(_of("27"), tries=Tries(40, 0, AT, IntentState.CLOSED)), MAP)
HAND = Hand(WHO, "21", FRONT, Owner.CLOUD, pulse=1, intent="i1")
LOOKED = HandDone(HAND, Ending.LOOKED, Contents.EMPTY, Finding.AS_EXPECTED, Contents.EMPTY)
REAR = replace(
    JAMMED, doors=(*JAMMED.doors, replace(JAMMED.doors[0], state=DoorState.UNKNOWN, rear=True))
)
MISSED = HandDone(
    replace(HAND, label="10"), Ending.LOOKED, Contents.EMPTY, Finding.MISSING, Contents.PARCEL
)
STUCK = HandDone(HAND, Ending.STAYED_SHUT, failure=Failure.JAMMED)
SEEN = tuple(
    replace(one, look=Look(Contents.EMPTY, Contents.PARCEL, Finding.MISSING))
    if one.label == "10"
    else replace(one, look=Look(Contents.PARCEL, Contents.EMPTY, Finding.UNKNOWN_PARCEL))
    if one.label == "4"
    else replace(one, look=Look(one.contents, one.contents, Finding.AS_EXPECTED))
    for one in BANK
)
HALF = (*SEEN[:11], *BANK[11:])
LABELS = tuple(one.label for one in BANK)
RUN = Run(WHO, Kind.FREE, BANK, LABELS[20:26], (LOOKED, STUCK))
WALK = inventory.InventoryRun(WHO, Kind.INVENTORY, HALF, LABELS[11:], (MISSED,))
TICKETS = tuple(
    Ticket(n + 1, label, fault, AT, "t-042")
    for n, (label, fault) in enumerate(
        [("21", Fault.LOCK), ("52", Fault.LEAF), ("5", Fault.CONTACT), ("34", Fault.DIRTY),
         ("12", Fault.NUMBER), ("8", Fault.WATER), ("9", Fault.HINGE), ("17", Fault.OTHER),
         ("44", Fault.LOCK), ("45", Fault.CONTACT)]
    )
)  # fmt: skip
ALLOWED = Staffer("t-042", offline_act=ServiceAct.OPEN)
FIRST = Proof(AccountId("t-042"), Role.TECHNICIAN, 0.0)
PAIR = TwoPeople(ChooseSeveral(WHO, BANK))
TAKING = replace(PICKUP, label="27", door=PARCEL.facts.doors[0].id, by=By.TECHNICIAN)
GONE = replace(
    PARCEL.facts, contents=Contents.EMPTY, lying=replace(LYING, missing=True), missing=True
)
SERVICE_DOORS: dict[str, journey.State] = {
    "doors": MAP,
    "doors-reading": doors.DoorMap(WHO),
    "doors-number": doors.DoorNumber(WHO, BANK, "21"),
    "doors-number-letters": doors.DoorNumber(WHO, BANK, "", letters=True),
    "doors-number-unknown": doors.DoorNumber(WHO, BANK, "", unknown=True),
    "one-door": ONE,
    "one-door-free": PLAIN,
    "one-door-parcel": PARCEL,
    "one-door-rear": replace(ONE, facts=REAR),
    "one-door-looked": replace(ONE, done=LOOKED),
    "one-door-missing": replace(ONE, facts=GONE, done=replace(LOOKED, finding=Finding.MISSING)),
    "one-door-left-open": replace(PLAIN, done=HandDone(HAND, Ending.LEFT_OPEN)),
    "one-door-refused": replace(ONE, refused=WishRefused.DOOR_OPEN),
    "one-door-returned": replace(PLAIN, acted=Wish.RETURN),
    "one-door-allowed": replace(ONE, who=ALLOWED),
    "one-door-taken": replace(PARCEL, took=Outcome.COLLECTED),
    "one-door-take": Working(PARCEL, TakeParcel(TAKING)),
    "choosing-open": one_door.Choosing(PARCEL, Wish.OPEN),
    "choosing-take-out": one_door.Choosing(PARCEL, Wish.TAKE_OUT),
    "choosing-return": one_door.Choosing(ONE, Wish.RETURN),
    "choosing-disable": one_door.Choosing(PLAIN, Wish.DISABLE),
    "choosing-resize": one_door.Choosing(PLAIN, Wish.RESIZE),
    "choosing-ticket": one_door.Choosing(PLAIN, Wish.TICKET),
    "unlocking": door_in_hand.Unlocking(HAND, ONE),
    "stands-open": door_in_hand.StandsOpen(HAND, ONE),
    "stands-open-unheard": door_in_hand.StandsOpen(HAND, ONE, stage=1, heard=False),
    "stands-open-now": door_in_hand.StandsOpen(HAND, ONE, stage=2),
    "stays-shut": door_in_hand.StaysShut(HAND, ONE, Failure.JAMMED),
    "stays-shut-spent": door_in_hand.StaysShut(replace(HAND, pulse=3), ONE, Failure.JAMMED),
    "stays-shut-busy": door_in_hand.StaysShut(HAND, ONE, Failure.BUSY),
    "what-inside": door_in_hand.WhatInside(HAND, ONE),
    "what-inside-coming": door_in_hand.WhatInside(HAND, RUN, occupied=False),
    "several": ChooseSeveral(WHO, BANK, LABELS[11:12]),
    "several-none": ChooseSeveral(WHO, BANK),
    "several-stopped": RUN,
    "several-done": Run(WHO, Kind.ALL, BANK, (), (LOOKED,), second="t-007"),
    "inventory": inventory.Inventory(WHO, BANK),
    "inventory-half": inventory.Inventory(WHO, HALF),
    "inventory-stopped": WALK,
    "inventory-done": replace(WALK, bank=SEEN, todo=()),
    "left-open": left_open.LeftOpen(WHO, BANK),
    "left-open-none": left_open.LeftOpen(WHO, BANK[:3]),
    "tickets": tickets.Tickets(WHO, TICKETS),
    "tickets-none": tickets.Tickets(WHO, ()),
    "two-people": PAIR,
    "two-people-second": replace(PAIR, asks=Asks.SECOND_ID, first=FIRST, typed="t-0"),
    "two-people-refused": replace(
        PAIR, asks=Asks.SECOND_ID, first=FIRST, shortfall=Shortfall.REFUSED
    ),
    "two-people-digits": replace(PAIR, letters=False, typed="7391"),
    "two-people-pin": replace(
        PAIR, asks=Asks.SECOND_PIN, first=FIRST, name="t-007", typed="12345678"
    ),
    "proving-two": two_people.ProvingTwo(PAIR),
}
