"""A list of reservations as text: every line is checked, every bad one is named."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from typing import Any

from kiosk.domain import codes
from kiosk.domain.layout import Layout, Owner, UnknownDoor
from kiosk.domain.model import Kind
from kiosk.services.local import NotPossible

COLUMNS = (
    "ref", "kind", "size", "compartment", "name", "phone", "email", "language", "expires", "code",
)  # fmt: skip
MOST_LINES = 5_000
MOST_BYTES = 1_000_000

_PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{2,24}")
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a line is held against."""

    layout: Layout
    short_code_alone: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One reservation that is asked for."""

    number: int = field(compare=False)
    ref: str
    kind: Kind
    size: str | None
    compartment: str | None
    name: str | None = field(repr=False)
    phone: str | None = field(repr=False)
    email: str | None = field(repr=False)
    language: str | None
    expires: datetime | None
    code: str | None = field(repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Bad:
    """A line that cannot be taken, counted from 1, and why."""

    line: int
    reason: str


def parse(text: str, terms: Terms) -> tuple[list[Line], list[Bad]]:
    """The good lines and the bad ones. Raises NotPossible for what is no such list at all."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise NotPossible(f"the list is longer than {MOST_BYTES // 1_000_000} MB")
    good: list[Line] = []
    bad: list[Bad] = []
    rows = _rows(text)
    columns = _header(next(rows, (1, []))[1])
    for count, (number, row) in enumerate(rows, 1):
        if count > MOST_LINES:
            raise NotPossible(f"the list has more than {MOST_LINES} lines; divide it")
        line = _line(number, columns, row, terms)
        if isinstance(line, Line):
            good.append(line)
        else:
            bad.append(line)
    return good, bad


def moment(text: str) -> datetime:
    """A time with its zone. Raises NotPossible."""
    try:
        time = datetime.fromisoformat(text)
    except ValueError as error:
        raise NotPossible(f"expires {text[:40]!r} is no ISO 8601 time") from error
    if time.tzinfo is None:
        raise NotPossible(f"expires {text[:40]!r} names no time zone")
    return time


def checked_ref(text: str) -> str:
    """The operator's own name for a reservation. Raises NotPossible."""
    if not 0 < len(text) <= 64 or not text.isprintable():
        raise NotPossible("ref must be 1 to 64 printable characters")
    return text


def _rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Every row that is not blank, with the line of the file it starts in."""
    reader = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    number = 1
    try:
        for row in reader:
            if any(value.strip() for value in row):
                yield number, [value.strip() for value in row]
            number = reader.line_num + 1
    except csv.Error as error:
        raise NotPossible(f"line {number}: this is no CSV ({error})") from error


def _header(row: Sequence[str]) -> Sequence[str]:
    columns = [name.lower() for name in row]
    wanted = set(COLUMNS)
    if len(set(columns)) != len(columns) or set(columns) not in (wanted, wanted - {"code"}):
        raise NotPossible(f"line 1 must name the columns, with commas: {','.join(COLUMNS)}")
    return columns


def _line(number: int, columns: Sequence[str], row: Sequence[str], terms: Terms) -> Line | Bad:
    if len(row) != len(columns):
        return Bad(number, f"it has {len(row)} values for {len(columns)} columns")
    values: dict[str, Any] = {"code": None}
    reasons = []
    for column, value in zip(columns, row, strict=True):
        try:
            needed = column in ("ref", "kind")
            values[column] = CHECKS[column](value, terms) if value or needed else None
        except NotPossible as error:
            reasons.append(str(error))
    if reasons:
        return Bad(number, "; ".join(reasons))
    return Line(number, **values)


def checked_kind(text: str) -> Kind:
    """What a reservation is for. Raises NotPossible."""
    try:
        return Kind(text)
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in Kind)
        raise NotPossible(f"kind {text[:20]!r} is none of {kinds}") from error


def _size(text: str, terms: Terms) -> str:
    if text not in terms.layout.sizes:
        raise NotPossible(f"size {text[:20]!r} is none of {', '.join(terms.layout.sizes)}")
    return text


def _compartment(text: str, terms: Terms) -> str:
    try:
        owner = terms.layout.compartment(text).owner
    except UnknownDoor as error:
        raise NotPossible(f"there is no compartment {text[:20]!r}") from error
    if owner is not Owner.LOCAL:
        raise NotPossible(f"compartment {text!r} is given away by the cloud")
    return text


def _matching(column: str, pattern: re.Pattern[str], wanted: str, text: str) -> str:
    # The value itself is never said: it may be somebody's.
    if not pattern.fullmatch(text):
        raise NotPossible(f"{column} must be {wanted}")
    return text


def checked_name(text: str) -> str:
    """Whom a parcel is for. Raises NotPossible."""
    if len(text) > 80 or not text.isprintable():
        raise NotPossible("name must be at most 80 printable characters")
    return text


def checked_phone(text: str) -> str:
    """A telephone number with a datum in it. Raises NotPossible."""
    number = _matching("phone", _PHONE, "a number like +49 170 1234567", text)
    if sum(sign.isdigit() for sign in number) < codes.DATUM:
        raise NotPossible(f"phone must have at least {codes.DATUM} digits")
    return number


def checked_email(text: str) -> str:
    """Raises NotPossible."""
    return _matching("email", _EMAIL, "an address like name@example.org", text)


def checked_language(text: str) -> str:
    """Raises NotPossible."""
    return _matching("language", _LANGUAGE, 'a tag like "en" or "pt-BR"', text)


def _code(text: str, terms: Terms) -> str:
    typed = codes.parse_typed(text)
    if not isinstance(typed, codes.TypedCode):
        raise NotPossible("code must be at most 32 letters and digits")
    if typed.short and not terms.short_code_alone:
        raise NotPossible(f"code is shorter than {codes.SHORT} characters: it would open nothing")
    if typed.mistyped:
        raise NotPossible("code has 9 digits, but the last is not their check digit")
    return typed.text


CHECKS: Mapping[str, Callable[[str, Terms], object]] = {
    "ref": lambda text, _terms: checked_ref(text),
    "kind": lambda text, _terms: checked_kind(text),
    "size": _size,
    "compartment": _compartment,
    "name": lambda text, _terms: checked_name(text),
    "phone": lambda text, _terms: checked_phone(text),
    "email": lambda text, _terms: checked_email(text),
    "language": lambda text, _terms: checked_language(text),
    "expires": lambda text, _terms: moment(text),
    "code": _code,
}
