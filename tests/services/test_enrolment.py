"""An account needs presence and the installer's code; nothing else opens enrolment, ever."""

import shutil
from pathlib import Path

import pytest

from kiosk.domain.accounts import EnrolTicket, Role
from kiosk.services.local import NotPossible
from kiosk.services.technicians import Refusal
from tests.integration.store_bench import file_of
from tests.services.fakes import FakeClock
from tests.services.technician_bench import ASKER, BADGE, OTHER_PIN, PIN, Kiosk, Life


@pytest.fixture
def kiosk(tmp_path: Path, clock: FakeClock) -> Kiosk:
    return Kiosk(tmp_path, clock)


@pytest.fixture
async def life(kiosk: Kiosk):
    async with kiosk.runs() as life:
        yield life


async def is_closed(life: Life) -> bool:
    """Nothing is offered, no code is right, and a ticket from elsewhere is none."""
    common = [await life.enrolment.begin(code) for code in ("", "0", "00000000", "12345678")]
    with pytest.raises(NotPossible):
        await life.enrolment.enrol(EnrolTicket(Role.SUPERVISOR, 1e12), "eve1", "Eve", OTHER_PIN)
    return not life.enrolment.offered and common == [None] * 4


async def code(life: Life, role: Role = Role.TECHNICIAN) -> str:
    return str((await life.desk.enrol(ASKER, role.value))["code"])


async def test_a_fresh_install_has_no_way_into_service_mode(kiosk: Kiosk):
    async with kiosk.runs(key=None) as life:
        assert await is_closed(life)
        assert (await life.desk.technicians())["technicians"] == []
        for name in ("admin", "root", "service", "technician", "", "0000"):
            for pin in ("", "0000", "1234", "admin", "00000000", "12345678"):
                assert isinstance(await life.people.login(pin, name=name), Refusal)
        assert life.people.session is None
        assert not life.codes.offered


async def test_the_installers_code_opens_enrolment_once(life: Life):
    text = await code(life)
    assert life.enrolment.offered
    ticket = await life.enrolment.begin(text)
    assert ticket
    assert not life.enrolment.offered
    assert await life.enrolment.begin(text) is None
    await life.enrolment.enrol(ticket, "anna7", "Anna", PIN)
    with pytest.raises(NotPossible):
        await life.enrolment.enrol(ticket, "bert8", "Bert", OTHER_PIN)
    assert await life.logs_in()


async def test_the_code_is_read_with_gaps(life: Life):
    text = await code(life)
    assert await life.enrolment.begin(f" {text[:4]} {text[4:]}")


async def test_three_wrong_codes_close_enrolment_and_the_right_one_is_the_fourth(life: Life):
    text = await code(life)
    for left in (2, 1, 0):
        assert life.enrolment.offered
        assert await life.enrolment.begin("not-this") is None
        assert (await life.lines("service.enrolment_refused"))[-1]["left"] == left
    assert not life.enrolment.offered
    assert await life.enrolment.begin(text) is None


async def test_the_code_is_right_for_thirty_minutes_and_not_a_second_longer(life: Life):
    text = await code(life)
    life.clock.forward(1801)
    assert not life.enrolment.offered
    assert await life.enrolment.begin(text) is None
    text = await code(life)
    life.clock.forward(1800)
    assert await life.enrolment.begin(text)


async def test_who_typed_the_code_has_the_rest_of_its_time_to_finish(life: Life):
    ticket = await life.enrolment.begin(await code(life))
    assert ticket
    life.clock.forward(1801)
    with pytest.raises(NotPossible, match="run out"):
        await life.enrolment.enrol(ticket, "anna7", "Anna", PIN)


async def test_a_new_code_makes_the_old_one_void(life: Life):
    old = await code(life)
    new = await code(life)
    assert await life.enrolment.begin(old) is None
    ticket = await life.enrolment.begin(new)
    assert ticket
    await code(life)
    with pytest.raises(NotPossible):
        await life.enrolment.enrol(ticket, "anna7", "Anna", PIN)


async def test_the_console_decides_the_role(life: Life):
    with pytest.raises(NotPossible, match="role"):
        await life.desk.enrol(ASKER, "emperor")
    ticket = await life.enrolment.begin(await code(life, Role.SUPERVISOR))
    assert ticket
    account = await life.enrolment.enrol(ticket, "anna7", "Anna", PIN)
    assert account.role is Role.SUPERVISOR


