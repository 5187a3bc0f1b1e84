"""What the screens ask to get somebody in, on a real store: what is offered, and what is told."""

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.accounts import Objection
from kiosk.domain.challenge import ServiceAct, answer, deed
from kiosk.domain.couriers import Permission
from kiosk.domain.flows.courier.proving import PinHeard, PinProved, ProvePin, ReadPinLock
from kiosk.domain.flows.courier.signin import (
    LoggedIn,
    LogInByBadge,
    LogInByCode,
    LogInByCredentials,
    LogInByToken,
    LogInTechnician,
    LoginWanted,
    ReadOffers,
    ServiceBegan,
    Way,
)
from kiosk.domain.flows.duty import Shift, Staffer
from kiosk.domain.flows.forms import LogInRefused, Stop
from kiosk.domain.flows.inputs import Explained
from kiosk.domain.flows.service.challenge import (
    AnswerJudged,
    AnswerNonce,
    AskNonce,
    NonceMade,
    NonceObjected,
)
from kiosk.domain.flows.service.enrolling import (
    BeginEnrolment,
    Enrol,
    Enrolled,
    EnrolmentBegun,
    EnrolObjected,
)
from kiosk.domain.flows.visit import Explanation
from kiosk.domain.layout import Owner
from kiosk.services.enrolling import Enrolling
from kiosk.services.enrolment import Enrolment
from kiosk.services.service_codes import ServiceCodes
from kiosk.services.service_desk import ServiceDesk
from kiosk.services.signing_in import Configured, SigningIn
from kiosk.services.technicians import Technicians
from tests.integration.courier_bench import ASKER, Counter, Partner, counter
from tests.integration.courier_issuer import token
from tests.integration.store_bench import StandingClock
from tests.services.technician_bench import KEY, PIN, Digits, QuickPins

ALL = Configured(tokens=True, credentials=True, badges=True)
PUT, TAKE = Permission.PUT_IN, Permission.TAKE_OUT
BADGE, COURIER_BADGE = "04A27F1193", "04FF7F1101"
REFUSED = LogInRefused(Stop.REFUSED)


@dataclass
class Entrance:
    """The kiosk as whoever wants to get in meets it."""

    here: Counter
    people: Technicians
    enrolment: Enrolment
    desk: ServiceDesk
    parts: tuple[SigningIn, Enrolling] = field(repr=False)

    async def does(self, task):
        handlers = self.parts[0].tasks | self.parts[1].tasks
        return await handlers[type(task)].do(task)

    async def offers(self) -> set[str]:
        return {way.value for way in (await self.does(ReadOffers())).offers}

    async def enrol(self, name: str = "anna7", pin: str = PIN, badge: str | None = None):
        code = (await self.desk.enrol(ASKER, "technician"))["code"]
        begun = await self.does(BeginEnrolment(code))
        return await self.does(Enrol(begun.ticket, name, name.title(), pin, badge))


@asynccontextmanager
async def entrance(
    folder: Path, clock: StandingClock, configured: Configured = ALL, key: bytes | None = KEY
) -> AsyncIterator[Entrance]:
    async with counter(folder, clock, partner=Partner()) as here:
        pins, owner = QuickPins(), Owner.CLOUD
        people = Technicians(here.store, pins, clock, owner, lambda _how: None)
        enrolment = Enrolment(here.store, pins, clock, owner, Digits())
        codes = ServiceCodes(here.store, clock, owner, key, Digits())
        desk = ServiceDesk(here.store, enrolment, people, owner)
        signing = SigningIn(here.logins, people, enrolment, codes, here.store, configured)
        enrolling = Enrolling(enrolment, codes, ["1", "12", "A4"], badges=configured.badges)
        yield Entrance(here, people, enrolment, desk, (signing, enrolling))


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def door(tmp_path: Path, clock: StandingClock) -> AsyncIterator[Entrance]:
    async with entrance(tmp_path, clock) as door:
        yield door


# What is offered.
async def test_a_fresh_install_offers_no_enrolment_and_no_service(tmp_path: Path, clock):
    async with entrance(tmp_path, clock, Configured(), key=None) as door:
        assert await door.offers() == {"code"}
        for code in ("", "0", "00000000", "12345678"):
            assert await door.does(BeginEnrolment(code)) == LogInRefused(Stop.NO_ENROLMENT)
        assert await door.does(LogInTechnician("admin", "12345678")) == REFUSED
        made = await door.does(Enrol(None, "eve1", "Eve", PIN))
        assert made == LogInRefused(Stop.NO_ENROLMENT)
        assert await door.does(LogInTechnician("eve1", PIN)) == REFUSED


async def test_each_way_is_offered_where_it_is_set_up(tmp_path: Path, clock):
    for configured, more in (
        (Configured(tokens=True), {"token"}),
        (Configured(credentials=True), {"credentials"}),
        (Configured(badges=True), {"badge"}),
        (ALL, {"token", "credentials", "badge"}),
    ):
        async with entrance(tmp_path, clock, configured, key=None) as door:
            assert await door.offers() == {"code"} | more
    async with entrance(tmp_path, clock, Configured()) as door:
        assert await door.offers() == {"code", "service_code"}


