"""[cloud] of kiosk.toml, checked against the cloud it names, with its credentials read."""

import os
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.config.credentials import credential
from kiosk.config.makers import Makers
from kiosk.config.sections import CloudSection, DoorsSection
from kiosk.config.toml_file import TomlFile, choice
from kiosk.domain.errors import ConfigWrong
from kiosk.domain.layout import Layout
from kiosk.ports import CloudMaker, CloudSettings
from kiosk.ports_cloud import Ability, Relay

RECORD = "KIOSK_RECORD"
"""The variable that names the folder where every conversation with the cloud is written down."""
FOR_TRIES = "api.demo."
"""How the host of a vendor's server for tries begins (Bloq.it Partner API 1.35.0, Demo Server)."""

_HERE = ("localhost", "127.0.0.1", "::1")
_NOBODY = (
    "base_url",
    "key",
    "calls",
    "demo",
    "webhook_url",
    "report_url",
    "report_key",
    "commands_url",
    "commands_key",
)
"""What a kiosk that stands alone has no use for."""


def find_cloud(file: TomlFile, section: CloudSection, makers: Makers) -> CloudMaker:
    """The cloud of that name; raises ConfigWrong."""
    steps = ("cloud", "name")
    if section.name not in makers.clouds.names:
        raise file.wrong(steps, choice(section.name, sorted(makers.clouds.names)))
    try:
        return makers.cloud(section.name)
    except (ImportError, AttributeError) as error:
        raise file.wrong(steps, f"a cloud that can be loaded ({error})") from error


def stands_alone(maker: CloudMaker) -> bool:
    """Whether this is no cloud at all: it makes no calls."""
    return not maker.calls


def load_cloud(
    file: TomlFile,
    section: CloudSection,
    doors: DoorsSection,
    maker: CloudMaker,
    locker: str,
    layout: Layout,
) -> CloudSettings:
    """What the cloud's adapter is told; raises ConfigWrong."""
    if stands_alone(maker):
        _refuse_connection(file, section)
        return CloudSettings(section.name, locker, "", "", layout)
    base_url = _address(file, "base_url", section.base_url).rstrip("/")
    if section.report_url and Ability.TELL not in maker.abilities:
        absent = f'left out, for "{section.name}" has no form of telling others'
        raise file.wrong(("cloud", "report_url"), absent)
    if section.webhook_url and Ability.MAKE not in maker.abilities:
        nothing = f'left out, for nothing is begun here with "{section.name}"'
        raise file.wrong(("cloud", "webhook_url"), nothing)
    demo = _is_for_tries(base_url) if section.demo is None else section.demo
    return CloudSettings(
        section.name,
        locker,
        base_url,
        credential(file, ("cloud", "key"), section.key),
        layout,
        section.calls,
        front=doors.driver != "board",
        demo=demo,
        record=_record(file, tries=demo or _is_here(base_url)),
        webhook_url=_address(file, "webhook_url", section.webhook_url)
        if section.webhook_url
        else "",
        reports=_relay(file, "report", section.report_url, section.report_key),
        commands=_relay(file, "commands", section.commands_url, section.commands_key),
    )


def _refuse_connection(file: TomlFile, section: CloudSection) -> None:
    for key in _NOBODY:
        if getattr(section, key) not in ("", {}, None):
            raise file.wrong(("cloud", key), f'left out, for "{section.name}" calls no one')


def _address(file: TomlFile, key: str, written: str) -> str:
    try:
        url = urlsplit(written)
        secure = url.scheme == "https" or (url.scheme == "http" and url.hostname in _HERE)
        plain = url.hostname and not (url.username or url.query or url.fragment)
        port = url.port != 0
    except ValueError:
        secure = False
    if not (secure and plain and port and written.isascii() and written.isprintable()):
        raise file.wrong(
            ("cloud", key),
            'an address like "https://api.example.com" (http:// only on this very machine)',
        )
    return written


def _relay(file: TomlFile, what: str, url: str, key: str) -> Relay | None:
    """A server of the operator's own; its key is of no use without its address."""
    if not url:
        if key:
            raise file.wrong(("cloud", f"{what}_key"), f"left out without {what}_url")
        return None
    secret = credential(file, ("cloud", f"{what}_key"), key) if key else ""
    return Relay(_address(file, f"{what}_url", url), secret)


def _is_here(base_url: str) -> bool:
    return urlsplit(base_url).hostname in _HERE


def _is_for_tries(base_url: str) -> bool:
    return _is_here(base_url) or (urlsplit(base_url).hostname or "").startswith(FOR_TRIES)


def _record(file: TomlFile, *, tries: bool) -> Path | None:
    """Where to write conversations down: people's parcels are nobody's material."""
    written = os.environ.get(RECORD, "")
    if not written:
        return None
    if not tries:
        raise ConfigWrong(
            f"{RECORD} is set, but {file.path} names a cloud in production; conversations are "
            "written down only with one on this machine or for tries (cloud.demo = true)."
        )
    return Path(written).absolute()
