"""The partner who knows couriers' credentials, over real HTTP: valid, invalid, and all else."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from kiosk.adapters.couriers.external import ExternalLogin
from kiosk.domain.couriers import Permission
from kiosk.domain.errors import CloudBroken, CloudError, CloudForbidden, CloudSilent, ConfigWrong
from kiosk.ports_cloud import Relay
from tests.integration.hanging_up import closing
from tests.integration.store_bench import StandingClock

SECRET = "geheim-7"


@dataclass
class Partner:
    """Answers what it is told to, and keeps what it was asked."""

    url: str = ""
    status: int = 200
    body: bytes = b'{"valid": true}'
    headers: str = ""
    asked: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        pairs = (line.partition(":")[::2] for line in head[1:] if line)
        headers = {name.lower(): value.strip() for name, value in pairs}
        body = json.loads(await reader.readexactly(int(headers["content-length"])))
        self.asked.append((head[0], headers, body))
        writer.write(f"HTTP/1.1 {self.status} So\r\n{self.headers}".encode())
        writer.write(f"Content-Length: {len(self.body)}\r\nConnection: close\r\n\r\n".encode())
        writer.write(self.body)
        await writer.drain()


@asynccontextmanager
async def served() -> AsyncIterator[Partner]:
    partner = Partner()
    server = await asyncio.start_server(closing(partner.serve), "127.0.0.1", 0)
    partner.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/couriers/login"
    async with server:
        yield partner


@pytest.fixture
async def partner() -> AsyncIterator[Partner]:
    async with served() as partner:
        yield partner


@pytest.fixture
async def line(partner: Partner) -> AsyncIterator[ExternalLogin]:
    made = ExternalLogin(Relay(partner.url, "relay-key"), "here", StandingClock())
    yield made
    await made.aclose()


async def test_login_secret_and_locker_go_in_the_body_of_one_post(partner, line):
    said = await line.ask("driver", SECRET)
    assert (said.valid, said.courier, said.carrier) == (True, "driver", None)
    assert said.permissions == {Permission.PUT_IN}
    [(first, headers, body)] = partner.asked
    assert first == "POST /couriers/login HTTP/1.1"
    assert headers["x-api-key"] == "relay-key"
    assert body == {"login": "driver", "secret": SECRET, "locker": "here"}


async def test_the_answer_may_name_courier_carrier_permissions_and_data(partner, line):
    partner.body = json.dumps(
        {
            "valid": True,
            "courier": "C7",
            "carrier": "Acme",
            "permissions": ["put_in", "take_out"],
            "metadata": {"vehicle": "van 7", "list": [1]},
            "more": 1,
        }
    ).encode()
    said = await line.ask("driver", SECRET)
    assert (said.courier, said.carrier, said.metadata) == ("C7", "Acme", {"vehicle": "van 7"})
    assert said.permissions == {Permission.PUT_IN, Permission.TAKE_OUT}


async def test_invalid_is_an_answer_like_any_other(partner, line):
    partner.body = b'{"valid": false}'
    assert not (await line.ask("driver", SECRET)).valid


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (302, b"", CloudBroken),
        (200, b'{"valid": true, "x": "' + b"x" * 1_100_000 + b'"}', CloudBroken),
        (200, b"<html>valid</html>", CloudBroken),
        (200, b'{"valid": "true"}', CloudBroken),
        (200, b'{"valid": 1}', CloudBroken),
        (200, b"{}", CloudBroken),
        (200, b'{"valid": true, "permissions": ["open_all"]}', CloudBroken),
        (200, b'{"valid": true, "courier": "a\\u202eb"}', CloudBroken),
        (200, b'[{"valid": true}]', CloudBroken),
        (401, b"{}", CloudForbidden),
        (500, b'{"valid": true}', CloudError),
        (503, b'{"valid": true}', CloudError),
    ],
)
async def test_whatever_is_no_clear_answer_lets_nobody_in(partner, line, status, body, error):
    partner.status, partner.body = status, body
    partner.headers = "Location: http://127.0.0.1:1/elsewhere\r\n" if status == 302 else ""
    with pytest.raises(error) as raised:
        await line.ask("driver", SECRET)
    assert SECRET not in str(raised.value)
    assert len(partner.asked) == 1


async def test_nobody_there_is_unreachable():
    line = ExternalLogin(Relay("http://127.0.0.1:9/login"), "here", StandingClock())
    with pytest.raises(CloudSilent):
        await line.ask("driver", SECRET)
    await line.aclose()


def test_credentials_go_to_nobody_unencrypted():
    with pytest.raises(ConfigWrong):
        ExternalLogin(Relay("http://partner.example/login"), "here", StandingClock())
