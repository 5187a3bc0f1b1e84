"""After a day's work nothing secret lies in database, journal or logs, however it is written."""

import base64
import io
import json
import logging
import secrets
import zipfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from kiosk.domain.flows.after import ConfirmPut
from kiosk.domain.flows.choices import ParcelDeclared
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, Entered, FinishAsked, JourneyChosen, KeyPressed
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Aim
from kiosk.runtime.logs import start_logging
from tests.integration.asked import Asked, asked
from tests.integration.canary_staff import CONFIG, KNOWN, StaffDay
from tests.integration.canary_ways import digits, found
from tests.integration.courier_issuer import pem
from tests.integration.test_courier_external import served

ROUNDS = 1
CANARIES = 50
POLICY = "[policy]\nrefusal_after = 0.05\n"


@pytest.fixture
async def kiosk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Asked]:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("RUNTIME_DIRECTORY", raising=False)
    (tmp_path / "acme.pem").write_bytes(pem("acme"))
    async with served() as partner:
        partner.body = KNOWN
        async with asked(tmp_path, POLICY + CONFIG.format(url=partner.url)) as kiosk:
            yield kiosk


@pytest.fixture
def logs(capfd: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """What the kiosk writes to standard error, once the test starts its logging."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield capfd
    root.handlers[:] = before
    root.setLevel(level)


class Day:
    """One day of one kiosk; everything secret that passes is remembered."""

    def __init__(self, kiosk: Asked) -> None:
        self._kiosk = kiosk
        self.secrets: set[str] = set()
        self.refs: list[str] = []

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
        self.refs.append(f"order-{digits(6)}")
        made = await self._kiosk.ask(
            "reserve",
            ref=self.refs[-1],
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


async def told(kiosk: Asked, ref: str) -> dict[str, bytes]:
    """All that the kiosk says of itself to who asks on the console."""
    said = {
        "journal": await kiosk.ask("journal", limit=1000),
        "records": await kiosk.ask("journal-records"),
        "outbox": await kiosk.ask("outbox"),
        "couriers": await kiosk.ask("couriers"),
        "status": await kiosk.ask("status"),
        "evidence": await kiosk.ask("evidence", ref=ref),
    }
    dumps = {name: json.dumps(one).encode() for name, one in said.items()}
    packed = base64.b64decode((await kiosk.ask("diagnostics"))["zip"])
    with zipfile.ZipFile(io.BytesIO(packed)) as bundle:
        return dumps | {f"bundle {name}": bundle.read(name) for name in bundle.namelist()}


async def test_a_days_work_leaves_no_secret_behind(kiosk, tmp_path, logs):
    # Here and in no fixture: standard error is another one before the test has begun.
    start_logging(verbose=True)
    day, staff = Day(kiosk), StaffDay(kiosk)
    for _ in range(ROUNDS):
        await day.parcels()
    await staff.couriers()
    await staff.technicians()
    await staff.strangers()
    await staff.code_with_login()
    canaries = day.secrets | staff.secrets
    assert len(canaries) >= CANARIES
    dumps = await told(kiosk, day.refs[0])
    said = logs.readouterr().err
    files = [file for file in (tmp_path / "state").iterdir() if file.is_file()]
    kept = {file.name: file.read_bytes() for file in files}
    assert {"kiosk.db", "kiosk.db-wal"} <= kept.keys()
    assert b"parcel.deposited" in kept["kiosk.db"] + kept["kiosk.db-wal"]
    assert '"event": "control socket"' in said
    assert "Traceback" not in said
    for place, dump in {**kept, **dumps, "logs": said.encode()}.items():
        assert not found(canaries, dump), place


def test_the_search_finds_what_is_there():
    secret = "+4917" + digits(9)
    raw = secret.encode()
    percent = "".join(f"%{byte:02X}" for byte in raw)
    for hidden in (secret, raw.hex(), raw.hex().upper(), percent, secret[::-1], quote(secret)):
        assert found({"absent-7", secret}, b"before " + hidden.encode() + b" after") == {secret}
    for before in range(6):
        text = base64.b64encode(b"x" * before + raw + b"yz")
        assert found({secret}, text) == {secret}, before
    assert not found({secret}, secret[1:].encode())
