"""Without the installer's code nobody gets into service mode, whatever became of the memory."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from kiosk.demo.states_staff import STAFF
from kiosk.domain.flows.courier.signin import LogInTechnician, ReadOffers, Way
from kiosk.domain.flows.forms import AskStaff, Form
from kiosk.domain.flows.home import Home, OutOfOrder
from kiosk.domain.flows.service.enrolling import BeginEnrolment
from tests.integration.locker import locker
from tests.integration.staff.technician import Technician, small
from tests.integration.staff.ways_in import Burglar, Found, is_inside

QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"


@pytest.fixture(autouse=True)
def beside_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)


async def tried_again(folder: Path, *known: str) -> Found:
    """The kiosk starts on what lies there now, and everything is tried at it."""
    async with locker(folder, policy=QUICK, layout=small(folder)) as here:
        await here.sees(Home, OutOfOrder)
        return await Burglar(here.machine, *known).tries_everything()


def test_the_burglar_knows_service_mode_when_it_is_reached():
    inside = [name for name, state in STAFF.items() if is_inside(state)]
    assert {"bench", "account-ready"} <= set(inside)


async def test_only_the_installers_code_opens_a_way_into_service_mode_of_a_fresh_kiosk(
    tmp_path: Path,
):
    async with locker(tmp_path, policy=QUICK, layout=small(tmp_path)) as here:
        await here.sees(Home)
        found = await Burglar(here.machine, "12345678", "00000000").tries_everything()
        assert found.service_mode == []
        assert found.asked[ReadOffers]
        assert found.offers.isdisjoint({Way.TECHNICIAN, Way.ENROL, Way.SERVICE_CODE})
        assert not found.asked[BeginEnrolment] + found.asked[LogInTechnician]
        # Who guesses while a code is open gets no further than three tries.
        anna = Technician(here, tmp_path)
        await anna.installers_code()
        found = await Burglar(here.machine, "12345678", "00000000").tries_everything()
        assert Way.ENROL in found.offers
        assert found.asked[BeginEnrolment]
        assert found.service_mode == []
        # The same search finds a way in where there is one.
        code = await anna.installers_code()
        found = await Burglar(here.machine, code).tries_everything()
        forms = {state.form for state in found.service_mode if isinstance(state, AskStaff)}
        assert forms == {Form.ENROL}


def _emptied(database: Path) -> None:
    database.write_bytes(b"")


def _scribbled(database: Path) -> None:
    with database.open("r+b") as file:
        file.write(b"once upon a time" * 6)


async def test_no_restored_and_no_damaged_memory_opens_a_way_in_for_who_saw_an_old_code(
    tmp_path: Path,
):
    """A technician was made here, and another code was open, on the day of the copy."""
    async with locker(tmp_path, policy=QUICK, layout=small(tmp_path)) as here:
        anna = Technician(here, tmp_path)
        await here.sees(Home)
        await anna.enrols()
        code = await anna.installers_code()
    for damage in (None, _emptied, _scribbled):
        found = await tried_again(copied(tmp_path, damage), code, "anna7")
        assert found.service_mode == []
        assert Way.ENROL not in found.offers
        there = damage is not _emptied
        assert (Way.TECHNICIAN in found.offers) is there
        assert bool(found.asked[LogInTechnician]) is there, "without the PIN the account is none"


def copied(folder: Path, damage: Callable[[Path], None] | None) -> Path:
    """Another computer with the kiosk's memory, as it is or as it was found."""
    other = folder / (damage.__name__ if damage else "restored")
    for kept in ("state", "keys"):
        copytree(folder / kept, other / kept)
    if damage is not None:
        damage(other / "state" / "kiosk.db")
    return other
