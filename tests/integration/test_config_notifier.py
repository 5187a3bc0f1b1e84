"""[notifier] of kiosk.toml: checked by its make, and never a secret in the file or a sentence."""

import re
from itertools import takewhile

import pytest

from kiosk.assets import examples
from kiosk.config import load
from kiosk.domain.errors import ConfigWrong
from tests.integration.asked import write

SMTP = """
[notifier.smtp]
host = "mail.example.com"
sender = "locker@example.com"
user = "locker"
password = "file:mail.key"
"""
HOOK = """
[notifier.webhook]
url = "https://example.com/notices"
secret = "env:HOOK_SECRET"
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", "a secret of enough signs")
    key = tmp_path / "mail.key"
    key.write_text("hunter2\n")
    key.chmod(0o600)
    return tmp_path


def sentence(folder, text):
    with pytest.raises(ConfigWrong) as wrong:
        load(write(folder, text))
    return str(wrong.value)


def test_the_ways_to_people_come_in_the_order_they_are_written(folder):
    config = load(write(folder, HOOK + SMTP))
    hook, smtp = config.notifiers
    assert (hook.make, hook.section.url) == ("webhook", "https://example.com/notices")
    assert (smtp.make, smtp.section.security, smtp.secrets) == (
        "smtp",
        "starttls",
        {"password": "hunter2"},
    )
    assert "hunter2" not in repr(config)
    assert load(write(folder)).notifiers == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SMTP.replace("smtp", "smpt"), 'notifier.smpt is not known; it must be one of "smtp"'),
        (SMTP.replace("host", "hots"), "notifier.smtp.hots is not known"),
        (SMTP.replace("locker@example.com", "locker"), "notifier.smtp.sender is"),
        (SMTP.replace('host = "mail', 'port = 0\nhost = "mail'), "notifier.smtp.port is 0"),
        (SMTP + 'security = "none"', "notifier.smtp.security is"),
        (SMTP.replace('user = "locker"', ""), "notifier.smtp.user is missing"),
        (SMTP.replace("mail.key", "none.key"), "notifier.smtp.password"),
        (HOOK.replace("https:", "http:"), "notifier.webhook.url is"),
        (HOOK.replace("HOOK_SECRET", "NO_SECRET"), "notifier.webhook.secret"),
        (HOOK.replace('"env:HOOK_SECRET"', '""'), "notifier.webhook.secret"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(folder, text, says):
    assert f"kiosk.toml: {says}" in sentence(folder, text)


def test_a_password_written_into_the_file_is_not_repeated(folder):
    said = sentence(folder, SMTP.replace("file:mail.key", "hunter2"))
    assert "notifier.smtp.password is something not shown here" in said
    assert "hunter2" not in said


def test_a_secret_that_can_be_guessed_is_refused(folder, monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", "short")
    said = sentence(folder, HOOK)
    assert "at least 16 signs" in said
    assert "short" not in said


@pytest.mark.parametrize(
    ("example", "makes"), [("standalone", 2), ("kioskforce", 1), ("bloqit", 1)]
)
def test_what_the_examples_propose_can_be_switched_on(folder, example, makes):
    written = (examples() / example / "kiosk.toml").read_text("utf-8").splitlines()
    starts = [n for n, line in enumerate(written) if line.startswith("# [notifier.")]
    lines = []
    for start in starts:
        lines.append(written[start])
        after = takewhile(lambda line: re.match(r"# \w+ = ", line), written[start + 1 :])
        lines += after
    text = "\n".join(line.removeprefix("# ") for line in lines)
    text = re.sub(r'"file:[^"]*"', '"env:HOOK_SECRET"', text)
    assert len(load(write(folder, text)).notifiers) == makes
