"""Who looks after the machine, on a real store: settings, system, log, readers, support file."""

import asyncio
import io
import json
import logging
import os
import shutil
import stat
import zipfile
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from kiosk.adapters.storage.site import settings_at
from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.service.camera import CameraTold, LookAtCamera
from kiosk.domain.flows.service.logs import LogsTold, ReadLogs
from kiosk.domain.flows.service.readers import LookAtReaders, ReadersTold
from kiosk.domain.flows.service.settings import (
    ChangeSetting,
    LookAtSettings,
    ResetSettings,
    SettingsTold,
)
from kiosk.domain.flows.service.system import Bundle, BundleTold
from kiosk.domain.flows.staffed import Task
from kiosk.domain.layout import Owner
from kiosk.domain.log_lines import Level, LogLine, Wanted
from kiosk.domain.model import Change, NewEvent
from kiosk.domain.site import OFF, ON, Setting
from kiosk.domain.trials import CameraNow, Picture, Reader, ReaderNow
from kiosk.runtime.host import LinuxHost
from kiosk.runtime.ring import Ring
from kiosk.runtime.shelf import FileShelf
from kiosk.services.afar import Afar
from kiosk.services.desk import Asker
from kiosk.services.service_diagnostics import Diagnostics
from kiosk.services.service_logs import LogReading
from kiosk.services.service_settings import Settings
from kiosk.services.service_trials import Trials
from kiosk.services.standing import StandingOrders
from tests.integration.store_bench import StandingClock, file_of, furnished
from tests.services.lockers import bank

WRITTEN = {Setting.THEME: "light", Setting.LANGUAGE: "en", Setting.CAMERA: ON}
CANARY = "canary-7319-4628"


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, StandingClock()) as store:
        yield store


@pytest.fixture
async def settings(store: SqliteStore) -> Settings:
    standing = StandingOrders(bank(), store, Owner.CLOUD)
    await standing.load()
    afar = Afar(store, standing, lambda _source: None)
    return Settings(store, afar, WRITTEN, WRITTEN, ("en", "ar"), "/dev/video0")


async def done(part: Settings | LogReading | Trials | Diagnostics, task: Task) -> object:
    return await part.tasks[type(task)].do(task)


async def values(settings: Settings) -> dict[Setting, str]:
    told = await done(settings, LookAtSettings())
    assert isinstance(told, SettingsTold)
    return {one.setting: one.value for one in told.settings}


async def test_what_is_set_here_is_kept_and_says_who_did_it(
    settings: Settings, store: SqliteStore, tmp_path: Path
):
    told = await done(settings, ChangeSetting("anna7", Setting.THEME, "dark"))
    assert isinstance(told, SettingsTold)
    theme = next(one for one in told.settings if one.setting is Setting.THEME)
    assert (theme.value, theme.written, theme.running, theme.changed) == (
        "dark", "light", "light", True,
    )  # fmt: skip
    assert await store.site_settings() == settings_at(file_of(tmp_path)) == {"theme": "dark"}
    last = (await store.journal(1))[0]
    assert last["name"] == "service.setting_changed"
    assert last["facts"] == {"account": "anna7", "setting": "theme", "value": "dark"}


async def test_a_setting_goes_back_to_what_is_written(settings: Settings, store: SqliteStore):
    await done(settings, ChangeSetting("anna7", Setting.CAMERA, OFF))
    assert (await values(settings))[Setting.CAMERA] == OFF
    await done(settings, ChangeSetting("anna7", Setting.CAMERA, None))
    assert (await values(settings))[Setting.CAMERA] == ON
    assert await store.site_settings() == {}


async def test_all_of_them_go_back_at_once(settings: Settings, store: SqliteStore):
    await done(settings, ChangeSetting("anna7", Setting.LANGUAGE, "ar"))
    await done(settings, ChangeSetting("anna7", Setting.INTAKE, OFF))
    await done(settings, ResetSettings("bert9"))
    assert await values(settings) == {**WRITTEN, Setting.INTAKE: ON}
    lines = await store.journal(10)
    assert [line["facts"]["account"] for line in lines] == ["anna7", "anna7", "bert9", "bert9"]


