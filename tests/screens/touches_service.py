"""What a touch becomes where technicians work at doors."""

from kiosk.domain.flows.inputs import (
    Entered,
    Erased,
    Input,
    KeyPressed,
    OpenAsked,
    PageTurned,
    TroubleAsked,
    WentBack,
)
from kiosk.domain.flows.service.bench import Page, PageChosen
from kiosk.domain.flows.service.compartment_wishes import REASONS, Wish
from kiosk.domain.flows.service.door_in_hand import InsideSaid
from kiosk.domain.flows.service.doors import DoorChosen, NumberAsked
from kiosk.domain.flows.service.one_door import OptionChosen, TakeOutAsked, UnlockAsked, Wished
from kiosk.domain.flows.service.several import (
    AllFreeAsked,
    EveryDoorAsked,
    GoAsked,
    SeveralAsked,
    SkipDoorAsked,
)
from kiosk.domain.flows.service.tickets import CloseAsked
from kiosk.domain.model import Contents
from kiosk.domain.tickets import Fault

LISTS = {
    Wish.OPEN: "choosing-open",
    Wish.TAKE_OUT: "choosing-take-out",
    Wish.RETURN: "choosing-return",
    Wish.DISABLE: "choosing-disable",
}
OTHER_SIZES = ("S", "M", "XL")
"""Than the large one that it has."""
SERVICE: tuple[tuple[str, str, Input], ...] = (
    *(("bench", f"bench.{page.value}", PageChosen(page)) for page in Page),
    ("bench", "bar.back", WentBack()),
    ("doors", "map.16", DoorChosen("16")),
    ("doors", "doors.several", SeveralAsked()),
    ("doors", "doors.number", NumberAsked()),
    ("doors-number", "keypad.2", KeyPressed("2")),
    ("doors-number", "keypad.abc", PageTurned()),
    ("doors-number", "keypad.erase", Erased()),
    ("doors-number", "keypad.enter", Entered()),
    ("doors-number-letters", "keypad.a", KeyPressed("A")),
    ("one-door", "door.open", UnlockAsked()),
    ("one-door-allowed", "door.open", UnlockAsked()),
    ("one-door-rear", "door.open", UnlockAsked()),
    ("one-door-rear", "door.open.rear", UnlockAsked(rear=True)),
    ("one-door", "door.return", Wished(Wish.RETURN)),
    ("one-door", "door.ticket", Wished(Wish.TICKET)),
    ("one-door", "door.resize", Wished(Wish.RESIZE)),
    ("one-door-free", "door.disable", Wished(Wish.DISABLE)),
    ("one-door-parcel", "door.takeout", TakeOutAsked()),
    ("one-door-take", "door.trouble", TroubleAsked()),
    *(
        (shown, f"option.{why.value}", OptionChosen(why))
        for wish, shown in LISTS.items()
        for why in REASONS[wish]
    ),
    *(("choosing-resize", f"option.{size}", OptionChosen(size)) for size in OTHER_SIZES),
    *(("choosing-ticket", f"option.{fault.value}", OptionChosen(fault)) for fault in Fault),
    ("stands-open-unheard", "bar.back", WentBack()),
    ("stays-shut", "door.again", OpenAsked()),
    ("stays-shut", "door.leave", WentBack()),
    ("what-inside", "inside.empty", InsideSaid(Contents.EMPTY)),
    ("what-inside", "inside.parcel", InsideSaid(Contents.PARCEL)),
    ("what-inside", "inside.maybe", InsideSaid(Contents.MAYBE)),
    ("what-inside", "bar.back", WentBack()),
    ("several", "map.16", DoorChosen("16")),
    ("several", "several.free", AllFreeAsked()),
    ("several", "several.every", EveryDoorAsked()),
    ("several", "several.go", GoAsked()),
    ("several-stopped", "run.skip", SkipDoorAsked()),
    ("several-stopped", "run.go", GoAsked()),
    ("several-done", "run.go", GoAsked()),
    ("inventory", "inventory.go", GoAsked()),
    ("inventory-stopped", "run.skip", SkipDoorAsked()),
    ("inventory-stopped", "run.go", GoAsked()),
    ("inventory-done", "run.go", GoAsked()),
    ("left-open", "open.5", DoorChosen("5")),
    ("left-open", "open.37", DoorChosen("37")),
    ("tickets", "ticket.1", CloseAsked(1)),
    ("two-people", "keyboard.enter", Entered()),
    ("two-people", "keyboard.digits", PageTurned()),
    ("two-people-digits", "keypad.abc", PageTurned()),
    ("two-people-digits", "keypad.enter", Entered()),
    ("two-people", "bar.back", WentBack()),
)
