"""IPP/1.1 messages as bytes (RFC 8010) with the few attributes a label needs (RFC 8011)."""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

PRINT_JOB, CANCEL_JOB, GET_JOB, GET_PRINTER = 0x0002, 0x0008, 0x0009, 0x000B
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


def answer(data: bytes) -> Answer:
    """Read an answer. Raises NoIpp."""
    try:
        _, _, status, _ = struct.unpack_from(">BBHI", data)
        found: dict[str, list[Value]] = {}
        for name, value in _values(data):
            found.setdefault(name, []).append(value)
    except (struct.error, UnicodeDecodeError) as error:
        raise NoIpp("this is no IPP") from error
    return Answer(status, found)


def _attribute(tag: int, name: str, value: Value) -> bytes:
    key = name.encode("ascii")
    said = struct.pack(">i", value) if isinstance(value, int) else value.encode("utf-8")
    return struct.pack(">BH", tag, len(key)) + key + struct.pack(">H", len(said)) + said


def _values(data: bytes) -> Iterator[tuple[str, Value]]:
    at, name, count = 8, "", 0
    while at < len(data) and data[at] != _END:
        tag = data[at]
        at += 1
        if tag < 0x10:  # the next group begins
            continue
        (length,) = struct.unpack_from(">H", data, at)
        at += 2
        # A further value of the same attribute has no name of its own.
        name = data[at : at + length].decode("ascii") if length else name
        at += length
        (length,) = struct.unpack_from(">H", data, at)
        at += 2
        raw = data[at : at + length]
        at += length
        count += 1
        if len(raw) != length or count > MOST_VALUES:
            raise NoIpp("the answer is cut off, or endless")
        if tag in (INTEGER, ENUM) and length == 4:
            yield name, struct.unpack(">i", raw)[0]
        elif TEXT <= tag <= MIME:
            yield name, raw.decode("utf-8")
