"""The emulated board as a program of its own, spoken to by lines."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from kiosk.adapters.doors.kerong import DRIVER
from kiosk.domain.layout import DoorAddress
from kiosk.ports import Contact, WireSettings
from kiosk.sandbox.boards.bench import Bench
from kiosk.sandbox.boards.serve import emulated, main

DOOR = DoorAddress("main", 0, 3)


class Program:
    """A running emulator: lines in, facts out."""

    def __init__(self, process: Process) -> None:
        self._process = process

    def type(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())

    async def fact(self, **expected: object) -> dict[str, object]:
        """The next line, after all that do not have these values."""
        assert self._process.stdout is not None
        async with asyncio.timeout(10):
            while line := await self._process.stdout.readline():
                fact: dict[str, object] = json.loads(line)
                if expected.items() <= fact.items():
                    return fact
        raise EOFError(expected)


@asynccontextmanager
async def running(*words: str) -> AsyncIterator[Program]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kiosk.sandbox.boards.serve", *words, stdin=PIPE, stdout=PIPE
    )
    try:
        yield Program(process)
    finally:
        process.terminate()
        await process.communicate()


async def test_a_board_on_a_pseudo_terminal_says_what_it_hears_and_obeys_lines() -> None:
    async with running("kerong", "--variant", "cu48", "--pty") as program:
        port = str((await program.fact(ready=True))["pty"])
        board = DRIVER.connect(WireSettings("main", "kerong", "cu48", port, 19200))

        await board.pulse(DOOR)
        heard = await program.fact(does="unlock")
        assert heard == {"frame": "020003610369", "does": "unlock", "board": 0, "channel": 3}
        assert await program.fact(door=3) == {"board": 0, "door": 3, "state": "open"}
        assert await board.read([DOOR]) == {DOOR: Contact(closed=False, occupied=False)}

        program.type("shut 3")
        assert await program.fact(door=3) == {"board": 0, "door": 3, "state": "shut"}
        program.type("occupy 3")
        await program.fact(did="occupy 3")
        assert await board.read([DOOR]) == {DOOR: Contact(closed=True, occupied=True)}
        program.type("open sesame")
        assert await program.fact(error="no door sesame")
        await board.aclose()


async def test_a_board_on_tcp_may_let_its_doors_fall_shut() -> None:
    words = ("--tcp", "127.0.0.1:0", "--auto-shut", "0.01", "--boards", "2")
    async with running("kerong", *words) as program:
        where = (await program.fact(ready=True))["tcp"]
        board = DRIVER.connect(WireSettings("main", "kerong", "cu48", f"tcp://{where}", 19200))
        await board.pulse(DoorAddress("main", 1, 3))
        assert await program.fact(board=1, door=3, state="open")
        assert await program.fact(board=1, door=3, state="shut")
        await board.aclose()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "usage"),
        (["kerong"], "usage"),
        (["kerong", "--pty", "--tcp", "127.0.0.1:0"], "usage"),
        (["kerong", "--pty", "--loud"], "usage"),
        (["nobody", "--pty"], "no emulated board or printer 'nobody'"),
        (["kerong", "--pty", "--variant", "cu1"], "kerong comes as cu48"),
        (["kerong", "--pty", "--boards", "11"], "1 to 10 boards"),
        (["kerong", "--tcp", "127.0.0.1"], "not HOST:PORT"),
    ],
)
def test_a_wrong_call_is_answered_with_a_sentence(words: list[str], complaint: str) -> None:
    assert complaint in str(main(words))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "dance 3",
        "shut",
        "shut 48",
        "shut 1:3",
        "fault",
        "fault loud",
        "fault late x",
        "unplug -1",
    ],
)
async def test_a_line_that_makes_no_sense_is_refused(line: str) -> None:
    async with emulated("kerong") as boards:
        with pytest.raises(ValueError):  # noqa: PT011 - every reason is one
            boards.do(line)


@pytest.mark.parametrize(
    ("frame", "opened"),
    [
        ("020000610366", {(0, 0)}),
        ("020130610397", {(1, channel) for channel in range(48)}),
        ("020A05610375", {(0, 5), (1, 5)}),
        ("02020561036D", set()),
        ("020031610397", set()),
        ("020000610367", set()),
    ],
)
async def test_the_board_obeys_what_a_real_one_would_even_open_all(
    frame: str, opened: set[tuple[int, int]]
) -> None:
    async with emulated("kerong", boards=2) as boards:
        await hear(boards, bytes.fromhex(frame))
        assert {place for place, door in boards.bank.doors.items() if door.open} == opened


async def test_the_board_finds_a_command_in_noise() -> None:
    async with emulated("kerong") as boards:
        await hear(boards, bytes.fromhex("FF0200020000610366"))
        assert [heard.does for heard in boards.frames] == ["noise", "unlock"]


async def hear(boards: Bench, data: bytes) -> None:
    with open(boards.port, "wb", buffering=0) as port:  # noqa: ASYNC230, PTH123 - a terminal
        port.write(data)
        await boards.until(lambda: bool(boards.frames))
