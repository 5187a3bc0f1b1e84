"""Journeys told as stories: what happens, and what is then on the screen."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kiosk.domain.flows import home, journey
from kiosk.domain.flows.choices import Draft, SizeOffer
from kiosk.domain.flows.effects import Effect, Flag, OpenDoor, Record, Settle
from kiosk.domain.flows.inputs import CodeShown, DoorOpened, Entered, Granted, Input, KeyPressed
from kiosk.domain.flows.journey import State
from kiosk.domain.flows.opening import LookInside, Opening, PutParcel, TakeParcel
from kiosk.domain.flows.visit import WALK_UP, Aim, Handover, Visit
from kiosk.domain.layout import DoorId, Millimetres, Owner
from kiosk.domain.model import (
    Change,
    Confidence,
    Contents,
    Kind,
    Purpose,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.rules import CloudRules

Line = tuple[Input, type]

AT_DOOR = {
    Purpose.PICKUP: TakeParcel,
    Purpose.DROPOFF: PutParcel,
    Purpose.OPENING: LookInside,
}

TOLD_AT_CLOSE = CloudRules("told at close")
TOLD_AT_OPEN = CloudRules("told at open", collection_commits="open")
MOVING = CloudRules("moving", moves_compartment=True)

PICKUP = Visit(
    reservation=ReservationId("r1"),
    owner=Owner.CLOUD,
    purpose=Purpose.PICKUP,
    way=Way.QR,
    confidence=Confidence.CLOUD,
    label="12",
    door=DoorId("12"),
    rules=TOLD_AT_CLOSE,
)
DROPOFF = replace(PICKUP, purpose=Purpose.DROPOFF)
OPENING = replace(PICKUP, purpose=Purpose.OPENING, kind=Kind.STORE, turn="1")
STORING = replace(PICKUP, kind=Kind.STORE, turn="1")
HANDOVER = Handover("123456782", "PLK1-00000000000000")
WALKUP = replace(DROPOFF, kind=Kind.SEND, code_name=WALK_UP, handover=HANDOVER)
SENDING = Draft(Aim.SEND, "+4917012345")
OFFERS = (SizeOffer("M", Millimetres(400, 200, 500), 3),)
LARGER = replace(DROPOFF, label="15", door=DoorId("15"), rules=MOVING)


@dataclass
class Tale:
    """What was shown and asked for, in order."""

    state: State
    effects: list[Effect] = field(default_factory=list)

    def goes(self, *lines: Line) -> "Tale":
        for happening, shown in lines:
            before = self.state
            self.state, effects = journey.step(before, happening)
            self.effects.extend(effects)
            assert type(self.state) is shown, f"{happening} in {before}: {self.state}"
        return self

    @property
    def changes(self) -> list[Change]:
        return [e.change for e in self.effects if isinstance(e, Settle | Record | Flag)]

    @property
    def told(self) -> list[str]:
        """The names of the events on their way to the cloud."""
        return [event.name for change in self.changes for event in change.events]

    @property
    def opened(self) -> list[str]:
        """The label of each pulse."""
        return [e.visit.label for e in self.effects if isinstance(e, OpenDoor)]

    @property
    def parcel(self) -> ReservationState | None:
        """The state the reservation was left in."""
        states = [change.state for change in self.changes if change.state]
        return states[-1] if states else None

    def inside(self, label: str = "12") -> Contents | None:
        """What is known to lie in a compartment at the end."""
        known = [c.contents for c in self.changes if c.compartment == label and c.contents]
        return known[-1] if known else None


def story(*lines: Line, at: State | None = None) -> Tale:
    return Tale(home.Home() if at is None else at).goes(*lines)


def granted(visit: Visit) -> list[Line]:
    """A code is shown and proved; the lock fires."""
    return [(CodeShown("DLV-PICK-r1-A1B2C3"), home.Checking), (Granted(visit), Opening)]


def at_open_door(visit: Visit) -> list[Line]:
    """The door of this visit stands open."""
    return [*granted(visit), (DoorOpened("i1"), AT_DOOR[visit.purpose])]


def typed(text: str, screen: type = home.EnterCode) -> Iterable[Line]:
    yield from ((KeyPressed(sign), screen) for sign in text)
    yield Entered(), home.Checking