async def test_the_installers_code_opens_enrolment_at_the_screen_until_it_is_used(door: Entrance):
    code = (await door.desk.enrol(ASKER, "technician"))["code"]
    assert Way.ENROL.value in await door.offers()
    begun = await door.does(BeginEnrolment(code))
    assert isinstance(begun, EnrolmentBegun)
    assert begun.badges
    assert "enrol" not in await door.offers()
    assert await door.does(Enrol(begun.ticket, "anna7", "Anna", PIN)) == Enrolled("anna7")
    assert "technician" in await door.offers()


async def test_enrolment_that_ran_out_is_offered_no_more(door: Entrance, clock: StandingClock):
    await door.desk.enrol(ASKER, "technician")
    clock.pass_by(timedelta(seconds=1801))
    assert "enrol" not in await door.offers()


# Couriers.
async def test_a_token_lets_its_courier_in_with_what_the_screens_show(door: Entrance):
    metadata = {"carrier": "Beta", "vehicle": "B-KX 204", "depot": "Depot 12"}
    said = await door.does(LogInByToken(token(metadata=metadata)))
    own = Shift("DRIVER1", "Beta", "B-KX 204", "Depot 12", frozenset({PUT}), proves=True)
    assert said == LoggedIn(own)


async def test_a_token_where_no_key_is_known_is_explained(tmp_path: Path, clock):
    async with entrance(tmp_path, clock, Configured()) as door:
        assert await door.does(LogInByToken(token())) == Explained(Explanation.COURIER_CODE)
        assert await door.here.told() == []


async def test_a_photographed_token_changes_nothing_while_its_courier_is_in(door: Entrance):
    first = await door.does(LogInByToken(token()))
    assert await door.does(LogInByToken(token())) == first
    assert await door.here.told() == ["courier.logged_in"]


async def test_a_photographed_token_shown_again_after_the_logout_is_told(door: Entrance):
    await door.does(LogInByToken(token()))
    await door.here.logins.log_out()
    again = await door.does(LogInByToken(token()))
    assert again.shift.may == {PUT}
    assert "courier.token_seen_again" in await door.here.told()


async def test_two_people_are_not_let_in_at_a_time(door: Entrance):
    await door.does(LogInByToken(token()))
    other = await door.does(LogInByToken(token(courier_id="DRIVER2")))
    assert other == LogInRefused(Stop.BUSY)
    await door.enrol()
    await door.enrol("bert8", "quite-another-one")
    assert isinstance(await door.does(LogInTechnician("anna7", PIN)), ServiceBegan)
    second = await door.does(LogInTechnician("bert8", "quite-another-one"))
    assert second == LogInRefused(Stop.BUSY)


async def test_every_refusal_of_a_courier_is_the_same_one(door: Entrance, clock: StandingClock):
    for task in (
        LogInByToken(token(exp=1)),
        LogInByToken("no-token"),
        LogInByCode("000000000"),
        LogInByCredentials("driver", "wrong"),
        LogInByCredentials("nobody", ""),
        LogInByBadge("04000000", "739146"),
    ):
        assert await door.does(task) == REFUSED, task


async def test_a_partner_that_does_not_answer_is_not_said_to_have_refused(door: Entrance):
    door.here.logins._ask.credentials.silent = True
    said = await door.does(LogInByCredentials("driver", "geheim-7"))
    assert said == LogInRefused(Stop.UNREACHABLE)


async def test_a_code_asks_for_its_login_after_some_wrong_ones(door: Entrance):
    code = (await door.here.desk.code(ASKER, "c1", "D9", login="van7"))["code"]
    for _ in range(3):
        await door.does(LogInByCode("000000000"))
    assert await door.does(LogInByCode(code)) == LoginWanted(code)
    said = await door.does(LogInByCode(code, "van7"))
    assert said.shift.courier == "D9"


async def test_a_badge_and_its_pin_let_a_courier_put_in_and_take_out(door: Entrance):
    pin = (await door.here.desk.enrol(ASKER, "D9", badge=COURIER_BADGE))["pin"]
    assert await door.does(LogInByBadge(COURIER_BADGE, "000000")) == REFUSED
    said = await door.does(LogInByBadge(COURIER_BADGE, pin))
    assert (said.shift.may, said.shift.proves) == ({PUT, TAKE}, False)


async def test_the_right_pin_lets_a_courier_take_out_and_five_wrong_ones_lock_it(door: Entrance):
    pin = (await door.here.desk.enrol(ASKER, "DRIVER1", issuer="acme"))["pin"]
    await door.does(LogInByToken(token()))
    assert await door.does(ReadPinLock()) == PinHeard()
    for _ in range(5):
        assert await door.does(ProvePin("000000")) == REFUSED
    assert await door.does(ProvePin(pin)) == LogInRefused(Stop.LOCKED, 900.0)
    door.here.clock.pass_by(timedelta(seconds=119))
    door.here.logins.touch()
    left = await door.does(ProvePin(pin))
    assert left == LogInRefused(Stop.LOCKED, 781.0)
    assert await door.does(ReadPinLock()) == left


