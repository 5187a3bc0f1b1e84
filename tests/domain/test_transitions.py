"""The table of all that can happen to a reservation, and that nothing happens beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from kiosk.domain import offline, settling
from kiosk.domain.acts import Act, By
from kiosk.domain.flows import home, journey
from kiosk.domain.flows.effects import Flag, Record, Settle
from kiosk.domain.flows.inputs import Explained, Granted, Input
from kiosk.domain.flows.visit import Reason, Trouble, Visit
from kiosk.domain.layout import DoorId, Owner
from kiosk.domain.model import (
    Change,
    Contents,
    Intent,
    IntentState,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.offline import Ruling
from kiosk.domain.particulars import Demand
from kiosk.domain.problems import Problem
from kiosk.domain.settling import takings
from kiosk.domain.settling.takings import STAFF
from kiosk.domain.transitions import LIVE, TABLE, allowed, permits
from tests.domain.samples import EVERYTHING, FEE, RICH
from tests.domain.story import DROPOFF, LARGER, OPENING, PICKUP, TOLD_AT_CLOSE, TOLD_AT_OPEN, WALKUP

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
S = ReservationState
READY = replace(WALKUP, handover=replace(WALKUP.handover, told=True))
CARRIED = replace(DROPOFF, carried="12", label="25")
PUT_BY_COURIER = replace(DROPOFF, by=By.COURIER)
BY_STAFF = [
    replace(visit, by=by)
    for by in (By.COURIER, By.TECHNICIAN)
    for visit in (PICKUP, replace(PICKUP, carried=PICKUP.label), CARRIED)
] + [replace(OPENING, by=By.COURIER, carried=OPENING.label)]
VISITS = [
    replace(visit, rules=rules, settled=settled, opened=opened, unsure=unsure)
    for visit in (
        PICKUP,
        DROPOFF,
        OPENING,
        WALKUP,
        READY,
        replace(PICKUP, due=FEE),
        PUT_BY_COURIER,
        *BY_STAFF,
    )
    for rules in (TOLD_AT_CLOSE, TOLD_AT_OPEN, RICH)
    for settled in (False, True)
    for opened in (False, True)
    for unsure in (False, True)
]
BEGINS = {Act.MADE, Act.MADE_UNPLACED}
STORED = Reservation(
    id=ReservationId("r1"),
    ref="r1",
    owner=Owner.CLOUD,
    kind=Kind.DELIVERY,
    state=S.STORED,
    compartment="12",
    size="M",
    made_at=NOON,
    read_at=NOON,
)
RESERVATIONS = [replace(STORED, state=state) for state in S]
INTENT = Intent(
    id="i1",
    door=DoorId("12"),
    authorisation="r1:pickup",
    reservation=STORED.id,
    purpose=Purpose.PICKUP,
    actor="consumer",
    before="shut",
    pulse=1,
    at=NOON,
)
INTENTS = [
    replace(INTENT, purpose=purpose, state=state)
    for purpose in (*Purpose, None)
    for state in IntentState
]


def at_the_screen(visit: Visit) -> list[Change]:
    drops = visit.purpose is Purpose.DROPOFF
    takes = visit.purpose is Purpose.PICKUP
    some = [settling.opened(visit), settling.left_open(visit), settling.given_up(visit)]
    some += [settling.stuck(replace(visit, pulses=pulses)) for pulses in (1, 3)]
    some += [settling.reported(visit, trouble) for trouble in Trouble]
    some += [settling.agreed(visit), settling.declined(visit), settling.here(visit)]
    some += [settling.gate_passed(visit, demand) for demand in Demand]
    some += [settling.gate_failed(visit, demand, "refused") for demand in Demand]
    if drops:
        some += [settling.deposited(visit, confirmed=sure) for sure in (True, False)]
        some += [settling.cancelled(visit, why, Contents.EMPTY) for why in Reason]
        some += [settling.moved(visit, LARGER, Contents.MAYBE), settling.closed_undecided(visit)]
        some += [settling.withdrawn(visit), settling.placed(visit, "15")]
    if takes:
        some += [settling.collected(visit, seen) for seen in (None, True, False)]
        some += [settling.not_taken(visit), settling.extended(visit, NOON)]
        some += [settling.not_there(visit, seen) for seen in (None, True, False)]
        some += [] if visit.by in STAFF else [settling.refused(visit)]
    if visit.purpose is Purpose.OPENING:
        some += [settling.kept(visit, seen) for seen in (None, True, False)]
    return some


def with_nobody_there(reservation: Reservation) -> list[Change]:
    some = [settling.lapsed(reservation), settling.called_off(reservation, "asked for")]
    some += [settling.put_off(reservation, NOON, {}), settling.reissued(reservation, {})]
    some += [settling.gone(reservation), settling.expired(reservation)]
    some += [settling.made_fair(reservation, NOON), settling.deposit_owed(reservation)]
    some += [settling.wrong_code(reservation), settling.place_differs(reservation, "9")]
    stand_in = replace(reservation, id=offline.new_id())
    some += [settling.stood_in_vain(stand_in)]
    for one in (reservation, stand_in):
        some += [settling.disowned(one, "12", Ruling.INVALID, "4711")]
    for rules in (TOLD_AT_CLOSE, TOLD_AT_OPEN):
        some += settling.recognised(stand_in, reservation, "code", rules)
        for intent in INTENTS:
            some += [settling.found_open(intent, reservation, rules)]
            some += [settling.outcome_unknown(intent, reservation)]
            some += [settling.shut_late(intent, reservation, seen, rules) for seen in (True, False)]
    return some


def by_staff(what: Visit | Reservation) -> list[Change]:
    some = [settling.problem(code, what, note="rusty") for code in Problem]
    some += [settling.ready(what), settling.in_transit(what), settling.notified(what)]
    if isinstance(what, Visit):
        some += [takings.label_read(what, readable=seen) for seen in (True, False)]
        some += [takings.mismatched(what, "r2", "put_back"), takings.not_there(what, None)]
    return some


CHANGES = [
    *(change for what in (*VISITS, *RESERVATIONS) for change in by_staff(what)),
    *(change for visit in VISITS for change in at_the_screen(visit)),
    *(change for reservation in RESERVATIONS for change in with_nobody_there(reservation)),
]


def rows_of(change: Change):
    """The rows by whose name and state this change goes; problems are named by their kind."""
    names = {change.journal, change.journal.partition(".")[0]}
    return [r for r in TABLE.values() if r.journal in names and r.after is change.state]


def test_each_act_has_its_row():
    assert set(TABLE) == set(Act)


def test_no_change_contradicts_the_table():
    for change in CHANGES:
        told = {event.name for event in change.events}
        assert any(
            (change.contents is None or change.contents in row.contents) and told <= row.names
            for row in rows_of(change)
        ), change


def test_each_row_is_made_by_something():
    made = [settling.made(STORED), settling.made(replace(STORED, compartment=None))]
    # What begins a reservation brings its state along in the arrival.
    known = {(change.journal, change.state) for change in CHANGES}
    known |= {(one.journal, row.after) for one in made for row in TABLE.values() if not row.before}
    by_kind = {(journal.partition(".")[0], state) for journal, state in known}
    missing = {(row.journal, row.after) for row in TABLE.values()} - known - by_kind
    assert missing == set()


def test_each_row_has_somebody_who_causes_it_and_a_state_to_begin_in():
    for row in TABLE.values():
        assert row.by
        assert row.before or row.act in BEGINS


def test_a_cloud_or_the_time_opens_no_door_and_moves_no_contents():
    for row in TABLE.values():
        if row.by & {By.CLOUD, By.TIME}:
            assert not row.contents


@pytest.mark.parametrize("state", [S.FINISHED, S.CANCELLED])
def test_what_has_ended_never_lives_again(state):
    leads = {row.after for row in TABLE.values() if state in row.before}
    # What lies there of a cancelled one is taken out all the same, and then it is over for good.
    assert leads <= {None, S.FINISHED}
    assert not any(allowed(row.act, state) for row in TABLE.values() if row.after in LIVE)


def test_what_was_cancelled_with_a_parcel_inside_keeps_it_inside():
    kept = settling.cancelled(replace(DROPOFF, settled=True), Reason.CHANGED_MIND, Contents.MAYBE)
    assert (kept.state, kept.contents) == (S.CANCELLED, Contents.MAYBE)
    assert settling.withdrawn(DROPOFF).contents is Contents.MAYBE


def test_every_fact_about_a_reservation_says_who_by_which_code_and_how_surely():
    events = [event for change in CHANGES for event in change.events if event.reservation]
    events = [event for event in events if not event.name.startswith("notice.")]
    roles = {by.value for by in By}
    for event in events:
        assert event.data["initiated_by"] in roles
        assert event.data["source"] == "locker"
        assert event.data["message"]
        assert event.data["confidence"] in {"cloud", "cached", "signed", "unknown"}
        assert {"code", "label"} <= set(event.data)


def test_a_message_with_a_code_carries_it_sealed_only():
    [told] = [e for e in settling.deposited(READY, confirmed=True).events if e.sealed]
    assert set(told.sealed.values()) == {READY.handover.typed, READY.handover.qr}
    assert not {READY.handover.typed, READY.handover.qr} & set(told.data.values())


STARTS = {Purpose.PICKUP: S.STORED, Purpose.DROPOFF: S.RESERVED, Purpose.OPENING: S.STORED}
AT_SCREEN = {
    (row.journal, row.after)
    for row in TABLE.values()
    if By.CONSUMER in row.by and row.after and row.act not in {*BEGINS, Act.PLACED}
}
"""What a person can bring about with the screen and a door alone."""
SETTLED = {Purpose.PICKUP: S.FINISHED, Purpose.DROPOFF: S.STORED}


AT_LEAST, AT_MOST = 20_000, 100_000
"""Happenings: some rows need a rare order of them, and every new happening makes it rarer."""


def found(visit: Visit) -> dict[ReservationId, S]:
    """In which state reservations are whose right has just been proved."""
    state = SETTLED[visit.purpose] if visit.settled else STARTS[visit.purpose]
    rest = [found(other) for other in visit.rest]
    return {visit.reservation: state} | {name: s for one in rest for name, s in one.items()}


def something(state: journey.State, chance: Random) -> tuple[Input, journey.Next]:
    """What happens next, and matters: a stray touch changes nothing and is passed over."""
    while True:
        happening = chance.choice(EVERYTHING)
        following = journey.step(state, happening)
        if following != (state, ()):
            return happening, following


def proved(happening: Input) -> dict[ReservationId, S]:
    match happening:
        case Granted(visit):
            return found(visit)
        case Explained(_, Visit() as visit):
            # Only what lies there has an end to put off.
            return {visit.reservation: S.EXPIRED if visit.extension else S.RESERVED}
        case _:
            return {}


def test_no_order_of_happenings_leads_beside_the_table():
    chance = Random(6)
    state: journey.State = home.Home()
    known: dict[ReservationId, S] = {}
    seen = set()
    for happened in range(AT_MOST):
        if happened >= AT_LEAST and seen == AT_SCREEN:
            break
        before = state
        happening, (state, effects) = something(state, chance)
        known |= proved(happening)
        changes = [e.change for e in effects if isinstance(e, Settle | Record | Flag)]
        for change in changes:
            if change.state is not None and change.reservation is not None:
                here = known[change.reservation]
                assert permits(here, change.journal, change.state), (before, happening, change)
                known[change.reservation] = change.state
                seen.add((change.journal, change.state))
    assert seen == AT_SCREEN
