"""What a technician does in one visit, and what befalls consumers between two of them."""

import asyncio
import io
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.domain.compartments import Condition, Finding, named
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, FinishAsked, OpenAsked, WentBack
from kiosk.domain.flows.opening import Done, DoorStuck, TakeParcel
from kiosk.domain.flows.service import evidence, lines, outbox
from kiosk.domain.flows.service.bench import Bench, Page
from kiosk.domain.flows.service.compartment_wishes import Wish
from kiosk.domain.flows.service.door_in_hand import StaysShut
from kiosk.domain.flows.service.doors import DoorMap
from kiosk.domain.flows.service.inventory import Inventory, InventoryRun
from kiosk.domain.flows.service.one_door import OneDoor, Wished
from kiosk.domain.flows.service.several import (
    GoAsked,
)
from kiosk.domain.lines import Line
from kiosk.domain.model import Contents
from kiosk.domain.verifying import Verifier
from kiosk.services.journal_files import check
from tests.integration.locker import Locker
from tests.integration.staff.technician import BANK, Technician


async def commissions(anna: Technician) -> None:
    """Every door once, guided, on an empty bank."""
    await anna.page(Page.INVENTORY, Inventory)
    await anna.finds(lambda state: state.bank, "the bank")
    anna.do(GoAsked())
    for label in BANK:
        await anna.looks_into(label, Contents.EMPTY)
    await anna.sees(InventoryRun, todo=())
    anna.do(GoAsked())
    await anna.sees(Inventory)
    await anna.finds(lambda state: state.bank and not state.todo, "nothing left to look into")
    assert anna.state.differences == ()
    anna.do(WentBack())
    await anna.sees(Bench)


def intents(folder: Path) -> list[tuple[str, str, str]]:
    """Door, actor and end of each, in order."""
    with closing(sqlite3.connect(folder / "state" / "kiosk.db")) as memory:
        return memory.execute("SELECT door, actor, state FROM intent ORDER BY rowid").fetchall()


async def jams_for_a_consumer(here: Locker, code: str) -> None:
    """Door 3 stays shut for three pulses; whoever wanted the parcel goes away."""
    here.board.do("jam 2")
    here.scan(code)
    for _ in range(2):
        await here.sees(DoorStuck)
        here.do(OpenAsked())
        await here.until(lambda: not isinstance(here.state, DoorStuck), "another pulse")
    state = await here.sees(DoorStuck)
    assert not state.may_try
    here.do(FinishAsked())
    await here.sees(Home)


async def comes_loose_beside_door_5(here: Locker, code: str) -> None:
    """The next person's door is fired, and the jolt opens door 3 as well."""
    before = len(here.unlocks())
    here.scan(code)
    await here.until(lambda: len(here.unlocks()) > before, "door 5 fired")
    here.board.do("open 2")
    await here.sees(TakeParcel)
    for hand in ("shut 2", "clear 4", "shut 4"):
        here.board.do(hand)
    await here.sees(Done)
    here.do(FinishAsked())
    await here.sees(Home)


async def repairs(anna: Technician) -> None:
    """It is jammed still; freed, opened, looked into, and put back by that proof."""
    assert (await anna.at("3")).facts.condition is Condition.FAULTY
    await anna.opens()
    await anna.sees(StaysShut)
    anna.here.board.do("free 2")
    anna.do(OpenAsked())
    await anna.looks_into("3", Contents.PARCEL)
    await anna.sees(OneDoor)
    assert anna.state.done.finding is Finding.AS_EXPECTED
    assert await anna.flag("3") == "quarantined", "a look alone puts nothing back"
    await anna.finds(lambda state: state.facts.look, "the proof")
    anna.do(Wished(Wish.RETURN))
    await anna.sees(OneDoor, acted=Wish.RETURN, refused=None)
    anna.do(WentBack())
    await anna.sees(DoorMap)
    parcel = Condition.PARCEL
    await anna.finds(lambda state: named(state.bank or (), "3").condition is parcel, "in use")
    anna.do(WentBack())
    await anna.sees(Bench)


async def retries(anna: Technician, reservation: str) -> None:
    """The one fact that the cloud refused for good."""
    await anna.page(Page.LINES, lines.Lines)
    await anna.finds(lambda state: state.seen, "the lines")
    anna.do(lines.LineChosen(Line.OUTBOX), lines.ParkedAsked())
    await anna.finds(lambda state: getattr(state, "events", None), "what was set aside")
    (event,) = anna.state.events
    assert event.reservation == reservation
    anna.do(outbox.ParkedChosen(event.seq), outbox.RetryAsked())
    await anna.sees(outbox.ParkedList, events=())
    anna.do(WentBack(), WentBack())
    await anna.sees(Bench)


async def exports(anna: Technician, parcel: dict[str, str]) -> None:
    """What the journal says about it, in a file that can be checked anywhere and tells no code."""
    await anna.page(Page.EVIDENCE, evidence.FindParcel)
    anna.do(CodeShown(parcel["reservation_id"]))
    await anna.finds(lambda state: getattr(state, "lines", None), "its lines")
    anna.do(evidence.EvidenceAsked())
    made = (await anna.sees(evidence.EvidenceMade)).file
    assert made.sound
    written = await asyncio.to_thread(Path(made.path).read_bytes)
    verifier = Verifier()
    check(io.BytesIO(written), verifier)
    assert verifier.bad is None
    assert verifier.records >= made.records > 0
    text = written.decode()
    assert parcel["reservation_id"] in text
    secrets = {parcel["pickup_qrcode"], parcel["pickup_code"], "anna7", anna.pin}
    assert [one for one in secrets if f'"{one}"' in text or (len(one) > 4 and one in text)] == []
    anna.do(FinishAsked())
    await anna.sees(Bench)
