"""The wire under the lock boards when the far end is rude, gone, or somebody else's."""

import asyncio
import os
import pty
import socket
import tty
from collections.abc import Iterator
from contextlib import closing

import pytest
import serial

from kiosk.adapters.doors.wire import Timing, Wire
from kiosk.domain.errors import BoardGarbled, BoardSilent, ConfigWrong, WireGone
from kiosk.sandbox.boards.bench import Bench
from kiosk.sandbox.boards.serve import emulated

HURRIED = Timing(patience=0.1, quiet=0.1, rest=0.01)
QUESTION = bytes.fromhex("020000600365")
UNLOCK = bytes.fromhex("020000610366")


def anything(heard: bytes) -> bytes | None:
    return heard or None


def never(heard: bytes) -> bytes | None:
    return None


def eighteen(heard: bytes) -> bytes | None:
    if len(heard) > 18:
        raise BoardGarbled(heard.hex())
    return heard if len(heard) == 18 else None


class FarEnd:
    """A pseudo-terminal with nobody behind it."""

    def __init__(self) -> None:
        self.near, self.far = pty.openpty()
        tty.setraw(self.far)
        self.port = os.ttyname(self.far)
        self.plugged = True

    def unplug(self) -> None:
        if self.plugged:
            os.close(self.near)
            os.close(self.far)
            self.plugged = False


@pytest.fixture
def far_end() -> Iterator[FarEnd]:
    end = FarEnd()
    yield end
    end.unplug()


def wire_to(port: str) -> Wire:
    return Wire(port, 19200, HURRIED)


async def test_a_port_that_is_not_there_is_gone() -> None:
    wire = wire_to("/dev/tty-of-nobody")
    with pytest.raises(WireGone, match="tty-of-nobody"):
        await wire.tell(UNLOCK)
    with pytest.raises(WireGone, match="tty-of-nobody"):
        await wire.ask(QUESTION, anything)


async def test_a_refused_connection_is_gone() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port = server.getsockname()[1]
    with pytest.raises(WireGone, match="refused"):
        await wire_to(f"tcp://127.0.0.1:{port}").ask(QUESTION, anything)


@pytest.mark.parametrize("port", ["", "tcp://", "tcp://host", "tcp://:5000", "tcp://host:70000"])
def test_a_port_that_cannot_be_is_a_mistake_of_configuration(port: str) -> None:
    with pytest.raises(ConfigWrong, match="port"):
        wire_to(port)


async def test_a_serial_adapter_pulled_out_while_asking_is_gone(far_end: FarEnd) -> None:
    wire = wire_to(far_end.port)
    asking = asyncio.create_task(wire.ask(QUESTION, anything))
    await asyncio.to_thread(os.read, far_end.near, len(QUESTION))
    far_end.unplug()
    with pytest.raises(WireGone):
        await asking
    with pytest.raises(WireGone):
        await wire.tell(UNLOCK)
    await wire.aclose()


async def test_a_serial_adapter_pulled_out_while_idle_is_gone(far_end: FarEnd) -> None:
    wire = wire_to(far_end.port)
    await wire.tell(UNLOCK)
    far_end.unplug()
    with pytest.raises(WireGone):
        await wire.tell(UNLOCK)
    await wire.aclose()


async def test_a_port_another_program_holds_is_gone(far_end: FarEnd) -> None:
    wire = wire_to(far_end.port)
    with serial.Serial(far_end.port, exclusive=True), pytest.raises(WireGone):
        await wire.tell(UNLOCK)
    await wire.tell(UNLOCK)
    await wire.aclose()


async def test_a_line_that_takes_no_more_bytes_is_gone_and_not_waited_for(far_end: FarEnd) -> None:
    wire = wire_to(far_end.port)
    with pytest.raises(WireGone):
        await wire.tell(UNLOCK * 100_000)
    await wire.aclose()


async def test_a_board_that_talks_without_end_is_garbled(far_end: FarEnd) -> None:
    loop = asyncio.get_running_loop()
    os.set_blocking(far_end.near, False)
    loop.add_reader(far_end.near, lambda: os.write(far_end.near, os.read(far_end.near, 64) * 50))
    wire = wire_to(far_end.port)
    with pytest.raises(BoardGarbled, match="bytes and no answer"):
        await wire.ask(QUESTION, never)
    loop.remove_reader(far_end.near)
    await wire.aclose()


async def test_bytes_that_came_unasked_are_not_part_of_an_answer(far_end: FarEnd) -> None:
    wire = wire_to(far_end.port)
    await wire.tell(UNLOCK)
    os.write(far_end.near, b"done")
    os.read(far_end.near, len(UNLOCK))
    asking = asyncio.create_task(wire.ask(QUESTION, anything))
    assert await asyncio.to_thread(os.read, far_end.near, 64) == QUESTION
    os.write(far_end.near, b"answer")
    assert await asking == b"answer"
    await wire.aclose()


@pytest.mark.parametrize("fault", ["cut", "twice"])
async def test_half_and_double_answers_are_asked_again_three_times(fault: str) -> None:
    async with emulated("kerong") as boards:
        boards.do(f"fault {fault}")
        wire = wire_to(boards.port)
        with pytest.raises(BoardGarbled):
            await wire.ask(QUESTION, eighteen)
        assert [heard.frame for heard in boards.frames] == [QUESTION] * 3
        await wire.aclose()


async def test_after_silence_the_line_is_opened_anew() -> None:
    connections: list[asyncio.BaseTransport] = []

    class Deaf(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            connections.append(transport)

    server = await asyncio.get_running_loop().create_server(Deaf, "127.0.0.1", 0)
    async with server:
        wire = wire_to(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        with pytest.raises(BoardSilent):
            await wire.ask(QUESTION, anything)
        assert len(connections) == 3
        await wire.aclose()


async def test_the_board_has_its_rest_after_a_pulse_and_a_breath_after_an_answer() -> None:
    loop = asyncio.get_running_loop()
    async with emulated("kerong") as boards:
        wire = Wire(boards.port, 19200, Timing(rest=0.08, turnaround=0.04))
        await wire.tell(UNLOCK)
        told = loop.time()
        await wire.ask(QUESTION, eighteen)
        answered = loop.time()
        await wire.ask(QUESTION, eighteen)
        assert answered - told >= 0.075
        assert loop.time() - answered >= 0.035
        await wire.aclose()


async def test_a_question_that_may_not_be_repeated_is_not() -> None:
    async with emulated("kerong") as boards:
        boards.do("fault silent")
        wire = wire_to(boards.port)
        with pytest.raises(BoardSilent):
            await wire.ask(QUESTION, eighteen, retries=0)
        assert [heard.frame for heard in boards.frames] == [QUESTION]
        await wire.aclose()


async def test_a_dropped_connection_is_noticed_before_a_pulse_and_the_pulse_arrives_once() -> None:
    async with emulated("kerong", tcp="127.0.0.1:0") as boards:
        wire = wire_to(boards.port)
        await wire.ask(QUESTION, eighteen)
        await replugged(boards)
        await wire.tell(UNLOCK)
        await boards.until(lambda: len(boards.frames) == 2)
        assert [heard.frame for heard in boards.frames] == [QUESTION, UNLOCK]
        await wire.aclose()


async def replugged(boards: Bench) -> None:
    boards.do("unplug 0")
    await boards.until(lambda: boards.plugged)
