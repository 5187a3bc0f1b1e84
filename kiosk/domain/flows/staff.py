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
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.duty import Staffer, Step
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
from kiosk.domain.flows.staffed import StaffState
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
ROUTES: Mapping[tuple[type[StaffState], type[Any]], Callable[[Staffer], duty.Next]] = {
    (DoorMap, SeveralAsked): several.begin,
    (ParkedList, WentBack): lines.begin,
    (People, WentBack): settings.begin,
}
"""From one page of service mode to another, for whoever is logged in."""


def ended(*, too_long: bool) -> StaffState | Over:
    """Where it goes on when a session has ended by itself."""
    return LogInStopped(Stop.TOO_LONG) if too_long else Over()


def step(state: StaffState, event: Any) -> duty.Next:
    """Decide what follows; an input that makes no sense here changes nothing."""
    match state, event:
        case StaffState(known=True), duty.SignedOff(too_long):
            return ended(too_long=too_long), ()
        case StaffState(known=True, heard_out=False), TimedOut():
            return duty.sign_off(LogOut.IDLE)
        case Paged(), PageAsked(page):
            return replace(state, page=max(0, page)), ()
        case Round(), ChoreChosen(chore) if chore in CHORES:
            return CHORES[chore](state)
        case Bench(who), PageChosen(page) if page in PAGES:
            return PAGES[page](who)
        case _:
            return _at_own(state, event)


def _at_own(state: Any, event: Any) -> duty.Next:
    """What its own step decides, unless this leads to another page."""
    begin = ROUTES.get((type(state), type(event)))
    if begin is not None and not state.who.offline_act:
        return begin(state.who)
    return STEPS[type(state)](state, event)
