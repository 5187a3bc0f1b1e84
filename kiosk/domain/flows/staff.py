"""All screens of staff as one: which step belongs to which state."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from kiosk.domain.couriers import LogOut
from kiosk.domain.flows import duty
from kiosk.domain.flows.courier import (
    batch,
    collecting,
    delivering,
    proving,
    reporting,
    signin,
    sizing,
    swapping,
    unlisted,
)
from kiosk.domain.flows.courier import round as courier_round
from kiosk.domain.flows.courier.loading import Delivering, Judging
from kiosk.domain.flows.courier.proving import AskCourierPin
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.duty import Staffer, StaffState, Step
from kiosk.domain.flows.forms import LogInStopped, Stop
from kiosk.domain.flows.inputs import TimedOut, WentBack
from kiosk.domain.flows.paging import PageAsked, Paged
from kiosk.domain.flows.service import (
    bench,
    bookings,
    camera,
    challenge,
    door_in_hand_steps,
    doors,
    enrolling,
    evidence,
    inventory,
    left_open,
    lines,
    lockdown,
    logs,
    one_door,
    outbox,
    people,
    printers,
    readers,
    settings,
    several,
    system,
    tickets,
    touch,
    two_people,
)
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.doors import DoorMap
from kiosk.domain.flows.service.outbox import ParkedList
from kiosk.domain.flows.service.people import People
from kiosk.domain.flows.service.several import SeveralAsked
from kiosk.domain.flows.service.system import Bundling, Restarting
from kiosk.domain.flows.visit import Over

STEPS: Mapping[type[StaffState], Step] = {
    **signin.STEPS,
    **proving.STEPS,
    **enrolling.STEPS,
    **challenge.STEPS,
    **courier_round.STEPS,
    **collecting.STEPS,
    **swapping.STEPS,
    **reporting.STEPS,
    **delivering.STEPS,
    **batch.STEPS,
    **unlisted.STEPS,
    **sizing.STEPS,
    **bench.STEPS,
    **camera.STEPS,
    **readers.STEPS,
    **touch.STEPS,
    **system.STEPS,
    **settings.STEPS,
    **people.STEPS,
    **logs.STEPS,
    **doors.STEPS,
    **one_door.STEPS,
    **door_in_hand_steps.STEPS,
    **several.STEPS,
    **inventory.STEPS,
    **left_open.STEPS,
    **tickets.STEPS,
    **two_people.STEPS,
    **lines.STEPS,
    **outbox.STEPS,
    **bookings.STEPS,
    **evidence.STEPS,
    **lockdown.STEPS,
    **printers.STEPS,
}
CHORES: Mapping[Chore, Callable[[Round], duty.Next]] = {
    Chore.BATCH: batch.begin,
    Chore.WALK_UP: unlisted.begin,
    Chore.COLLECT: collecting.begin,
    Chore.SWAP: swapping.begin,
    Chore.REPORT: reporting.begin,
    Chore.PROVE: proving.begin,
}
"""The first screen of each chore of a courier's."""
PAGES: Mapping[Page, Callable[[Staffer], duty.Next]] = {
    Page.DOORS: doors.begin,
    Page.INVENTORY: inventory.begin,
    Page.LEFT_OPEN: left_open.begin,
    Page.TICKETS: tickets.begin,
    Page.CAMERA: camera.begin,
    Page.READERS: readers.begin,
    Page.TOUCH: touch.begin,
    Page.LINES: lines.begin,
    Page.BOOKINGS: bookings.begin,
    Page.SYSTEM: system.begin,
    Page.SETTINGS: settings.begin,
    Page.LOGS: logs.begin,
    Page.EVIDENCE: evidence.begin,
    Page.LOCKDOWN: lockdown.begin,
    Page.PRINTERS: printers.begin,
}
"""The first screen of each page of service mode."""
HEARD_OUT = (Judging, Delivering, Restarting, Bundling, AskCourierPin)
"""Where an answer is waited for even when whoever asked has gone; ``AskCourierPin`` only while its
PIN is being judged, so its own step decides."""


def ended(*, too_long: bool) -> StaffState | Over:
    """Where it goes on when a session has ended by itself."""
    return LogInStopped(Stop.TOO_LONG) if too_long else Over()


def step(state: StaffState, event: Any) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case StaffState(known=True), duty.SignedOff(too_long):
            return ended(too_long=too_long), ()
        case StaffState(known=True), TimedOut() if not isinstance(state, HEARD_OUT):
            return duty.sign_off(LogOut.IDLE)
        case Paged(), PageAsked(page):
            return replace(state, page=max(0, page)), ()
        case DoorMap(who), SeveralAsked() if not who.offline_act:
            return several.begin(who)
        case Round(), ChoreChosen(chore) if chore in CHORES:
            return CHORES[chore](state)
        case Bench(who), PageChosen(page) if page in PAGES:
            return PAGES[page](who)
        case ParkedList(who), WentBack():
            return lines.begin(who)
        case People(who), WentBack():
            return settings.begin(who)
        case _:
            return STEPS[type(state)](state, event)
