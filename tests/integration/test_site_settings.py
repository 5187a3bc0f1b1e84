"""What was set on site, put over kiosk.toml; and the support file by the command line."""

import asyncio
import os
import stat
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kiosk.cli import app
from kiosk.config import Config, load
from kiosk.config.shown import host, shown
from kiosk.config.site import overridden, written
from kiosk.domain.errors import KioskError
from tests.integration.asked import asked, write


@pytest.fixture
def config(tmp_path: Path) -> Config:
    path = write(tmp_path)
    text = path.read_text().replace('languages = ["en"]', 'languages = ["en", "ar"]')
    path.write_text(text.replace('camera = ""', 'camera = "/dev/video7"'))
    return load(path)


def test_what_was_set_here_counts_over_the_file(config: Config):
    here = overridden(config, {"theme": "dark", "language": "ar", "camera": "off"})
    assert (here.ui.theme, here.ui.languages, here.scanner.camera) == ("dark", ("ar", "en"), "")
    was = written(here)
    assert (was.theme, was.languages, was.camera) == ("light", ("en", "ar"), "/dev/video7")


def test_the_same_twice_is_the_same_and_taking_it_back_brings_the_file_back(config: Config):
    kept = {"language": "ar", "camera": "off"}
    once = overridden(config, kept)
    assert overridden(once, kept) == once
    back = overridden(once, {})
    assert (back.ui, back.scanner) == (config.ui, config.scanner)


@pytest.mark.parametrize(
    "kept", [{"theme": "../../etc"}, {"language": "xx"}, {"camera": "/dev/mem"}, {"store": "x"}]
)
def test_nothing_but_what_is_offered_can_be_set(config: Config, kept: dict[str, str]):
    here = overridden(config, kept)
    assert (here.ui, here.scanner, here.store) == (config.ui, config.scanner, config.store)


def test_the_configuration_that_is_shown_has_no_name_phone_or_credential(config: Config):
    text = repr(shown(config))
    assert str(config.store.key) not in text
    assert config.locker.name not in text
    assert "/dev/video7" in text


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://user:pin@cloud.example/x?key=1", "cloud.example"),
        ("", ""),
        ("https://[broken", ""),
    ],
)
def test_of_an_address_only_the_machine_is_shown(url: str, name: str):
    assert host(url) == name


async def test_the_support_file_is_fetched_by_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    file = tmp_path / "support.zip"
    words = ["ctl", "diagnostics", str(file), "--config", str(tmp_path / "kiosk.toml")]
    async with asked(tmp_path):
        answer = await asyncio.to_thread(CliRunner().invoke, app, words)
        assert answer.exit_code == 0, answer.output
        there = ["ctl", "diagnostics", str(tmp_path / "no" / "x.zip"), *words[3:]]
        refused = await asyncio.to_thread(CliRunner().invoke, app, there)
    assert isinstance(refused.exception, KioskError)
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600  # noqa: PTH116
    with zipfile.ZipFile(file) as packed:
        assert packed.testzip() is None
        assert "doctor.json" in packed.namelist()
