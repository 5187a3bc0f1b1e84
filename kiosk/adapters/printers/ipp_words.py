"""IPP/1.1 messages as bytes (RFC 8010) with the few attributes a label needs (RFC 8011)."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

PRINT_JOB, CANCEL_JOB, GET_JOB, GET_JOBS, GET_PRINTER = 0x0002, 0x0008, 0x0009, 0x000A, 0x000B
_OPERATION, _JOB, _END = 0x01, 0x02, 0x03
INTEGER, BOOLEAN, ENUM = 0x21, 0x22, 0x23
TEXT, NAME, KEYWORD, URI, CHARSET, LANGUAGE, MIME = 0x41, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
MOST_VALUES = 2000

Value = str | int


class NoIpp(Exception):
    """What came is no IPP answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of an answer, and all its attributes by name."""

    status: int
    attributes: Mapping[str, Sequence[Value]]
    jobs: Sequence[Mapping[str, Value]] = ()
    """The first value of each attribute, job by job."""

    @property
    def ok(self) -> bool:
        """Whether it was taken (RFC 8011, 4.1.6.1: below 0x0100)."""
        return self.status < 0x0100

    def number(self, name: str) -> int | None:
        found = self.attributes.get(name, ())
        return found[0] if found and isinstance(found[0], int) else None

    def words(self, name: str) -> frozenset[str]:
        return frozenset(v for v in self.attributes.get(name, ()) if isinstance(v, str))


def request(operation: int, number: int, printer: str, *rest: tuple[int, str, Value]) -> bytes:
    """A request with the operation attributes every one begins with, and these."""
    fixed: tuple[tuple[int, str, Value], ...] = (
        (CHARSET, "attributes-charset", "utf-8"),
        (LANGUAGE, "attributes-natural-language", "en"),
        (URI, "printer-uri", printer),
    )
    head = struct.pack(">BBHI", 1, 1, operation, number)
    body = b"".join(_attribute(*one) for one in (*fixed, *rest))
    return head + bytes((_OPERATION,)) + body + bytes((_END,))


def answer(data: bytes, number: int) -> Answer:
    """Read the answer to the request of that number. Raises NoIpp."""
    found: dict[str, list[Value]] = {}
    jobs: dict[int, dict[str, Value]] = {}
    try:
        _, _, status, answered = struct.unpack_from(">BBHI", data)
        for group, tag, name, value in _values(data):
            found.setdefault(name, []).append(value)
            if tag == _JOB:
                jobs.setdefault(group, {}).setdefault(name, value)
    except (struct.error, UnicodeDecodeError) as error:
        raise NoIpp("this is no IPP") from error
    if answered != number:
        raise NoIpp("this answers another question")
    return Answer(status, found, tuple(jobs.values()))


def _attribute(tag: int, name: str, value: Value) -> bytes:
    key = name.encode("ascii")
    said = struct.pack(">i", value) if isinstance(value, int) else value.encode("utf-8")
    return struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(said)) + said


def _values(data: bytes) -> Iterator[tuple[int, int, str, Value]]:
    """Number and kind of the group, name, value."""
    at, name, count = 8, "", 0
    group = kind = 0
    while at < len(data) and data[at] != _END:
        tag = data[at]
        at += 1
        if tag < 0x10:  # the next group begins
            group, kind, name = group + 1, tag, ""
            continue
        key, at = _field(data, at)
        raw, at = _field(data, at)
        # A further value of the same attribute has no name of its own.
        name = key.decode("ascii") if key else name
        count += 1
        if count > MOST_VALUES:
            raise NoIpp("the answer is endless")
        if tag in (INTEGER, ENUM) and len(raw) == 4:
            yield group, kind, name, struct.unpack(">i", raw)[0]
        elif TEXT <= tag <= MIME:
            yield group, kind, name, raw.decode("utf-8")
    if at >= len(data):
        raise NoIpp("the answer is cut off")


def _field(data: bytes, at: int) -> tuple[bytes, int]:
    """Bytes behind their length, and where the next begins."""
    (length,) = struct.unpack_from(">H", data, at)
    ends = at + 2 + length
    if ends > len(data):
        raise NoIpp("the answer is cut off")
    return data[at + 2 : ends], ends
