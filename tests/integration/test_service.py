"""The kiosk as a service: a process of its own, heard by a service manager."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.runtime.notify import Notifier, manager
from tests.integration.manager import Manager, listening

TOML = """\
[locker]
id = "here"
name = "Here"
[[wire]]
name = "main"
driver = "simulated"
[scanner]
camera = ""
[store]
path = "state/kiosk.db"
key = "keys/device.key"
"""
LAYOUT = """\
height_mm = 200
sizes = ["S"]
door = { wire = "main", board = 0 }
[[column]]
width_mm = 450
compartment = [{ label = "1", size = "S", mm = [400, 200, 600], door.channel = 1 }]
"""


@pytest.fixture
def ear(tmp_path: Path) -> Iterator[Manager]:
    with listening(tmp_path) as ear:
        yield ear


def test_a_service_says_ready_once_then_that_it_lives_then_that_it_stops(
    ear: Manager, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.toml").write_text(TOML)
    (tmp_path / "layout.toml").write_text(LAYOUT)
    config = str(tmp_path / "kiosk.toml")
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk", "run", "--config", config],
        env={**os.environ, "NOTIFY_SOCKET": ear.address, "WATCHDOG_USEC": "400000"},
    ) as kiosk:
        try:
            words = [ear.hears(30.0)]
            while "READY=1" not in words:
                words.append(ear.hears(30.0))
            print(f"ready after {time.monotonic() - began:.1f} s")
            words += [ear.hears(), ear.hears()]
            kiosk.send_signal(signal.SIGTERM)
            while words[-1] != "STOPPING=1":
                words.append(ear.hears())
            assert kiosk.wait(20) == 0
        finally:
            kiosk.kill()
    assert words.count("READY=1") == 1
    assert words.count("WATCHDOG=1") == len(words) - 2 >= 2
    assert ear.hears_within(0.1) == []


def test_children_inherit_neither_ear_nor_deadline() -> None:
    environment = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "20000000", "LANG": "C"}
    _, within = manager(environment)
    assert within == 20.0
    assert environment == {"LANG": "C"}


@pytest.mark.parametrize("said", ["", "0", "soon"])
def test_without_a_deadline_no_sign_of_life_is_wanted(said: str) -> None:
    assert manager({"WATCHDOG_USEC": said})[1] is None


def test_a_manager_that_has_gone_is_no_fault_of_the_kiosk(tmp_path: Path) -> None:
    Notifier(str(tmp_path / "nobody")).ready()
    Notifier().ready()


def test_a_wrong_config_ends_with_its_own_code_so_that_nobody_restarts_it(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text('[locker]\nid = "here"\ncolour = "red"\n')
    command = [sys.executable, "-m", "kiosk", "run", "--config", str(tmp_path / "kiosk.toml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == os.EX_CONFIG
    assert done.stderr.count("\n") == 1
