"""What a proved code is good for: every kind, every state, with and without the cloud."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain import access
from kiosk.domain.access import Right, Standing
from kiosk.domain.acts import Act
from kiosk.domain.flows.visit import Aim, Explanation
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Confidence,
    Contents,
    Holding,
    Kind,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
)
from kiosk.domain.particulars import Demand, Particulars
from kiosk.domain.rules import CloudRules
from kiosk.domain.transitions import allowed

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
S, E = ReservationState, Explanation
PICK, DROP = frozenset({Purpose.PICKUP}), frozenset({Purpose.DROPOFF})
RICH = CloudRules(
    "rich", extend_hours=24, extend_expired=True, abandons=True, chooses_compartment=True
)
STORED = Reservation(
    id=ReservationId("r1"),
    ref="r1",
    owner=Owner.CLOUD,
    kind=Kind.DELIVERY,
    state=S.STORED,
    compartment="12",
    size="M",
    made_at=NOON - HOUR,
    read_at=NOON,
    expires_at=NOON + HOUR,
)
RESERVED = replace(STORED, state=S.RESERVED)
AGO, LATER = NOON - HOUR, NOON + 2 * HOUR


def decide(reservation, purposes=PICK, aim=None, **facts):
    facts = {
        "holding": None,
        "rules": RICH,
        "confidence": Confidence.CLOUD,
        "now": NOON,
        "grace": 120.0,
        **facts,
    }
    return access.decide(Standing(reservation, purposes, aim=aim, **facts))


def demanding(*demands, **facts):
    return replace(STORED, particulars=Particulars(demands=frozenset(demands), **facts))


@pytest.mark.parametrize("kind", [Kind.DELIVERY, Kind.SEND, Kind.STORE])
def test_what_is_stored_is_its_holders_to_take(kind):
    assert decide(replace(STORED, kind=kind)) == Right(Purpose.PICKUP)


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("kind", [Kind.RETURN, Kind.FIRST_MILE])
def test_what_goes_back_or_on_is_a_couriers_to_take(kind, state):
    answer = decide(replace(STORED, kind=kind, state=state))
    expected = {S.CANCELLED: E.CANCELLED, S.ABANDONED: E.ASK_STAFF}
    assert answer is expected.get(state, E.FOR_COURIER)


@pytest.mark.parametrize("kind", [Kind.RETURN, Kind.FIRST_MILE])
def test_whoever_put_it_in_opens_it_again_within_the_grace_and_not_afterwards(kind):
    put_in = replace(STORED, kind=kind, moved_at=NOON - timedelta(seconds=60))
    both = DROP | PICK
    mine = {"last_opener": STORED.id}
    assert decide(put_in, both, **mine) == Right(Purpose.DROPOFF, again=True)
    assert decide(put_in, both, now=NOON + HOUR, **mine) is E.FOR_COURIER


@pytest.mark.parametrize("purposes", [PICK, DROP, PICK | DROP])
@pytest.mark.parametrize("state", [S.RESERVED, S.STORED])
def test_what_this_locker_has_not_agreed_to_opens_nothing(state, purposes):
    unsure = replace(STORED, state=state, particulars=Particulars(confirmed=False))
    assert decide(unsure, purposes) is E.BLOCKED
    assert decide(replace(STORED, state=state, blocked=True), purposes) is E.BLOCKED


@pytest.mark.parametrize(
    ("demands", "why"),
    [
        ([Demand.PAYMENT], E.UNPAID),
        ([Demand.STEP_UP], E.NOT_VERIFIED),
        ([Demand.STEP_UP, Demand.PAYMENT], E.NOT_VERIFIED),
    ],
)
@pytest.mark.parametrize("confidence", [Confidence.CACHED, Confidence.SIGNED, Confidence.UNKNOWN])
def test_without_the_cloud_nobody_pays_or_proves_who_they_are(demands, why, confidence):
    assert decide(demanding(*demands), confidence=confidence) is why
    assert decide(demanding(*demands)) == Right(Purpose.PICKUP)


def test_terms_are_agreed_to_without_the_cloud():
    answer = decide(demanding(Demand.TERMS), confidence=Confidence.CACHED)
    assert answer == Right(Purpose.PICKUP)


@pytest.mark.parametrize("state", [S.STORED, S.OPENED, S.EXPIRED])
def test_after_the_end_nothing_opens_until_the_end_is_put_off(state):
    late = replace(STORED, state=state, expires_at=AGO)
    assert decide(late) is E.EXPIRED
    if state is not S.EXPIRED:
        assert decide(replace(late, expires_at=NOON + HOUR)) == Right(Purpose.PICKUP)


def test_an_outage_that_was_given_back_opens_what_the_cloud_calls_expired():
    late = replace(STORED, state=S.EXPIRED, expires_at=AGO)
    fair = replace(late, particulars=Particulars(fair_until=NOON + HOUR))
    assert decide(fair) == Right(Purpose.PICKUP)
    assert decide(fair, now=LATER) is E.EXPIRED
    assert decide(replace(fair, state=S.STORED)) == Right(Purpose.PICKUP)


def test_where_the_kiosk_chooses_a_drop_off_needs_no_compartment_yet():
    announced = replace(RESERVED, state=S.ANNOUNCED, kind=Kind.RETURN, compartment=None)
    assert decide(announced, DROP) == Right(Purpose.DROPOFF)
    plain = replace(RICH, chooses_compartment=False)
    assert decide(announced, DROP, rules=plain) is E.ASK_STAFF


def test_without_the_cloud_a_compartment_is_chosen_only_while_there_is_room_for_it():
    announced = replace(RESERVED, state=S.ANNOUNCED, compartment=None)
    offline = {"confidence": Confidence.CACHED}
    assert decide(announced, DROP, **offline) == Right(Purpose.DROPOFF)
    assert decide(announced, DROP, room_offline=False, **offline) is E.ASK_STAFF


def test_an_end_is_put_off_where_there_is_one_and_its_owner_hears_of_it_at_once():
    extends = {"aim": Aim.EXTEND}
    assert decide(STORED, **extends) == Right(Purpose.PICKUP)
    assert decide(replace(STORED, expires_at=None), **extends) is E.NO_EXTENSION
    assert decide(STORED, confidence=Confidence.CACHED, **extends) is E.NO_EXTENSION
    assert decide(STORED, rules=replace(RICH, extend_hours=None), **extends) is E.NO_EXTENSION
    assert decide(RESERVED, DROP, **extends) is E.NO_EXTENSION
    assert decide(RESERVED, **extends) is E.NO_EXTENSION
    assert decide(replace(STORED, state=S.FINISHED), **extends) is E.USED
    assert decide(replace(STORED, expires_at=AGO), **extends) is E.EXPIRED


def test_a_parcel_is_refused_while_it_lies_there_and_only_where_the_cloud_has_a_word_for_it():
    refuses = {"aim": Aim.REFUSE}
    assert decide(STORED, **refuses) == Right(Purpose.PICKUP)
    assert decide(STORED, rules=replace(RICH, abandons=False), **refuses) is E.NO_REFUSAL
    assert decide(RESERVED, DROP, **refuses) is E.NO_REFUSAL
    assert decide(replace(STORED, state=S.EXPIRED), **refuses) is E.NO_REFUSAL
    assert decide(replace(STORED, state=S.COLLECTING), **refuses) is E.USED
    assert decide(replace(STORED, state=S.ABANDONED), **refuses) is E.ASK_STAFF


@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("purposes", [PICK, DROP, PICK | DROP])
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("fair", [None, NOON + HOUR])
def test_a_door_is_opened_for_the_first_time_only_where_the_table_lets_it(
    kind, purposes, state, fair
):
    """Each right leads to an opening that may happen in this state."""
    holding = Holding("12", Contents.PARCEL if state is S.STORED else Contents.EMPTY)
    reservation = replace(STORED, kind=kind, state=state, particulars=Particulars(fair_until=fair))
    right = decide(reservation, purposes, holding=holding, last_opener=STORED.id)
    if isinstance(right, Right) and not right.again:
        act = Act.PICKUP_OPENED if right.purpose is Purpose.PICKUP else Act.DROPOFF_OPENED
        assert allowed(act, state)
