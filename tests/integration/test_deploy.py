"""The files an operator copies: as closed as promised, and without a mistake systemd sees."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.config import load
from tests.lint.tree import ROOT

UNIT = ROOT / "docs" / "deploy" / "kiosk.service"
MOST_EXPOSED = 2.5
ANALYSE = shutil.which("systemd-analyze")


def said_by(*words: str) -> str:
    assert ANALYSE is not None
    done = subprocess.run([ANALYSE, *words], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.skipif(ANALYSE is None, reason="systemd is not installed here")
def test_the_service_is_closed_to_2_5_of_10() -> None:
    said = said_by("security", "--offline=yes", "--no-pager", str(UNIT))
    score = re.search(r"Overall exposure level for kiosk\.service: ([\d.]+)", said)
    assert score is not None, said
    assert float(score[1]) <= MOST_EXPOSED


@pytest.mark.skipif(ANALYSE is None, reason="systemd is not installed here")
def test_systemd_finds_nothing_wrong_but_programs_that_are_not_installed_here() -> None:
    said = said_by("verify", "--man=no", str(UNIT)).splitlines()
    assert [line for line in said if "is not executable" not in line] == []


def test_the_service_may_ask_whether_its_clock_is_kept_right_and_not_set_it() -> None:
    lines = UNIT.read_text("utf-8").splitlines()
    assert "ProtectClock=yes" not in lines
    allowed = [line for line in lines if line.startswith("SystemCallFilter=")]
    assert "adjtimex clock_adjtime" in allowed[-1]
    assert not [line for line in allowed if "settime" in line]
    assert "CapabilityBoundingSet=" in lines


def test_the_udev_rules_assign_or_compare_in_every_part() -> None:
    part = re.compile(r'(?:[A-Z]+(?:\{\w+\})?)(?:==|\+=|=)"[^"]*"')
    for line in (ROOT / "docs" / "deploy" / "70-kiosk.rules").read_text("utf-8").splitlines():
        if line.startswith("SUBSYSTEM"):
            assert all(part.fullmatch(one) for one in line.split(", ")), line


def test_the_session_ends_as_the_kiosk_ended(tmp_path: Path) -> None:
    cage = tmp_path / "cage"
    cage.write_text('#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\n"$@"\nexit 0\n')
    cage.chmod(0o755)
    around = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "RUNTIME_DIRECTORY": str(tmp_path)}
    session = str(UNIT.with_name("kiosk-session"))
    for code in (0, 1, os.EX_CONFIG):
        done = subprocess.run([session, "sh", "-c", f"exit {code}"], env=around, check=False)
        assert done.returncode == code


def test_keys_are_taken_from_where_systemd_puts_credentials(tmp_path: Path) -> None:
    there = tmp_path / "credentials"
    there.mkdir()
    (there / "cloud.key").write_text("k-9\n")
    # As systemd grants them: to be read by the service through an access list.
    (there / "cloud.key").chmod(0o440)
    example = ROOT / "docs" / "examples" / "kioskforce"
    text = (example / "kiosk.toml").read_text("utf-8")
    text = text.replace("env:KIOSKFORCE_KEY", f"file:{there}/cloud.key")
    text = text.replace("/etc/kiosk/keys/device.key", f"{there}/device.key")
    (tmp_path / "kiosk.toml").write_text(text)
    shutil.copy(example / "layout.toml", tmp_path)
    config = load(tmp_path / "kiosk.toml")
    assert config.cloud.key == "k-9"
    assert config.store.key == there / "device.key"
