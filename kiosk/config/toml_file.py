"""One of the operator's files: reads it, and says in one sentence what is wrong in it."""

import json
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from kiosk.config.sections import Section
from kiosk.domain.errors import ConfigWrong

Steps = Sequence[str | int]
"""The way to a value: "wire", 0, "port"."""
S = TypeVar("S", bound=Section)

_ABSENT = object()
_STRANGERS = ("extra_forbidden", "unexpected_keyword_argument")
_SECRETS = ("password", "secret")
_WORDS: Mapping[object, str] = {
    float: "a number, in seconds unless its name says otherwise",
    int: "a whole number",
    bool: "true or false",
}


@dataclass(frozen=True)
class TomlFile:
    """A file as it was read; a value is named by the steps that lead to it."""

    path: Path
    raw: Mapping[str, Any]

    def parse(self, model: type[S]) -> S:
        """Check keys and types; raises ConfigWrong."""
        try:
            # Through JSON, strictness is about numbers and words: a list may be a tuple.
            return model.model_validate_json(json.dumps(self.raw, default=str))
        except ValidationError as error:
            raise self._first_problem(model, error) from None

    def wrong(self, steps: Steps, allowed: str) -> ConfigWrong:
        """Say that this value cannot be, and what can."""
        value = self._value(steps)
        stands = "is missing" if value is _ABSENT else f"is {_shown(steps, value)}"
        return self.says(steps, f"{stands}; it must be {allowed}")

    def says(self, steps: Steps, what: str) -> ConfigWrong:
        return ConfigWrong(f"{self.path}: {self._place(steps)} {what}.")

    def beside(self, name: str) -> Path:
        """A path written in this file, seen from where the file lies."""
        return (self.path.parent / name).absolute()

    def _first_problem(self, model: type[Section], error: ValidationError) -> ConfigWrong:
        problems = error.errors(include_url=False)
        # A misspelt key is also a missing one: the spelling is the better advice.
        strangers = [p for p in problems if p["type"] in _STRANGERS]
        return self._problem(model, (strangers or problems)[0], bool(strangers))

    def _problem(self, model: type, problem: ErrorDetails, stranger: bool) -> ConfigWrong:
        steps = problem["loc"]
        section, field = _field(model, steps)
        if stranger:
            return self.says(steps, f"is not known{_advice(str(steps[-1]), _keys(section))}")
        fallback = problem["msg"].replace("Input should be ", "")
        return self.wrong(steps, _allowed(field) or fallback)

    def _value(self, steps: Steps) -> Any:
        value: Any = self.raw
        for step in steps:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return _ABSENT
        return value

    def _place(self, steps: Steps) -> str:
        words = ""
        for end, step in enumerate(steps, 1):
            if isinstance(step, int):
                words += f" {self._numbered(steps[:end])},"
            else:
                words += f"{'' if not words else ' ' if words.endswith(',') else '.'}{step}"
        return words.removesuffix(",")

    def _numbered(self, steps: Steps) -> str:
        """A list's member by its own name where it has one, else counted from 1."""
        member = self._value(steps)
        name = member.get("label", member.get("name")) if isinstance(member, dict) else None
        return _shown((), name) if isinstance(name, str) else str(int(steps[-1]) + 1)


def read(path: Path) -> TomlFile:
    """Read a file; raises ConfigWrong when it is absent or no TOML."""
    try:
        return TomlFile(path, tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        raise ConfigWrong(f"{path}: there is no such file.") from None
    except OSError as error:
        raise ConfigWrong(f"{path}: it cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError as error:
        raise ConfigWrong(f"{path}: byte {error.start + 1} is no UTF-8 text.") from None
    except tomllib.TOMLDecodeError as error:
        line = re.sub(r"^(.*) \(at (.*)\)$", r"\2: this is no TOML: \1", str(error))
        raise ConfigWrong(f"{path}: {line}.") from None


def choice(word: object, known: Collection[str]) -> str:
    """Name what may be chosen, and what was probably meant."""
    names = ", ".join(f'"{name}"' for name in known)
    return names if len(known) == 1 else f"one of {names}{meant(word, known)}"


def meant(word: object, known: Collection[str]) -> str:
    """The known word that this one was probably meant to be, in brackets."""
    close = get_close_matches(str(word), known, 1)
    return f' (did you mean "{close[0]}"?)' if close else ""


def _advice(word: str, known: Collection[str]) -> str:
    return meant(word, known) or f"; known are {', '.join(known)}"


def _keys(section: type | None) -> Collection[str]:
    return getattr(section, "__pydantic_fields__", {}).keys()


def _field(model: type, steps: Steps) -> tuple[type | None, FieldInfo | None]:
    """Walk to the section a value stands in, and to its field there."""
    section: type | None = model
    holder, field = section, None
    for step in steps:
        if isinstance(step, str) and section is not None:
            holder, field = section, getattr(section, "__pydantic_fields__", {}).get(step)
            section = _section_in(field.annotation) if field is not None else None
    return holder, field


def _section_in(annotation: object) -> type | None:
    if hasattr(annotation, "__pydantic_fields__"):
        return annotation if isinstance(annotation, type) else None
    return next(filter(None, map(_section_in, get_args(annotation))), None)


def _allowed(field: FieldInfo | None) -> str | None:
    if field is None or field.description is not None:
        return field.description if field is not None else None
    if get_origin(field.annotation) is Literal:
        return choice("", get_args(field.annotation))
    return _WORDS.get(field.annotation)


def _shown(steps: Steps, value: object) -> str:
    """The value as it stands in the file; what could be a secret is kept back."""
    secret = steps and steps[-1] in _SECRETS
    keyed = tuple(steps[:1]) in {("cloud",), ("service",)}
    secret = secret or (keyed and str(steps[-1]).endswith("key"))
    if secret and not str(value).startswith(("env:", "file:")):
        return "something not shown here"
    if isinstance(value, dict):
        return "a table"
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = re.sub(r"//[^/@]*@", "//…@", text)
    return text if len(text) <= 80 else text[:79] + "…"
