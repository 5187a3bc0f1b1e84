"""``kiosk doctor``: asks the running kiosk; opens the devices itself only when none runs."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kiosk.adapters.scanners.camera import ScannerSettings, scanner_for
from kiosk.adapters.scanners.serial_reader import LOST, opened, trouble_of
from kiosk.adapters.storage.checkup import Kept, is_open, look_into
from kiosk.app import telling
from kiosk.app.doctor_host import host_of
from kiosk.app.printing import press_of
from kiosk.config import Config, load
from kiosk.config.sections import Scanner
from kiosk.domain.errors import BoardError, CloudError, ConfigWrong, StoreBroken
from kiosk.domain.printing import Hitch
from kiosk.domain.sighting import is_device
from kiosk.ports import Clock
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.control import NobodyThere, Refusal, ask, socket_path
from kiosk.runtime.io_loop import IoLoop
from kiosk.services.doctor import Finding, Seen, Verdict, diagnose, door_rows
from kiosk.services.doctor_couriers import couriers
from kiosk.services.doctor_host import examine
from kiosk.services.doctor_printer import needs

CAMERA_WAITS, WIRE_WAITS, CLOUD_WAITS, NOTIFIER_WAITS, PRINTER_WAITS = 15.0, 5.0, 10.0, 10.0, 15.0
"""Seconds until a device counts as silent."""


@dataclass(frozen=True, slots=True)
class Report:
    """All findings; ``doors`` only as far as they could be asked."""

    findings: tuple[Finding, ...]
    doors: tuple[Mapping[str, Any], ...] = ()
    code: int = 0
    """How the command ends: 1 when something is bad, 2 when the configuration does not load."""


def report(path: Path) -> Report:
    """Look at everything once."""
    clock = SystemClock()
    try:
        config = load(path)
        _try_connecting(config, clock)
    except ConfigWrong as error:
        return Report((Finding("config", Verdict.BAD, str(error)),), code=2)
    words = f"{path}: locker {config.locker.id}, {len(list(config.layout.doors()))} doors."
    findings = [Finding("config", Verdict.OK, words), *examine(host_of(config, clock))]
    findings.append(couriers(config.couriers))
    kiosk, seen = _kiosk(config, clock)
    findings.append(kiosk)
    doors: list[Mapping[str, Any]] = []
    if seen is not None:
        camera = config.scanner.camera
        findings += diagnose(seen, config.layout, config.rules, config.policy, camera, clock.now())
        doors = door_rows(seen, config.layout)
    bad = any(finding.verdict is Verdict.BAD for finding in findings)
    return Report(tuple(findings), tuple(doors), int(bad))


def _try_connecting(config: Config, clock: Clock) -> None:
    """What only the cloud's own adapter can judge, templates of calls say, and labels'; raises
    ConfigWrong."""
    press_of(config).check()

    async def connect() -> None:
        there = replace(config.cloud, record=None)
        cloud = config.makers.cloud(config.cloud.name).connect(there, clock)
        if cloud is not None:
            await cloud.aclose()

    asyncio.run(connect())


def _kiosk(config: Config, clock: Clock) -> tuple[Finding, Seen | None]:
    """Ask the running kiosk, or try its devices when there is none."""
    where = socket_path(config.locker.id, config.store.path)
    try:
        seen = Seen(**ask(where, "doctor", {}))
    except NobodyThere:
        return _without(config, clock, where)
    except (Refusal, TypeError) as error:
        sentence = f"It runs, but did not say how it is ({error}): ask as its user, or restart it."
        return Finding("kiosk", Verdict.BAD, sentence), None
    return Finding("kiosk", Verdict.OK, f"It runs and answers at {where}."), seen


def _without(config: Config, clock: Clock, where: Path) -> tuple[Finding, Seen | None]:
    try:
        running = is_open(config.store.path)
    except StoreBroken as error:
        return Finding("kiosk", Verdict.BAD, f"{error}: ask as the kiosk's user."), None
    if running:
        sentence = (
            f"It runs, but not with a control socket at {where}: wait for its start, or for a "
            "service set RUNTIME_DIRECTORY to its runtime folder."
        )
        return Finding("kiosk", Verdict.BAD, sentence), None
    loop = IoLoop()
    loop.start()
    try:
        seen = loop.spawn(_look(config, clock)).result()
    finally:
        loop.stop()
    return Finding("kiosk", Verdict.OK, "None runs, so its devices were tried just now."), seen


async def _look(config: Config, clock: Clock) -> Seen:
    """Open every device once and let go of it; not a camera that was switched off on site."""
    kept = _kept(config)
    off = isinstance(kept, Kept) and kept.camera_off is not None
    scanner = config.scanner.model_copy(update={"camera": ""}) if off else config.scanner
    async with asyncio.TaskGroup() as looks:
        camera = looks.create_task(_camera(scanner, config.locker.id))
        cloud = looks.create_task(_cloud(config, clock))
        wires = looks.create_task(_wires(config))
        people = looks.create_task(telling.asked(config, clock, NOTIFIER_WAITS))
        printers = looks.create_task(_printers(config))
    troubles, doors = wires.result()
    seen = Seen(
        camera.result(),
        cloud.result(),
        troubles,
        doors,
        notifiers=people.result(),
        printers=printers.result(),
        scanner=await asyncio.to_thread(_serial, config.scanner),
    )
    if isinstance(kept, StoreBroken):
        return replace(seen, store=str(kept))
    return Seen(**{**asdict(seen), **asdict(kept)})


def _kept(config: Config) -> Kept | StoreBroken:
    camera = config.scanner.camera
    try:
        return look_into(config.store.path, config.store.key, config.locker.id, camera)
    except StoreBroken as error:
        return error


def _serial(settings: Scanner) -> Mapping[str, Any] | None:
    """Whether its port can be opened; None where none is configured."""
    if not settings.serial:
        return None
    unheard = {"device": settings.serial, "reads": None, "refused": 0, "heard": None}
    try:
        opened(settings.serial, settings.baud).close()
    except LOST as error:
        return {**unheard, "trouble": trouble_of(error)}
    return {**unheard, "trouble": ""}


async def _camera(settings: Scanner, locker: str) -> bool:
    if not settings.camera or _unplugged(settings.camera):
        return False
    scanner = scanner_for(
        ScannerSettings(settings.camera, settings.fps, settings.loop, f"{locker}-doctor")
    )

    async def listen() -> None:
        async for _ in scanner.sightings():
            pass

    listening = asyncio.create_task(listen())
    try:
        scanner.want(True)
        async with asyncio.timeout(CAMERA_WAITS):
            while not scanner.healthy():  # noqa: ASYNC110
                await asyncio.sleep(0.05)  # the scanner can only be looked at
    except TimeoutError:
        return False
    finally:
        await scanner.aclose()
        listening.cancel()
        await asyncio.wait([listening])
    return True


def _unplugged(camera: str) -> bool:
    """Whether waiting is in vain: the running kiosk waits for a device, this check does not."""
    return is_device(camera) and not Path(camera).exists()


async def _cloud(config: Config, clock: Clock) -> str | None:
    cloud = config.makers.cloud(config.cloud.name).connect(config.cloud, clock)
    if cloud is None:
        return None
    try:
        async with asyncio.timeout(CLOUD_WAITS):
            await cloud.ping()
    except TimeoutError:
        return "no answer in time"
    except CloudError as error:
        return str(error) or type(error).__name__
    finally:
        await cloud.aclose()
    return ""


async def _wires(config: Config) -> tuple[dict[str, str], dict[str, str]]:
    troubles: dict[str, str] = {}
    states: dict[str, str] = {}
    async with AsyncExitStack() as stack:
        for wire in config.wires:
            board = config.makers.door_driver(wire.driver).connect(wire)
            stack.push_async_callback(board.aclose)
            doors = [d for d in config.layout.doors() if d.address.wire == wire.name]
            try:
                async with asyncio.timeout(WIRE_WAITS):
                    contacts = await board.read([d.address for d in doors])
            except (BoardError, TimeoutError) as error:
                troubles[wire.name] = str(error) or "no answer in time"
                continue
            for door in doors:
                contact = contacts.get(door.address)
                states[door.id] = door.state(contact.closed if contact else None).value
    return troubles, states


async def _printers(config: Config) -> dict[str, Sequence[str]]:
    found: dict[str, Sequence[str]] = {}
    for settings in config.printers:
        printer = config.makers.printer(settings.driver).connect(settings)
        try:
            async with asyncio.timeout(PRINTER_WAITS):
                found[settings.name] = needs(await printer.status())
        except TimeoutError:
            found[settings.name] = [Hitch.SILENT.value]
        finally:
            await printer.aclose()
    return found
