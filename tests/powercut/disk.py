"""What a disk holds after a power cut at any moment of a recorded life.

Not modelled: names of files that are lost or come back (they last as they are made), and disks
that lie about having flushed.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

HEAD = struct.Struct("<cHqI")
SECTOR = 512
KEPT, GARBLED = 0.5, 0.6
"""Of the sectors on their way half arrive, and a tenth arrives as rubbish."""


@dataclass(frozen=True, slots=True)
class Op:
    """One recorded operation: O pen, W rite, T runcate, S ync, U nlink, R ename, L ock, M ark."""

    what: str
    path: str
    offset: int
    data: bytes


def operations(trace: Path) -> Iterator[Op]:
    """Read the recorder's trace."""
    recorded, at = trace.read_bytes(), 0
    while at < len(recorded):
        what, path, offset, size = HEAD.unpack_from(recorded, at)
        start = at + HEAD.size
        data, at = start + path, start + path + size
        yield Op(what.decode(), recorded[start:data].decode(), offset, recorded[data:at])


class Cut(Enum):
    """What becomes of the writes no flush has covered."""

    NONE = "all are lost"
    ALL = "all arrive: only the program was killed"
    TORN = "some sectors arrive, some do not, some as rubbish"


@dataclass(slots=True)
class File:
    """What surely lasts, what a living program reads, and the writes between the two."""

    durable: bytearray = field(default_factory=bytearray)
    newest: bytearray = field(default_factory=bytearray)
    pending: list[Op] = field(default_factory=list)

    def take(self, op: Op) -> None:
        _apply(self.newest, op.what, op.offset, op.data)
        self.pending.append(op)

    def flush(self) -> None:
        if self.pending:
            self.durable = bytearray(self.newest)
            self.pending.clear()

    def after(self, cut: Cut, chance: random.Random) -> bytes:
        if cut is Cut.NONE or not self.pending:
            return bytes(self.durable)
        return bytes(self.newest) if cut is Cut.ALL else self._torn(chance)

    def _torn(self, chance: random.Random) -> bytes:
        content = bytearray(self.durable)
        for op in self.pending:
            for offset, sector in _sectors(op):
                fate = chance.random()
                if fate < KEPT:
                    _apply(content, op.what, offset, sector)
                elif fate < GARBLED and op.what == "W":
                    _apply(content, op.what, offset, chance.randbytes(len(sector)))
        return bytes(content)


class Disk:
    """All files of the recorded program."""

    def __init__(self) -> None:
        self.files: dict[str, File] = {}
        self.version = 0
        """Grows with every write."""
        self.flushes = 0
        """Grows whenever something becomes sure to last, in content or name."""

    def take(self, op: Op) -> None:
        file = self.files.get(op.path)
        match op.what:
            case "O":
                self.files.setdefault(op.path, File())
            case "W" | "T" if file is not None:
                file.take(op)
                self.version += 1
            case "S" if file is not None:
                file.flush()
                self.flushes += 1
            case "U" if file is not None:
                del self.files[op.path]
                self.flushes += 1
            case "R" if file is not None:
                self.files[op.data.decode()] = self.files.pop(op.path)
                self.flushes += 1
            case "S" | "U":
                pass  # a folder; or it was not there
            case _:
                raise ValueError(f"{op.what} for a file that was never opened: {op.path}")

    @property
    def at_rest(self) -> bool:
        """Whether every cut leaves the same."""
        return not any(file.pending for file in self.files.values())

    def after(self, cut: Cut, chance: random.Random) -> dict[str, bytes]:
        """The content of every file when the power comes back."""
        return {path: file.after(cut, chance) for path, file in self.files.items()}


def _sectors(op: Op) -> Iterator[tuple[int, bytes]]:
    if op.what == "T":
        yield op.offset, b""
    start = 0
    while start < len(op.data):
        end = start + SECTOR - (op.offset + start) % SECTOR
        yield op.offset + start, op.data[start:end]
        start = end


def _apply(content: bytearray, what: str, offset: int, data: bytes) -> None:
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    if what == "T":
        del content[offset:]
    else:
        content[offset : offset + len(data)] = data
