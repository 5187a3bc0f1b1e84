"""A whole kiosk in a technician's hands at its lines, reservations, evidence and lockdown."""

import asyncio
import json
import stat
from collections.abc import Callable
from pathlib import Path

from kiosk.domain.bookings import Lost
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import CodeShown, Entered, FinishAsked, KeyPressed, WentBack
from kiosk.domain.flows.opening import PutParcel
from kiosk.domain.flows.service import (
    booking_screens,
    evidence,
    lines,
    lockdown,
    outbox,
    printer_screens,
)
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.two_people import TwoPeople
from kiosk.domain.lines import Line
from kiosk.domain.lockdown import Found
from kiosk.services.desk import Asker
from tests.integration.locker import Locker, locker
from tests.integration.test_bad_days import pick_up
from tests.integration.test_faults import mend, parcel_in, spoil

PIN, OTHER = "7391-4628", "correct horse"
QUICK = "sync_every = 0.3\nrefusal_after = 0.1\n"


class Anna:
    """A technician before the kiosk."""

    def __init__(self, here: Locker) -> None:
        self.here = here

    async def enrol(self, name: str, pin: str) -> None:
        service = self.here.machine.service
        code = (await service.desk.enrol(Asker(1000), "technician"))["code"]
        ticket = await service.enrolment.begin(code)
        assert ticket is not None
        await service.enrolment.enrol(ticket, name, name.title(), pin, None)

    def type(self, *words: str) -> None:
        for word in words:
            self.here.do(*map(KeyPressed, word), Entered())

    async def gets_in(self) -> None:
        here = self.here
        await here.sees(Home)
        here.do(StaffAsked())
        await here.sees(StaffEntrance)
        await self.until(lambda state: Way.TECHNICIAN in getattr(state, "offers", ()))
        here.do(WayChosen(Way.TECHNICIAN))
        self.type("anna7", PIN)
        await here.sees(Bench)

    async def until(self, so: Callable[[object], object]) -> object:
        await self.here.until(lambda: so(self.here.state), "what was waited for")
        return self.here.state

    async def page(self, page: Page) -> None:
        self.here.do(PageChosen(page))


async def test_a_parked_fact_retried_at_the_screen_reaches_the_cloud_once(tmp_path: Path):
    async with locker(tmp_path, policy=QUICK) as here:
        anna = Anna(here)
        await anna.enrol("anna7", PIN)
        parcel = await parcel_in(here, "A03")
        await spoil(here.cloud, path="pickups", status=422)
        await pick_up(here, parcel["pickup_qrcode"], 2)
        await here.until(lambda: isinstance(here.state, Home), "home")
        async with asyncio.timeout(10):
            while not (await here.machine.desk.status())["parked"]:
                await asyncio.sleep(0.02)
        await mend(here.cloud)
        await anna.gets_in()
        await anna.page(Page.LINES)
        await anna.until(lambda state: isinstance(state, lines.Lines) and state.seen)
        here.do(lines.LineChosen(Line.OUTBOX), lines.ParkedAsked())
        state = await anna.until(
            lambda state: isinstance(state, outbox.ParkedList) and state.events
        )
        (event,) = state.events
        assert event.reservation == parcel["reservation_id"]
        here.do(outbox.ParkedChosen(event.seq), outbox.RetryAsked())
        await anna.until(lambda state: isinstance(state, outbox.ParkedList) and state.events == ())
        told = f"pickups {parcel['reservation_id']}"
        async with asyncio.timeout(10):
            while (await here.machine.desk.status())["outbox"]:
                await asyncio.sleep(0.02)
        calls = await asyncio.to_thread(here.cloud.ask, "GET", "calls")
        pickups = [call for call in calls if call["path"].endswith("pickups")]
        answered = [call for call in pickups if call.get("status", 200) < 400]
        assert len(answered) == 1
        assert told in await asyncio.to_thread(here.cloud.effects)
        journal = (await here.machine.desk.journal(200))["lines"]
        (line,) = [line for line in journal if line["name"] == "outbox.retried"]
        assert line["facts"]["account"] == "anna7"


