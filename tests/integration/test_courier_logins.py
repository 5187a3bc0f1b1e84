"""Couriers at the kiosk: each way in, what a session may do, how it ends, what is told of it."""

import hashlib
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.clouds.standalone import CLOUD
from kiosk.domain.couriers import (
    Courier,
    LoginWay,
    Permission,
    PushedCode,
    Refusal,
    Refused,
)
from kiosk.domain.model import Change, ReservationId
from kiosk.ports_couriers import ExternalAnswer
from kiosk.services.local import NotPossible
from tests.integration.courier_bench import ASKER, Asking, Counter, Partner, counter
from tests.integration.courier_issuer import rewritten, token
from tests.integration.store_bench import StandingClock, file_of

R, PARCEL = Refusal, ReservationId("r1")
PUT, TAKE = Permission.PUT_IN, Permission.TAKE_OUT
DRIVER = Courier("acme", "DRIVER1")


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
async def here(tmp_path: Path, clock: StandingClock) -> AsyncIterator[Counter]:
    async with counter(tmp_path, clock) as here:
        yield here


async def refusal(attempt: object) -> Refusal:
    with pytest.raises(Refused) as refused:
        await attempt
    return refused.value.why


def later(clock: StandingClock, seconds: float) -> None:
    clock.pass_by(timedelta(seconds=seconds))


async def pin_of(here: Counter, courier: str = "DRIVER1", **given: str) -> str:
    return (await here.desk.enrol(ASKER, courier, **given))["pin"]


# By token.
async def test_a_token_lets_in_to_put_in_and_not_to_take_out(here: Counter):
    session = await here.logins.by_token(token())
    assert (session.courier, session.carrier, session.way) == (DRIVER, "Acme", LoginWay.TOKEN)
    assert session.permissions == {PUT}
    assert not await here.logins.may_take_out(PARCEL)
    assert here.logins.session == session


async def test_with_the_pin_enrolled_for_this_courier_parcels_may_be_taken_out(here: Counter):
    pin = await pin_of(here)
    await here.logins.by_token(token())
    assert await refusal(here.logins.prove("000000")) is R.WRONG
    assert not await here.logins.may_take_out(PARCEL)
    assert (await here.logins.prove(pin)).may(TAKE)
    assert await here.logins.may_take_out(PARCEL)


async def test_nobody_takes_out_with_the_pin_of_another(here: Counter):
    pin = await pin_of(here, "DRIVER2")
    await here.logins.by_token(token())
    assert await refusal(here.logins.prove(pin)) is R.WRONG


async def test_who_has_no_pin_here_hears_the_same_as_with_a_wrong_one(here: Counter):
    await here.logins.by_token(token())
    assert await refusal(here.logins.prove("123456")) is R.WRONG


async def test_the_clouds_yes_at_that_moment_is_as_good_and_its_silence_is_no(
    tmp_path: Path, clock: StandingClock
):
    cloud = Asking(CLOUD.rules, lets_take=True)
    async with counter(tmp_path, clock, cloud) as here:
        await here.logins.by_token(token())
        assert await here.logins.may_take_out(PARCEL)
        assert cloud.asked == ["DRIVER1", "DRIVER1 r1"]
        cloud.silent = True
        assert not await here.logins.may_take_out(PARCEL)
        cloud.silent, cloud.lets_take = False, False
        assert not await here.logins.may_take_out(PARCEL)


async def test_a_token_of_the_whole_network_is_asked_about_where_somebody_answers(
    tmp_path: Path, clock: StandingClock
):
    cloud = Asking(CLOUD.rules, admits=False)
    async with counter(tmp_path, clock, cloud) as here:
        assert await refusal(here.logins.by_token(token())) is R.DENIED
        assert await here.logins.by_token(token(bloqIDs=["here"]))
        await here.logins.log_out()
        cloud.silent = True
        assert await here.logins.by_token(token())


async def test_a_session_without_a_carrier_handles_only_parcels_without_one(here: Counter):
    acme = await here.logins.by_token(token())
    assert (acme.handles("ACME "), acme.handles("Beta"), acme.handles(None)) == (True, False, False)
    await here.logins.log_out()
    await here.desk.code(ASKER, "c1", "D9", code="48151623")
    free = await here.logins.by_code("48151623")
    assert (free.handles(None), free.handles(""), free.handles("Acme")) == (True, True, False)


