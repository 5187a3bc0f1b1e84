"""Whoever changes the journal is found out, and the first bad record is named."""

import pytest

from kiosk.domain import chain
from kiosk.domain.verifying import Head, Verifier
from tests.domain.chained import NAIVE, PER_DAY, SEED, WAYS, journal, seal, verified

COUNT = 60


def test_a_journal_that_nobody_touched_is_good():
    records, head = journal(PER_DAY * 2 + 5)
    found = verified(records, head)
    assert found.bad is None
    assert found.signed == found.records == PER_DAY * 2 + 5


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("at", [2, 30, COUNT])
def test_the_first_bad_record_is_named(way, at):
    records, head = journal(COUNT)
    changed, end, expected = way(records, head, at)
    assert verified(changed, end).bad.seq == expected


@pytest.mark.parametrize("way", NAIVE, ids=lambda way: way.__name__)
def test_without_a_key_the_hashes_show_what_was_not_made_anew(way):
    records, head = journal(COUNT)
    changed, end, expected = way(records, head, 30)
    assert verified(changed, end, key=False).bad.seq == expected


def test_who_takes_todays_key_cannot_sign_for_yesterday():
    records, head = journal(PER_DAY + 50)
    today = chain.next_day(SEED)
    for number in range(9, len(records)):
        records[number]["compartment"] = "99"
        seal(records[number], bytes.fromhex(records[number - 1]["hash"]), today)
    sum_ = bytes.fromhex(records[-1]["hash"])
    mac = chain.head_mac(today, len(records), sum_).hex()
    bad = verified(records, {**head, "hash": sum_.hex(), "mac": mac}).bad
    assert bad is not None
    assert bad.seq == 10


def test_what_was_cut_off_after_it_was_told_is_missed():
    records, head = journal(COUNT)
    verifier = Verifier(told=Head(40, records[39]["hash"]))
    verifier.take_all(records[:30])
    verifier.end({**head, "seq": 30, "hash": records[29]["hash"]})
    assert verifier.bad is not None
    assert verifier.bad.seq == 40


def test_history_written_anew_is_not_what_was_told():
    records, _ = journal(COUNT)
    verifier = Verifier(told=Head(40, "00" * 32)).take_all(records)
    assert verifier.bad is not None
    assert verifier.bad.seq == 40


def test_a_journal_cut_at_its_end_says_so():
    records, _ = journal(COUNT)
    assert verified(records, None).bad.seq == COUNT + 1


def test_a_salvaged_journal_says_from_which_line_it_holds_and_that_what_was_before_is_missing():
    records, head = journal(COUNT)
    saved, before = records[9:], chain.GENESIS
    for record in saved:
        seal(record, before, SEED)
        before = bytes.fromhex(record["hash"])
    end = {**head, "hash": before.hex(), "mac": chain.head_mac(SEED, COUNT, before).hex()}
    found = verified(saved, end)
    assert (found.begins, found.last, found.records) == (10, COUNT, COUNT - 9)
    assert found.bad is not None
    assert found.bad.seq == 1
    assert "before line 10: from there on the journal holds" in found.bad.why
    part = Verifier()
    part.begin_anywhere()
    assert part.take_all(saved).end(end)


def test_erased_facts_leave_the_chain_whole_and_say_nothing():
    records, head = journal(COUNT)
    for record in records[:20]:
        del record["salt"], record["private"]
    found = verified(records, head)
    assert found.bad is None
    assert found.erased == 20


def test_what_was_erased_cannot_be_made_up_again():
    records, head = journal(COUNT)
    records[4]["salt"] = "ab" * 16
    assert verified(records, head).bad.seq == 5


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        [],
        {},
        {"seq": "3"},
        {"seq": True},
        {"seq": -1},
        {"seq": 3, "body": "zz"},
        {"seq": 3, "body": 5},
        {"seq": 1 << 70},
    ],
)
def test_what_is_no_record_is_bad_and_breaks_nothing(odd):
    records, head = journal(4)
    assert verified([*records[:2], odd, *records[2:]], head).bad is not None


@pytest.mark.parametrize("name", sorted(journal(1)[0][0]))
@pytest.mark.parametrize("value", [None, "", -1, {}, [], "\ud800", 1 << 4000])
def test_no_odd_value_of_a_record_breaks_the_verifier(name, value):
    records, head = journal(3)
    records[1][name] = value
    assert verified(records, head).bad is not None or records == journal(3)[0]


def test_a_key_far_in_the_future_is_not_counted_up_to():
    records, head = journal(3)
    records[1]["epoch"] = 1 << 50
    assert verified(records, head).bad.seq == 2
