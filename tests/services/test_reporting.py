"""What a courier says is wrong reaches journal, outbox and compartment; marks reach their cloud."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.flows.courier.reporting import (
    FindMarkable,
    Mark,
    MarkableFound,
    NoSuchDoor,
    TellMark,
    TellProblem,
    ToldSo,
)
from kiosk.domain.layout import Owner
from kiosk.domain.model import Arrival, CompartmentFlag, Contents, Kind
from kiosk.domain.model import ReservationState as S
from kiosk.domain.particulars import PLAIN
from kiosk.domain.problems import OF_A_COMPARTMENT, Problem
from kiosk.domain.round import Errand
from kiosk.domain.rules import CloudRules
from tests.integration.courier_issuer import token
from tests.services.taking import Work, at_work, listed, lying

ONE = lying("r1", "3")
COMING = lying("r2", "4", S.RESERVED, kind=Kind.DELIVERY)
NO = ToldSo(recorded=False)


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[Work]:
    async with at_work(tmp_path) as work:
        await work.keep(ONE)
        await work.here.store.absorb([Arrival(COMING)], complete=False)
        await work.here.logins.by_token(token())
        yield work


async def heard(work: Work):
    return await work.here.store.next_event(work.here.clock.now())


async def test_a_broken_compartment_is_told_and_given_to_nobody(work: Work):
    while event := await heard(work):
        await work.here.store.delivered(event.seq)
    assert await work.ask(TellProblem(Problem.COMPARTMENT_BROKEN, " 5 ")) == ToldSo()
    holding = (await work.here.store.holdings())["5"]
    assert (holding.flag, holding.contents) == (CompartmentFlag.MAINTENANCE, Contents.EMPTY)
    told = await heard(work)
    assert (told.name, told.owner, told.data["label"]) == ("compartment.problem", Owner.CLOUD, "5")
    assert (told.data["what"], told.data["initiated_by"]) == ("compartment_broken", "courier")


@pytest.mark.parametrize("code", sorted(OF_A_COMPARTMENT, key=lambda code: code.value))
async def test_without_the_pin_three_compartments_an_hour_are_taken_out_of_use(
    work: Work, code: Problem
):
    async def says(label: str) -> bool:
        assert await work.ask(TellProblem(code, label)) == ToldSo()
        assert (await work.told())[-1] == "compartment.problem"
        holding = (await work.here.store.holdings()).get(label)
        return holding is not None and (bool(holding.flag) or holding.contents is Contents.MAYBE)

    assert [await says(label) for label in "11245"] == [True, True, True, True, False]
    await work.proves()
    assert await says("5")


async def test_a_door_nobody_knows_is_asked_for_again(work: Work):
    assert await work.ask(TellProblem(Problem.COMPARTMENT_BROKEN, "99")) == NoSuchDoor()


@pytest.mark.parametrize("code", list(Problem))
async def test_every_code_is_recorded(work: Work, code: Problem):
    before = len(await work.told())
    assert await work.ask(TellProblem(code)) == ToldSo()
    assert len(await work.told()) == before + 1


async def test_a_problem_with_a_parcel_names_it_and_only_to_its_own_carrier(work: Work):
    await work.keep(lying("r3", "5", particulars=PLAIN))
    problem = TellProblem(Problem.PARCEL_NOT_AVAILABLE, reservation=ONE.id)
    assert await work.ask(problem) == ToldSo()
    assert await work.ask(replace(problem, reservation="r3")) == NO
    assert await work.ask(replace(problem, reservation="nobody")) == NO
    reported = [line for line in await work.here.store.outbox() if "problem" in str(line["name"])]
    assert [line["reservation"] for line in reported] == ["r1"]


async def test_without_anybody_logged_in_nothing_is_recorded(work: Work):
    await work.here.logins.log_out()
    before = await work.told()
    assert await work.ask(TellProblem(Problem.ENTIRE_STATION_BROKEN)) == NO
    assert await work.ask(TellMark(COMING.id, Mark.READY)) == NO
    assert await work.told() == before


@pytest.mark.parametrize(
    ("mark", "name"),
    [(Mark.READY, "parcel.ready_for_pickup"), (Mark.IN_TRANSIT, "parcel.in_transit")],
)
async def test_a_parcel_to_come_is_marked(work: Work, mark: Mark, name: str):
    assert await work.ask(TellMark(COMING.id, mark)) == ToldSo()
    assert (await work.told())[-1] == name
    assert (await work.one("r2")).state is S.RESERVED
    assert await work.ask(TellMark(ONE.id, mark)) == NO


async def test_only_parcels_to_come_whose_cloud_wants_it_are_offered(tmp_path: Path, work: Work):
    coming = replace(listed(COMING), errand=Errand.DELIVER)
    both = FindMarkable((listed(ONE), coming))
    assert await work.ask(both) == MarkableFound((coming,))
    (tmp_path / "mute").mkdir()
    async with at_work(tmp_path / "mute", CloudRules("mute")) as mute:
        assert await mute.ask(both) == MarkableFound()