# One at a time, and no longer than it should be.
async def test_one_courier_at_a_time(here: Counter):
    first = await here.logins.by_token(token())
    other = token(courier_id="DRIVER2")
    assert await refusal(here.logins.by_token(other)) is R.BUSY
    assert here.logins.session == first
    assert "courier.refused" not in await here.told()


async def test_the_same_token_before_the_camera_once_more_begins_nothing(here: Counter, clock):
    first = await here.logins.by_token(token())
    later(clock, 100)
    again = await here.logins.by_token(rewritten(token()))
    assert (again.id, again.began) == (first.id, first.began)
    assert await here.told() == ["courier.logged_in"]


async def test_who_does_nothing_for_120_seconds_is_logged_out(here: Counter, clock):
    await here.logins.by_token(token())
    later(clock, 119)
    here.logins.touch()
    later(clock, 119)
    assert here.logins.session
    later(clock, 1)
    # Nobody is in even before the end is on disk.
    assert here.logins.session is None
    assert not await here.logins.may_take_out(PARCEL)
    await here.sessions.look()
    [line] = [one for one in await here.store.journal(9) if one["name"] == "courier.logged_out"]
    assert (line["facts"]["why"], line["facts"]["seconds"]) == ("idle", 239)


async def test_after_30_minutes_a_courier_logs_in_again_however_busy(here: Counter, clock):
    await here.logins.by_token(token())
    for _ in range(29):
        later(clock, 60)
        here.logins.touch()
    assert here.logins.session
    later(clock, 60)
    here.logins.touch()
    assert here.logins.session is None
    assert await here.logins.by_token(token())


async def test_a_session_ends_at_once_when_its_courier_is_denied(here: Counter):
    await here.logins.by_token(token())
    await here.desk.deny(ASKER, "DRIVER1", "van stolen")
    await here.sessions.look()
    assert here.logins.session is None
    assert await refusal(here.logins.by_token(token())) is R.DENIED


async def test_a_restart_goes_on_with_nobodys_session(tmp_path: Path, clock: StandingClock):
    async with counter(tmp_path, clock) as here:
        await here.logins.by_token(token())
    async with counter(tmp_path, clock) as here:
        assert here.logins.session is None


# A photographed token.
async def test_a_photographed_token_within_five_minutes_of_the_logout_is_told(here: Counter, clock):
    await here.logins.by_token(token())
    await here.logins.log_out()
    later(clock, 300)
    await here.logins.by_token(rewritten(token()))
    assert await here.told() == [
        "courier.logged_in",
        "courier.logged_out",
        "courier.logged_in",
        "courier.token_seen_again",
    ]


async def test_later_it_is_a_courier_who_comes_back(here: Counter, clock):
    await here.logins.by_token(token())
    await here.logins.log_out()
    later(clock, 301)
    await here.logins.by_token(token())
    assert "courier.token_seen_again" not in await here.told()


async def test_a_photographed_token_takes_out_nothing_even_after_its_owner_proved_the_pin(
    here: Counter,
):
    pin = await pin_of(here)
    await here.logins.by_token(token())
    await here.logins.prove(pin)
    await here.logins.log_out()
    thief = await here.logins.by_token(token())
    assert thief.permissions == {PUT}
    assert not await here.logins.may_take_out(PARCEL)


async def test_a_photographed_token_gets_no_second_session_beside_its_owners(here: Counter):
    owner = await here.logins.by_token(token())
    thief = await here.logins.by_token(token())
    assert thief.id == owner.id


# PINs.
async def test_five_wrong_pins_wait_fifteen_minutes_and_ten_wait_for_a_new_one(
    here: Counter, clock
):
    pin = await pin_of(here)

    async def tries(shown: str) -> Refusal:
        await here.logins.log_out()
        await here.logins.by_token(token())
        return await refusal(here.logins.prove(shown))

    assert [await tries("000000") for _ in range(5)] == [R.WRONG] * 5
    assert await tries(pin) is R.LOCKED
    later(clock, 899)
    assert await tries(pin) is R.LOCKED
    later(clock, 2)
    assert [await tries("000000") for _ in range(5)] == [R.WRONG] * 5
    later(clock, 7200)
    assert await tries(pin) is R.LOCKED
    fresh = await pin_of(here)
    assert (await here.logins.prove(fresh)).may(TAKE)


