"""Reads a credential from where kiosk.toml says it is; the file itself never holds one."""

import os
from pathlib import Path
from typing import Annotated

from pydantic import Field

from kiosk.config.sections import CREDENTIAL, CREDENTIAL_WORDS
from kiosk.config.toml_file import Steps, TomlFile

Credential = Annotated[str, Field(pattern=CREDENTIAL, description=CREDENTIAL_WORDS)]
"""Where a secret is, as it is written in kiosk.toml."""

_OTHERS = 0o007


def credential(file: TomlFile, steps: Steps, written: str) -> str:
    """Read "env:NAME" or "file:PATH"; raises ConfigWrong without telling what was read."""
    if not written:
        raise file.wrong(steps, CREDENTIAL_WORDS)
    source, _, name = written.partition(":")
    text = os.environ.get(name, "") if source == "env" else _content(file, steps, name)
    if text.strip().isprintable() and text.strip():
        return text.strip()
    kind = "variable" if source == "env" else "file"
    raise file.wrong(steps, f"the name of a {kind} that holds one line of text")


def _content(file: TomlFile, steps: Steps, name: str) -> str:
    path: Path = file.beside(name)
    try:
        if path.stat().st_mode & _OTHERS:
            raise file.wrong(steps, f"a file closed to others (chmod 600 {path})")
        return path.read_text("utf-8")
    except OSError as error:
        raise file.wrong(steps, f"a file that can be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise file.wrong(steps, "a file of UTF-8 text") from None
