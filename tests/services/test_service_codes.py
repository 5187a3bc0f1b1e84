"""A one-time code without network is good for what was asked, here, now, and once."""

from pathlib import Path

import pytest

from kiosk.domain import challenge
from kiosk.domain.challenge import Deed, ServiceAct
from kiosk.services.local import NotPossible
from tests.services.fakes import FakeClock
from tests.services.technician_bench import ASKER, KEY, Kiosk, Life

OPEN_12 = Deed(ServiceAct.OPEN, "12", "anna7")


@pytest.fixture
def kiosk(tmp_path: Path, clock: FakeClock) -> Kiosk:
    return Kiosk(tmp_path, clock)


@pytest.fixture
async def life(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        yield life


async def asked(life: Life, deed: Deed = OPEN_12) -> str:
    """The challenge at the screen; answers what the back office says."""
    nonce = await life.codes.ask(deed.act, deed.door, deed.operator)
    return challenge.answer(KEY, nonce, deed)


async def test_the_back_offices_answer_is_right(life: Life):
    assert await life.codes.answer(await asked(life), OPEN_12)
    [facts] = await life.lines("service.code_used")
    assert (facts["act"], facts["door"], facts["operator"]) == ("open", "12", "anna7")
    names = ("service.code_asked", "service.code_used")
    assert await life.told(*names) == list(names)


async def test_it_is_read_out_in_groups(life: Life):
    said = await asked(life)
    assert await life.codes.answer(f"{said[:3]} {said[3:6]}-{said[6:]}", OPEN_12)


async def test_a_replay_is_refused(life: Life):
    said = await asked(life)
    assert await life.codes.answer(said, OPEN_12)
    assert not await life.codes.answer(said, OPEN_12)


async def test_a_replay_against_the_next_challenge_is_refused(life: Life):
    said = await asked(life)
    assert await life.codes.answer(said, OPEN_12)
    await asked(life)
    assert not await life.codes.answer(said, OPEN_12)


async def test_the_answer_for_another_kiosk_is_refused(life: Life):
    nonce = await life.codes.ask(ServiceAct.OPEN, "12", "anna7")
    said = challenge.answer(bytes(32), nonce, OPEN_12)
    assert not await life.codes.answer(said, OPEN_12)


@pytest.mark.parametrize(
    "other",
    [
        Deed(ServiceAct.OPEN, "13", "anna7"),
        Deed(ServiceAct.CLEAR, "12", "anna7"),
        Deed(ServiceAct.OPEN, "12", "bert8"),
    ],
    ids=["another door", "another act", "another operator"],
)
async def test_the_answer_is_good_for_nothing_else(life: Life, other: Deed):
    said = await asked(life)
    assert not await life.codes.answer(said, other)
    nonce = await life.codes.ask(ServiceAct.OPEN, "12", "anna7")
    assert not await life.codes.answer(challenge.answer(KEY, nonce, other), OPEN_12)


async def test_after_a_restart_the_nonce_is_gone(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        said = await asked(life)
    async with kiosk.runs() as life:
        assert not await life.codes.answer(said, OPEN_12)


async def test_after_ten_minutes_it_is_right_and_a_second_later_it_is_not(life: Life):
    said = await asked(life)
    life.clock.forward(600)
    assert await life.codes.answer(said, OPEN_12)
    said = await asked(life)
    life.clock.forward(601)
    assert not await life.codes.answer(said, OPEN_12)


async def test_no_jump_of_the_wall_clock_makes_it_last_longer(life: Life):
    said = await asked(life)
    elapsed = life.clock.monotonic() + 601
    life.clock.monotonic = lambda: elapsed  # the wall clock stands still meanwhile
    assert not await life.codes.answer(said, OPEN_12)


async def test_the_fourth_try_is_refused_though_it_is_right(life: Life):
    said = await asked(life)
    for _ in range(3):
        assert not await life.codes.answer("0000000000", OPEN_12)
    assert not await life.codes.answer(said, OPEN_12)
    lefts = [facts["left"] for facts in await life.lines("service.code_refused")]
    assert lefts == [2, 1, 0, 0]


async def test_tries_for_another_door_count_too(life: Life):
    said = await asked(life)
    for _ in range(3):
        assert not await life.codes.answer(said, Deed(ServiceAct.OPEN, "13", "anna7"))
    assert not await life.codes.answer(said, OPEN_12)


async def test_a_new_challenge_makes_the_old_one_void(life: Life):
    said = await asked(life)
    await asked(life)
    assert not await life.codes.answer(said, OPEN_12)


@pytest.mark.parametrize("disabled", [False, True])
async def test_who_has_no_account_gets_a_nonce_and_no_answer_is_right(life: Life, disabled: bool):
    operator = "anna7" if disabled else "nobody"
    if disabled:
        await life.desk.disable(ASKER, "anna7", "left")
    deed = Deed(ServiceAct.OPEN, "12", operator)
    said = await asked(life, deed)
    assert len(said) == 10
    assert not await life.codes.answer(said, deed)
    assert operator not in str(await life.lines("service.code_asked"))


async def test_without_a_key_nothing_is_offered(kiosk: Kiosk):
    async with kiosk.runs(key=None) as life:
        await life.enrol()
        assert not life.codes.offered
        with pytest.raises(NotPossible, match="key"):
            await life.codes.ask(ServiceAct.OPEN, "12", "anna7")


@pytest.mark.parametrize(("door", "operator"), [("", "anna7"), ("1|2", "anna7"), ("1", "a|b")])
async def test_what_two_ends_could_read_differently_is_not_asked(life: Life, door, operator):
    with pytest.raises(NotPossible):
        await life.codes.ask(ServiceAct.OPEN, door, operator)


async def test_the_back_office_lifts_the_lock_out_of_who_rings_up(life: Life):
    await life.enrol("bert8")
    await life.fails(5)
    await life.fails(5, "bert8")
    said = await asked(life, Deed(ServiceAct.UNLOCK, "", "anna7"))
    assert not await life.codes.unlock(said, "bert8")
    assert await life.codes.unlock(said, "Anna7")
    assert await life.logs_in()
    assert not await life.logs_in(name="bert8")


async def test_a_flood_of_requests_and_wrong_answers_is_told_twenty_times_an_hour_and_then_summed(
    life: Life, clock: FakeClock
):
    for _ in range(60):
        await life.codes.ask(ServiceAct.OPEN, "12", "nobody1")
        assert not await life.codes.answer("0000000000", OPEN_12)
    assert len(await life.told("service.code_asked")) == 20
    assert len(await life.lines("service.code_refused")) == 20
    clock.forward(3601)
    said = await asked(life)
    assert (await life.lines("service.code_asked"))[-1]["not_told"] == 40
    assert await life.codes.answer(said, OPEN_12)


async def test_a_code_that_was_used_is_told_in_the_midst_of_a_flood(life: Life):
    for _ in range(30):
        await life.codes.ask(ServiceAct.OPEN, "12", "nobody1")
    assert await life.codes.answer(await asked(life), OPEN_12)
    assert len(await life.told("service.code_used")) == 1
