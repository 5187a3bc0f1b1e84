"""A list of reservations is taken whole or not at all."""

import secrets
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Kind, NewCode, Purpose, ReservationState, Way
from kiosk.domain.particulars import Contact
from kiosk.domain.policy import Policy
from kiosk.services.csv_lines import MOST_LINES, Bad
from kiosk.services.intake import Intake
from kiosk.services.local import LocalReservations, NotPossible, Wish
from kiosk.services.renewals import Renewals
from tests.integration.store_bench import NOON, StandingClock, furnished
from tests.services.fakes import Nobody
from tests.services.lockers import arrival, bank

LAYOUT = bank("SSML", Owner.LOCAL)
HEADER = "ref,kind,size,compartment,name,phone,email,language,expires,code\n"
LATER = "2026-05-09T12:00:00+00:00"
WHOLE = f"a,delivery,M,,Ada Byron,+49 170 12(34),ada@example.org,de,{LATER},KL8MN2\n"
UID = {"uid": 7}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    async with furnished(tmp_path, StandingClock()) as store:
        yield store


class Counter:
    """The operator's side of the store."""

    def __init__(self, store: SqliteStore, policy: Policy) -> None:
        clock = StandingClock()
        self.local = LocalReservations(LAYOUT, store, clock, secrets.randbelow)
        self.intake = Intake(LAYOUT, store, self.local, clock, policy)
        self.renewals = Renewals(store, self.local, clock, Nobody())

    async def take(self, *lines: str):
        return await self.intake.take(HEADER + "".join(lines), UID)

    async def reasons(self, *lines: str) -> str:
        taken = await self.take(*lines)
        assert not taken.made
        return " | ".join(f"{bad.line}: {bad.reason}" for bad in taken.bad)


@pytest.fixture
def counter(store: SqliteStore) -> Counter:
    return Counter(store, Policy())


def line(ref: str = "a", **values: str) -> str:
    columns = HEADER.strip().split(",")
    return ",".join({"ref": ref, "kind": "delivery", **values}.get(c, "") for c in columns) + "\n"


async def refs(store: SqliteStore) -> list[str]:
    return sorted(r.ref for r in await store.live_reservations())


async def test_a_whole_line_becomes_a_reservation_that_its_own_code_opens(counter, store):
    taken = await counter.take(WHOLE)
    [made] = taken.made
    kept = made.reservation
    assert (kept.ref, kept.compartment, kept.language) == ("a", "3", "de")
    assert kept.expires_at == NOON + timedelta(days=5)
    [claim] = await store.typed_claims("KL8MN2")
    assert (claim.reservation.id, claim.purpose) == (kept.id, Purpose.PICKUP)
    assert await store.datum_matches(kept.id, "1234")


async def test_whom_to_tell_is_kept_for_the_message(counter, store):
    [made] = (await counter.take(WHOLE)).made
    told = await store.contact(made.reservation.id)
    assert told == Contact("Ada Byron", "+49 170 12(34)", "ada@example.org")


async def test_only_the_codes_made_here_are_said(counter):
    [made] = (await counter.take(WHOLE)).made
    ways = [(c.purpose, c.way) for c in made.codes]
    assert len(ways) == 3
    assert (Purpose.PICKUP, Way.TYPED) not in ways


async def test_the_file_may_begin_with_a_mark_and_name_columns_in_any_order(counter):
    text = "\ufeffKIND,ref,size,compartment,name,phone,email,language,expires\ndelivery,a,,,,,,,\n"
    assert len((await counter.intake.take(text, UID)).made) == 1


