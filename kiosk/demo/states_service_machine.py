"""Samples of the pages that test the machine and look after it."""

from dataclasses import replace
from datetime import UTC, datetime

from kiosk.demo.states_bench import WHO
from kiosk.domain.flows import journey
from kiosk.domain.flows.service import camera, logs, readers, settings, system, touch
from kiosk.domain.log_lines import Level, LogLine, Wanted
from kiosk.domain.site import OFF, ON, THEMES, SetHere, Setting
from kiosk.domain.trials import (
    CameraNow,
    Form,
    Grid,
    Looks,
    Picture,
    Reader,
    ReaderNow,
)
from kiosk.domain.upkeep_facts import Computer, Heat, Machine, Memory, Versions

SEEN = CameraNow(Picture.FRESH, 14.9, 11.0, "QRCode", "zxing", "/dev/video0")
BADGES = ReaderNow(Reader.BADGE, "/dev/input/by-id/usb-reader-event-kbd", True, 3, 10, 1)
WELL = Machine(
    Versions("0.7.0", "806ad82c19fe", "3.11.2", "6.10.1", "4.12.0.88", "3.40.1"),
    Computer(873_900, 3970, 1812, 0.42, 4, (Heat("x86_pkg_temp", 51.0), Heat("acpitz", 44.8))),
    Memory(True, 21_400, False, 6.4, 48_213, True, datetime(2026, 11, 20, 14, 31, tzinfo=UTC)),
    93_780,
    supervised=True,
)
WORSE = replace(
    WELL,
    computer=Computer(640, 970, 61, 9.31, 4),
    memory=replace(WELL.memory, works=False, disk_free_mb=88, disk_low=True, sealed=False),
    supervised=False,
)
SETTINGS = (
    SetHere(Setting.THEME, "contrast", "light", THEMES, "light"),
    SetHere(Setting.LANGUAGE, "en", "en", ("en", "ar")),
    SetHere(Setting.CAMERA, OFF, ON, (ON, OFF), ON),
    SetHere(Setting.INTAKE, ON, ON, (ON, OFF)),
)
LINES = tuple(
    LogLine(datetime(2026, 11, 20, 14, 30 - n // 4, 59 - n, tzinfo=UTC), level, part, words)
    for n, (level, part, words) in enumerate(
        [
            (Level.INFO, "session", "PageChosen: Bench -> LogsPage"),
            (Level.WARNING, "camera", "the camera process ended; it is started again in 0.1 s"),
            (Level.ERROR, "outbox", "event 812 is parked: the cloud answers 422 status=422"),
            (Level.WARNING, "kerong", "no answer wire=main count=2"),
            (Level.INFO, "sync", "read again: 61 reservations count=61"),
        ]
        * 6
    )
)
MACHINE: dict[str, journey.State] = {
    "test-camera": camera.TestCamera(WHO, SEEN, Form(Looks.MADE_HERE, 19, "PL"), 4),
    "test-camera-noise": camera.TestCamera(WHO, CameraNow(Picture.NOISE, 15.0, 30.0)),
    "test-camera-asking": camera.TestCamera(WHO),
    "test-camera-none": camera.TestCamera(WHO, CameraNow(Picture.NONE)),
    "test-readers": readers.TestReaders(WHO, (ReaderNow(Reader.SERIAL), BADGES)),
    "test-readers-none": readers.TestReaders(
        WHO, (ReaderNow(Reader.SERIAL), ReaderNow(Reader.BADGE))
    ),
    "test-touch": touch.TestTouch(WHO),
    "test-touch-some": touch.TestTouch(
        WHO, Grid(5, 11), frozenset((c, r) for c in range(5) for r in range(4)), 21
    ),
    "system-page": system.SystemPage(WHO, WELL),
    "system-page-worse": system.SystemPage(WHO, WORSE, ("12",), page=1),
    "system-page-asking": system.SystemPage(WHO),
    "confirm-restart": system.ConfirmRestart(WHO, supervised=True),
    "confirm-restart-alone": system.ConfirmRestart(WHO, supervised=False),
    "confirm-restart-open": system.ConfirmRestart(
        WHO, supervised=False, open_doors=("12", "25"), failed=True
    ),
    "restarting": system.Restarting(WHO, supervised=True),
    "restarting-alone": system.Restarting(WHO, supervised=False),
    "bundling": system.Bundling(WHO),
    "bundle-made": system.BundleMade(
        WHO, "/var/lib/kiosk/diagnostics/station-square-4-20261120-143200.zip", 184
    ),
    "bundle-made-not": system.BundleMade(WHO, ""),
    "settings-page": settings.SettingsPage(WHO, SETTINGS),
    "settings-page-failed": settings.SettingsPage(WHO, SETTINGS[1:2], failed=True),
    "logs-page": logs.LogsPage(WHO, lines=LINES, parts=("camera", "session")),
    "logs-page-none": logs.LogsPage(WHO, Wanted(Level.ERROR, "clouds"), ()),
}
