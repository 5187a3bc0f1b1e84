"""The pictures of technicians' work at doors."""

from dataclasses import replace

from kiosk.demo.states_service_doors import BANK, JAMMED, MAP, ONE, TICKETS, WHO
from kiosk.domain.accounts import AccountId, Proof, Role
from kiosk.domain.compartments import Finding
from kiosk.domain.flows.inputs import DoorClosed, DoorStillOpen, Entered, OpenAsked, WentBack
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.compartment_wishes import Why, Wish
from kiosk.domain.flows.service.door_in_hand import (
    InsideNoted,
    InsideSaid,
    NotUnlocked,
    Unlocked,
)
from kiosk.domain.flows.service.doors import BankRead, DoorChosen, DoorNumber, NumberAsked
from kiosk.domain.flows.service.inventory import Inventory, InventoryRun
from kiosk.domain.flows.service.left_open import LeftOpen
from kiosk.domain.flows.service.one_door import (
    CarriedOut,
    OneDoor,
    OptionChosen,
    UnlockAsked,
    Wished,
)
from kiosk.domain.flows.service.several import (
    ChooseSeveral,
    EveryDoorAsked,
    GoAsked,
    Kind,
    Run,
    SeveralAsked,
)
from kiosk.domain.flows.service.tickets import CloseAsked, Tickets
from kiosk.domain.flows.service.two_people import (
    Asks,
    BothProved,
    NotProved,
    NotTwo,
    OneProved,
    TwoPeople,
)
from kiosk.domain.flows.visit import Failure
from kiosk.domain.model import Contents
from tests.domain.diagram import Diagram

FIRST = Proof(AccountId("t-042"), Role.TECHNICIAN, 1.0)
SECOND = Proof(AccountId("t-007"), Role.TECHNICIAN, 2.0)
ROW = Run(WHO, Kind.FREE, BANK, ("1", "16"))
CHOOSE = ChooseSeveral(WHO, BANK, ("1", "16"))
PAIR = TwoPeople(CHOOSE, typed="7391-4628")
SERVICE_DOORS = (
    Diagram(
        "A technician at one door",
        "One touch, one pulse, one intent; what lies inside is asked once the door is shut. Whoever"
        " says nothing leaves it in doubt.",
        (MAP, DoorNumber(WHO, BANK, "21"), ONE),
        (DoorChosen("21"), NumberAsked(), Entered(), UnlockAsked(), Unlocked("i1"), DoorClosed(),
         NotUnlocked(Failure.JAMMED, "i1"), OpenAsked(), DoorStillOpen(3), WentBack(),
         InsideSaid(Contents.EMPTY), InsideNoted(Finding.AS_EXPECTED), Wished(Wish.DISABLE),
         OptionChosen(Why.BROKEN), CarriedOut(JAMMED)),
        ends=(Bench,),
    ),
    Diagram(
        "A technician opens several doors",
        "The next opens when the one before is shut and looked into; all of them need two people.",
        (MAP, CHOOSE, ROW, PAIR, replace(PAIR, asks=Asks.SECOND_ID, typed="t-007", first=FIRST),
         replace(PAIR, asks=Asks.SECOND_PIN, name="t-007", first=FIRST)),
        (SeveralAsked(), BankRead(BANK), GoAsked(), Unlocked("i1"), DoorClosed(),
         NotUnlocked(Failure.JAMMED, "i1"), InsideSaid(Contents.EMPTY),
         InsideNoted(Finding.AS_EXPECTED), InsideNoted(Finding.MISSING), EveryDoorAsked(),
         Entered(), OneProved(FIRST), OneProved(SECOND), NotProved(), NotTwo(), BothProved(),
         WentBack()),
        ends=(Bench, OneDoor),
    ),
    Diagram(
        "The inventory",
        "Every compartment in walking order; what was expected shows after it was said what lies"
        " there.",
        (Inventory(WHO, BANK), InventoryRun(WHO, Kind.INVENTORY, BANK, ("1", "16"))),
        (GoAsked(), Unlocked("i1"), DoorClosed(), InsideSaid(Contents.EMPTY),
         InsideNoted(Finding.AS_EXPECTED), InsideNoted(Finding.MISSING), WentBack()),
        ends=(Bench,),
    ),
    Diagram(
        "What waits for somebody",
        "The list of doors left open empties as they are shut; a repair is told when it is done.",
        (Bench(WHO), LeftOpen(WHO, BANK), Tickets(WHO, TICKETS)),
        (PageChosen(Page.LEFT_OPEN), PageChosen(Page.TICKETS), DoorChosen("37"), CloseAsked(1),
         WentBack()),
        ends=(OneDoor,),
    ),
)  # fmt: skip
