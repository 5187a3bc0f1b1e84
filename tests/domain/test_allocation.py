"""Whatever the bank, what is given away satisfies every need and is no larger than it must be."""

from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import allocation
from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.domain.model import CompartmentFlag, Contents, Holding
from kiosk.domain.particulars import NO_NEEDS, Needs

SIZES = ("S", "M", "L")
SIDES = st.integers(1, 9).map(lambda n: n * 100)
PLAIN = Compartment(
    label="1",
    cloud_id="1",
    size="M",
    inside=Millimetres(400, 200, 600),
    floor_mm=700,
    owner=Owner.LOCAL,
    thermal="ambient",
    front=make_door("1", "main", 0, 0),
    rear=None,
    column=0,
    row=0,
    rows=1,
)
THERMAL = st.sampled_from(["ambient", "chill"])
CARRIER = st.sampled_from(["dhl", "gls"])


@st.composite
def compartments(draw, label: str) -> Compartment:
    return replace(
        PLAIN,
        label=label,
        size=draw(st.sampled_from(SIZES)),
        inside=Millimetres(draw(SIDES), draw(SIDES), draw(SIDES)),
        floor_mm=draw(st.integers(0, 1800)),
        owner=draw(st.sampled_from(Owner)),
        thermal=draw(THERMAL),
        rear=make_door(label, "main", 1, 0, rear=True) if draw(st.booleans()) else None,
        charger=draw(st.booleans()),
        max_kg=draw(st.none() | st.integers(1, 30)),
        carriers=tuple(draw(st.sets(CARRIER))),
    )


@st.composite
def banks(draw) -> Layout:
    count = draw(st.integers(1, 8))
    return bank(*(draw(compartments(str(n))) for n in range(count)))


NEEDS = st.builds(
    Needs,
    inside=st.none() | st.builds(Millimetres, SIDES, SIDES, SIDES),
    weight_g=st.none() | st.integers(1, 35_000),
    thermal=THERMAL,
    rear=st.booleans(),
    carrier=st.none() | CARRIER,
    low=st.booleans(),
    charging=st.booleans(),
)
HOLDINGS = st.dictionaries(
    st.integers(0, 7).map(str),
    st.builds(
        Holding,
        label=st.just(""),
        contents=st.sampled_from(Contents),
        flag=st.none() | st.sampled_from(CompartmentFlag),
    ),
)
TAKEN = st.sets(st.integers(0, 7).map(str))


def bank(*compartments: Compartment) -> Layout:
    return Layout(2000, SIZES, (Column(1000, compartments),))


def free(layout: Layout, needs: Needs = NO_NEEDS, taken: Collection[str] = ()) -> list[str]:
    found = allocation.free_compartments(layout, {}, taken, Owner.LOCAL, needs)
    return [c.label for c in found]


def meets(c: Compartment, needs: Needs) -> bool:
    """The needs said once more, plainly."""
    if needs.inside is not None:
        flat = sorted((needs.inside.width, needs.inside.depth))
        room = sorted((c.inside.width, c.inside.depth))
        if needs.inside.height > c.inside.height or any(
            a > b for a, b in zip(flat, room, strict=True)
        ):
            return False
    if needs.weight_g and c.max_kg and needs.weight_g > c.max_kg * 1000:
        return False
    if needs.low and not 380 <= c.floor_mm + c.inside.height // 2 <= 1220:
        return False
    if c.carriers and needs.carrier not in c.carriers:
        return False
    lacks = (needs.rear and not c.rear) or (needs.charging and not c.charger)
    return not lacks and needs.thermal == c.thermal


@given(banks(), NEEDS, HOLDINGS, TAKEN, st.sampled_from(Owner))
@settings(max_examples=500, deadline=None)
def test_the_choice_satisfies_every_need_and_no_free_smaller_one_would_have_done(
    layout, needs, holdings, taken, owner
):
    would_do = [
        c
        for c in layout.compartments()
        if c.owner is owner
        and c.label not in taken
        and (c.label not in holdings or holdings[c.label].contents is Contents.EMPTY)
        and (c.label not in holdings or holdings[c.label].flag is None)
        and meets(c, needs)
    ]
    found = allocation.free_compartments(layout, holdings, taken, owner, needs)
    assert {c.label for c in found} == {c.label for c in would_do}
    for chosen, rest in pairwise(found):
        rank = SIZES.index(chosen.size), chosen.inside.volume
        assert rank <= (SIZES.index(rest.size), rest.inside.volume)


def test_a_parcel_may_be_turned_but_not_laid_on_its_side():
    layout = bank(PLAIN)
    assert free(layout, Needs(inside=Millimetres(600, 200, 400))) == ["1"]
    assert free(layout, Needs(inside=Millimetres(200, 400, 600))) == []


def test_of_equal_compartments_those_in_reach_are_kept_for_who_asks():
    high, low = replace(PLAIN, label="1", floor_mm=1500), replace(PLAIN, label="2")
    assert free(bank(low, high)) == ["1", "2"]
    assert free(bank(low, high), Needs(low=True)) == ["2"]


def test_a_smaller_one_in_reach_is_better_than_a_larger_one_out_of_reach():
    high, low = replace(PLAIN, label="1", size="L", floor_mm=1500), replace(PLAIN, label="2")
    assert free(bank(low, high)) == ["2", "1"]


def test_of_equal_compartments_the_charger_and_the_rear_door_are_kept_for_who_needs_them():
    charger = replace(PLAIN, label="1", charger=True)
    rear = replace(PLAIN, label="2", rear=make_door("2", "main", 0, 1, rear=True))
    plain = replace(PLAIN, label="3")
    assert free(bank(charger, rear, plain)) == ["3", "2", "1"]
    assert free(bank(charger, rear, plain), Needs(rear=True)) == ["2"]


def test_a_carrier_fills_its_own_compartments_first_and_nobody_else_does():
    own, common = replace(PLAIN, label="1", carriers=("dhl",)), replace(PLAIN, label="2")
    assert free(bank(common, own), Needs(carrier="dhl")) == ["1", "2"]
    assert free(bank(common, own), Needs(carrier="gls")) == ["2"]
    assert free(bank(common, own)) == ["2"]


def test_what_is_taken_offered_or_cooling_off_is_not_given_away():
    assert free(bank(PLAIN), taken={"1"}) == []
