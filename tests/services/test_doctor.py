"""Every finding says what it is and what to do."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain.layout import Owner
from kiosk.domain.policy import Policy
from kiosk.domain.site import OFF, SetBy, off_on_site
from kiosk.services.doctor import Finding, Seen, Verdict, diagnose, door_rows, hit_rate
from kiosk.services.doctor_host import Host, examine
from tests.services.lockers import KIOSKFORCE, STANDALONE, START, bank

LAYOUT = bank("SSM", Owner.LOCAL)
USUAL = Policy()
WELL = Seen(camera=True, cloud="", doors=dict.fromkeys(("1", "2", "3"), "shut"))
HOST = Host(
    (3, 11, 7), "6.11.3", (3, 51, 3), True, "", 10**10, datetime(2026, 5, 4, tzinfo=UTC), True
)


def found(seen: Seen, rules=KIOSKFORCE, policy=USUAL, camera="/dev/video0") -> dict[str, Finding]:
    return {one.name: one for one in diagnose(seen, LAYOUT, rules, policy, camera, START)}


def of_host(**facts) -> dict[str, Finding]:
    return {one.name: one for one in examine(replace(HOST, **facts))}


def digits(length: int, count: int) -> dict[str, object]:
    return {"alphabet": "digits", "length": length, "count": count}


def test_when_all_is_well_nothing_is_warned_of():
    findings = [*found(WELL).values(), *of_host().values()]
    assert {one.verdict for one in findings} == {Verdict.OK}
    assert all(one.sentence.endswith(".") for one in findings)


def test_a_new_kiosk_says_how_somebody_comes_into_service_mode():
    assert "technicians" not in found(WELL)
    nobody, two = [found(replace(WELL, technicians=n))["technicians"] for n in (0, 2)]
    assert "kiosk service enrol" in nobody.sentence
    assert two.sentence == "2 may enter service mode."


def test_with_a_cloud_it_says_that_the_cloud_commands_no_lock_here():
    locks = found(WELL)["locks"].sentence
    assert "agreed with the vendor that kioskforce commands no lock of this bank" in locks
    assert {"locks", "cloud"}.isdisjoint(found(WELL, STANDALONE))


def test_in_mode_front_it_says_who_has_the_locks_and_wants_no_sensors():
    front = found(replace(WELL, doors={"1": "open"}), replace(KIOSKFORCE, front=True))
    assert "fires nothing itself" in front["locks"].sentence
    assert front["doors"].verdict is Verdict.WARN
    assert not any(name.startswith("wire") for name in front)
    unseen = found(replace(WELL, doors={}), replace(KIOSKFORCE, front=True))
    assert unseen["doors"].sentence == "The cloud shows 0 of 3; none is open."


@pytest.mark.parametrize(
    ("worse", "name", "verdict", "says"),
    [
        ({"camera": False}, "camera", Verdict.BAD, "no frames"),
        ({"cloud": "the key is not accepted"}, "cloud", Verdict.BAD, "not accepted"),
        ({"cloud": None}, "cloud", Verdict.WARN, "check [cloud] key"),
        ({"wires": {"main": ""}}, "wire main", Verdict.BAD, "power, cable"),
        ({"doors": {"1": "shut", "2": "shut"}}, "doors", Verdict.BAD, "door 3"),
        ({"doors": {"1": "open", "2": "shut", "3": "shut"}}, "doors", Verdict.WARN, "open: door 1"),
        ({"flags": {"2": "quarantined"}}, "doors", Verdict.WARN, "2 is quarantined"),
        ({"store": "the database is damaged"}, "database", Verdict.BAD, "damaged"),
        ({"parked": 2}, "database", Verdict.WARN, "2 facts"),
        ({"newest": (START + timedelta(hours=1)).isoformat()}, "database", Verdict.BAD, "clock"),
        ({"made": False}, "database", Verdict.OK, "none yet"),
    ],
)
def test_trouble_is_named(worse, name, verdict, says):
    finding = found(replace(WELL, **worse))[name]
    assert finding.verdict is verdict
    assert says in finding.sentence


def test_no_camera_is_no_trouble_where_none_is_configured():
    assert found(replace(WELL, camera=False), camera="")["camera"].verdict is Verdict.OK


def off(now: bool, later: bool) -> Seen:
    kept = SetBy(OFF if later else "on", "anna7", START)
    return replace(WELL, camera=not now, camera_off=off_on_site(kept, "v0", "" if now else "v0"))


@pytest.mark.parametrize(
    ("now", "later", "says"),
    [
        (True, True, f"Off, switched off on site by anna7 at {START:%Y-%m-%d}"),
        (True, False, "Off until the next start"),
        (False, True, "delivers frames; off from the next start, switched off on site by anna7"),
        (False, False, "delivers frames."),
    ],
)
def test_a_camera_that_was_switched_off_on_site_is_no_trouble(now, later, says):
    finding = found(off(now, later))["camera"]
    assert finding.verdict is Verdict.OK
    assert says in finding.sentence


def test_a_camera_that_kiosk_toml_does_not_name_was_switched_off_by_nobody():
    assert off_on_site(SetBy(OFF, "anna7", START), "", "") is None


@pytest.mark.parametrize(
    ("worse", "verdict", "says"),
    [
        ({}, Verdict.OK, "7 codes read, the last 12 s ago"),
        ({"heard": 7300.0}, Verdict.OK, "the last 2 h ago"),
        ({"heard": None, "reads": 0}, Verdict.OK, "nothing was read since the start"),
        ({"heard": None, "reads": 0, "refused": 3}, Verdict.WARN, "[scanner] baud"),
        ({"heard": None, "reads": None}, Verdict.OK, "can be opened"),
        ({"trouble": "gone"}, Verdict.BAD, "/dev/ttyACM0 is not there"),
        ({"trouble": "forbidden"}, Verdict.BAD, "group dialout"),
        ({"trouble": "held"}, Verdict.BAD, "another program"),
        ({"trouble": "of tomorrow"}, Verdict.BAD, "[scanner] serial"),
    ],
)
def test_the_hand_scanner_is_there_readable_and_was_heard(worse, verdict, says):
    scanner = {"device": "/dev/ttyACM0", "trouble": "", "reads": 7, "refused": 0, "heard": 12.4}
    finding = found(replace(WELL, scanner={**scanner, **worse}))["serial scanner"]
    assert finding.verdict is verdict
    assert says in finding.sentence
    assert "serial scanner" not in found(WELL)


@pytest.mark.parametrize(
    ("worse", "name", "verdict"),
    [
        ({"python": (3, 10, 1)}, "python", Verdict.BAD),
        ({"pyside": "6.12.0"}, "pyside6", Verdict.BAD),
        ({"pyside": "6.12.0", "python": (3, 12, 1)}, "pyside6", Verdict.OK),
        ({"pyside": None}, "pyside6", Verdict.BAD),
        ({"sqlite": (3, 40, 1)}, "sqlite", Verdict.OK),
        ({"zbar": False}, "libzbar", Verdict.WARN),
        ({"key": "[store] key must have mode 0600"}, "key", Verdict.BAD),
        ({"key": None}, "key", Verdict.OK),
        ({"disk_free": 4 * 10**8}, "disk", Verdict.WARN),
        ({"damaged": ("kiosk.db.broken-20260504T120000Z",)}, "damage", Verdict.WARN),
        ({"disk_free": 10**6}, "disk", Verdict.BAD),
        ({"now": datetime(1970, 1, 1, tzinfo=UTC)}, "clock", Verdict.BAD),
        ({"clock_set": False}, "clock", Verdict.WARN),
        ({"clock_set": None}, "clock", Verdict.OK),
    ],
)
def test_trouble_of_the_computer_is_named(worse, name, verdict):
    assert of_host(**worse)[name].verdict is verdict


@pytest.mark.parametrize(
    ("length", "live", "tries", "rate"),
    [
        (4, 20, 10, 0.020),
        (4, 60, 100, 0.45),
        (4, 150, 100, 0.78),
        (5, 60, 10, 0.0060),
        (6, 60, 3, 0.00018),
        (6, 60, 100, 0.0060),
        (8, 150, 100, 0.00015),
    ],
)
def test_the_hit_rate_is_that_of_distinct_random_codes(length, live, tries, rate):
    assert hit_rate([digits(length, live)], tries) == pytest.approx(rate, rel=0.03)


def test_who_guesses_takes_the_length_that_pays_best():
    mixed = [digits(4, 5), digits(6, 60), {"alphabet": "letters", "length": 4, "count": 60}]
    assert hit_rate(mixed, 3) == hit_rate([digits(4, 5)], 3)
    assert hit_rate([], 100) == 0
    assert hit_rate([digits(1, 1)], 100) == pytest.approx(1)
    assert hit_rate([digits(9, 60)], 3) == hit_rate([digits(8, 60)], 3)


def test_the_hit_rate_is_said_where_short_codes_open_alone():
    assert "short codes" not in found(WELL)
    seen = replace(WELL, shapes=[digits(4, 60)])
    finding = found(seen, policy=Policy(short_code_alone=True))["short codes"]
    assert finding.verdict is Verdict.WARN
    assert "60 codes live now, 3 blind tries (then the kiosk asks for more)" in finding.sentence
    assert "hit with 1.8 %, 100 with 45 %" in finding.sentence


def test_every_door_is_listed_with_where_it_hangs():
    first = door_rows(replace(WELL, flags={"1": "left_open"}), LAYOUT)[0]
    assert first == {
        "door": "1", "wire": "main", "board": 0, "channel": 0,
        "polarity": "shut_closes", "state": "shut", "flag": "left_open",
    }  # fmt: skip


def test_the_doors_of_a_lost_wire_are_not_complained_of_twice():
    findings = found(replace(WELL, wires={"main": "no answer"}, doors={}))
    assert findings["wire main"].verdict is Verdict.BAD
    assert findings["doors"].verdict is Verdict.OK