async def test_a_wrong_pin_is_counted_over_a_restart_and_the_wait_begins_anew(
    tmp_path: Path, clock: StandingClock
):
    async with counter(tmp_path, clock) as here:
        pin = await pin_of(here)
        await here.logins.by_token(token())
        for _ in range(5):
            await refusal(here.logins.prove("000000"))
    later(clock, 890)
    async with counter(tmp_path, clock) as here:
        await here.logins.by_token(token())
        assert await refusal(here.logins.prove(pin)) is R.LOCKED


# By badge.
async def test_a_badge_lets_in_with_its_holders_pin_only(here: Counter):
    pin = await pin_of(here, badge="0004711815", carrier="Beta")
    assert await refusal(here.logins.by_badge("0004711815", "")) is R.WRONG
    assert await refusal(here.logins.by_badge("0004711815", "000000")) is R.WRONG
    assert await refusal(here.logins.by_badge("0004711816", pin)) is R.WRONG
    session = await here.logins.by_badge("0004711815", pin)
    assert (session.courier, session.carrier) == (DRIVER, "Beta")
    assert session.permissions == {PUT, TAKE}


async def test_a_badge_is_one_persons(here: Counter):
    await pin_of(here, badge="0004711815")
    with pytest.raises(NotPossible):
        await pin_of(here, "DRIVER2", badge="0004711815")


# By credentials.
async def test_credentials_the_partner_knows_let_in(tmp_path: Path, clock: StandingClock):
    async with counter(tmp_path, clock, partner=Partner()) as here:
        session = await here.logins.by_credentials("driver", "geheim-7")
        assert (session.courier, session.carrier) == (Courier("external", "C7"), "Beta")
        assert session.permissions == {PUT}


async def test_the_partner_may_let_take_out_and_leave_the_carrier_to_the_operator(
    tmp_path: Path, clock: StandingClock
):
    said = ExternalAnswer(valid=True, courier="C7", permissions=frozenset({PUT, TAKE}))
    async with counter(tmp_path, clock, partner=Partner(said)) as here:
        session = await here.logins.by_credentials("driver", "geheim-7")
        assert (session.permissions, session.carrier) == ({PUT, TAKE}, "Given")


async def test_wrong_credentials_a_silent_partner_and_none_at_all_are_three_things(
    here: Counter, tmp_path: Path, clock: StandingClock
):
    assert await refusal(here.logins.by_credentials("driver", "geheim-7")) is R.NOT_OFFERED
    assert "courier.refused" not in await here.told()
    partner, folder = Partner(), tmp_path / "other"
    folder.mkdir()
    async with counter(folder, clock, partner=partner) as there:
        assert await refusal(there.logins.by_credentials("driver", "wrong")) is R.WRONG
        assert await refusal(there.logins.by_credentials("dri\nver", "wrong")) is R.MALFORMED
        partner.silent = True
        assert await refusal(there.logins.by_credentials("driver", "geheim-7")) is R.UNREACHABLE
        assert there.logins.session is None


# By code.
async def test_a_code_given_here_is_good_without_network_until_it_ends(here: Counter, clock):
    made = await here.desk.code(
        ASKER, "c1", "D9", carrier="Acme", may="put_in,take_out", expires="2026-05-04T13:00:00Z"
    )
    session = await here.logins.by_code(made["code"])
    assert (session.courier, session.permissions) == (Courier("acme", "D9"), {PUT})
    await here.logins.log_out()
    later(clock, 3600)
    assert await refusal(here.logins.by_code(made["code"])) is R.WRONG


async def test_with_a_code_parcels_are_taken_out_by_pin_only_and_only_if_the_code_permits(
    here: Counter,
):
    pin = await pin_of(here, "D9")
    await here.desk.code(ASKER, "both", "D9", code="48151623", may="put_in,take_out")
    await here.desk.code(ASKER, "one", "D9", code="42424242", may="put_in")
    await here.logins.by_code("48151623")
    assert not await here.logins.may_take_out(PARCEL)
    await here.logins.prove(pin)
    assert await here.logins.may_take_out(PARCEL)
    await here.logins.log_out()
    await here.logins.by_code("42424242")
    assert await refusal(here.logins.prove(pin)) is R.NOT_OFFERED
    assert not await here.logins.may_take_out(PARCEL)