async def test_taking_nothing_in_counts_at_once_and_is_told(settings: Settings, store: SqliteStore):
    for value in (OFF, None):
        await done(settings, ChangeSetting("anna7", Setting.INTAKE, value))
    told = [event["name"] for event in await store.outbox()]
    assert told == ["locker.out_of_service", "locker.in_service"]
    assert [line["facts"]["account"] for line in await store.journal(2)] == ["anna7", "anna7"]


@pytest.mark.parametrize(
    ("setting", "value"),
    [(Setting.THEME, "pink"), (Setting.LANGUAGE, "de"), (Setting.CAMERA, "/dev/video1")],
)
async def test_what_no_setting_may_be_is_not_kept(
    settings: Settings, store: SqliteStore, setting: Setting, value: str
):
    told = await done(settings, ChangeSetting("anna7", setting, value))
    assert isinstance(told, SettingsTold)
    assert told.failed
    assert await store.site_settings() == {}
    assert await store.journal(9) == ()


async def test_a_setting_that_cannot_be_kept_is_said_to_have_failed(
    settings: Settings, store: SqliteStore
):
    await store.aclose()
    told = await done(settings, ChangeSetting("anna7", Setting.THEME, "dark"))
    assert told == SettingsTold((), failed=True)


def test_before_the_first_start_and_with_a_damaged_database_kiosk_toml_counts(tmp_path: Path):
    assert settings_at(tmp_path / "none.db") == {}
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"SQLite format 3\0" + os.urandom(8192))
    assert settings_at(damaged) == {}


class Lines:
    def __init__(self, *lines: LogLine) -> None:
        self.kept = lines

    def lines(self) -> Sequence[LogLine]:
        return self.kept


async def test_the_log_is_read_with_the_parts_that_spoke():
    at = StandingClock().now()
    lines = Lines(LogLine(at, Level.INFO, "sync", "1"), LogLine(at, Level.ERROR, "doors", "2"))
    wanted = Wanted(Level.ERROR)
    told = await done(LogReading(lines), ReadLogs(wanted))
    assert told == LogsTold(wanted, (lines.kept[1],), ("doors", "sync"))


def test_a_line_is_remembered_by_its_words_and_the_fields_that_may_be_seen():
    ring, log = Ring({"wire"}, most=2), logging.getLogger("kiosk.adapters.doors.kerong")
    log.addHandler(ring)
    try:
        log.error("the first one makes room")
        log.error("no answer", extra={"wire": "main", "pin": CANARY})
        try:
            raise ValueError(CANARY)
        except ValueError:
            log.exception("it\nfailed")
    finally:
        log.removeHandler(ring)
    assert [(line.part, line.words) for line in ring.lines()] == [
        ("kerong", "no answer wire=main"),
        ("kerong", "it failed (ValueError)"),
    ]


class Lens:
    def now(self) -> CameraNow:
        return CameraNow(Picture.STALE)


class BadgeDevice:
    there, reads, refused, latest = True, 2, 1, 10


async def test_camera_and_readers_say_how_they_are():
    devices = {Reader.BADGE: "/dev/input/event5", Reader.SERIAL: ""}
    trials = Trials(Lens(), {Reader.BADGE: BadgeDevice(), Reader.SERIAL: None}, devices)
    assert await done(trials, LookAtCamera()) == CameraTold(CameraNow(Picture.STALE))
    badge = ReaderNow(Reader.BADGE, "/dev/input/event5", True, 2, 10, 1)
    told = await done(trials, LookAtReaders())
    assert told == ReadersTold((ReaderNow(Reader.SERIAL), badge))


async def test_a_reader_that_is_not_configured_is_not_there():
    told = await done(Trials(Lens(), {}, {}), LookAtReaders())
    assert told == ReadersTold((ReaderNow(Reader.SERIAL), ReaderNow(Reader.BADGE)))


