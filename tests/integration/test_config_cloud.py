"""What [cloud] says beside address and key: who else is told, who is asked, what is for tries."""

from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest

from kiosk.config import Config, Makers, load
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.rules import CloudRules
from kiosk.ports_cloud import Ability, Relay
from tests.integration.test_config import KIOSK, write


class Talkative:
    """A cloud whose webhooks have a form, and that makes reservations."""

    rules = CloudRules("talkative")
    calls = {"list": "GET /parcels"}  # noqa: RUF012
    abilities = frozenset({Ability.TELL, Ability.MAKE})


class Quiet(Talkative):
    """A cloud without webhooks, where nothing is begun."""

    abilities = frozenset[Ability]()


MAKERS = Makers(
    clouds=EntryPoints(
        EntryPoint(name, f"{__name__}:{one}", "kiosk.clouds")
        for name, one in (("kioskforce", "Talkative"), ("quiet", "Quiet"))
    )
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLOUD_KEY", "k-123")
    monkeypatch.setenv("REPORT_KEY", "r-123")
    monkeypatch.delenv("KIOSK_RECORD", raising=False)
    return tmp_path


def loaded(folder: Path, *more: str, base_url: str = "https://api.example.com") -> Config:
    text = KIOSK.replace("https://api.example.com", base_url)
    return load(write(folder, kiosk=text.replace("[doors]", "\n".join((*more, "[doors]")))), MAKERS)


def refused(folder: Path, *more: str) -> str:
    with pytest.raises(ConfigWrong) as wrong:
        loaded(folder, *more)
    return str(wrong.value)


def test_nobody_else_is_told_and_nobody_else_is_asked_unless_the_file_says_who(folder):
    cloud = loaded(folder).cloud
    assert (cloud.reports, cloud.commands, cloud.front, cloud.record) == (None, None, False, None)


def test_who_else_is_told_has_an_address_and_a_secret_that_does_not_show(folder):
    config = loaded(
        folder, 'report_url = "https://hear.example/in/"', 'report_key = "env:REPORT_KEY"'
    )
    assert config.cloud.reports == Relay("https://hear.example/in/", "r-123")
    assert "r-123" not in repr(config)


def test_the_cloud_itself_may_tell_somebody_else_of_what_is_begun_here(folder):
    told = loaded(folder, 'webhook_url = "https://hear.example/in"').cloud.webhook_url
    assert told == "https://hear.example/in"
    assert loaded(folder).cloud.webhook_url == ""
    assert "webhook_url" in refused(folder, 'webhook_url = "http://127.0.0.1:9/in"')
    assert "webhook_url" in refused(folder, 'webhook_url = "https://name:word@hear.example/"')


def test_reports_need_no_secret(folder):
    assert loaded(folder, 'report_url = "http://127.0.0.1:9/in"').cloud.reports == Relay(
        "http://127.0.0.1:9/in"
    )


def test_who_is_asked_has_an_address_and_a_secret(folder):
    config = loaded(
        folder, 'commands_url = "https://ask.example"', 'commands_key = "env:REPORT_KEY"'
    )
    assert config.cloud.commands == Relay("https://ask.example", "r-123")


@pytest.mark.parametrize("what", ["report", "commands"])
@pytest.mark.parametrize(
    "url",
    [
        "http://hear.example",
        "https://me:sk_live@hear.example",
        "https://hear.example/?token=1",
        "https://hear.example/\\u202e",
        "hear.example",
        "https://[",
    ],
)
def test_an_address_in_the_clear_or_with_a_secret_in_it_is_refused(folder, what, url):
    said = refused(folder, f'{what}_url = "{url}"')
    assert f"cloud.{what}_url" in said
    assert "sk_live" not in said


@pytest.mark.parametrize("what", ["report", "commands"])
def test_a_secret_for_nobody_is_a_slip(folder, what):
    assert f"left out without {what}_url" in refused(folder, f'{what}_key = "env:REPORT_KEY"')


@pytest.mark.parametrize("what", ["report", "commands"])
def test_a_secret_in_the_file_itself_is_refused_and_not_repeated(folder, what):
    said = refused(folder, f'{what}_url = "https://a.example"', f'{what}_key = "sk_live_1"')
    assert f"cloud.{what}_key" in said
    assert "sk_live" not in said


def test_a_cloud_without_webhooks_tells_nobody_else(folder):
    path = write(
        folder,
        kiosk=KIOSK.replace('"kioskforce"', '"quiet"\nreport_url = "https://a.example"'),
    )
    with pytest.raises(ConfigWrong, match=r'cloud\.report_url .* left out, for "quiet"'):
        load(path, MAKERS)


def test_a_cloud_that_makes_nothing_has_nothing_begun_here_to_tell_of(folder):
    path = write(
        folder,
        kiosk=KIOSK.replace('"kioskforce"', '"quiet"\nwebhook_url = "https://a.example"'),
    )
    with pytest.raises(ConfigWrong, match=r"cloud\.webhook_url .* left out, for nothing is begun"):
        load(path, MAKERS)


@pytest.mark.parametrize("key", ['report_url = "https://a.example"', "demo = false"])
def test_a_kiosk_that_stands_alone_has_nobody_to_tell(folder, key):
    alone = KIOSK.replace('"kioskforce"', '"standalone"').replace(
        'base_url = "https://api.example.com"\nkey = "env:CLOUD_KEY"', key
    )
    with pytest.raises(ConfigWrong, match='left out, for "standalone" calls no one'):
        load(write(folder, kiosk=alone))


@pytest.mark.parametrize(
    ("base_url", "tries"),
    [
        ("https://api.demo.bloq.it/api/v1/public", True),
        ("http://127.0.0.1:8080", True),
        ("http://[::1]:8080", True),
        ("https://api.bloq.it/api/v1/public", False),
        ("https://evil.example/api.demo.bloq.it", False),
    ],
)
def test_a_server_for_tries_is_known_by_its_address(folder, base_url, tries):
    assert loaded(folder, base_url=base_url).cloud.demo is tries


def test_whether_it_is_for_tries_may_be_said(folder):
    assert loaded(folder, "demo = true").cloud.demo
    assert not loaded(folder, "demo = false", base_url="http://127.0.0.1:1").cloud.demo


@pytest.mark.parametrize(
    ("base_url", "more"),
    [("http://127.0.0.1:1", "demo = false"), ("https://tries.example", "demo = true")],
)
def test_conversations_with_a_server_for_tries_may_be_written_down(
    folder, monkeypatch, base_url, more
):
    monkeypatch.setenv("KIOSK_RECORD", "/tmp/said")
    assert loaded(folder, more, base_url=base_url).cloud.record == Path("/tmp/said")


def test_conversations_in_production_are_never_written_down(folder, monkeypatch):
    monkeypatch.setenv("KIOSK_RECORD", "/tmp/said")
    said = refused(folder)
    assert "KIOSK_RECORD" in said
    assert "production" in said