async def test_the_pin_proved_is_what_the_session_may_from_now_on(door: Entrance):
    pin = (await door.here.desk.enrol(ASKER, "DRIVER1", issuer="acme"))["pin"]
    await door.does(LogInByToken(token()))
    assert await door.does(ProvePin(pin)) == PinProved(frozenset({PUT, TAKE}))


# Technicians.
async def test_a_technician_gets_in_by_id_or_badge_and_never_by_the_badge_alone(door: Entrance):
    await door.enrol(badge=BADGE)
    assert await door.does(LogInByBadge(BADGE, "")) == REFUSED
    for task in (
        LogInTechnician("Anna7", PIN),
        LogInByBadge(BADGE, PIN),
        LogInByBadge(BADGE, PIN, technician=True),
    ):
        assert await door.does(task) == ServiceBegan(Staffer("anna7"))
        await door.people.logout()


async def test_a_badge_that_is_a_couriers_and_a_technicians_is_the_couriers_at_the_entrance(
    door: Entrance,
):
    pin = (await door.here.desk.enrol(ASKER, "D9", badge=BADGE))["pin"]
    await door.enrol(badge=BADGE)
    assert isinstance(await door.does(LogInByBadge(BADGE, pin)), LoggedIn)
    began = await door.does(LogInByBadge(BADGE, PIN, technician=True))
    assert began == ServiceBegan(Staffer("anna7"))


async def test_a_lock_out_says_for_how_long_known_or_not(door: Entrance):
    await door.enrol()
    for name in ("anna7", "nobody"):
        for _ in range(4):
            assert await door.does(LogInTechnician(name, "wrong-pin-1")) == REFUSED
        fifth = await door.does(LogInTechnician(name, "wrong-pin-1"))
        assert fifth == LogInRefused(Stop.LOCKED, 900.0)


async def test_after_ten_wrong_pins_it_is_until_somebody_lifts_it(door: Entrance):
    await door.enrol()
    for _ in range(2):
        for _ in range(5):
            said = await door.does(LogInTechnician("anna7", "wrong-pin-1"))
        door.here.clock.pass_by(timedelta(seconds=901))
    assert said == LogInRefused(Stop.LOCKED, math.inf)


# Enrolment and the back office.
async def test_an_id_or_badge_that_is_taken_leaves_the_right_to_choose_another(door: Entrance):
    await door.enrol()
    code = (await door.desk.enrol(ASKER, "technician"))["code"]
    ticket = (await door.does(BeginEnrolment(code))).ticket
    taken = await door.does(Enrol(ticket, "anna7", "Anna", PIN))
    assert taken == EnrolObjected(Objection.TAKEN)
    assert await door.does(Enrol(ticket, "bert8", "Bert", PIN)) == Enrolled("bert8")


async def test_the_right_to_enrol_runs_out(door: Entrance, clock: StandingClock):
    code = (await door.desk.enrol(ASKER, "technician"))["code"]
    ticket = (await door.does(BeginEnrolment(code))).ticket
    clock.pass_by(timedelta(seconds=1801))
    late = await door.does(Enrol(ticket, "anna7", "Anna", PIN))
    assert late == EnrolObjected(Objection.OVER)


async def test_a_wrong_installers_code_is_refused_until_none_is_open(door: Entrance):
    await door.desk.enrol(ASKER, "technician")
    said = [await door.does(BeginEnrolment("wrong")) for _ in range(4)]
    over = LogInRefused(Stop.NO_ENROLMENT)
    assert said == [REFUSED, REFUSED, over, over]


async def test_an_answer_is_good_for_one_door_and_once(door: Entrance):
    await door.enrol()
    made = await door.does(AskNonce(ServiceAct.OPEN, " a4 ", "Anna7"))
    assert made == NonceMade(deed(ServiceAct.OPEN, "A4", "anna7"), made.nonce)
    digits = answer(KEY, made.nonce, made.deed)
    other = deed(ServiceAct.OPEN, "12", "anna7")
    assert await door.does(AnswerNonce(other, digits)) == AnswerJudged(False)
    assert await door.does(AnswerNonce(made.deed, digits)) == AnswerJudged(True)
    assert await door.does(AnswerNonce(made.deed, digits)) == AnswerJudged(False)


async def test_an_answer_lifts_the_lock_out_of_its_own_account(door: Entrance):
    await door.enrol()
    for _ in range(5):
        await door.does(LogInTechnician("anna7", "wrong-pin-1"))
    made = await door.does(AskNonce(ServiceAct.UNLOCK, "", "anna7"))
    digits = answer(KEY, made.nonce, made.deed)
    assert await door.does(AnswerNonce(made.deed, digits)) == AnswerJudged(True)
    assert isinstance(await door.does(LogInTechnician("anna7", PIN)), ServiceBegan)


async def test_what_cannot_be_asked_for_is_said_before_anything_is_shown(door: Entrance):
    no_door = await door.does(AskNonce(ServiceAct.OPEN, "99", "anna7"))
    assert no_door == NonceObjected(Objection.NO_DOOR)
    assert await door.does(AskNonce(ServiceAct.UNLOCK, "", "a")) == NonceObjected(Objection.ID)
