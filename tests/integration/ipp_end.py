"""Debian's ippeveprinter as the printer at the other end, on a message bus of its own."""

import asyncio
import os
import shutil
import socket
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

PROGRAM = "ippeveprinter"


@asynccontextmanager
async def ippeve(spool: Path, *words: str) -> AsyncIterator[str]:
    """Its address; every document it takes stays in ``spool``."""
    program = shutil.which(PROGRAM) or shutil.which(PROGRAM, path="/usr/sbin")
    daemon = shutil.which("dbus-daemon")
    if program is None or daemon is None:
        pytest.skip("Debian's packages cups-ipp-utils and dbus-daemon are not installed")
    bus = await asyncio.create_subprocess_exec(
        daemon, "--session", "--nofork", "--print-address=1", stdout=PIPE, stderr=DEVNULL
    )
    try:
        async with asyncio.timeout(10):
            address = (await _out(bus)).decode().strip()
        port = _free_port()
        printer = await asyncio.create_subprocess_exec(
            program,
            *("-p", str(port), "-d", str(spool), "-k", "-r", "off"),
            # Without a command it sleeps for five seconds and more.
            *("-c", "/bin/true", *words, "kiosk"),
            env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address},
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        try:
            await _listening(printer, port)
            yield f"ipp://localhost:{port}/ipp/print"
        finally:
            await _ended(printer)
    finally:
        await _ended(bus)


async def _out(process: Process) -> bytes:
    assert process.stdout is not None
    return await process.stdout.readline()


async def _ended(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()


async def _listening(printer: Process, port: int) -> None:
    async with asyncio.timeout(10):
        while printer.returncode is None:
            try:
                _, writer = await asyncio.open_connection("localhost", port)
            except OSError:
                await asyncio.sleep(0.02)
                continue
            writer.close()
            return
    raise RuntimeError(f"{PROGRAM} did not start")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
