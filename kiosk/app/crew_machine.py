"""Who looks after the machine itself, put together: trials, system, settings, log, diagnostics."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kiosk.adapters.couriers.badges import BadgeReader
from kiosk.adapters.scanners.camera import CameraScanner, NoCamera
from kiosk.adapters.scanners.serial_reader import SerialReader
from kiosk.adapters.storage.site import settings_at
from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.obeying import Here
from kiosk.config import Config
from kiosk.config.shown import shown
from kiosk.config.site import overridden, values_of, written
from kiosk.domain.flows.inputs import CodeShown
from kiosk.domain.flows.staffed import Task
from kiosk.domain.site import Setting, off_on_site
from kiosk.domain.trials import Reader
from kiosk.ports import Clock
from kiosk.runtime.host import LinuxHost
from kiosk.runtime.logs import RING
from kiosk.runtime.shelf import FileShelf
from kiosk.services.afar import Afar
from kiosk.services.desk import Desk
from kiosk.services.doctor import Seen, diagnose
from kiosk.services.doctor_couriers import couriers
from kiosk.services.doctor_host import examine
from kiosk.services.service_diagnostics import Diagnostics, Part
from kiosk.services.service_logs import LogReading
from kiosk.services.service_settings import Settings
from kiosk.services.service_system import SystemCare
from kiosk.services.service_trials import Trials
from kiosk.services.session import Session, wants_codes
from kiosk.services.tasks import Handler, done_by


@dataclass(frozen=True, slots=True)
class Care:
    """Everything about the machine that service mode offers; the console has the diagnostics."""

    trials: Trials
    system: SystemCare
    settings: Settings
    logs: LogReading
    desk: Diagnostics
    hand: SerialReader | None = None
    """A scanner on a serial port, beside the camera."""

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return done_by(self.trials, self.system, self.settings, self.logs, self.desk)


def hand_scanner(config: Config) -> SerialReader | None:
    """Where one is configured; its port is opened once somebody listens."""
    scanner = config.scanner
    return SerialReader(scanner.serial, scanner.baud) if scanner.serial else None


async def hearing(hand: SerialReader | None, session: Session) -> None:
    """Codes shown to it count as those held up to the camera, wherever such are heard."""
    if hand is None:
        return
    async for text in hand.codes():
        if wants_codes(session.state):
            session.post(CodeShown(text))


def as_set_here(config: Config) -> Config:
    """What was set on site counts from the start; before the store is opened."""
    return overridden(config, settings_at(config.store.path))


def caring(
    config: Config,
    store: SqliteStore,
    clock: Clock,
    scanner: CameraScanner | NoCamera,
    here: Here,
    desk: Desk,
    afar: Afar,
    reader: BadgeReader | None,
) -> Care:
    """What looks after the machine; it has no loop of its own."""
    system = SystemCare(
        store, clock, LinuxHost(), here.health, config.layout, here.contacts, config.store.path
    )
    was, ui = written(config), config.ui
    settings = Settings(
        store,
        afar,
        values_of(was.theme, was.languages, was.camera),
        values_of(ui.theme, ui.languages, config.scanner.camera),
        was.languages,
        was.camera,
    )
    parts: Mapping[str, Part] = {
        "doctor": lambda: _findings(config, clock, desk, scanner),
        "status": desk.status,
        "machine": system.machine,
        "config": lambda: _now(shown(config)),
        "settings": store.site_settings,
    }
    folder = config.diagnostics or config.store.path.parent / "diagnostics"
    bundles = Diagnostics(store, clock, RING, FileShelf(folder), parts, config.locker.id)
    hand = hand_scanner(config)
    devices = {Reader.SERIAL: config.scanner.serial, Reader.BADGE: config.couriers.badge_reader}
    desk.scanners = lambda: _scanners(config, store, hand)
    trials = Trials(scanner, {Reader.SERIAL: hand, Reader.BADGE: reader}, devices)
    return Care(trials, system, settings, LogReading(RING), bundles, hand)


async def _scanners(
    config: Config, store: SqliteStore, hand: SerialReader | None
) -> Mapping[str, Any]:
    """Of camera and hand scanner what ``kiosk doctor`` is told beside their health."""
    kept = await store.set_by(Setting.CAMERA.value)
    off = off_on_site(kept, written(config).camera, config.scanner.camera)
    return {"camera_off": off, "scanner": None if hand is None else hand.facts()}


async def _now(facts: object) -> object:
    return facts


async def _findings(
    config: Config, clock: Clock, desk: Desk, scanner: CameraScanner | NoCamera
) -> object:
    """What ``kiosk doctor`` says of the running kiosk."""
    # Only here: the running kiosk has no other use for it.
    from kiosk.app.doctor_host import host_of

    seen = Seen(**await desk.doctor())
    host = await asyncio.to_thread(host_of, config, clock, lambda: scanner.second_opinion)
    camera = written(config).camera
    found = [
        *examine(host),
        couriers(config.couriers),
        *diagnose(seen, config.layout, config.rules, config.policy, camera, clock.now()),
    ]
    return [{**asdict(one), "verdict": one.verdict.value} for one in found]
