"""After a day's work nothing secret lies in database, journal or logs, however it is written."""

import base64
import json
import logging
import secrets
import string
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.home import Home, Refused
from kiosk.domain.flows.inputs import CodeShown, Entered, FinishAsked, JourneyChosen, KeyPressed
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Aim
from kiosk.runtime.logs import start_logging
from kiosk.services.courier_logins import Refused as CourierRefused
from tests.integration.asked import Asked, asked

ROUNDS = 3
CANARIES = 50
POLICY = "[policy]\nrefusal_after = 0.05\n"


@pytest.fixture
async def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asked]:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    async with asked(tmp_path, POLICY) as kiosk:
        yield kiosk


@pytest.fixture
def logs(capfd: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """What the kiosk writes to standard error when told to say much."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    start_logging(verbose=True)
    yield capfd
    root.handlers[:] = before
    root.setLevel(level)


def digits(count: int) -> str:
    return "".join(secrets.choice(string.digits) for _ in range(count))


def ways(secret: str) -> Iterator[bytes]:
    """Plain, hexadecimal, and base64 wherever it may begin in a longer text."""
    raw = secret.encode()
    yield raw
    yield raw.hex().encode()
    yield raw.hex().upper().encode()
    for shift in range(3):
        inner = base64.b64encode(b"\0" * shift + raw)
        sure = inner[-(-shift * 8 // 6) : len(inner) - 4]
        if len(sure) >= 8:
            yield sure
            yield sure.replace(b"+", b"-").replace(b"/", b"_")


class Day:
    """One day of one kiosk; everything secret that passes is remembered."""

    def __init__(self, kiosk: Asked) -> None:
        self._kiosk = kiosk
        self.secrets: set[str] = set()

    def secret(self, text: str) -> str:
        self.secrets.add(text)
        return text

    async def parcels(self) -> None:
        """Two parcels come and go."""
        both = [await self._reserved() for _ in range(2)]
        for codes in both:
            await self._at_door(codes["dropoff", "qr"], PutParcel)
        for codes in both:
            await self._typed(codes["pickup", "typed"], TakeParcel)

    async def _reserved(self) -> dict[tuple[str, str], str]:
        phone = self.secret("+4917" + digits(9))
        self.secret(phone[1:])
        made = await self._kiosk.ask(
            "reserve",
            ref=f"order-{digits(6)}",
            phone=phone,
            name=self.secret(f"Ana {secrets.token_hex(6)}"),
            email=self.secret(f"{secrets.token_hex(6)}@canary.example"),
        )
        return {(c["purpose"], c["way"]): self.secret(c["code"]) for c in made["codes"]}

    async def _at_door(self, code: str, state: type) -> None:
        self._kiosk.machine.session.post(CodeShown(code))
        await self._through(state)

    async def _typed(self, code: str, state: type) -> None:
        session = self._kiosk.machine.session
        session.post(JourneyChosen(Aim.PICKUP))
        for sign in code:
            session.post(KeyPressed(sign))
        session.post(Entered())
        await self._through(state)

    async def _through(self, state: type) -> None:
        board, session = self._kiosk.machine.boards["main"], self._kiosk.machine.session
        await self._kiosk.sees(state)
        board.shut(board.pulses[-1])
        if state is PutParcel:
            await self._kiosk.sees(ConfirmPut)
            session.post(ParcelDeclared(inside=True))
        await self._kiosk.sees(Done)
        session.post(FinishAsked())
        await self._kiosk.sees(Home)

    async def strangers(self) -> None:
        """Codes and tokens that open nothing, shown and typed."""
        session = self._kiosk.machine.session
        for _ in range(6):
            token = ".".join(secrets.token_urlsafe(24) for _ in range(3))
            session.post(CodeShown(self.secret(token)))
            await self._kiosk.sees(Refused)
            session.post(FinishAsked())
            await self._kiosk.sees(Home)
            with suppress(CourierRefused):
                await self._kiosk.machine.couriers.logins.by_token(token)
            with suppress(CourierRefused):
                code = self.secret(digits(12))
                await self._kiosk.machine.couriers.logins.by_code(code)

    async def staff(self) -> None:
        """A technician enrols, logs in, and mistypes."""
        service = self._kiosk.machine.service
        code = self.secret((await self._kiosk.ask("service-enrol"))["code"])
        ticket = await service.enrolment.begin(code)
        assert ticket is not None
        pin, badge = self.secret("83" + digits(10)), self.secret(secrets.token_hex(8))
        await service.enrolment.enrol(ticket, "t-1", "T. One", pin, badge)
        await service.technicians.login(self.secret("47" + digits(10)), name="t-1")
        await service.technicians.login(pin, name="t-1")
        await service.technicians.logout()


async def test_a_days_work_leaves_no_secret_behind(kiosk, tmp_path, logs):
    day = Day(kiosk)
    for _ in range(ROUNDS):
        await day.parcels()
    await day.strangers()
    await day.staff()
    assert len(day.secrets) >= CANARIES
    journal = json.dumps((await kiosk.ask("journal", limit=1000))["lines"])
    records = json.dumps((await kiosk.ask("journal-records"))["records"])
    said = logs.readouterr().err
    files = [file for file in (tmp_path / "state").iterdir() if file.is_file()]
    dumps = {file.name: file.read_bytes() for file in files}
    assert {"kiosk.db", "kiosk.db-wal"} <= dumps.keys()
    assert b"parcel.deposited" in dumps["kiosk.db"] + dumps["kiosk.db-wal"]
    assert "control socket" in said
    for place, dump in {
        **dumps,
        "journal": journal.encode(),
        "records": records.encode(),
        "logs": said.encode(),
    }.items():
        found = [one for one in day.secrets for way in ways(one) if way in dump]
        assert not found, place


def test_the_search_finds_what_is_there():
    secret = "+4917" + digits(9)
    for hidden in (secret, secret.encode().hex()):
        assert any(way in hidden.encode() for way in ways(secret))
    for before in range(6):
        text = base64.b64encode(b"x" * before + secret.encode() + b"yz")
        assert any(way in text for way in ways(secret)), before