@pytest.mark.parametrize("algorithm", ["sha256", "sha512"])
async def test_a_code_pushed_as_its_hash_is_good(here: Counter, algorithm: str):
    hashed = hashlib.new(algorithm, b"Route66North").hexdigest().upper()
    assert await here.codes.absorb([PushedCode("p1", DRIVER, hashed, algorithm)]) == 1
    assert await refusal(here.logins.by_code(hashed[:64])) is R.WRONG
    assert (await here.logins.by_code("Route 66-North")).courier == DRIVER


async def test_what_the_cloud_pushes_no_more_is_good_no_more(here: Counter):
    await here.desk.code(ASKER, "own", "D9", code="48151623")
    await here.codes.absorb([PushedCode("p1", DRIVER, "11112222")])
    assert await here.codes.absorb([PushedCode("p2", DRIVER, "33334444")]) == 2
    assert await refusal(here.logins.by_code("11112222")) is R.WRONG
    assert await here.logins.by_code("33334444")
    await here.logins.log_out()
    assert await here.logins.by_code("48151623")
    await here.logins.log_out()
    await here.desk.code_drop(ASKER, "own")
    assert await refusal(here.logins.by_code("48151623")) is R.WRONG


async def test_a_hash_nobody_can_look_up_is_left_out(here: Counter):
    bcrypt = PushedCode("p1", DRIVER, "$2b$12$abcdefghijklmnopqrstuv", "bcrypt")
    assert await here.codes.absorb([bcrypt, PushedCode("p2", DRIVER, "zz", "sha256")]) == 0


async def test_after_some_wrong_codes_each_needs_its_login(here: Counter):
    await here.desk.code(ASKER, "c1", "D9", code="48151623", login="Anna")
    for wrong in ("11111111", "22222222", "33333333"):
        assert await refusal(here.logins.by_code(wrong)) is R.WRONG
    assert await refusal(here.logins.by_code("48151623")) is R.LOGIN_NEEDED
    assert await refusal(here.logins.by_code("48151623", "bert")) is R.WRONG
    assert (await here.logins.by_code("48151623", "ANNA")).courier.id == "D9"


async def test_right_codes_count_as_no_tries(here: Counter):
    await here.desk.code(ASKER, "c1", "D9", code="48151623")
    for _ in range(6):
        await here.logins.by_code("48151623")
        await here.logins.log_out()


async def test_a_code_two_couriers_share_lets_in_neither_without_a_login(here: Counter):
    await here.desk.code(ASKER, "c1", "D8", code="48151623", login="anna")
    await here.desk.code(ASKER, "c2", "D9", code="48151623", login="bert")
    assert await refusal(here.logins.by_code("48151623")) is R.LOGIN_NEEDED
    assert (await here.logins.by_code("48151623", "bert")).courier.id == "D9"


# What is told, and what never is.
async def test_the_events_carry_what_the_token_passed_along_and_the_journal_only_ids(
    here: Counter,
):
    await here.logins.by_token(token(metadata={"vehicle": "van 7", "depot": "North", "n": "Anna"}))
    event = await here.store.next_event(here.clock.now())
    assert event
    assert (event.name, event.data["courier"], event.data["way"]) == (
        "courier.logged_in",
        "DRIVER1",
        "token",
    )
    assert event.sealed == {
        "courier.vehicle": "van 7",
        "courier.depot": "North",
        "courier.n": "Anna",
    }
    seen = json.dumps([list(await here.store.journal(9)), list(await here.store.outbox())])
    assert "DRIVER1" in seen
    assert not any(word in seen for word in ("van 7", "North", "Anna"))


async def test_a_rejected_code_is_sealed_in_its_event(here: Counter):
    forged = token("stranger")
    assert await refusal(here.logins.by_token(forged)) is R.BAD_SIGNATURE
    event = await here.store.next_event(here.clock.now())
    assert event
    assert (event.name, event.data["why"]) == ("courier.refused", "bad_signature")
    assert event.sealed == {"code": forged}
    seen = json.dumps([list(await here.store.journal(9)), list(await here.store.outbox())])
    assert forged not in seen


