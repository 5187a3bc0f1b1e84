"""A chapter of the tour about a technician."""

from kiosk.demo.saying import say
from kiosk.demo.scene import MACHINE
from kiosk.demo.telling import Telling
from kiosk.runtime.control import ask, socket_path

ACCOUNT, PIN = "t041", "73914628"


def repair(tour: Telling) -> None:
    """The parcel's person, the technician, and the same person again."""
    tour.chapter("A technician repairs a door")
    parcel = tour.delivered("10", "order_1010")
    tour.board("jam", "10")
    tour.hold_up(parcel["pickup_qrcode"])
    tour.person.sees("DoorStuck")
    say("  Door 10 stays shut. Whoever came for the parcel leaves and rings the operator up.")
    tour.person.touches("bar.back")
    tour.lower()
    tour.person.sees("Home")
    _enrol(tour)
    _open_and_look(tour)
    _hand_over(tour)
    say("  The person comes back.")
    tour.hold_up(parcel["pickup_qrcode"])
    tour.person.sees("TakeParcel")
    tour.is_at("10")
    tour.take_and_shut("10")
    tour.leave()


def _enrol(tour: Telling) -> None:
    person = tour.person
    say("  A technician comes. No account yet: the console says the installer's code.")
    control = socket_path(MACHINE, tour.where.folder / "state" / "kiosk.db")
    code = str(ask(control, "service-enrol", {"role": "technician"})["code"])
    person.touches("home.staff")
    person.sees("StaffEntrance")
    person.touches("staff.enrol")
    person.sees("AskStaff")
    for line, text in (
        ("installer_code", code),
        ("new_account", ACCOUNT),
        ("new_name", "anna"),
        ("new_pin", PIN),
        ("new_pin_again", PIN),
    ):
        _types(tour, line, text)
    person.sees("AccountReady")
    person.touches("staff.log_in")
    for line, text in (("account", ACCOUNT), ("pin", PIN)):
        _types(tour, line, text)
    person.sees("Bench")
    tour.picture("service-mode")


def _types(tour: Telling, line: str, text: str) -> None:
    tour.person.waits(lambda: tour.person.tells("line") == line, f"the line {line}")
    tour.person.types(text)


def _open_and_look(tour: Telling) -> None:
    person = tour.person
    person.touches("bench.doors")
    person.sees("DoorMap")
    person.touches("map.10")
    person.sees("OneDoor")
    say("  The map shows every door. Door 10 is touched. A parcel lies there: why is it opened?")
    tour.picture("one-door")
    person.touches("door.open")
    person.sees("Choosing")
    person.touches("option.look")
    person.sees("StaysShut")
    say("  It jams for the technician, too, who frees it. The next pulse needs a touch again.")
    tour.picture("stays-shut")
    tour.board("free", "10")
    person.touches("door.again")
    person.sees("StandsOpen")
    tour.shut("10", "WhatInside")
    say("  What lies inside is asked once the door is shut: the parcel does.")
    person.touches("inside.parcel")
    person.sees("OneDoor")


def _hand_over(tour: Telling) -> None:
    for screen in ("DoorMap", "Bench", "Home"):
        tour.person.touches("bar.back")
        tour.person.sees(screen)
    say("  Back at home nobody is logged in.")
