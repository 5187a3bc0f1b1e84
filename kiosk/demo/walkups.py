"""Chapters of the tour about what is begun here, and what else a code is good for."""

from kiosk.demo.saying import say
from kiosk.demo.telling import Telling


def send(tour: Telling) -> None:
    tour.chapter("Sending a parcel to somebody, and the receiver's pick-up")
    tour.asks_more("send")
    tour.person.sees("AskPhone")
    tour.person.types("4915112345678")
    tour.person.sees("ChooseSize")
    tour.picture("choose-size")
    tour.chooses_size("L")
    say("  The simulated terminal takes the five euro, then a door opens.")
    tour.person.sees("PutParcel")
    door = tour.person.door
    tour.put_and_shut(door, "ShowCode")
    code = tour.person.code
    say(f"  The screen shows the code for the receiver, who types it: door {door} again.")
    tour.picture("show-code")
    tour.person.touches("code.finish")
    tour.person.sees("Home")
    tour.person.touches("home.pickup")
    tour.types_code(code)
    tour.person.sees("TakeParcel")
    tour.is_at(door)
    tour.take_and_shut(door)
    tour.leave()


def store(tour: Telling) -> None:
    tour.chapter("Storing something where a telephone can be charged, and looking at it")
    tour.asks_more("store")
    tour.person.sees("ChooseSize")
    tour.person.touches("size.charging")
    tour.chooses_size("M")
    tour.person.sees("PutParcel")
    door = tour.person.door
    tour.put_and_shut(door, "ShowCode")
    code = tour.person.code
    tour.person.touches("code.finish")
    _come_back(tour, code)
    tour.picture("choose-store")
    tour.person.touches("store.open")
    tour.person.sees("LookInside")
    say(f"  Door {door} is open, and what lies there stays stored.")
    tour.shut(door)
    tour.leave()
    _come_back(tour, code)
    tour.person.touches("store.end")
    tour.person.sees("TakeParcel")
    say("  The second time everything is taken, and the code is used up.")
    tour.take_and_shut(door)
    tour.leave()


def _come_back(tour: Telling, code: str) -> None:
    tour.person.touches("home.pickup")
    tour.types_code(code)
    tour.person.sees("ChooseStore")


def give_back(tour: Telling) -> None:
    tour.chapter("A parcel that was collected goes back, with a label")
    tour.asks_more("return")
    tour.types_code(tour.code("earlier"))
    tour.chooses_size("L")
    tour.person.sees("OfferLabel")
    tour.person.waits(lambda: tour.person.tells("drawn"), "the label to be drawn")
    say("  The label shows dot for dot as it will be printed.")
    tour.picture("offer-label")
    tour.person.touches("label.print")
    tour.person.sees("LabelReady")
    tour.labels_out(1)
    tour.picture("label-ready")
    tour.person.touches("label.open")
    tour.person.sees("PutParcel")
    tour.put_and_shut(tour.person.door)
    tour.leave()


def send_back(tour: Telling) -> None:
    tour.chapter("A return that has no door yet, and a printer without paper")
    tour.person.touches("home.dropoff")
    tour.types_code(tour.code("return"))
    tour.printer("paper out")
    tour.chooses_size("M")
    tour.person.sees("OfferLabel")
    tour.person.touches("label.print")
    tour.person.sees("NoLabel")
    say(
        f"  The printer has no paper: {tour.person.tells('mark')} is written on the parcel instead."
    )
    tour.picture("no-label")
    tour.person.touches("label.open")
    tour.person.sees("PutParcel")
    say(f"  The kiosk chose door {tour.person.door}; only a courier takes it out again.")
    tour.put_and_shut(tour.person.door)
    tour.leave()
    tour.printer("paper in")
    tour.staff_print("demo-return")
    tour.labels_out(2)


def keep_or_refuse(tour: Telling) -> None:
    tour.chapter("A later end, and a parcel that nobody wants")
    tour.asks_more("extend")
    tour.types_code(tour.code("refused"))
    tour.person.sees("AskExtend")
    tour.picture("ask-extend")
    tour.person.touches("extend.yes")
    tour.person.sees("Done")
    say("  One day more, for 1.50 euro, and no door had to open.")
    tour.leave()
    tour.asks_more("refuse")
    tour.types_code(tour.code("refused"))
    tour.person.sees("ConfirmRefuse")
    tour.picture("confirm-refuse")
    tour.person.touches("refuse.yes")
    tour.person.sees("Done")
    say("  It stays behind door 23 for its sender.")
    tour.leave()


def gates(tour: Telling) -> None:
    tour.chapter("Terms, who one is, and a payment before the door")
    tour.person.touches("home.pickup")
    tour.types_code(tour.code("gates"))
    tour.person.sees("AskTerms")
    tour.picture("ask-terms")
    tour.person.touches("terms.agree")
    tour.person.sees("PassingGate")
    say("  Simulated terminals ask who it is, and take 12.50 euro.")
    tour.picture("passing-gate")
    tour.person.sees("TakeParcel")
    tour.take_and_shut("17")
    tour.leave()


def two_doors(tour: Telling) -> None:
    tour.chapter("Two parcels in one visit")
    tour.person.touches("home.pickup")
    tour.types_code(tour.code("first"))
    tour.person.sees("TakeParcel")
    tour.take_and_shut("18", "NextDoor")
    say("  One door after the other: the second opens with a touch.")
    tour.picture("next-door")
    tour.person.touches("next.open")
    tour.person.sees("TakeParcel")
    tour.is_at("19")
    tour.take_and_shut("19")
    tour.leave()