async def test_a_pin_that_is_refused_costs_no_new_code(life: Life):
    ticket = await life.enrolment.begin(await code(life))
    assert ticket
    for pin in ("short", "11111111", "12345678"):
        with pytest.raises(NotPossible, match="PIN"):
            await life.enrolment.enrol(ticket, "anna7", "Anna", pin)
    with pytest.raises(NotPossible, match="id"):
        await life.enrolment.enrol(ticket, "Anna Meier", "Anna", PIN)
    with pytest.raises(NotPossible, match="whose"):
        await life.enrolment.enrol(ticket, "anna7", "\u202e ", PIN)
    await life.enrolment.enrol(ticket, "anna7", "Anna", PIN)


@pytest.mark.parametrize(("name", "badge"), [("anna7", None), ("bert8", BADGE)])
async def test_an_id_or_a_badge_belongs_to_one_person(life: Life, name: str, badge: str | None):
    await life.enrol("anna7", PIN, BADGE)
    await life.desk.disable(ASKER, "anna7", "left")
    ticket = await life.enrolment.begin(await code(life))
    assert ticket
    with pytest.raises(NotPossible, match="belongs"):
        await life.enrolment.enrol(ticket, name, "Bert", OTHER_PIN, badge)
    await life.enrolment.enrol(ticket, "bert9", "Bert", OTHER_PIN)


async def test_wrong_pins_from_before_somebody_had_the_id_are_not_theirs(life: Life):
    await life.fails(5, "anna7")
    await life.enrol("anna7")
    assert await life.logs_in()


async def test_every_step_is_journalled_and_told_without_the_code(life: Life):
    text = await code(life)
    ticket = await life.enrolment.begin(text)
    assert ticket
    await life.enrolment.enrol(ticket, "anna7", "Anna", PIN)
    steps = ["service.enrolment_opened", "service.enrolment_begun", "service.enrolled"]
    assert await life.told(*steps) == steps
    [opened] = await life.lines("service.enrolment_opened")
    assert (opened["uid"], opened["role"]) == (1000, "technician")
    assert text not in str(await life.store.journal(100))


async def test_a_restart_closes_enrolment(kiosk: Kiosk):
    async with kiosk.runs() as life:
        text = await code(life)
    async with kiosk.runs() as life:
        assert await is_closed(life)
        assert await life.enrolment.begin(text) is None


async def test_a_restored_database_does_not_open_enrolment(kiosk: Kiosk, tmp_path: Path):
    async with kiosk.runs() as life:
        text = await code(life)
        copy = tmp_path / "copy.db"
        shutil.copy(file_of(kiosk.folder), copy)
        await life.enrol("anna7")
    for companion in file_of(kiosk.folder).parent.glob("kiosk.db-*"):
        companion.unlink()
    shutil.copy(copy, file_of(kiosk.folder))
    async with kiosk.runs() as life:
        assert (await life.desk.technicians())["technicians"] == []
        assert await is_closed(life)
        assert await life.enrolment.begin(text) is None


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def gone(path: Path) -> None:
    path.unlink()


def scribbled(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"once upon a time" * 6)


@pytest.mark.parametrize("damage", [emptied, gone, scribbled])
async def test_a_damaged_database_does_not_open_enrolment(kiosk: Kiosk, damage):
    async with kiosk.runs() as life:
        await life.enrol()
        text = await code(life)
    damage(file_of(kiosk.folder))
    async with kiosk.runs() as life:
        assert life.store.salvaged is not None
        assert await is_closed(life)
        assert await life.enrolment.begin(text) is None


async def test_what_is_saved_of_a_damaged_database_keeps_accounts_and_lock_outs(kiosk: Kiosk):
    async with kiosk.runs() as life:
        await life.enrol()
        await life.fails(5)
        life.clock.forward(901)
        await life.fails(5)
    scribbled(file_of(kiosk.folder))
    async with kiosk.runs() as life:
        [shown] = (await life.desk.technicians())["technicians"]
        assert (shown["id"], shown["name"], shown["locked"]) == ("anna7", "Anna7", "until lifted")
        assert not await life.logs_in()