async def test_a_reservation_made_at_the_screen_opens_and_leaves_no_code_behind(tmp_path: Path):
    async with locker(tmp_path, policy=QUICK) as here:
        anna = Anna(here)
        await anna.enrol("anna7", PIN)
        await anna.gets_in()
        await anna.page(Page.BOOKINGS)
        await anna.until(
            lambda state: isinstance(state, booking_screens.Bookings) and state.rows == ()
        )
        here.do(booking_screens.NewBookingAsked())
        await anna.until(lambda state: getattr(state, "sizes", None))
        here.do(booking_screens.BookingSizeChosen("M"), Entered())
        first = await here.sees(booking_screens.BookingCodes)
        here.do(FinishAsked(), FinishAsked())
        await anna.until(lambda state: isinstance(state, booking_screens.Bookings) and state.rows)
        here.do(
            booking_screens.BookingChosen(first.new.booking.id), booking_screens.NewCodesAsked()
        )
        here.do(booking_screens.LostChosen(Lost.SEEN))
        second = await here.sees(booking_screens.BookingCodes)
        journal = json.dumps(await here.machine.desk.journal(200))
        for code in (*first.new.codes, *second.new.codes):
            assert code.typed not in journal + repr(here.glass.shown)
            assert code.qr not in journal + repr(here.glass.shown)
        here.do(FinishAsked(), FinishAsked(), WentBack(), WentBack())
        await here.sees(Home)
        here.do(CodeShown(first.new.codes[0].qr))
        await asyncio.sleep(0.3)
        assert here.unlocks() == [], "the old code has stopped"
        here.do(CodeShown(second.new.codes[0].qr))
        await here.sees(PutParcel)
        assert len(here.unlocks()) == 1


async def test_evidence_is_a_file_of_its_own_each_time_for_nobody_elses_eyes(tmp_path: Path):
    async with locker(tmp_path, policy=QUICK) as here:
        anna = Anna(here)
        await anna.enrol("anna7", PIN)
        parcel = await parcel_in(here, "A03")
        await pick_up(here, parcel["pickup_qrcode"], 2)
        await anna.gets_in()
        made = []
        for _ in range(2):
            await anna.page(Page.EVIDENCE)
            await here.sees(evidence.FindParcel)
            here.do(CodeShown(parcel["reservation_id"]))
            await anna.until(lambda state: getattr(state, "lines", None))
            here.do(evidence.EvidenceAsked())
            made.append((await here.sees(evidence.EvidenceMade)).file)
            here.do(FinishAsked())
            await here.sees(Bench)
        files = sorted((tmp_path / "state" / "evidence").iterdir())
        assert sorted(Path(one.path) for one in made) == files
        assert len(files) == 2
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert all(one.sound and one.records > 0 for one in made)
        assert not any("anna7" in file.read_text() for file in files)


async def test_two_people_lift_a_lockdown_and_a_kiosk_without_printers_says_so(tmp_path: Path):
    async with locker(tmp_path, policy=QUICK) as here:
        anna = Anna(here)
        await anna.enrol("anna7", PIN)
        await anna.enrol("ben", OTHER)
        assert (await here.machine.desk.status())["lockdown"] is False
        await anna.gets_in()
        await anna.page(Page.PRINTERS)
        state = await anna.until(
            lambda state: isinstance(state, printer_screens.Printers) and state.seen
        )
        assert state.seen.printers == ()
        here.do(WentBack())
        await here.sees(Bench)
        await anna.page(Page.LOCKDOWN)
        state = await anna.until(lambda state: isinstance(state, lockdown.Lockdown) and state.seen)
        assert not state.seen.locked
        standing = here.machine.service.technicians.lifts_lockdown.__self__._standing
        await standing.lock_down()
        assert (await here.machine.desk.status())["lockdown"] is True
        await anna.until(lambda state: state.seen.locked)
        here.do(lockdown.LiftAsked(), lockdown.FoundChosen(Found.STOPPED))
        await here.sees(TwoPeople)
        anna.type(PIN)
        await anna.until(lambda state: isinstance(state, TwoPeople) and state.first)
        anna.type("ben", OTHER)
        await anna.until(lambda state: getattr(state, "lifted", None) is lockdown.Lifted.DONE)
        assert (await here.machine.desk.status())["lockdown"] is False
