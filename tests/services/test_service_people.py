"""Who may work here, asked at the screen: the console's own verbs, in a supervisor's name."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.accounts import Role
from kiosk.domain.couriers import Courier, Refused
from kiosk.domain.enrolled import Calling, Care, Person, Why
from kiosk.domain.flows.service.people import Cared, CareFor, ReadPeople
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change
from kiosk.services.courier_desk import CourierDesk
from kiosk.services.courier_pins import CourierPins
from kiosk.services.local import NotPossible
from kiosk.services.service_people import PeopleAtScreen
from tests.services.fakes import FakeClock
from tests.services.technician_bench import ASKER, BADGE, OTHER_PIN, PIN, Kiosk, Life

WHO = Courier("acme", "c-17")


class Page:
    """The page, with a supervisor, a technician and a courier who are enrolled."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.pins = CourierPins(life.store, life.pins, life.clock)
        self.desk = CourierDesk(
            life.store, None, self.pins, life.clock, lambda _: 0, ("acme",), Owner.CLOUD
        )
        self.screen = PeopleAtScreen(life.people, life.desk, self.desk, life.clock)

    async def read(self) -> dict[str, Person]:
        task = ReadPeople()
        found = await self.screen.tasks[ReadPeople].do(task)
        return {one.id: one for one in found.people}

    async def care(self, name: str, care: Care, why: Why = Why.OTHER) -> Cared:
        task = CareFor((await self.read())[name], care, why)
        return (await self.screen.tasks[CareFor].do(task)).cared

    async def courier_fails(self, times: int) -> None:
        for _ in range(times):
            with pytest.raises(Refused):
                await self.pins.of(WHO, "000000")


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with Kiosk(tmp_path, FakeClock()).runs() as life:
        await life.enrol(badge=BADGE)
        await life.enrol("super9", OTHER_PIN, role=Role.SUPERVISOR)
        page = Page(life)
        pin = await life.pins.hashed("123456")
        assert await life.store.enrol_courier(WHO, Change("courier.enrolled"), pin=pin)
        yield page


async def test_everybody_who_is_enrolled_is_shown_with_how_it_stands(page: Page):
    await page.life.logs_in()
    seen = page.life.clock.now()
    await page.life.fails(5)
    await page.courier_fails(10)
    people = await page.read()
    anna, boss, courier = people["anna7"], people["super9"], people["c-17"]
    assert list(people) == ["anna7", "c-17", "super9"]
    assert (anna.name, anna.badge, anna.seen_at, anna.wrong) == ("Anna7", True, seen, 5)
    assert anna.locked_until == page.life.clock.now() + timedelta(minutes=15)
    assert (boss.supervisor, boss.badge, boss.seen_at, boss.locked) == (True, False, None, False)
    assert (courier.calling, courier.issuer, courier.pin) == (Calling.COURIER, "acme", True)
    assert PIN not in repr(people)


@pytest.mark.parametrize(("who", "done"), [("super9", Cared.LIFTED), ("bert8", Cared.NOT)])
async def test_a_supervisor_lifts_a_technicians_lock_out_and_nobody_else_does(
    page: Page, who: str, done: Cared
):
    await page.life.enrol("bert8", OTHER_PIN)
    await page.life.fails(10)
    await page.life.people.login(OTHER_PIN, name=who)
    assert await page.care("anna7", Care.LIFT, Why.RANG_UP) is done
    await page.life.people.logout()
    assert await page.life.logs_in() is (done is Cared.LIFTED)
    told = [(one["account"], one["by"], one["reason"], one["actor"])
            for one in await page.life.lines("service.lockout_lifted")]  # fmt: skip
    expected = [("anna7", "super9", "rang_up", "technician")]
    assert told == (expected if done is Cared.LIFTED else [])
    assert len(await page.life.told("service.lockout_lifted")) == len(told)


@pytest.mark.parametrize("care", Care)
async def test_nothing_is_done_for_oneself_or_when_nobody_is_logged_in(page: Page, care: Care):
    assert await page.care("anna7", care) is Cared.NOT
    await page.life.people.login(OTHER_PIN, name="super9")
    assert await page.care("super9", care) is Cared.NOT
    assert not (await page.read())["super9"].disabled_at


async def test_who_was_disabled_at_the_console_a_moment_ago_does_nothing_more(page: Page):
    await page.life.people.login(OTHER_PIN, name="super9")
    store = page.life.store
    assert await store.disable("super9", Change("service.disabled"))  # its visit still lasts
    assert await page.care("anna7", Care.DISABLE) is Cared.NOT


async def test_a_disabled_account_lets_nobody_in_and_whoever_did_it_is_left(page: Page):
    await page.life.people.login(OTHER_PIN, name="super9")
    assert await page.care("anna7", Care.DISABLE, Why.LEFT) is Cared.DISABLED
    assert await page.care("anna7", Care.DISABLE, Why.LEFT) is Cared.NOT
    await page.life.people.logout()
    assert not await page.life.logs_in()
    assert await page.life.logs_in(OTHER_PIN, "super9")
    [facts] = await page.life.lines("service.disabled")
    assert (facts["account"], facts["by"], facts["reason"]) == ("anna7", "super9", "left")


async def test_a_couriers_pin_is_heard_again_and_stays_the_same(page: Page):
    await page.courier_fails(10)
    await page.life.people.login(OTHER_PIN, name="super9")
    assert await page.care("c-17", Care.LIFT, Why.STANDS_HERE) is Cared.LIFTED
    assert (await page.pins.of(WHO, "123456")).courier == WHO
    [facts] = await page.life.lines("courier.lockout_lifted")
    assert (facts["courier"], facts["issuer"], facts["account"]) == ("c-17", "acme", "super9")
    assert await page.life.told("courier.lockout_lifted") == ["courier.lockout_lifted"]
    assert await page.care("c-17", Care.DISABLE) is Cared.NOT


async def test_the_console_lifts_a_couriers_lock_out_by_the_same_verb(page: Page):
    await page.courier_fails(5)
    with pytest.raises(NotPossible, match="reason"):
        await page.desk.unlock(ASKER, "c-17", " ")
    with pytest.raises(NotPossible, match="no PIN"):
        await page.desk.unlock(ASKER, "c-99", "rang up")
    await page.desk.writes["courier-unlock"](ASKER, courier="c-17", reason="rang up")
    assert (await page.pins.of(WHO, "123456")).courier == WHO
    [facts] = await page.life.lines("courier.lockout_lifted")
    assert (facts["uid"], facts["reason"]) == (1000, "rang up")
