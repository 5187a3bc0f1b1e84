"""A whole kiosk lets couriers in, with tokens the sandbox cloud really made, and is asked of it."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bloqit_locker import BLOQ, NEIGHBOUR, SANDBOX, connected
from typer.testing import CliRunner, Result

from kiosk.cli import app
from kiosk.domain.couriers import Refusal, Refused
from kiosk.runtime.control import Refusal as NotServed
from kiosk.sandbox.clouds.bloqit import create
from tests.integration.asked import Asked, asked

TOKEN = "/couriers/courier-auth/create-token"
BOTH = ("--may", "put_in,take_out")
CONFIG = '[couriers.keys.bloqit]\npem = "bloqit.pem"\ncarrier = "Acme"\n'


class Office:
    """The courier's office: the vendor's sandbox makes its tokens."""

    def __init__(self, partner) -> None:
        self._partner = partner

    async def pem(self) -> str:
        return (await self._partner.http.get(f"{SANDBOX}/courier-key")).text

    async def token(self, **params: object) -> str:
        asked = {"courierID": "DRIVERID1"} | params
        answer = await self._partner.http.get(TOKEN, params=asked)
        return answer.json()["token"]


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with connected(create()) as partner:
        yield Office(partner)


@pytest.fixture
async def kiosk(tmp_path: Path, office: Office) -> AsyncIterator[Asked]:
    (tmp_path / "bloqit.pem").write_text(await office.pem())
    async with asked(tmp_path, CONFIG) as kiosk:
        yield kiosk


async def ctl(folder: Path, *words: str, typed: str | None = None) -> Result:
    config = ("--config", str(folder / "kiosk.toml"))
    return await asyncio.to_thread(CliRunner().invoke, app, ["ctl", *words, *config], typed)


async def refusal(kiosk: Asked, token: str) -> Refusal:
    with pytest.raises(Refused) as refused:
        await kiosk.machine.couriers.logins.by_token(token)
    return refused.value.why


async def test_a_token_the_cloud_made_lets_its_courier_in(kiosk: Asked, office: Office):
    metadata = json.dumps({"carrier": "Beta", "vehicle": "van 7", "depot": "Łódź"})
    logins = kiosk.machine.couriers.logins
    session = await logins.by_token(await office.token(metadata=metadata))
    assert (session.courier.issuer, session.courier.id) == ("bloqit", "DRIVERID1")
    assert (session.carrier, session.metadata["depot"]) == ("Beta", "Łódź")
    assert (await kiosk.ask("couriers"))["logged_in"]["courier"] == "DRIVERID1"
    await logins.log_out()
    lines = (await kiosk.ask("journal"))["lines"]
    names = [line["name"] for line in lines if line["name"].startswith("courier.")]
    assert names == ["courier.logged_in", "courier.logged_out"]


async def test_tokens_for_other_bloqs_too_long_or_of_another_sandbox_are_refused(
    kiosk: Asked, office: Office
):
    assert await refusal(kiosk, await office.token(bloqIDs=[BLOQ, NEIGHBOUR])) is (
        Refusal.OTHER_LOCKER
    )
    assert await refusal(kiosk, await office.token(expirationDate="8d")) is Refusal.LIVES_TOO_LONG
    async with connected(create()) as other:
        assert await refusal(kiosk, await Office(other).token()) is Refusal.BAD_SIGNATURE


async def test_the_console_checks_denies_and_calls_back(
    kiosk: Asked, office: Office, tmp_path: Path
):
    token = await office.token()
    good = await ctl(tmp_path, "courier-check", token)
    assert (good.exit_code, json.loads(good.stdout)["taken"]) == (0, True)
    assert token not in good.stdout
    assert (await ctl(tmp_path, "courier-check", "-", typed=token + "\n")).exit_code == 0
    assert (await ctl(tmp_path, "courier-deny", "DRIVERID1", "van stolen")).exit_code == 0
    bad = await ctl(tmp_path, "courier-check", token)
    assert (bad.exit_code, json.loads(bad.stdout)) == (1, {"taken": False, "why": "denied"})
    assert await refusal(kiosk, token) is Refusal.DENIED
    await ctl(tmp_path, "courier-allow", "DRIVERID1")
    assert (await ctl(tmp_path, "courier-check", token)).exit_code == 0
    called = await ctl(tmp_path, "courier-not-before", datetime.now(UTC).isoformat())
    assert called.exit_code == 0
    assert await refusal(kiosk, token) is Refusal.ISSUED_TOO_EARLY


async def test_codes_and_pins_are_said_once_and_listed_never(kiosk: Asked, tmp_path: Path):
    code = json.loads((await ctl(tmp_path, "courier-code", "c1", "D9", *BOTH)).stdout)["code"]
    pin = json.loads((await ctl(tmp_path, "courier-enrol", "D9")).stdout)["pin"]
    assert (len(code), len(pin)) == (9, 6)
    listed = (await ctl(tmp_path, "couriers")).stdout
    assert "D9" in listed
    assert code not in listed
    assert pin not in listed
    logins = kiosk.machine.couriers.logins
    assert not await may_take(kiosk, code)
    assert (await logins.prove(pin)).courier.id == "D9"
    assert await logins.may_take_out("r1")
    await ctl(tmp_path, "courier-code-drop", "c1")
    assert json.loads((await ctl(tmp_path, "couriers")).stdout)["codes"] == []


async def may_take(kiosk: Asked, code: str) -> bool:
    logins = kiosk.machine.couriers.logins
    await logins.by_code(code)
    return await logins.may_take_out("r1")


async def test_what_cannot_be_is_refused_with_a_sentence(kiosk: Asked):
    for verb, given in (
        ("courier-deny", {"courier": "D1", "reason": " "}),
        ("courier-deny", {"courier": "", "reason": "stolen"}),
        ("courier-not-before", {"when": "yesterday"}),
        ("courier-not-before", {"when": "2999-01-01T00:00:00Z"}),
        ("courier-code", {"name": "c", "courier": "D", "may": "open_all"}),
        ("courier-code", {"name": "c", "courier": "D", "code": "123"}),
    ):
        with pytest.raises(NotServed) as refused:
            await kiosk.ask(verb, **given)
        assert "bad request" not in str(refused.value), verb


async def test_the_doctor_says_how_couriers_log_in(kiosk: Asked, tmp_path: Path):
    words = ["doctor", "--json", "--config", str(tmp_path / "kiosk.toml")]
    answer = await asyncio.to_thread(CliRunner().invoke, app, words)
    found = {one["name"]: one for one in json.loads(answer.stdout)["findings"]}
    assert found["couriers"]["verdict"] == "ok"
    assert (
        "signed by bloqit (carrier Acme where a token names none)" in found["couriers"]["sentence"]
    )
