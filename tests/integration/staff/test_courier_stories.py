"""A courier's day at a whole kiosk with Bloq.it's cloud: a van emptied, parcels fetched, a thief.

Every one is told over real wires and real HTTP, and what the cloud got is counted there.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.flows.courier.batch import Batch, BatchDone
from kiosk.domain.flows.courier.collecting import Collected, Collecting
from kiosk.domain.flows.courier.proving import AskCourierPin
from kiosk.domain.flows.courier.round import Chore, ChoreChosen, Round
from kiosk.domain.flows.courier.takeout import BelongsThere
from kiosk.domain.flows.duty import Working
from kiosk.domain.flows.inputs import (
    Entered,
    FinishAsked,
    KeyPressed,
    OpenAsked,
    TroubleChosen,
    WentBack,
)
from kiosk.domain.flows.opening import DoorStuck, PutParcel, TakeParcel
from kiosk.domain.flows.problem import LeaveClosed
from kiosk.domain.flows.visit import Trouble
from kiosk.domain.round import Left, Verdict
from tests.integration.journeys.steps import kept
from tests.integration.staff.van import Courier, van
from tests.integration.staff.van_words import (
    CAUSES,
    FETCHED,
    REFUSED,
    announced,
    contents,
    lying,
    next_stop,
    rent,
    scanned,
    takes,
    told,
)

LOAD = ("L",) * 7 + ("XL",) + ("M",) * 4 + ("S",) * 4 + ("XS",) * 4
"""One more of L than there are compartments, and one that no compartment takes."""
FULL, TOO_BIG = 6, 7
JAMS, CUT = 5, 9
"""The door at which it happens, as they are asked to open."""


async def emptied(courier: Courier, batch: Batch) -> list[str]:
    """Door after door; at one the lock jams, at another the line is cut."""
    opened, state = [], batch
    for number in range(len(batch.load.stops) + 1):
        stop = batch.load.stops[0] if state is batch else state.stop
        if number == JAMS:
            courier.here.hand("jam", stop.label)
        courier.do(OpenAsked())
        if number == JAMS:
            assert await courier.at_door(DoorStuck) == stop.label
            courier.do(FinishAsked())
        else:
            if number == CUT:
                await courier.at_door(PutParcel)
                await courier.here.cut()
            opened.append(await courier.puts_in())
        state = await next_stop(courier)
    assert isinstance(state, BatchDone)
    return opened


async def test_a_courier_empties_the_van(tmp_path: Path, record_property):
    async with van(tmp_path) as courier:
        here = courier.here
        labels = await announced(courier, LOAD)
        await courier.logs_in()
        batch = await scanned(courier, labels)
        verdicts = [scan.verdict for scan in batch.load.scans]
        assert (verdicts[FULL], verdicts[TOO_BIG]) == (Verdict.FULL, Verdict.TOO_BIG)
        assert Counter(verdicts)[Verdict.FITS] == 18
        jams = batch.load.stops[JAMS].label
        opened = await emptied(courier, batch)
        courier.do(FinishAsked())
        shift = (await courier.reads_list()).shift
        assert shift.delivered == 18
        assert shift.left == (
            Left(rent(FULL)[-6:], Verdict.FULL),
            Left(rent(TOO_BIG)[-6:], Verdict.TOO_BIG),
        )
        await courier.leaves()
        # One frame for each opening; no two parcels behind one door; nothing by anybody else.
        assert here.fired() == [*opened[:JAMS], jams, *opened[JAMS:]]
        assert len(set(opened)) == 18
        assert jams not in opened
        assert await contents(courier) == dict.fromkeys(opened, "parcel")
        intents = courier.intents()
        assert {actor for _, actor, _ in intents} == {"courier"}
        assert [state for _, _, state in intents] == [
            *["closed"] * JAMS, "failed", *["closed"] * (18 - JAMS),
        ]  # fmt: skip
        await here.back()
        await here.told_all()
        put_in = [name for name, _, state in intents if state == "closed"]
        assert told(courier, "make") == told(courier, "close") == put_in
        assert Counter(courier.told())["parcel.deposited"] == 18
        states = Counter(here.cloud.states().values())
        assert states == {"in_progress": 18, "created": 2}
        assert Counter(courier.told())["dropoff.offline"] == 18 - CUT
        figures(courier, record_property)


def figures(courier: Courier, record: Callable[[str, object], None]) -> None:
    """What a skilled courier touches and holds up between login and goodbye."""
    to_begin_and_end = Counter(BATCH=1, FinishAsked=2, LogOutAsked=1)
    for_the_jam = Counter(FinishAsked=1, OpenAsked=1)
    at_doors = Counter(courier.touches) - to_begin_and_end - for_the_jam
    assert at_doors == {"OpenAsked": 18}
    assert len(courier.touches) == 18 + 4 + 2
    assert courier.scans == len(LOAD)
    figure = (
        f"20 parcels held up, 18 put in: {courier.scans} scans and {at_doors.total()} touches at "
        f"their doors, {for_the_jam.total()} because of the jam, {to_begin_and_end.total()} to "
        "begin and to end"
    )
    print(figure)
    record("touches and scans", figure)


async def test_a_courier_fetches_six_of_which_one_is_missing(tmp_path: Path):
    async with van(tmp_path, [kept("31", name="unwanted", holders={"code": REFUSED})]) as courier:
        here, pin = courier.here, await lying(courier)
        await courier.logs_in()
        listed = await courier.sees(Round, lambda listed: len(listed.parcels or ()) == 6)
        assert {parcel.label: parcel.cause for parcel in listed.parcels or ()} == CAUSES
        await courier.proves(pin)
        courier.do(ChoreChosen(Chore.COLLECT))
        await courier.sees(Collecting, lambda run: run.todo)
        # Behind door 1 lies what should lie behind door 2: both are put right, then taken.
        courier.do(OpenAsked())
        assert await courier.at_door(TakeParcel) == "1"
        courier.scan(rent(1))
        await courier.sees(Working, lambda door: door.behind.other is not None)
        courier.do(BelongsThere(), TroubleChosen(Trouble.NOT_MINE))
        await courier.at_door(LeaveClosed)
        here.hand("shut", "1")
        swapped = await courier.sees(Collecting, lambda run: run.todo and run.held is None)
        assert [(p.reservation, p.label) for p in swapped.todo[:2]] == [
            (rent(1), "1"),
            (rent(0), "2"),
        ]
        for name, label in ((rent(1), "1"), (rent(0), "2")):
            await takes(courier, name, label)
        # Nothing lies behind door 6.
        await courier.sees(Collecting, lambda run: run.held is None and run.todo[0].label == "6")
        courier.do(OpenAsked())
        assert await courier.at_door(TakeParcel) == "6"
        here.hand("clear", "6")
        courier.do(TroubleChosen(Trouble.EMPTY))
        await courier.at_door(LeaveClosed)
        here.hand("shut", "6")
        for name, label in ((rent(3), "7"), (rent(4), "8"), ("unwanted", "31")):
            await takes(courier, name, label)
        tally = (await courier.sees(Collected)).tally
        assert [parcel.label for parcel in tally.taken] == ["1", "2", "7", "8", "31"]
        assert ([parcel.label for parcel in tally.missing], tally.left) == (["6"], ())
        courier.do(FinishAsked())
        shift = (await courier.reads_list()).shift
        assert (shift.collected, shift.reported, shift.left) == (5, 1, ())
        await courier.leaves()
        await here.told_all()
        assert here.fired() == ["8", "1", "1", "2", "6", "7", "8", "31"]
        assert {actor for _, actor, _ in courier.intents()[1:]} == {"courier"}
        taken = [rent(number) for number in (1, 0, 3, 4)]
        assert told(courier, "collect") == taken
        assert told(courier, "close")[1:] == taken
        assert here.cloud.states() == {
            **dict.fromkeys(taken, "finished"),
            rent(2): "in_progress",
        }
        assert await contents(courier) == {}
        missing = [name for name in courier.told() if name.startswith("parcel.mis")]
        assert missing == ["parcel.misaligned", "parcel.missing"]


async def test_a_photographed_token_puts_in_nothing_twice_and_takes_nothing_out(tmp_path: Path):
    async with van(tmp_path) as courier:
        here = courier.here
        pin = await courier.enrols()
        [label, _] = await announced(courier, ("S", "M"))
        await courier.announced({"_id": rent(9), "locker": "A3", **FETCHED["1"]})
        here.hand("occupy", "3")
        await courier.logs_in()
        await courier.proves(pin)
        courier.scan(label)
        put_in = await courier.puts_in()
        assert (await courier.reads_list()).shift.delivered == 1
        await courier.leaves()
        await here.told_all()
        before = (here.fired(), here.cloud.changes())
        thief = Courier(here, courier.store, shown=courier.shown)
        for online in (True, False):
            if not online:
                await here.cut()
            await thief.logs_in()
            await finds_nothing_to_do(thief, label)
            await thief.leaves()
        assert before[0] == here.fired() == [put_in]
        await here.back()
        await here.told_all()
        assert here.cloud.changes() == before[1]
        assert courier.told().count("courier.token_seen_again") == 2
        again = [line["facts"]["again"] for line in await here.noted("courier.logged_in")]
        assert sorted(again) == [False, True, True]
        assert await contents(courier) == {put_in: "parcel"}


async def finds_nothing_to_do(thief: Courier, label: str) -> None:
    """What was put in is not put in again, by scan or in a batch; taking out asks for the PIN."""
    thief.scan(label)
    said = await thief.sees(Round, lambda listed: listed.said is not None)
    assert said.said.verdict is Verdict.ALREADY_IN
    batch = await scanned(thief, [label])
    assert [scan.verdict for scan in batch.load.scans] == [Verdict.ALREADY_IN]
    thief.do(OpenAsked(), WentBack())
    await thief.reads_list()
    thief.do(ChoreChosen(Chore.COLLECT))
    await thief.sees(Collecting, lambda run: run.todo)
    thief.do(OpenAsked())
    await thief.sees(AskCourierPin)
    thief.do(*map(KeyPressed, "000000"), Entered())
    await thief.sees(AskCourierPin, lambda asked: asked.wrong)
    thief.do(WentBack())
    await thief.reads_list()