@pytest.mark.parametrize("text", ["", "ref;kind\n", "a,delivery\n", HEADER * 2, 'ref,"kind\n'])
async def test_what_has_no_header_is_no_list(counter, text):
    if text == HEADER * 2:
        assert [bad.line for bad in (await counter.intake.take(text, UID)).bad] == [2]
        return
    with pytest.raises(NotPossible, match="line 1"):
        await counter.intake.take(text, UID)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"kind": "swap"}, "kind 'swap' is none of delivery, first_mile, return, send, store"),
        ({"kind": ""}, "kind"),
        ({"ref": ""}, "ref"),
        ({"ref": "x" * 65}, "ref"),
        ({"size": "XXL"}, "size 'XXL' is none of S, M, L"),
        ({"compartment": "99"}, "no compartment '99'"),
        ({"name": "A\N{RIGHT-TO-LEFT OVERRIDE}B"}, "name"),
        ({"phone": "call me"}, "phone"),
        ({"phone": "1-2 "}, "phone"),
        ({"email": "nobody"}, "email"),
        ({"language": "Deutsch!"}, "language"),
        ({"expires": "tomorrow"}, "ISO 8601"),
        ({"expires": "2026-05-09T12:00:00"}, "time zone"),
        ({"expires": "2026-05-01T12:00:00+00:00"}, "passed"),
        ({"code": "12345"}, "shorter than 6"),
        ({"code": "not/one"}, "letters and digits"),
        ({"code": "123456789"}, "check digit"),
    ],
)
async def test_a_bad_line_is_named_with_its_reason_and_nothing_is_made(
    counter, store, values, reason
):
    said = await counter.reasons(line("good"), line(**values))
    assert said.startswith("3: ")
    assert reason in said
    assert await refs(store) == []


async def test_no_reason_says_what_may_be_somebodys(counter):
    said = await counter.reasons(
        line(phone="secret-1", email="secret-2", code="secret/3", name="secret\x074")
    )
    assert "secret" not in said


async def test_every_bad_line_is_named_by_its_line_in_the_file(counter):
    taken = await counter.take(line(), "\n", line("b", kind="x"), 'c,"de\nlivery"\n', line("d,,"))
    assert [bad.line for bad in taken.bad] == [4, 5, 7]


async def test_short_codes_are_taken_where_the_operator_allows_them(store):
    counter = Counter(store, Policy(short_code_alone=True))
    assert len((await counter.take(line(code="4711"))).made) == 1
    assert len(await store.typed_claims("4711")) == 1


async def test_the_same_list_twice_changes_nothing(counter, store):
    await counter.take(WHOLE, line("b", compartment="1"))
    before = len(await store.journal(99))
    again = await counter.take(WHOLE, line("b", compartment="1"))
    assert (again.made, again.unchanged, again.bad) == ((), 2, ())
    assert len(await store.journal(99)) == before


async def test_a_ref_that_has_ended_is_not_made_again(counter, store):
    [made] = (await counter.take(WHOLE)).made
    done = Change("x", reservation=made.reservation.id, state=ReservationState.FINISHED)
    await store.record(done)
    await store.forget_used(NOON + timedelta(days=3))
    assert (await counter.take(WHOLE)).unchanged == 1
    assert await refs(store) == []


@pytest.mark.parametrize(
    ("other", "column"),
    [
        (WHOLE.replace("delivery", "send"), "kind"),
        (WHOLE.replace(",M,", ",L,"), "size"),
        (WHOLE.replace(",M,,", ",,4,"), "compartment"),
        (WHOLE.replace("(34)", "(35)"), "phone"),
        (WHOLE.replace("+49 170 12(34)", ""), "phone"),
        (WHOLE.replace("Ada Byron", "Ada Lovelace"), "name"),
        (WHOLE.replace("ada@", "countess@"), "email"),
        (WHOLE.replace(",de,", ",pt,"), "language"),
        (WHOLE.replace("05-09", "05-10"), "expires"),
        (WHOLE.replace("KL8MN2", "KL8MN3"), "code"),
    ],
)
async def test_a_known_ref_with_other_facts_is_a_conflict_that_names_the_column(
    counter, store, other, column
):
    await counter.take(WHOLE)
    assert f"known with another {column}" in await counter.reasons(line("b"), other)
    assert await refs(store) == ["a"]


async def test_an_end_put_off_at_the_kiosk_is_no_conflict(counter):
    await counter.take(WHOLE)
    await counter.renewals.extend("a", NOON + timedelta(days=9), UID)
    assert (await counter.take(WHOLE)).unchanged == 1


async def test_a_ref_twice_in_one_list_counts_once_or_is_a_conflict(counter, store):
    taken = await counter.take(line("a", size="S"), line("a", size="S"))
    assert (len(taken.made), taken.unchanged) == (1, 1)
    assert await counter.reasons(line("b", size="S"), line("b")) == "3: line 2 has the same ref"


async def test_a_code_of_somebody_else_is_refused(counter, store):
    await counter.take(line("a", code="KL8MN2"))
    assert "somebody else's" in await counter.reasons(line("b", code="kl8mn2".upper()))
    assert "3: code" in await counter.reasons(line("c", code="XX77YY"), line("d", code="XX77YY"))


