"""Technicians log in by what only they know; whoever guesses is locked out, also over restarts."""

import asyncio
import math
from pathlib import Path

import pytest

from kiosk.domain.accounts import Proof, Role, ServiceSession, SessionEnding
from kiosk.services.local import NotPossible
from kiosk.services.technicians import Refusal
from tests.services.fakes import FakeClock
from tests.services.technician_bench import ASKER, BADGE, OTHER_PIN, PIN, Kiosk, Life, QuickPins


@pytest.fixture
def kiosk(tmp_path: Path, clock: FakeClock) -> Kiosk:
    return Kiosk(tmp_path, clock)


@pytest.fixture
async def life(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        yield life


async def test_id_and_pin_begin_a_visit_that_is_recorded(life: Life):
    visit = await life.people.login(PIN, name=" ANNA7 ")
    assert isinstance(visit, ServiceSession)
    assert (visit.account, visit.role) == ("anna7", Role.TECHNICIAN)
    [facts] = await life.lines("service.login")
    assert facts["account"] == "anna7"
    [shown] = (await life.desk.technicians())["technicians"]
    assert shown["last_login"] == life.clock.now().isoformat()


async def test_a_wrong_pin_an_unknown_id_and_a_disabled_account_are_refused_alike(life: Life):
    await life.enrol("bert8", OTHER_PIN)
    await life.desk.disable(ASKER, "bert8", "left")
    life.pins.judged.clear()
    answers = [
        await life.people.login("wrong-pin-1", name="anna7"),
        await life.people.login(PIN, name="nobody"),
        await life.people.login(OTHER_PIN, name="bert8"),
    ]
    assert answers == [Refusal()] * 3
    # Each took the time of one judgement.
    assert len(life.pins.judged) == 3
    reasons = [facts["reason"] for facts in await life.lines("service.login_refused")]
    assert reasons == ["wrong", "unknown", "disabled"]


@pytest.mark.parametrize("name", ["anna7", "nobody"])
async def test_five_wrong_pins_are_a_wait_of_15_minutes_for_known_and_unknown_alike(
    life: Life, name: str
):
    assert await life.fails(4, name) == Refusal(0.0)
    assert await life.fails(1, name) == Refusal(900.0)
    life.clock.forward(899)
    life.pins.judged.clear()
    assert await life.people.login(PIN, name=name) == Refusal(1.0)
    assert life.pins.judged == []
    life.clock.forward(1)
    assert await life.logs_in(name=name) is (name == "anna7")


@pytest.mark.parametrize("name", ["anna7", "nobody"])
async def test_ten_wrong_pins_are_the_end_until_somebody_lifts_it(life: Life, name: str):
    await life.fails(5, name)
    life.clock.forward(901)
    assert await life.fails(5, name) == Refusal(math.inf)
    life.clock.forward(10 * 365 * 86_400)
    assert await life.people.login(PIN, name=name) == Refusal(math.inf)


async def test_what_is_tried_during_a_lock_out_does_not_count(life: Life):
    await life.fails(50)
    [shown] = (await life.desk.technicians())["technicians"]
    assert (shown["wrong"], shown["locked"]) == (5, 900)


async def test_a_right_pin_starts_the_count_anew(life: Life):
    await life.fails(4)
    assert await life.logs_in()
    assert await life.fails(4) == Refusal(0.0)


async def test_the_console_lifts_a_lock_out_with_a_reason(life: Life):
    await life.fails(5)
    with pytest.raises(NotPossible, match="reason"):
        await life.desk.unlock(ASKER, "anna7", " ")
    await life.desk.unlock(ASKER, "anna7", "rang me up")
    assert await life.logs_in()
    [facts] = await life.lines("service.lockout_lifted")
    assert (facts["uid"], facts["account"]) == (1000, "anna7")


async def test_each_lock_out_is_told_once(life: Life):
    await life.fails(7)
    life.clock.forward(901)
    await life.fails(7)
    assert len(await life.told("service.locked_out")) == 2


async def test_refusals_beyond_twenty_an_hour_are_told_as_a_sum(life: Life):
    for number in range(30):
        await life.fails(1, f"nobody{number}")
    assert len(await life.told("service.login_refused")) == 20
    life.clock.forward(3600)
    await life.fails(1, "nobody")
    assert len(await life.told("service.login_refused_sum")) == 1
    assert (await life.lines("service.login_refused"))[-1]["not_told"] == 10


async def test_a_try_is_on_disk_before_the_pin_is_judged(kiosk: Kiosk, life: Life):
    counted = []

    class Looking(QuickPins):
        async def matches(self, known, pin):
            [one] = await life.store.accounts()
            counted.append(one.wrong)
            raise KeyboardInterrupt  # the power goes just now

    life.people._pins = Looking()
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            await life.people.login(PIN, name="anna7")
    assert counted == [1, 2, 3]


async def test_wrong_pins_count_over_a_restart_and_a_reboot(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        await life.fails(3)
        await life.fails(3, "nobody")
    kiosk.boot = "boot-2"
    async with kiosk.runs() as life:
        assert await life.fails(1) == Refusal(0.0)
        assert await life.fails(1, "nobody") == Refusal(0.0)
    async with kiosk.runs() as life:
        assert await life.fails(1) == Refusal(900.0)
        assert await life.fails(1, "nobody") == Refusal(900.0)


async def test_a_reboot_begins_a_running_wait_anew_and_none_that_is_over(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        await life.fails(5)
        kiosk.clock.forward(600)
        await life.store.touch()
    kiosk.boot = "boot-2"
    async with kiosk.runs() as life:
        assert await life.people.login(PIN, name="anna7") == Refusal(900.0)
        kiosk.clock.forward(901)
        await life.store.touch()
    kiosk.boot = "boot-3"
    async with kiosk.runs() as life:
        assert await life.logs_in()


async def test_a_lock_out_for_good_outlives_every_restart(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        await life.fails(5)
        life.clock.forward(901)
        await life.fails(5)
    for number in range(3):
        kiosk.boot = f"boot-{number}"
        async with kiosk.runs() as life:
            assert await life.people.login(PIN, name="anna7") == Refusal(math.inf)


async def test_many_strange_ids_are_counted_on_without_end_to_neither_disk_nor_count(life: Life):
    await life.fails(5, "nobody")
    for number in range(101):
        await life.store.count_login(f"n{number}", None)
    assert await life.people.login(PIN, name="nobody") == Refusal()  # it made room
    await life.fails(5)
    assert await life.people.login(PIN, name="anna7") == Refusal(900.0)


async def test_badge_and_pin_log_in_and_a_badge_alone_does_not(life: Life):
    await life.enrol("bert8", "739146", BADGE)
    assert isinstance(await life.people.login("", badge=BADGE), Refusal)
    visit = await life.people.login("739146", badge=BADGE.replace("-", " "))
    assert isinstance(visit, ServiceSession)


async def test_a_pin_that_needs_its_badge_is_refused_without_it(life: Life):
    await life.enrol("bert8", "739146", BADGE)
    life.pins.judged.clear()
    assert await life.people.login("739146", name="bert8") == Refusal()
    assert life.pins.judged == [None]


async def test_wrong_pins_with_the_badge_and_with_the_id_count_together(life: Life):
    await life.enrol("bert8", OTHER_PIN, BADGE)
    await life.fails(4, "bert8")
    assert await life.people.login("wrong-pin-1", badge=BADGE) == Refusal(900.0)


@pytest.mark.parametrize("text", ["", "\ud800", "x" * 100_000, "\x00", "'; DROP TABLE technician"])
async def test_hostile_ids_pins_and_badges_are_refused_like_any_other(life: Life, text: str):
    assert await life.people.login(PIN, name=text) == Refusal()
    assert await life.people.login(text, name="anna7") == Refusal()
    assert await life.people.login(PIN, badge=text) == Refusal()
    assert await life.logs_in()


async def test_a_hash_of_weaker_parameters_is_made_anew_at_the_next_login(life: Life):
    life.pins.strength = 2
    assert await life.logs_in()
    assert await life.logs_in()
    assert [str(known)[:2] for known in life.pins.judged] == ["1:", "2:"]


async def test_one_visit_at_a_time(life: Life):
    await life.enrol("bert8", OTHER_PIN)
    await life.people.login(PIN, name="anna7")
    with pytest.raises(NotPossible, match="somebody else"):
        await life.people.login(OTHER_PIN, name="bert8")


async def test_who_walks_away_is_logged_out_after_two_minutes(life: Life):
    ended: list[SessionEnding] = []
    life.people.ended = ended.append
    await life.people.login(PIN, name="anna7")
    loop = asyncio.ensure_future(life.people.run(life.clock.sleep))
    await life.clock.asleep(1)
    await life.clock.advance(100)
    assert life.people.touch()
    await life.clock.advance(119)
    assert life.people.session
    await life.clock.advance(3)
    loop.cancel()
    assert (life.people.session, life.people.touch(), ended) == (None, False, [SessionEnding.IDLE])
    [facts] = await life.lines("service.logout")
    assert facts["reason"] == "idle"


async def test_a_visit_ends_after_half_an_hour_however_busy(life: Life):
    await life.people.login(PIN, name="anna7")
    for _ in range(18):
        life.clock.forward(100)
        assert life.people.touch()
    life.clock.forward(1)
    assert not life.people.touch()


async def test_a_disabled_account_is_out_at_once_and_stays_out(life: Life):
    await life.people.login(PIN, name="anna7")
    await life.desk.disable(ASKER, "anna7", "left the firm")
    assert life.people.session is None
    assert not await life.logs_in()
    [facts] = await life.lines("service.disabled")
    assert (facts["uid"], facts["reason"]) == (1000, "left the firm")
    with pytest.raises(NotPossible):
        await life.desk.disable(ASKER, "anna7", "again")


async def test_an_account_disabled_while_its_pin_is_judged_does_not_get_in(life: Life):
    class Slow(QuickPins):
        async def matches(self, known, pin):
            await life.desk.disable(ASKER, "anna7", "just now")
            return await super().matches(known, pin)

    life.people._pins = Slow()
    assert isinstance(await life.people.login(PIN, name="anna7"), Refusal)
    assert life.people.session is None


async def proof(life: Life, name: str, pin: str) -> Proof:
    shown = await life.people.prove(pin, name=name)
    assert isinstance(shown, Proof)
    return shown


@pytest.fixture
async def two(life: Life) -> tuple[Proof, Proof]:
    await life.enrol("bert8", OTHER_PIN)
    return await proof(life, "anna7", PIN), await proof(life, "bert8", OTHER_PIN)


@pytest.fixture
def lifted(life: Life) -> list[tuple[str, str, str]]:
    calls: list[tuple[str, str, str]] = []

    async def lift(first: str, second: str, reason: str) -> bool:
        calls.append((first, second, reason))
        return True

    life.people.lifts_lockdown = lift
    return calls


async def test_two_people_lift_a_lockdown(life: Life, two, lifted):
    assert await life.people.lift_lockdown(*two, "a new clerk")
    assert lifted == [("anna7", "bert8", "a new clerk")]


async def test_one_person_twice_lifts_nothing(life: Life, two, lifted):
    again = await proof(life, "anna7", PIN)
    with pytest.raises(NotPossible, match="two people"):
        await life.people.lift_lockdown(two[0], again, "a new clerk")
    assert lifted == []


async def test_a_proof_older_than_five_minutes_lifts_nothing(life: Life, two, lifted):
    life.clock.forward(301)
    again = await proof(life, "bert8", OTHER_PIN)
    with pytest.raises(NotPossible, match="five minutes"):
        await life.people.lift_lockdown(two[0], again, "a new clerk")
    assert lifted == []


async def test_a_disabled_account_is_no_second_person(life: Life, two, lifted):
    await life.desk.disable(ASKER, "bert8", "left")
    with pytest.raises(NotPossible):
        await life.people.lift_lockdown(*two, "a new clerk")
    assert lifted == []


async def test_without_a_reason_two_people_lift_nothing(life: Life, two, lifted):
    with pytest.raises(NotPossible, match="reason"):
        await life.people.lift_lockdown(*two, " ")
    assert lifted == []


async def test_a_wrong_pin_beside_another_visit_counts_like_any(life: Life):
    await life.enrol("bert8", OTHER_PIN)
    await life.people.login(PIN, name="anna7")
    for _ in range(4):
        assert await life.people.prove("wrong-pin-1", name="bert8") == Refusal()
    assert await life.people.prove("wrong-pin-1", name="bert8") == Refusal(900.0)
    assert life.people.session
