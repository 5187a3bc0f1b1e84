"""What is asked from afar: each id once, one door at a time, never beside anybody who is here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.domain.commands import Ask, Heard
from kiosk.domain.errors import CloudBusy, CloudSilent
from kiosk.domain.flows.visit import Failure
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Change,
    CompartmentFlag,
    Contents,
    IntentState,
    Purpose,
    ReservationId,
    ReservationState,
)
from kiosk.domain.particulars import Needs
from kiosk.domain.trust import ClockState
from kiosk.ports_commands import Standing
from kiosk.services.local import Wish
from kiosk.services.orders import Opened, Order, Stayed
from kiosk.services.sync import Freshness
from tests.services.afar import Far
from tests.services.lockers import arrival

S = ReservationState
MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Far]:
    there = Far(tmp_path)
    yield there
    there.close()


def lies(far: Far, name: str = "r1", label: str = "1", **facts: object) -> ReservationId:
    """A reservation of the cloud, as it was last told."""
    told = arrival(name, label, read_at=far.now)
    told = replace(told, reservation=replace(told.reservation, **facts))
    far.runs(far.life.store.absorb([told], complete=False))
    return told.reservation.id


# X7: the matrix, by name.
def test_a_command_opens_its_door_once(far: Far):
    command = far.command()
    assert far.obeys(command) == "done"
    assert far.fired == ["1"]
    assert far.events().count("command.done") == 1


def test_replay_opens_nothing(far: Far):
    command = far.command()
    for _ in range(3):
        far.hear(command)
        far.hear(command, replace(command, label="2"), source="cloud")
    assert far.fired == ["1"]
    assert far.outcome(command) == "done"


def test_replay_after_a_restart_and_six_days_opens_nothing(far: Far):
    command = far.command(Ask.DISABLE)
    far.hear(command)
    far.hear(far.command(Ask.ENABLE))
    far.power_cut(timedelta(days=6))
    far.hear(command)
    assert "1" not in flags(far)


def test_reorder_a_wish_that_was_overtaken_is_void(far: Far):
    disable = far.command(Ask.DISABLE)
    far.waits(1)
    assert far.obeys(far.command(Ask.ENABLE)) == "done"
    assert far.obeys(disable) == "overtaken"
    assert "1" not in flags(far)


def test_reorder_within_one_answer_goes_by_when_they_were_made(far: Far):
    disable = far.command(Ask.DISABLE)
    far.waits(1)
    enable = far.command(Ask.ENABLE)
    far.hear(enable, disable)
    assert [far.outcome(disable), far.outcome(enable)] == ["done", "done"]
    assert "1" not in flags(far)


def test_wrong_locker_opens_nothing(far: Far):
    assert far.obeys(far.command(locker="L2")) == "wrong_locker"
    assert far.fired == []


def test_expired_opens_nothing(far: Far):
    old = far.command(issued_at=far.now - MINUTE)
    ended = far.command(issued_at=far.now - SECOND, expires_at=far.now)
    assert [far.obeys(old), far.obeys(ended)] == ["too_old", "expired"]
    assert far.fired == []


def test_clock_skew_beyond_two_minutes_opens_nothing(far: Far):
    assert far.obeys(far.command(issued_at=far.now + 121 * SECOND)) == "from_the_future"
    assert far.fired == []


def test_clock_untrusted_opens_nothing_and_obeys_the_rest(far: Far):
    far.life.clock = ClockState.UNTRUSTED
    assert far.obeys(far.command()) == "clock_untrusted"
    assert far.obeys(far.command(Ask.DISABLE)) == "done"
    assert far.fired == []


def test_flood_opens_two_doors_at_most_and_the_alarm_is_told_at_once(far: Far):
    far.hear(*(far.command(label=str(n % 4 + 1)) for n in range(1000)))
    assert len(far.fired) <= 2
    told = far.events()
    assert told.count("locker.remote_lockdown") == 1
    assert told.count("command.refused_sum") == 1
    assert len(told) < 50


def test_flood_one_by_one_opens_two_doors_in_that_minute_and_then_none(far: Far):
    for n in range(20):
        far.hear(far.command(label=str(n % 4 + 1)))
        for label in list(far.bank.open):
            far.bank.push_shut(label)
        far.waits(1)
    assert len(far.fired) == 2
    assert far.events().count("locker.remote_lockdown") == 1


def test_power_cut_between_commit_and_pulse_repeats_nothing_and_tells_so(far: Far):
    command = far.command()
    far.cut_at_pulse = True

    async def begun() -> None:
        await far.life.commands.take("relay", Heard((command,), "m"))
        far.life.start(far.life.commands.carry_out())

    far.runs(begun())
    far.waits(1)
    assert [i.state for i in far.runs(far.life.store.unsettled_intents())] == [
        IntentState.UNLOCKING
    ]
    far.power_cut()
    far.hear(command)
    assert far.fired == []
    assert far.outcome(command) == "power"
    assert "command.unknown" in far.events()
    assert far.contents() is Contents.MAYBE


def test_power_cut_before_the_first_step_repeats_nothing(far: Far):
    command = far.command()
    far.runs(far.life.commands.take("relay", Heard((command,), "m")))
    far.power_cut()
    far.hear(command)
    assert (far.fired, far.outcome(command)) == ([], "power")


# The lockdown.
def test_the_lockdown_outlives_power_cuts_and_is_lifted_on_site_only(far: Far):
    far.hear(*(far.command() for _ in range(3)))
    far.power_cut(timedelta(hours=3))
    assert far.obeys(far.command()) == "lockdown"
    assert far.fired == []
    assert far.runs(far.life.standing.lift(1000, "looked into it"))
    assert far.obeys(far.command()) == "done"
    lines = far.runs(far.life.store.journal(500))
    [line] = [one for one in lines if one["name"] == "locker.remote_lockdown_lifted"]
    assert line["facts"] == {"uid": 1000, "reason": "looked into it"}


def test_a_power_cut_gives_no_new_minute(far: Far):
    for label in ("1", "2"):
        assert far.obeys(far.command(label=label)) == "done"
        far.bank.push_shut(label)
        far.waits(1)
    far.power_cut()
    assert far.obeys(far.command()) == "lockdown"


def test_people_with_codes_are_served_while_the_lockdown_stands(far: Far):
    far.hear(*(far.command() for _ in range(3)))
    assert isinstance(far.person_opens("2"), Opened)


# Beside people.
def test_while_somebody_is_at_the_screen_no_door_opens_from_afar(far: Far):
    far.life.somebody = True
    assert far.obeys(far.command()) == "busy"
    assert far.fired == []


def test_it_opens_once_they_have_gone_if_that_is_soon(far: Far):
    far.life.somebody = True
    far.loop.call_later(20, setattr, far.life, "somebody", False)
    assert far.obeys(far.command()) == "done"


def test_while_a_persons_door_is_open_no_other_opens_from_afar(far: Far):
    far.person_opens("2")
    assert far.obeys(far.command()) == "busy"
    assert far.fired == ["2"]


def test_while_a_door_opened_from_afar_is_open_no_persons_is_fired(far: Far):
    far.hear(far.command())
    assert isinstance(far.person_opens("2"), Stayed)
    far.bank.push_shut("1")
    far.waits(1)
    assert isinstance(far.person_opens("2"), Opened)
    far.bank.push_shut("2")
    far.waits(1)
    assert far.life.heard == ["shut"]


def test_a_person_who_comes_and_goes_leaves_a_door_opened_from_afar_what_it_is(far: Far):
    far.hear(far.command())
    far.life.doors.end_visit()
    assert isinstance(far.person_opens("2"), Stayed)
    far.bank.push_shut("1")
    far.waits(1)
    assert door_lines(far) == ["door.opened", "door.closed"]


def test_nothing_is_put_where_somebody_far_away_has_just_opened(far: Far):
    far.hear(far.command())
    far.bank.push_shut("1")
    far.waits(1)
    door = far.life.layout.compartment("1").front
    order = Order(door.id, "r1:dropoff", "consumer", 1, purpose=Purpose.DROPOFF)
    assert far.runs(far.life.doors.open(order)) == Stayed(Failure.OUT_OF_USE)
    assert far.fired == ["1"]


def test_one_door_after_another_from_afar(far: Far):
    first, second = far.command(), far.command(label="2")
    far.loop.call_later(10, far.bank.push_shut, "1")
    far.hear(first, second)
    assert [far.outcome(first), far.outcome(second)] == ["done", "done"]
    assert far.fired == ["1", "2"]


def test_whoever_has_the_code_takes_over_a_door_that_stands_open(far: Far):
    far.hear(far.command())
    assert isinstance(far.person_opens("1"), Opened)
    far.waits(1)
    far.bank.push_shut("1")
    far.waits(1)
    assert far.life.heard == ["shut"]


# Doors and what lies behind them.
@pytest.mark.parametrize("before", [Contents.EMPTY, Contents.PARCEL])
def test_nobody_knows_what_lies_there_after_an_opening_from_afar(far: Far, before: Contents):
    known = Change("test", compartment="1", contents=before)
    far.runs(far.life.store.record(known))
    far.hear(far.command())
    assert far.contents() is Contents.MAYBE
    far.bank.push_shut("1")
    far.waits(1)
    assert far.contents() is Contents.MAYBE
    assert far.runs(far.life.store.unsettled_intents()) == ()
    assert door_lines(far) == ["door.opened", "door.closed"]


def test_a_door_that_nobody_shuts_is_told_and_the_others_are_served(far: Far):
    far.hear(far.command())
    far.waits(121)
    assert flags(far) == {"1": CompartmentFlag.LEFT_OPEN}
    assert "door.left_open" in far.events()
    assert isinstance(far.person_opens("2"), Opened)
    far.bank.push_shut("2")
    far.waits(1)
    far.bank.push_shut("1")
    far.waits(1)
    assert "1" not in flags(far)


def test_a_door_that_jams_is_not_fired_again(far: Far):
    far.bank.mood = "jams"
    command = far.command()
    assert far.obeys(command) == "jammed"
    far.waits(30)
    assert far.fired == ["1"]
    assert isinstance(far.person_opens("2"), Opened)


def test_what_is_in_quarantine_opens_for_nobody_far_away(far: Far):
    flagged(far, CompartmentFlag.QUARANTINED)
    assert far.obeys(far.command()) == "out_of_use"
    assert far.fired == []


def test_a_board_that_is_silent_opens_nothing(far: Far):
    far.bank.silent = True
    assert far.obeys(far.command()) == "board"
    far.bank.silent = False


@pytest.mark.parametrize("label", ["99", None])
def test_a_compartment_nobody_knows_opens_nothing(far: Far, label: str | None):
    assert far.obeys(far.command(label=label)) == "unknown_compartment"


def test_wishes_that_name_no_door_do_not_lock_the_others_out(far: Far):
    strange = [far.command(label=label) for label in ("99", "98", None, "97")]
    far.hear(*strange)
    assert {far.outcome(one) for one in strange} == {"unknown_compartment"}
    assert "locker.remote_lockdown" not in far.events()
    assert far.obeys(far.command()) == "done"


def test_labels_are_printed_from_afar_ten_times_an_hour_also_over_a_power_cut(far: Far):
    first = [far.command(Ask.PRINT, label=None) for _ in range(6)]
    far.hear(*first)
    far.power_cut()
    rest = [far.command(Ask.PRINT, label=None) for _ in range(6)]
    far.hear(*rest)
    ends = [far.outcome(one) for one in (*first, *rest)]
    assert ends == ["no_printer"] * 10 + ["too_many_prints"] * 2
    assert "locker.remote_lockdown" not in far.events()
    far.waits(3601)
    assert far.obeys(far.command(Ask.PRINT, label=None)) == "no_printer"


def test_the_cloud_has_no_say_about_the_kiosks_own_compartments(far: Far):
    assert far.obeys(far.command(label="7"), source="cloud") == "not_yours"
    assert far.obeys(far.command(label="7"), source="relay") == "done"
    assert far.fired == ["7"]


def test_several_doors_are_refused_with_the_reason(far: Far):
    command = far.command(Ask.OPEN_SEVERAL, label=None, labels=("1", "2"))
    assert far.obeys(command) == "one_door_per_command"
    assert far.fired == []


# Reservations.
def test_a_reservations_door_opens_where_it_lies(far: Far):
    name = lies(far, label="3")
    assert far.obeys(far.command(label=None, reservation=name)) == "done"
    assert far.fired == ["3"]
    found = far.runs(far.life.store.reservation(name))
    assert found
    assert found.state is S.STORED


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"state": S.FINISHED}, "ended"),
        ({"state": S.CANCELLED}, "ended"),
        ({"blocked": True}, "blocked"),
        ({"state": S.ANNOUNCED, "compartment": None}, "no_compartment"),
    ],
)
def test_a_reservation_that_gives_no_right_opens_nothing(far: Far, facts, why: str):
    name = lies(far, **facts)
    assert far.obeys(far.command(label=None, reservation=name)) == why
    assert far.fired == []


def test_a_reservation_the_cloud_has_just_ended_opens_nothing(far: Far):
    name = lies(far)
    far.waits(1)
    ended = arrival("r1", state=S.CANCELLED, read_at=far.now)
    far.vendor.says = ended
    assert far.obeys(far.command(label=None, reservation=name)) == "ended"
    assert far.fired == []


def test_the_label_and_the_reservation_must_agree(far: Far):
    name = lies(far)
    assert far.obeys(far.command(label="2", reservation=name)) == "unknown_compartment"


@pytest.mark.parametrize("ask", [Ask.CANCEL, Ask.FINISH, Ask.EXTEND])
def test_the_clouds_reservations_are_read_from_it_and_not_believed(far: Far, ask: Ask):
    name = lies(far, expires_at=far.now + MINUTE)
    wanted = {"label": None, "reservation": name, "until": far.now + 5 * MINUTE}
    assert far.obeys(far.command(ask, **wanted)) == "cloud_silent"
    far.vendor.says = arrival("r1", read_at=far.now)
    far.vendor.says = replace(
        far.vendor.says,
        reservation=replace(far.vendor.says.reservation, expires_at=far.now + MINUTE),
    )
    assert far.obeys(far.command(ask, **wanted)) == "cloud_disagrees"
    far.waits(1)
    state = {Ask.CANCEL: S.CANCELLED, Ask.FINISH: S.FINISHED, Ask.EXTEND: S.STORED}[ask]
    told = arrival("r1", read_at=far.now)
    far.vendor.says = replace(
        told,
        reservation=replace(told.reservation, state=state, expires_at=wanted["until"]),
    )
    assert far.obeys(far.command(ask, **wanted)) == "done"
    assert far.obeys(far.command(ask, **wanted)) == "done"


def test_a_reservation_the_cloud_disowns_is_gone(far: Far):
    name = lies(far)
    far.vendor.says = Freshness.GONE
    assert far.obeys(far.command(Ask.CANCEL, label=None, reservation=name)) == "done"
    found = far.runs(far.life.store.reservation(name))
    assert found
    assert found.state is S.FINISHED


def made_here(far: Far) -> ReservationId:
    wish = Wish("order-1", expires_at=far.now + timedelta(hours=2))
    return far.runs(far.life.local.reserve(wish)).reservation.id


def test_the_kiosks_own_are_cancelled_by_the_rules_of_the_desk(far: Far):
    name = made_here(far)
    cancel = {"label": None, "reservation": name}
    assert far.obeys(far.command(Ask.CANCEL, **cancel), source="cloud") == "not_yours"
    assert far.obeys(far.command(Ask.CANCEL, **cancel)) == "done"
    assert far.obeys(far.command(Ask.CANCEL, **cancel)) == "done"
    assert far.runs(far.life.store.live_reservations()) == ()


@pytest.mark.parametrize("ask", [Ask.CANCEL, Ask.FINISH])
def test_what_lies_inside_has_to_come_out_first(far: Far, ask: Ask):
    name = made_here(far)
    found = far.runs(far.life.store.reservation(name))
    assert found
    assert found.compartment
    stored = Change("t", reservation=name, state=S.STORED)
    far.runs(far.life.store.record(stored))
    label = found.compartment
    for contents, why in [(Contents.PARCEL, "parcel_inside"), (Contents.MAYBE, "parcel_inside"),
                          (Contents.EMPTY, "done")]:  # fmt: skip
        far.runs(far.life.store.record(Change("t", compartment=label, contents=contents)))
        assert far.obeys(far.command(ask, label=None, reservation=name)) == why


def test_the_kiosks_own_last_longer_and_never_shorter(far: Far):
    name = made_here(far)
    later = far.now + timedelta(hours=9)
    extend = {"label": None, "reservation": ReservationId("order-1")}
    assert far.obeys(far.command(Ask.EXTEND, until=later, **extend)) == "done"
    found = far.runs(far.life.store.reservation(name))
    assert found
    assert found.expires_at == later
    assert far.obeys(far.command(Ask.EXTEND, until=later, **extend)) == "done"
    assert far.obeys(far.command(Ask.EXTEND, until=None, **extend)) == "no_later_end"


def test_a_reservation_nobody_knows(far: Far):
    for ask in (Ask.OPEN, Ask.CANCEL):
        command = far.command(ask, label=None, reservation=ReservationId("nobody's"))
        assert far.obeys(command) == "unknown_reservation"


# Compartments.
def flags(far: Far) -> dict[str, CompartmentFlag]:
    held = far.runs(far.life.store.holdings()).values()
    return {holding.label: holding.flag for holding in held if holding.flag is not None}


def flagged(far: Far, flag: CompartmentFlag) -> None:
    change = Change("test", compartment="1", contents=Contents.MAYBE)
    far.runs(far.life.store.flag("1", flag, "test", change))


def door_lines(far: Far) -> list[str]:
    lines = far.runs(far.life.store.journal(500))
    return [str(line["name"]) for line in lines if str(line["name"]).startswith("door.")]


def free(far: Far, **needs: str) -> set[str]:
    found = far.runs(far.life.local.free(Owner.CLOUD, Needs(**needs)))
    return {compartment.label for compartment in found}


def test_what_is_disabled_is_given_to_nobody_until_it_is_enabled(far: Far):
    assert far.obeys(far.command(Ask.DISABLE, reason="painted")) == "done"
    assert flags(far) == {"1": CompartmentFlag.MAINTENANCE}
    assert "1" not in free(far)
    far.waits(1)
    assert far.obeys(far.command(Ask.ENABLE)) == "done"
    assert "1" in free(far)


@pytest.mark.parametrize("flag", [CompartmentFlag.QUARANTINED, CompartmentFlag.MAINTENANCE])
def test_enabling_lifts_nothing_that_somebody_has_to_look_at(far: Far, flag: CompartmentFlag):
    flagged(far, flag)
    assert far.obeys(far.command(Ask.DISABLE)) == "done"
    far.waits(1)
    assert far.obeys(far.command(Ask.ENABLE)) == "needs_look"
    assert flags(far) == {"1": flag}
    assert far.contents() is Contents.MAYBE


def test_enabling_leaves_the_doubt_about_what_lies_there(far: Far):
    far.hear(far.command(Ask.DISABLE))
    far.runs(far.life.store.record(Change("t", compartment="1", contents=Contents.MAYBE)))
    far.waits(1)
    assert far.obeys(far.command(Ask.ENABLE)) == "done"
    assert far.contents() is Contents.MAYBE


def test_a_door_is_shut_by_hand(far: Far):
    assert far.obeys(far.command(Ask.CLOSE)) == "done"
    far.hear(far.command())
    assert far.obeys(far.command(Ask.CLOSE)) == "no_motor"


def test_another_size_or_temperature_counts_for_allocation_and_outlives_the_power(far: Far):
    assert far.obeys(far.command(Ask.RESIZE, size="L")) == "done"
    assert far.obeys(far.command(Ask.THERMAL, thermal="chill")) == "done"
    far.power_cut()
    used = far.life.layout.compartment("1")
    assert (used.size, used.thermal) == ("L", "chill")
    assert free(far, thermal="chill") == {"1"}
    assert "1" not in free(far)


@pytest.mark.parametrize(
    ("ask", "facts", "why"),
    [
        (Ask.RESIZE, {"size": "XXL"}, "unknown_size"),
        (Ask.RESIZE, {}, "unknown_size"),
        (Ask.THERMAL, {"thermal": "lava"}, "unknown_thermal"),
        (Ask.PRINT, {}, "no_printer"),
        (Ask.ROLL_REPLACED, {}, "no_printer"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_word(far: Far, ask: Ask, facts, why: str):
    assert far.obeys(far.command(ask, **facts)) == why


def test_out_of_service_stands_until_it_is_taken_back(far: Far):
    changed: list[bool] = []
    far.life.standing.changed = lambda: changed.append(far.life.standing.closed)
    for _ in range(2):
        assert far.obeys(far.command(Ask.DEACTIVATE, label=None)) == "done"
    assert changed == [True]
    far.power_cut()
    assert far.life.standing.closed
    far.waits(1)
    assert far.obeys(far.command(Ask.ACTIVATE, label=None)) == "done"
    assert Standing.OUT_OF_SERVICE not in far.runs(far.life.store.standing())
    assert [e for e in far.events() if "service" in e] == [
        "locker.out_of_service",
        "locker.in_service",
    ]


# Asking.
def test_whoever_is_asked_is_asked_on_from_where_he_was_heard_last(far: Far):
    far.relay.heard = [Heard(mark="5"), Heard((far.command(Ask.DISABLE),), "6")]

    async def asks() -> None:
        for _ in range(3):
            await far.life.commands.once("relay")

    far.runs(asks())
    far.power_cut()
    far.runs(far.life.commands.once("relay"))
    assert far.relay.since == [None, "5", "6", "6"]


def test_a_source_that_fails_is_left_alone_for_longer_and_longer(far: Far):
    far.relay.heard = [CloudSilent("nobody there")] * 9
    rests = [far.runs(far.life.commands.once("relay")) for _ in range(9)]
    assert rests[0] == 30.0
    assert rests == sorted(rests)
    assert rests[-1] == 256.0
    far.relay.heard = [CloudBusy("later", 500.0)]
    assert far.runs(far.life.commands.once("relay")) == 500.0
    assert far.runs(far.life.commands.once("relay")) == 30.0


def test_while_a_wish_waits_for_a_person_to_leave_the_alarm_does_not_wait(far: Far):
    far.life.somebody = True
    far.relay.heard = [Heard((far.command(),), "1"), Heard((far.command(), far.command()), "2")]
    far.life.start(far.life.commands.run())
    far.waits(31)
    assert "locker.remote_lockdown" in far.events()
    far.waits(60)
    assert far.fired == []


def test_what_waits_is_judged_anew_when_its_turn_comes(far: Far):
    """Meanwhile the cloud ended it, or the lockdown began."""
    name = lies(far)
    far.life.somebody = True

    def leaves() -> None:
        far.life.somebody = False
        ended = arrival("r1", state=S.FINISHED, read_at=far.now)
        far.life.start(far.life.store.absorb([ended], complete=False))

    far.loop.call_later(10, leaves)
    assert far.obeys(far.command(label=None, reservation=name)) == "ended"
    far.life.somebody = True
    far.loop.call_later(10, setattr, far.life, "somebody", False)
    far.loop.call_later(5, setattr, far.life.standing, "locked", True)
    assert far.obeys(far.command()) == "lockdown"
    assert far.fired == []


def test_a_command_that_cannot_be_remembered_is_dropped(far: Far):
    far.hear(far.command(id=""), far.command(id="x" * 200), far.command(id="a b"))
    assert far.fired == []
    assert far.events() == []


def test_words_of_strangers_are_plain_and_short_in_the_journal(far: Far):
    far.hear(far.command(Ask.CLOSE, by="a\u202eb\n" + "c" * 500, reason="\x00x"))
    [line] = [x for x in far.runs(far.life.store.journal(9)) if x["name"] == "command.done"]
    by = line["facts"]["by"]
    assert by.startswith("abccc")
    assert len(by) == 120
