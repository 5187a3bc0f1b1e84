"""Whatever the bank and the batch: no compartment twice, none that is not free, no parcel left that
another order would have found room for, and a walk that never turns back."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import allocation, planner
from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.domain.model import CompartmentFlag, Contents, Holding
from kiosk.domain.particulars import Needs
from kiosk.domain.planner import Bank, Lack, Plan, Wanted

SIZES = ("S", "M", "L")
SIDES = {"S": 100, "M": 200, "L": 400}
OCCUPIED = Holding("", Contents.PARCEL)


def place(label: str, size: str, column: int, row: int, **other: object) -> Compartment:
    side = SIDES[size]
    rear = make_door(label, "main", 1, row, rear=True) if other.pop("rear", False) else None
    plain = Compartment(
        label=label,
        cloud_id=label,
        size=size,
        inside=Millimetres(side, side, 600),
        floor_mm=100 * row,
        owner=Owner.CLOUD,
        thermal="ambient",
        front=make_door(label, "main", 0, row),
        rear=rear,
        column=column,
        row=row,
        rows=9,
    )
    return replace(plain, **other)


def layout(*columns: str, **other: object) -> Layout:
    """Each text is a column of sizes from the top: "SSL"."""
    made = []
    for n, sizes in enumerate(columns):
        doors = tuple(place(f"{n}{r}", size, n, r, **other) for r, size in enumerate(sizes))
        made.append(Column(450, doors))
    return Layout(2000, SIZES, tuple(made))


def of(key: str, size: str | None = None, **other: object) -> Wanted:
    return Wanted(key, Owner.CLOUD, size, **other)


def labels(plan: Plan) -> dict[str, str]:
    return {stop.key: stop.label for stop in plan.stops}


@st.composite
def banks(draw) -> Bank:
    columns = draw(st.lists(st.text("SML", min_size=1, max_size=4), min_size=1, max_size=4))
    bank = layout(*columns)
    fitted = []
    for column in bank.columns:
        doors = tuple(
            replace(
                one,
                thermal=draw(st.sampled_from(["ambient", "chill"])),
                carriers=draw(st.sampled_from([(), ("gls",)])),
                max_kg=draw(st.sampled_from([None, 5])),
                rear=make_door(one.label, "main", 1, one.row, rear=True)
                if draw(st.booleans())
                else None,
            )
            for one in column.compartments
        )
        fitted.append(replace(column, compartments=doors))
    names = [c.label for c in bank.compartments()]
    some = st.sets(st.sampled_from(names), max_size=4)
    holdings = {
        label: Holding(
            label,
            draw(st.sampled_from(Contents)),
            draw(st.sampled_from([None, *CompartmentFlag])),
        )
        for label in draw(some)
    }
    whole = replace(bank, columns=tuple(fitted))
    return Bank(whole, holdings, draw(some), draw(some), rear=draw(st.booleans()))


@st.composite
def batches(draw, bank: Bank) -> list[Wanted]:
    names = [c.label for c in bank.layout.compartments()]
    return [
        Wanted(
            f"p{n}",
            Owner.CLOUD,
            draw(st.sampled_from([None, *SIZES, "XXL"])),
            Needs(
                thermal=draw(st.sampled_from(["ambient", "chill"])),
                carrier=draw(st.sampled_from([None, "gls"])),
                weight_g=draw(st.sampled_from([None, 9000])),
            ),
            draw(st.none() | st.sampled_from(names)),
            draw(st.booleans()),
            tuple(draw(st.sets(st.sampled_from(names), max_size=2))),
        )
        for n in range(draw(st.integers(0, 8)))
    ]


PLANNED = st.data()


@given(PLANNED)
def test_no_compartment_twice_none_that_is_not_free_and_every_parcel_has_an_answer(data):
    bank = data.draw(banks())
    batch = data.draw(batches(bank))
    made = planner.plan(bank, batch)
    alone = [stop.label for stop in made.stops if not stop.shared]
    assert len(set(alone)) == len(alone)
    assert {s.key for s in made.stops} | set(made.lacks) == {one.key for one in batch}
    assert not {s.key for s in made.stops} & set(made.lacks)
    wanted = {one.key: one for one in batch}
    for stop in made.stops:
        one, holding = wanted[stop.key], bank.holdings.get(stop.label)
        where = bank.layout.compartment(stop.label)
        assert stop.label not in bank.avoid
        assert holding is None or holding.flag is None
        assert where.rear is not None or not bank.rear
        if stop.shared:
            assert stop.label in one.beside
            continue
        assert holding is None or holding.contents is Contents.EMPTY
        if stop.label != one.label:
            assert one.free
            assert stop.label not in bank.taken
            assert allocation.satisfies(where, one.needs)
            assert one.size is None or SIZES.index(where.size) >= SIZES.index(one.size)


@given(PLANNED)
def test_one_walks_from_left_to_right_and_down_each_column(data):
    bank = data.draw(banks())
    made = planner.plan(bank, data.draw(batches(bank)))
    places = [bank.layout.compartment(stop.label) for stop in made.stops]
    way = [(c.column, c.row) for c in places]
    assert all(a <= b for a, b in pairwise(way))


@given(st.lists(st.sampled_from(SIZES), max_size=7), st.text("SML", min_size=1, max_size=6))
def test_as_many_find_room_as_any_order_could_seat(batch, doors):
    bank = Bank(layout(doors), {})
    made = planner.plan(bank, [of(f"p{n}", size) for n, size in enumerate(batch)])
    # Of sizes that contain each other, seating the largest first is known to be the most.
    free = sorted(doors, key=SIZES.index, reverse=True)
    most = 0
    for size in sorted(batch, key=SIZES.index, reverse=True):
        if free and SIZES.index(free[0]) >= SIZES.index(size):
            free.pop(0)
            most += 1
    small_first = sum(
        1
        for size, door in zip(
            sorted(batch, key=SIZES.index), sorted(doors, key=SIZES.index), strict=False
        )
        if SIZES.index(door) >= SIZES.index(size)
    )
    assert len(made.stops) >= max(most, small_first)


def test_a_small_parcel_leaves_the_large_compartment_to_who_needs_it():
    bank = Bank(layout("LS"), {})
    assert labels(planner.plan(bank, [of("any"), of("large", "L")])) == {"any": "01", "large": "00"}


def test_needs_decide_where_sizes_do_not():
    cold = replace(layout("S").columns[0].compartments[0], label="cold", thermal="chill", column=1)
    bank = Layout(2000, SIZES, (*layout("S").columns, Column(450, (cold,))))
    chilled = of("fish", needs=Needs(thermal="chill"))
    made = planner.plan(Bank(bank, {}), [of("book"), chilled])
    assert labels(made) == {"book": "00", "fish": "cold"}


def test_what_fits_nowhere_and_what_is_full_are_told_apart():
    bank = Bank(layout("SM"), {"01": replace(OCCUPIED, label="01")})
    batch = [of("huge", "XXL"), of("middle", "M"), of("large", "L")]
    lacks = planner.plan(bank, batch).lacks
    assert lacks == {"huge": Lack.SIZE_UNKNOWN, "middle": Lack.FULL, "large": Lack.TOO_BIG}


def test_a_parcel_keeps_its_compartment_and_gets_another_only_where_it_may():
    bank = Bank(layout("SS"), {}, taken={"00"}, avoid={"00"})
    assert labels(planner.plan(bank, [of("a", label="00", free=True)])) == {"a": "01"}
    assert planner.plan(bank, [of("a", label="00", free=False)]).lacks == {"a": Lack.DOOR_OUT}
    well = replace(bank, avoid=())
    assert labels(planner.plan(well, [of("a", label="00")])) == {"a": "00"}


def test_a_door_is_shared_only_when_nothing_else_is_left():
    full = {"00": replace(OCCUPIED, label="00")}
    one = of("a", beside=("00",))
    assert labels(planner.plan(Bank(layout("SS"), full, {"00"}), [one])) == {"a": "01"}
    both = {**full, "01": replace(OCCUPIED, label="01")}
    made = planner.plan(Bank(layout("SS"), both, {"00", "01"}), [one])
    assert [(s.label, s.shared) for s in made.stops] == [("00", True)]


def test_from_behind_only_doors_that_are_there_count():
    bank = Bank(layout("SS"), {}, rear=True)
    assert planner.plan(bank, [of("a")]).stops == ()
    behind = Bank(layout("SS", rear=True), {}, rear=True)
    assert len(planner.plan(behind, [of("a")]).stops) == 1
