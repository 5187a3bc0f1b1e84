"""A parcel whose size this bank does not know: never a door that may be too small, unsaid."""

from dataclasses import replace

import pytest

from kiosk.adapters.clouds.bloqit.bank import size_of
from kiosk.demo.states_delivering import OFFERS, STRANGE
from kiosk.domain.flows import journey
from kiosk.domain.flows.choices import SizeChosen
from kiosk.domain.flows.courier.loading import Judging, Load, LoadPlanned, PlanLoad
from kiosk.domain.flows.courier.round import Round
from kiosk.domain.flows.courier.sizing import FindSizes, SizeUnknown
from kiosk.domain.flows.courier.unlisted import RoomFound
from kiosk.domain.flows.inputs import FinishAsked, WentBack
from kiosk.domain.round import Verdict
from tests.domain.test_flows_putting import SHIFT

ONE = Load(SHIFT, (replace(STRANGE, verdict=None),), single=True)
JUDGED = LoadPlanned((STRANGE,))


def then(state, *events):
    for event in events:
        state, effects = journey.step(state, event)
    return state, effects


@pytest.mark.parametrize(
    ("wanted", "sizes", "size"),
    [
        ("M", ("S", "M", "L"), "M"),
        ("M", ("S", "L", "XL"), "L"),
        ("XS", ("mini", "S"), "S"),
        ("XL", ("S", "M", "L"), "XL"),
        ("M", ("small", "large"), "M"),
        ("Jumbo", ("S", "M", "L"), "Jumbo"),
        ("\u202eL", ("S", "M", "L"), "?"),
        ("", ("S",), None),
        (None, ("S",), None),
    ],
)
def test_a_rents_size_is_the_next_larger_one_here_or_stays_unknown(wanted, sizes, size):
    assert size_of(wanted, sizes) == size


def test_who_holds_the_parcel_says_how_large_it_is():
    asked, effects = then(Judging(ONE), JUDGED)
    assert effects == (FindSizes(SHIFT, STRANGE.parcel),)
    looking, nothing = then(asked, SizeChosen("M"))
    assert (looking, nothing) == (asked, ())
    state, effects = then(asked, RoomFound(OFFERS), SizeChosen("M"))
    assert isinstance(state, Judging)
    assert isinstance(effects[0], PlanLoad)
    assert effects[0].scans == (replace(STRANGE, verdict=None, sized="M"),)


def test_a_size_that_is_not_offered_opens_nothing():
    asked, _ = then(Judging(ONE), JUDGED, RoomFound(OFFERS))
    assert then(asked, SizeChosen("XL")) == (asked, ())


@pytest.mark.parametrize(("room", "event"), [(OFFERS, WentBack()), ((), FinishAsked())])
def test_whoever_puts_it_nowhere_sees_it_on_the_count_with_its_reason(room, event):
    asked, _ = then(Judging(ONE), JUDGED, RoomFound(room))
    assert isinstance(asked, SizeUnknown)
    back, _ = then(asked, event)
    assert isinstance(back, Round)
    assert [one.why for one in back.shift.left] == [Verdict.SIZE_UNKNOWN]