async def test_a_flood_of_refusals_is_told_twenty_times_an_hour_and_then_counted(
    here: Counter, clock
):
    for _ in range(50):
        await refusal(here.logins.by_token("eyJ.x.y"))
    assert (await here.told()).count("courier.refused") == 20
    later(clock, 3600)
    await refusal(here.logins.by_token("eyJ.x.y"))
    newest = (await here.store.journal(1))[0]
    assert newest["facts"]["untold"] == 30


async def test_no_code_pin_badge_secret_or_token_rests_in_clear(
    tmp_path: Path, clock: StandingClock
):
    hashed = hashlib.sha256(b"Route66North").hexdigest()
    canaries = ["48151623", "0004711815", "geheim-7", "annalogin", hashed, token("stranger")]
    async with counter(tmp_path, clock, partner=Partner()) as here:
        await here.desk.code(ASKER, "c1", "D9", code="48151623", login="annalogin")
        await here.codes.absorb([PushedCode("p1", DRIVER, hashed, "sha256")])
        pin = await pin_of(here, badge="0004711815")
        canaries.append(pin)
        await refusal(here.logins.by_token(token("stranger")))
        for attempt in (
            here.logins.by_credentials("driver", "geheim-7"),
            here.logins.by_code("48151623", "annalogin"),
            here.logins.by_badge("0004711815", pin),
        ):
            await attempt
            await here.logins.log_out()
        shown = json.dumps(await here.desk.couriers())
        assert not any(canary in shown for canary in canaries)
    kept = b"".join(one.read_bytes() for one in file_of(tmp_path).parent.iterdir() if one.is_file())
    assert b"DRIVER1" in kept
    for canary in canaries:
        for form in (canary, canary.encode().hex()):
            assert form.encode() not in kept, canary


# What an operator says.
async def test_a_denial_and_a_moment_called_back_outlive_a_restart(
    tmp_path: Path, clock: StandingClock
):
    async with counter(tmp_path, clock) as here:
        await here.desk.deny(ASKER, "DRIVER2", "left the firm")
        await here.desk.not_before(ASKER, "2026-05-04T11:00:00Z")
    async with counter(tmp_path, clock) as here:
        assert await refusal(here.logins.by_token(token(courier_id="DRIVER2"))) is R.DENIED
        assert await here.logins.by_token(token())
        await here.logins.log_out()
        await here.desk.not_before(ASKER, "now")
        assert await refusal(here.logins.by_token(token())) is R.ISSUED_TOO_EARLY
        assert (await here.desk.allow(ASKER, "DRIVER2")) == {"allowed": True}


async def test_what_was_called_back_stays_so(here: Counter):
    await here.desk.not_before(ASKER, "now")
    said = await here.desk.not_before(ASKER, "2020-01-01T00:00:00Z")
    assert said["not_before"] == "2026-05-04T12:00:00+00:00"
    with pytest.raises(NotPossible):
        await here.desk.not_before(ASKER, "2026-05-05T12:00:00Z")


async def test_a_check_says_why_and_tells_nobody(here: Counter):
    await here.desk.deny(ASKER, "DRIVER2", "left the firm")
    before = await here.told(), await here.journal()
    assert (await here.desk.check(token()))["taken"] is True
    assert (await here.desk.check(token(courier_id="DRIVER2")))["why"] == "denied"
    assert (await here.desk.check("nonsense"))["why"] == "malformed"
    assert (await here.told(), await here.journal()) == before
    assert here.logins.session is None


async def test_a_login_that_cannot_be_recorded_is_none(here: Counter):
    await here.store.record(Change("before"))
    await here.store.aclose()
    with pytest.raises(Exception, match="closed"):
        await here.logins.by_token(token())
    assert here.logins.session is None


async def test_the_outbox_is_woken_for_what_is_to_be_told(here: Counter):
    woken: list[str] = []
    here.records.told = lambda: woken.append("now")
    await here.logins.by_token(token())
    await here.logins.log_out()
    await refusal(here.logins.by_token("eyJ.x.y"))
    assert len(woken) == 3
