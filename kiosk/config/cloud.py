"""[cloud] of kiosk.toml, checked against the cloud it names, with its credential read."""

from urllib.parse import urlsplit

from kiosk.config.credentials import credential
from kiosk.config.makers import Makers
from kiosk.config.sections import CloudSection
from kiosk.config.toml_file import TomlFile, choice
from kiosk.domain.layout import Layout
from kiosk.ports import CloudMaker, CloudSettings

_HERE = ("localhost", "127.0.0.1", "::1")


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
    file: TomlFile, section: CloudSection, maker: CloudMaker, locker: str, layout: Layout
) -> CloudSettings:
    """What the cloud's adapter is told; raises ConfigWrong."""
    if stands_alone(maker):
        _refuse_connection(file, section)
        return CloudSettings(section.name, locker, "", "", layout)
    return CloudSettings(
        section.name,
        locker,
        _base_url(file, section.base_url),
        credential(file, ("cloud", "key"), section.key),
        layout,
        section.calls,
    )


def _refuse_connection(file: TomlFile, section: CloudSection) -> None:
    for key in ("base_url", "key", "calls"):
        if getattr(section, key):
            raise file.wrong(("cloud", key), f'left out, for "{section.name}" calls no one')


def _base_url(file: TomlFile, written: str) -> str:
    try:
        url = urlsplit(written)
        secure = url.scheme == "https" or (url.scheme == "http" and url.hostname in _HERE)
        plain = url.hostname and not (url.username or url.query or url.fragment)
        port = url.port != 0
    except ValueError:
        secure = False
    if not (secure and plain and port):
        raise file.wrong(
            ("cloud", "base_url"),
            'an address like "https://api.example.com" (http:// only on this very machine)',
        )
    return written.rstrip("/")
