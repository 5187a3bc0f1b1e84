"""A sandbox cloud starts, says where it is, and ends in good order."""

import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.kioskforce import create
from kiosk.sandbox.clouds.listening import SandboxServer
from kiosk.sandbox.clouds.serve import main, running, sandbox

MACHINE = "/api/delivery/external/v1/machines/{}"
COMMAND = [sys.executable, "-m", "kiosk.sandbox.clouds.serve", "kioskforce", "--port", "0"]
OPTIONS = ["--key", "secret", "--machine-id", "m-1", "--cells", "B1,B2", "--door", "vendor"]


@contextmanager
def command(*options: str) -> Iterator[subprocess.Popen]:
    with subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="module")
def processes():
    with command() as plain, command(*OPTIONS) as chosen:  # both at once: each takes its time
        yield plain, chosen


def test_the_command_prints_one_line_serves_and_ends_with_0_on_sigterm(processes):
    _, process = processes
    ready = json.loads(process.stdout.readline())
    assert ready.keys() == {"ready", "url"}
    with httpx.Client(base_url=ready["url"], headers={"X-API-Key": "secret"}) as cloud:
        assert cloud.get(MACHINE.format("m-1")).json()["machine"]["machine_id"] == "m-1"
        doors = cloud.get("/_sandbox/doors").json()
        assert [door["name"] for door in doors] == ["B1", "B2"]
        assert cloud.post("/_sandbox/doors/B1/shut").status_code == 200
    process.send_signal(signal.SIGTERM)
    assert (process.stdout.read(), process.wait()) == ("", 0)


def test_the_command_ends_with_0_on_sigint_while_a_call_is_silent(processes):
    process, _ = processes
    url = json.loads(process.stdout.readline())["url"]
    address = url.removeprefix("http://").split(":")
    with (
        httpx.Client(base_url=url) as cloud,
        socket.create_connection((address[0], int(address[1]))) as silent,
    ):
        cloud.post("/_sandbox/faults", json=[{"silence": 600}])
        silent.sendall(f"GET {MACHINE} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert any(cloud.get("/_sandbox/calls").json() for _ in range(1000))
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0


def test_a_sandbox_may_be_stopped_and_started_again_with_its_memory():
    app = create()
    with running(app) as url:
        assert url.startswith("http://127.0.0.1:")
        port = int(url.rsplit(":", 1)[1])
        httpx.post(f"{url}/_sandbox/reservations", json={"reservation_id": "res_1"})
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{url}/_sandbox/reservations")
    with running(app, port=port) as again:
        assert again == url
        (kept,) = httpx.get(f"{url}/_sandbox/reservations").json()
        assert kept["reservation_id"] == "res_1"


async def test_whoever_calls_in_the_moment_it_ends_is_cut_off():
    server = SandboxServer(create(), 0, lambda _url: None)
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup([server.socket])
    with socket.create_connection(server.socket.getsockname()) as caller:
        for _ in range(2):
            await asyncio.sleep(0)  # accepted, and no connection yet
        await server.shutdown([server.socket])
        caller.settimeout(0)
        assert caller.recv(1) == b""


def test_an_unknown_sandbox_is_named_in_a_sentence(capsys):
    with pytest.raises(ConfigWrong, match="no sandbox cloud called 'nobody'"):
        sandbox("nobody")
    assert main(["nobody"]) == 2
    assert "nobody" in capsys.readouterr().err


def test_a_taken_port_is_named_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ConfigWrong, match=f"port {port}"), running(create(), port=port):
            pass


async def test_the_page_for_integrators_names_every_operation_and_fetches_nothing():
    app = create()
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
        page = (await client.get("/docs")).text
    assert all(path in page for path in app.openapi()["paths"])
    assert not re.search(r"(src|href)=.http", page)
    assert "<script" not in page
