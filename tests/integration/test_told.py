"""A whole kiosk tells people: on simulated doors, over a real mail server or webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.app.doctor import report
from kiosk.app.machine import Machine, running
from kiosk.config import load
from kiosk.domain.flows.after import ConfirmPut, ShowCode
from kiosk.domain.flows.choices import MoreAsked, ParcelDeclared, SizeChosen
from kiosk.domain.flows.home import EnterCode, Home
from kiosk.domain.flows.inputs import Entered, FinishAsked, Input, JourneyChosen, KeyPressed
from kiosk.domain.flows.opening import Done, PutParcel, TakeParcel
from kiosk.domain.flows.visit import Aim
from kiosk.domain.flows.walkup import AskPhone, ChooseAim, ChooseSize
from kiosk.runtime.control import ask, socket_path
from tests.integration.asked import TOML
from tests.integration.hook_end import CUT, hook_end
from tests.integration.locker import Glass
from tests.integration.mail_end import mail_end

PATIENCE = 10.0
COMPARTMENTS = "".join(
    f'    {{ label = "{n}", size = "S", mm = [400, 200, 600], door.channel = {n} }},\n'
    for n in range(1, 7)
)
LAYOUT = f"""\
height_mm = 1800
sizes = ["S"]
door = {{ wire = "main", board = 0 }}
[[column]]
width_mm = 450
compartment = [
{COMPARTMENTS}]
"""


@dataclass
class Here:
    """The kiosk, and who stands before it."""

    machine: Machine
    folder: Path

    @property
    def state(self) -> object:
        return self.machine.session.state

    async def does(self, *steps: tuple[Input, type]) -> None:
        """Each input, once the screen for it is there."""
        for event, screen in steps:
            await self.until(lambda screen=screen: isinstance(self.state, screen), screen.__name__)
            self.machine.session.post(event)

    async def sees(self, screen: type) -> object:
        await self.until(lambda: isinstance(self.state, screen), screen.__name__)
        return self.state

    async def until(self, so: Callable[[], object], what: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not so():
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(f"never came: {what}; the state is {self.state}") from None

    async def ask(self, verb: str, **given: object) -> dict:
        path = socket_path("here", self.folder / "state" / "kiosk.db")
        await self.until(path.exists, "the control socket")
        return await asyncio.to_thread(ask, path, verb, given)

    def shuts(self) -> None:
        board = self.machine.boards["main"]
        board.shut(board.pulses[-1])

    async def puts_in(self, phone: str = "+491701234567") -> None:
        """Sends something, up to the parcel behind the shut door."""
        keys = [(KeyPressed(sign), AskPhone) for sign in phone]
        await self.does((MoreAsked(), Home), (JourneyChosen(Aim.SEND), ChooseAim), *keys)
        await self.does((Entered(), AskPhone))
        await self.until(lambda: getattr(self.state, "offers", None), "sizes")
        await self.does((SizeChosen("S"), ChooseSize))
        await self.sees(PutParcel)
        self.shuts()
        await self.sees(ConfirmPut)

    async def sends(self) -> None:
        await self.puts_in()
        await self.does((ParcelDeclared(inside=True), ConfirmPut))

    async def picks_up(self, code: str) -> None:
        await self.does((JourneyChosen(Aim.PICKUP), Home))
        await self.does(*((KeyPressed(sign), EnterCode) for sign in code), (Entered(), EnterCode))
        await self.sees(TakeParcel)
        self.shuts()
        await self.sees(Done)

    async def owes_nobody(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self.messages():
                await asyncio.sleep(0.02)

    async def messages(self) -> list[tuple[str, bool]]:
        """Those that wait, and whether they are set aside."""
        events = (await self.ask("outbox"))["events"]
        return [(e["name"], e["parked"]) for e in events if e["channel"] == "notifier"]


def prepared(folder: Path, notifier: str) -> Path:
    (folder / "layout.toml").write_text(LAYOUT)
    (folder / "kiosk.toml").write_text(TOML + notifier)
    return folder / "kiosk.toml"


@asynccontextmanager
async def here(folder: Path, notifier: str) -> AsyncIterator[Here]:
    async with running(load(prepared(folder, notifier)), Glass()) as machine:
        yield Here(machine, folder)


@pytest.fixture
def hooked(monkeypatch):
    monkeypatch.setenv("HOOK_SECRET", "a secret of enough signs")
    return lambda end: f'[notifier.webhook]\nurl = "{end.url}"\nsecret = "env:HOOK_SECRET"\n'


def mailed(port: int) -> str:
    return (
        f'[notifier.smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
        'sender = "locker@example.com"\n'
    )


async def test_who_is_sent_a_parcel_gets_a_message_whose_code_opens_its_door(tmp_path, hooked):
    async with hook_end() as end, here(tmp_path, hooked(end)) as kiosk:
        await kiosk.sends()
        shown = await kiosk.sees(ShowCode)
        assert shown.visit.handover.told
        await kiosk.until(lambda: end.calls, "a message")
        kiosk.machine.session.post(FinishAsked())
        await kiosk.owes_nobody()
        [call] = end.calls
        code = call.json["codes"]["typed"]
        assert (call.json["notice"], call.json["to"]["phone"]) == (
            "notice.parcel_ready",
            "+491701234567",
        )
        assert f"Your code: {code}" in call.json["text"]
        await kiosk.picks_up(code)
        pulses = kiosk.machine.boards["main"].pulses
        assert len(pulses) == 2
        assert pulses[0] == pulses[1]


async def test_a_message_whose_answer_was_lost_keeps_its_key(tmp_path, hooked):
    async with hook_end() as end, here(tmp_path, hooked(end)) as kiosk:
        end.answers.append(CUT)
        await kiosk.sends()
        await kiosk.until(lambda: len(end.calls) == 2, "a second try")
        await kiosk.owes_nobody()
    assert len({call.headers["idempotency-key"] for call in end.calls}) == 1


async def test_a_telephone_a_mail_server_cannot_reach_is_not_promised_a_message(tmp_path):
    async with mail_end() as end, here(tmp_path, mailed(end.port)) as kiosk:
        await kiosk.sends()
        shown = await kiosk.sees(ShowCode)
        assert not shown.visit.handover.told
        await kiosk.owes_nobody()
    assert end.mails == []


async def test_the_kiosk_ends_before_the_deposit_is_told_and_a_code_goes_out_all_the_same(
    tmp_path, hooked
):
    async with hook_end() as end:
        async with here(tmp_path, hooked(end)) as kiosk:
            await kiosk.puts_in()
        assert end.calls == []
        async with here(tmp_path, hooked(end)) as kiosk:
            await kiosk.until(lambda: end.calls, "a message")
            [call] = end.calls
            await kiosk.picks_up(call.json["codes"]["typed"])


async def test_a_new_code_goes_to_its_holder_and_to_nobody_else(tmp_path):
    async with mail_end() as end, here(tmp_path, mailed(end.port)) as kiosk:
        made = await kiosk.ask("reserve", ref="a", kind="store", email="ada@example.org")
        said = await kiosk.ask("reissue", ref="a", reason="lost, showed a passport")
        assert said["codes"] == []
        assert "told" in said
        await kiosk.until(lambda: end.mails, "a mail")
        await kiosk.owes_nobody()
        everything = str([await kiosk.ask(verb) for verb in ("journal", "outbox", "list")])
    [text] = end.texts()
    [new] = [line.split()[-1] for line in text.splitlines() if "to take it out" in line]
    assert new not in {code["code"] for code in made["codes"]}
    assert new not in everything
    assert end.to == ["ada@example.org"]


async def test_a_dead_mail_server_keeps_nobody_from_anything_and_gets_the_mail_later(tmp_path):
    async with mail_end() as gone:
        pass
    async with here(tmp_path, mailed(gone.port)) as kiosk:
        await kiosk.ask("reserve", ref="a", kind="store", email="ada@example.org")
        assert "told" in await kiosk.ask("reissue", ref="a", reason="lost")
        await kiosk.sends()
        await kiosk.sees(ShowCode)
        assert await kiosk.messages() == [("notice.code_replaced", False)]
        async with mail_end(port=gone.port) as back:
            await kiosk.until(lambda: back.mails, "the mail")
            await kiosk.owes_nobody()
    assert len(back.mails) == 1


async def test_the_doctor_says_whether_people_can_be_told(tmp_path, hooked):
    async with hook_end() as end:
        both = hooked(end) + mailed(1)
        async with here(tmp_path, both) as kiosk:
            await kiosk.ask("status")
            running_now = await asyncio.to_thread(report, tmp_path / "kiosk.toml")
        alone = await asyncio.to_thread(report, tmp_path / "kiosk.toml")
    for found in (running_now, alone):
        said = {f.name: (f.verdict.value, f.sentence) for f in found.findings}
        assert said["notifier webhook"] == ("ok", "It answers and takes messages.")
        verdict, sentence = said["notifier smtp"]
        assert verdict == "bad"
        assert sentence.startswith("ConnectionRefusedError: check the network")
    assert {call.json["notice"] for call in end.calls} == {"notice.ping"}