def test_a_computer_says_what_it_knows_and_leaves_out_the_rest(tmp_path: Path):
    assert LinuxHost(tmp_path).computer().heats == ()
    assert LinuxHost(tmp_path).computer().memory_mb is None
    files = {
        "proc/uptime": "120.5 99.0\n",
        "proc/loadavg": "0.42 0.3 0.1 1/200 4\n",
        "proc/meminfo": "MemTotal:  4000000 kB\nMemAvailable:  1000000 kB\nHugePages_Total: x\n",
        "sys/class/thermal/thermal_zone0/type": "cpu\n",
        "sys/class/thermal/thermal_zone0/temp": "51500\n",
        "sys/class/thermal/thermal_zone1/type": "broken\n",
        "sys/class/thermal/thermal_zone1/temp": "\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    found = LinuxHost(tmp_path).computer()
    assert (found.up_seconds, found.load) == (120.5, 0.42)
    assert (found.memory_mb, found.memory_free_mb) == (4000, 1000)
    assert [(heat.name, heat.celsius) for heat in found.heats] == [("cpu", 51.5)]


def test_the_shelf_keeps_five_files_for_its_owner_alone(tmp_path: Path):
    shelf = FileShelf(tmp_path / "diagnostics")
    for number in range(7):
        path = shelf.keep(f"kiosk-{number}.zip", b"x" * number)
        os.utime(path, (number, number))
    kept = sorted(path.name for path in (tmp_path / "diagnostics").iterdir())
    assert kept == [f"kiosk-{number}.zip" for number in range(2, 7)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.fixture
def bundles(store: SqliteStore, tmp_path: Path) -> Diagnostics:
    async def status() -> object:
        return {"usable": True}

    async def broken() -> object:
        raise StoreBroken(CANARY)

    line = LogLine(StandingClock().now(), Level.ERROR, "sync", "no answer")
    return Diagnostics(
        store, StandingClock(), Lines(line), FileShelf(tmp_path / "shelf"),
        {"status": status, "broken": broken}, "L1",
    )  # fmt: skip


async def parts_of(store: SqliteStore, content: bytes) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: json.loads(packed.read(name)) for name in packed.namelist()}


async def test_the_support_file_holds_every_part_and_nothing_somebody_wrote(
    bundles: Diagnostics, store: SqliteStore
):
    event = NewEvent("locker.problem", owner=Owner.CLOUD, data={"message": CANARY})
    facts = {"reason": CANARY, "account": "anna7"}
    await store.record(Change("compartment.cleared", events=(event,), facts=facts))
    told = await done(bundles, Bundle("anna7"))
    assert isinstance(told, BundleTold)
    content = await asyncio.to_thread(Path(told.path).read_bytes)
    found = await parts_of(store, content)
    assert set(found) == {f"{n}.json" for n in ("status", "broken", "outbox", "journal", "log")}
    assert found["broken.json"] == {"error": "StoreBroken"}
    outbox = {"waiting": {"locker.problem": 1}, "parked": {}, "most_tries": 0}
    assert found["outbox.json"] == outbox
    assert CANARY not in json.dumps(found)
    last = (await store.journal(1))[0]
    assert (last["name"], last["facts"]) == ("service.diagnostics_made", {"account": "anna7"})


async def test_the_console_gets_the_file_itself_and_signs_for_it(
    bundles: Diagnostics, store: SqliteStore, tmp_path: Path
):
    answer = await bundles.stream(Asker(1000))
    assert answer["name"].startswith("L1-")
    assert not (tmp_path / "shelf").exists()
    last = (await store.journal(1))[0]
    assert (last["name"], last["facts"]) == ("service.diagnostics_taken", {"uid": 1000})


async def test_a_folder_that_takes_nothing_is_said_to_have_failed(
    store: SqliteStore, tmp_path: Path
):
    (tmp_path / "file").write_text("no folder")
    shelf = FileShelf(tmp_path / "file" / "below")
    bundles = Diagnostics(store, StandingClock(), Lines(), shelf, {}, "L1")
    assert await done(bundles, Bundle("anna7")) == BundleTold("")


async def test_after_a_power_cut_what_was_set_is_read_from_the_log_of_the_database(
    settings: Settings, tmp_path: Path
):
    await done(settings, ChangeSetting("anna7", Setting.THEME, "contrast"))
    after = tmp_path / "after"
    await asyncio.to_thread(shutil.copytree, file_of(tmp_path).parent, after)
    (after / f"{file_of(tmp_path).name}-shm").unlink()
    assert settings_at(after / file_of(tmp_path).name) == {"theme": "contrast"}
