"""Kerong lock boards as they behave on the wire, written from the captures, not from our driver.

A CU48 command is 02, address, lock, command, 03 and the sum of those five bytes. Lock 0x30 is all
locks and address 0x0A all boards: a real board obeys both, so this one does, and a driver that
ever sends them is found out.
"""

from collections.abc import Iterator
from types import MappingProxyType

from kiosk.ports import Numbering
from kiosk.sandbox.boards.bank import Bank
from kiosk.sandbox.boards.bench import Heard

LENGTH = 6
ALL_LOCKS = 0x30
ALL_BOARDS = 0x0A
STATUS = 0x60
UNLOCK = 0x61


class Cu48:
    """CU48 boards on one bus: they unlock without a word and answer when asked for their state."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._pending = b""

    def hear(self, data: bytes) -> Iterator[Heard]:
        """Obey every whole command; what is none is noise."""
        self._pending += data
        while self._pending:
            start = _first_command(self._pending)
            if start > 0:
                yield Heard(self._pending[:start], "noise")
            command = self._pending[start : start + LENGTH]
            if len(command) < LENGTH:
                self._pending = command
                return
            self._pending = self._pending[start + LENGTH :]
            yield self._obey(command)

    def _obey(self, command: bytes) -> Heard:
        address, lock, order = command[1:4]
        if order == UNLOCK:
            return self._unlock(command, address, lock)
        if order == STATUS:
            # How a bus answers a question to all boards is not known: this one keeps silent.
            answer = self._state(address) if address in self._bank.boards else b""
            return Heard(command, "status", address, answer=answer)
        return Heard(command, "unknown", address)

    def _unlock(self, command: bytes, address: int, lock: int) -> Heard:
        boards = self._bank.boards if address == ALL_BOARDS else range(address, address + 1)
        locks = self._bank.channels if lock == ALL_LOCKS else range(lock, lock + 1)
        hit = tuple((b, c) for b, c in self._bank.doors if b in boards and c in locks)
        if address == ALL_BOARDS or lock == ALL_LOCKS:
            return Heard(command, "unlock all", address, pulses=hit)
        return Heard(command, "unlock" if hit else "nothing", address, lock, pulses=hit)

    def _state(self, board: int) -> bytes:
        doors = [self._bank.doors[board, channel] for channel in self._bank.channels]
        shut = sum(door.senses_shut << bit for bit, door in enumerate(doors))
        occupied = sum(door.occupied << bit for bit, door in enumerate(doors))
        head = bytes([0x02, board, 0x00, 0x75])
        answer = head + shut.to_bytes(6, "little") + occupied.to_bytes(6, "little") + b"\x03"
        return answer + bytes([sum(answer) % 256])


class Kerong:
    """Makes emulated Kerong boards, by variant."""

    variants = MappingProxyType({"cu48": Numbering(boards=range(10), channels=range(48))})

    def listen(self, variant: str, bank: Bank) -> Cu48:
        return {"cu48": Cu48}[variant](bank)


EMULATOR = Kerong()


def _first_command(data: bytes) -> int:
    """Where the first command starts, or what may still become one; else the end."""
    for start in range(len(data)):
        piece = data[start : start + LENGTH]
        if piece[0] != 0x02:
            continue
        if len(piece) < LENGTH or (piece[4] == 0x03 and piece[5] == sum(piece[:5]) % 256):
            return start
    return len(data)
