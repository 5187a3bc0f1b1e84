"""[notifier] of kiosk.toml: the ways to people, each checked by its make, credentials read."""

from collections.abc import Mapping
from typing import Any

from pydantic import create_model

from kiosk.config.credentials import credential
from kiosk.config.makers import Makers
from kiosk.config.sections import Section
from kiosk.config.toml_file import TomlFile, choice
from kiosk.ports_notices import NotifierMaker, NotifierSettings


def load_notifiers(
    file: TomlFile, written: Mapping[str, Mapping[str, Any]], makers: Makers
) -> tuple[NotifierSettings, ...]:
    """In the order they are written; raises ConfigWrong."""
    return tuple(_one(file, make, _maker(file, make, makers)) for make in written)


def _maker(file: TomlFile, make: str, makers: Makers) -> NotifierMaker:
    known = sorted(makers.notifiers.names)
    if make not in known:
        raise file.says(("notifier", make), f"is not known; it must be {choice(make, known)}")
    try:
        return makers.notifier(make)
    except (ImportError, AttributeError) as error:
        raise file.says(("notifier", make), f"cannot be loaded ({error})") from error


def _one(file: TomlFile, make: str, maker: NotifierMaker) -> NotifierSettings:
    # A file of its own, so that a problem is named by the way that leads to it.
    alone = TomlFile(file.path, {"notifier": {make: file.raw["notifier"][make]}})
    keys: Any = {make: (maker.section, ...)}
    inner: Any = create_model("Makes", __base__=Section, **keys)
    whole: Any = create_model("Notifiers", __base__=Section, notifier=(inner, ...))
    section = getattr(alone.parse(whole).notifier, make)
    secrets = {
        name: credential(file, ("notifier", make, name), getattr(section, name))
        for name in maker.credentials
        if getattr(section, name)
    }
    settings = NotifierSettings(make, section, secrets)
    for key, allowed in maker.objections(settings):
        raise file.wrong(("notifier", make, key), allowed)
    return settings
