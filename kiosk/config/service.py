"""[service] of kiosk.toml: the key this kiosk shares with its back office."""

import re

from kiosk.config.credentials import credential
from kiosk.config.sections import ServiceSection
from kiosk.config.toml_file import TomlFile
from kiosk.domain.challenge import KEY

HEX = re.compile(rf"[0-9A-Fa-f]{{{2 * KEY}}}")


def load_service_key(file: TomlFile, section: ServiceSection) -> bytes | None:
    """The key, None where none is configured; raises ConfigWrong."""
    if not section.key:
        return None
    steps = ("service", "key")
    if (key := service_key(credential(file, steps, section.key))) is None:
        raise file.wrong(
            steps, f"where {2 * KEY} hexadecimal digits stand (openssl rand -hex {KEY})"
        )
    return key


def service_key(text: str) -> bytes | None:
    """The key as it is written down; None for what is none."""
    return bytes.fromhex(text) if HEX.fullmatch(text) else None
