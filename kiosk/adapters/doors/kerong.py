"""Kerong lock boards, on RS-485 or behind Kerong's transparent TCP base unit.

CU48 as in the questions and answers captured by AshurkovAV/KerongConsole. The board never speaks
unasked and does not answer an unlock.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Protocol

from kiosk.adapters.doors.wire import USUAL, Timing, Wire
from kiosk.domain.errors import BoardGarbled, ConfigWrong
from kiosk.domain.layout import DoorAddress
from kiosk.ports import Contact, LockBoard, Numbering, WireSettings

STX = 0x02
ETX = 0x03


def checksum(frame: bytes) -> int:
    """The makers' sum: it sees any one wrong bit, but not two that cancel each other out."""
    return sum(frame) & 0xFF


class Codec(Protocol):
    """How one variant of the board puts commands and answers into bytes."""

    numbering: Numbering

    def unlock(self, board: int, channel: int) -> bytes:
        """The command that fires one lock; raises ValueError for any number but a single lock's."""

    def question(self, board: int) -> bytes:
        """The question for all contacts of one board; raises ValueError for any other number."""

    def contacts(self, heard: bytes, board: int) -> Sequence[Contact] | None:
        """The answer by channel, None while more must come. Raises BoardGarbled."""


class Cu48:
    """48 locks a board: commands of 6 bytes, answers of 18."""

    # Lock 0x30 means all locks and board 0x0A all boards, so the numbers stop short of them.
    numbering = Numbering(boards=range(0x0A), channels=range(0x30))

    def unlock(self, board: int, channel: int) -> bytes:
        if board not in self.numbering.boards or channel not in self.numbering.channels:
            raise ValueError(f"no single lock: board {board}, channel {channel}")
        return _framed(STX, board, channel, 0x61, ETX)

    def question(self, board: int) -> bytes:
        if board not in self.numbering.boards:
            raise ValueError(f"no single board: {board}")
        return _framed(STX, board, 0x00, 0x60, ETX)

    def contacts(self, heard: bytes, board: int) -> Sequence[Contact] | None:
        # Junk before the header is normal on these buses (line noise, the echo of an unlock).
        header = bytes((STX, board, 0x00, 0x75))
        start = heard.find(header)
        while start >= 0:
            frame, rest = heard[start : start + 18], heard[start + 18 :]
            if len(frame) < 18:
                return None
            if frame[16] == ETX and frame[17] == checksum(frame[:17]):
                if rest:
                    raise BoardGarbled(f"bytes after the answer: {heard.hex()}")
                bits = zip(_bits(frame[4:10]), _bits(frame[10:16]), strict=True)
                return tuple(Contact(closed, occupied) for closed, occupied in bits)
            start = heard.find(header, start + 1)
        if header in heard:
            raise BoardGarbled(f"wrong sum or end: {heard.hex()}")
        return None


CODECS: Mapping[str, Codec] = MappingProxyType({"cu48": Cu48()})


class KerongBoard:
    """The boards of one variant on one wire."""

    def __init__(self, name: str, codec: Codec, wire: Wire) -> None:
        self._name = name
        self._codec = codec
        self._wire = wire

    async def pulse(self, door: DoorAddress) -> None:
        self._require_ours(door)
        await self._wire.tell(self._codec.unlock(door.board, door.channel))

    async def read(self, doors: Collection[DoorAddress]) -> Mapping[DoorAddress, Contact]:
        for door in doors:
            self._require_ours(door)
        readings: dict[DoorAddress, Contact] = {}
        for board in sorted({door.board for door in doors}):
            question = self._codec.question(board)
            contacts = await self._wire.ask(question, partial(self._codec.contacts, board=board))
            readings |= {door: contacts[door.channel] for door in doors if door.board == board}
        return readings

    async def aclose(self) -> None:
        await self._wire.aclose()

    def _require_ours(self, door: DoorAddress) -> None:
        numbering = self._codec.numbering
        known = door.board in numbering.boards and door.channel in numbering.channels
        if door.wire != self._name or not known:
            raise ValueError(f"no door of wire {self._name}: {door}")


class KerongDriver:
    """Makes Kerong boards."""

    variants: Mapping[str, Numbering] = MappingProxyType(
        {name: codec.numbering for name, codec in CODECS.items()}
    )
    baud = 19200

    def __init__(self, timing: Timing = USUAL) -> None:
        self._timing = timing

    def connect(self, wire: WireSettings) -> LockBoard:
        if wire.variant not in CODECS:
            raise ConfigWrong(f"Kerong boards come as {', '.join(CODECS)}, not {wire.variant!r}.")
        return KerongBoard(
            wire.name, CODECS[wire.variant], Wire(wire.port, wire.baud, self._timing)
        )


DRIVER = KerongDriver()


def _framed(*body: int) -> bytes:
    return bytes((*body, checksum(bytes(body))))


def _bits(data: bytes) -> list[bool]:
    """Least significant bit first."""
    return [bool(byte >> bit & 1) for byte in data for bit in range(8)]