async def test_a_ref_of_the_cloud_is_refused(counter, store):
    await store.absorb([arrival("a")], complete=False)
    assert "cloud" in await counter.reasons(line("a"))


async def test_a_return_in_the_list_takes_no_compartment_until_somebody_brings_it(counter, store):
    lines = [line(f"r{n}", kind="return", size="M") for n in range(5)]
    taken = await counter.take(*lines, line("d", kind="first_mile"))
    assert [m.reservation.compartment for m in taken.made] == [None] * 5 + ["1"]
    assert (await counter.take(*lines)).unchanged == 5
    kinds = {r.ref: (r.kind, r.state) for r in await store.live_reservations()}
    assert kinds["r0"] == (Kind.RETURN, ReservationState.ANNOUNCED)
    assert kinds["d"] == (Kind.FIRST_MILE, ReservationState.RESERVED)


async def test_large_parcels_and_asked_for_compartments_come_first(counter):
    taken = await counter.take(line("any"), line("l", size="L"), line("m", size="M"), line("s"))
    assert [m.reservation.compartment for m in taken.made] == ["1", "4", "3", "2"]


async def test_more_than_the_bank_holds_is_refused_whole(counter, store):
    said = await counter.reasons(*(line(f"r{n}") for n in range(6)))
    assert said.count("is free") == 2
    assert await refs(store) == []


async def test_an_endless_list_is_refused(counter):
    with pytest.raises(NotPossible, match="5000 lines"):
        await counter.take(*(line("a") for _ in range(MOST_LINES + 1)))
    with pytest.raises(NotPossible, match="1 MB"):
        await counter.take("x" * 1_000_000)


async def test_the_journal_has_a_line_for_each_and_one_with_the_uid(counter, store):
    [made] = (await counter.take(line("a"))).made
    lines = await store.journal(9)
    assert [(one["name"], one["reservation"]) for one in lines] == [
        ("reservation.made", made.reservation.id),
        ("reservations.imported", None),
    ]
    assert lines[-1]["facts"] == {"uid": 7, "count": 1}


async def test_lost_codes_are_replaced_and_the_reason_is_kept(counter, store):
    made = await counter.local.reserve(Wish("a"))
    new = await counter.renewals.reissue("a", "lost the letter", UID)
    for code in made.codes:
        claims = store.token_claims if code.way is Way.QR else store.typed_claims
        assert await claims(code.text) == ()
    assert {(c.purpose, c.way) for c in new.codes} == {(c.purpose, c.way) for c in made.codes}
    line = (await store.journal(1))[0]
    assert line["facts"] == {"uid": 7, "reason": "lost the letter"}


async def test_once_the_parcel_lies_there_only_the_pick_up_gets_new_codes(counter, store):
    made = await counter.local.reserve(Wish("a"))
    stored = Change("x", reservation=made.reservation.id, state=ReservationState.STORED)
    await store.record(stored)
    new = await counter.renewals.reissue("a", "lost", UID)
    assert {c.purpose for c in new.codes} == {Purpose.PICKUP}
    assert all(isinstance(c, NewCode) for c in new.codes)
    typed = next(c.text for c in new.codes if c.way is Way.TYPED)
    assert codes.TypedCode(typed).made_here


async def test_without_a_reason_no_new_codes(counter):
    await counter.local.reserve(Wish("a"))
    with pytest.raises(NotPossible, match="reason"):
        await counter.renewals.reissue("a", "  ", UID)


async def test_an_end_is_only_put_off(counter, store):
    await counter.local.reserve(Wish("a", expires_at=NOON + timedelta(days=1)))
    await counter.local.reserve(Wish("b"))
    assert (await counter.renewals.extend("a", NOON + timedelta(days=2), UID)).expires_at
    for ref, days, reason in (("a", 1, "already"), ("a", -1, "passed"), ("b", 1, "no end")):
        with pytest.raises(NotPossible, match=reason):
            await counter.renewals.extend(ref, NOON + timedelta(days=days), UID)
    [line] = [one for one in await store.journal(9) if one["name"] == "reservation.extended"]
    assert line["facts"]["uid"] == 7


async def test_only_what_was_made_here_is_extended_or_reissued(counter, store):
    await store.absorb([arrival("cloud")], complete=False)
    with pytest.raises(NotPossible, match="no live reservation"):
        await counter.renewals.reissue("cloud", "lost", UID)
    assert Bad(1, "x") < Bad(2, "a")
