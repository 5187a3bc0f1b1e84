import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes
from kiosk.domain.flows.inputs import CodeRefused, DatumWanted, Explained, Granted
from kiosk.domain.flows.visit import Explanation
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, Contents, Holding, Purpose, ReservationState, Way
from kiosk.domain.policy import Policy
from kiosk.services.access import Access, Answer
from tests.integration.store_bench import furnished_store
from tests.services.lockers import KIOSKFORCE, STANDALONE, ObedientClock, arrival, bank

CODED = (Purpose.DROPOFF, Purpose.PICKUP)
"""What a code can be for; what one stores is opened in place with its pick-up code."""


@dataclass
class Desk:
    store: SqliteStore
    clock: ObedientClock
    folder: Path

    def access(self) -> Access:
        rules = {Owner.CLOUD: KIOSKFORCE, Owner.LOCAL: STANDALONE}
        clock = self.clock
        return Access(bank(), self.store, None, rules, clock, Policy(), clock.sleep)

    async def types(self, text: str, datum: str | None = None) -> Answer:
        return await self.access().check(codes.parse_typed(text), datum)

    async def scans(self, text: str, datum: str | None = None) -> Answer:
        return await self.access().check(codes.parse_scanned(text), datum)

    async def restart(self) -> None:
        await self.store.aclose()
        self.store = await opened(self.folder, self.clock)


async def opened(folder: Path, clock: ObedientClock) -> SqliteStore:
    return await furnished_store(folder, clock)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    clock = ObedientClock()
    desk = Desk(await opened(tmp_path, clock), clock, tmp_path)
    yield desk
    await desk.store.aclose()


def reservation_of(answer: Answer) -> str:
    assert isinstance(answer, Granted)
    return answer.visit.reservation


async def test_a_short_code_opens_nothing_alone_known_or_not(desk):
    await desk.store.absorb([arrival("a")], complete=False)
    assert await desk.types("4711") == DatumWanted()
    assert await desk.types("9999") == DatumWanted()


async def test_of_two_that_share_a_short_code_the_datum_finds_the_right_one(desk):
    await desk.store.absorb(
        [arrival("a", "1", datum="1234"), arrival("b", "2", datum="5678")], complete=False
    )
    assert reservation_of(await desk.types("4711", "5678")) == "b"
    assert reservation_of(await desk.types("4711", "1234")) == "a"


async def test_of_two_that_share_code_and_datum_nothing_opens(desk):
    await desk.store.absorb([arrival("a", "1"), arrival("b", "2")], complete=False)
    assert await desk.types("4711", "1234") == CodeRefused()


async def test_the_qr_of_a_shared_code_opens_its_own_reservation(desk):
    await desk.store.absorb([arrival("a", "1"), arrival("b", "2")], complete=False)
    assert reservation_of(await desk.scans("DLV-PICK-b-4711")) == "b"


@pytest.mark.parametrize("first", CODED)
@pytest.mark.parametrize("second", CODED)
async def test_a_long_code_shared_by_two_for_any_purposes_needs_its_datum(desk, first, second):
    def one(name: str, label: str, purpose: Purpose, datum: str):
        codes_ = {"pickup": "55550000", "dropoff": "55550001", purpose.value: "123456"}
        return arrival(name, label, datum=datum, **codes_)

    await desk.store.absorb([one("a", "1", first, "1111"), one("b", "2", second, "2222")],
                            complete=False)  # fmt: skip
    assert await desk.types("123456") == DatumWanted()


async def test_a_code_of_six_digits_opens_by_itself_until_the_fourth_try_after_three_wrong(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    for wrong in ("100000", "100001", "100002"):
        assert reservation_of(await desk.types("123456")) == "a"
        assert await desk.types(wrong) == CodeRefused()
    assert await desk.types("123456") == DatumWanted()
    assert reservation_of(await desk.types("123456", "1234")) == "a"


async def test_wrong_tries_outlive_a_restart_and_the_qr_still_needs_no_datum(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    for wrong in ("100000", "100001", "100002", "100003"):
        await desk.types(wrong)
    await desk.restart()
    assert await desk.types("123456") == DatumWanted()
    assert reservation_of(await desk.scans("DLV-PICK-a-123456")) == "a"


async def test_wrong_tries_are_forgiven_after_a_day(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    for wrong in ("100000", "100001", "100002", "100003"):
        await desk.types(wrong)
    desk.clock.passed += 24 * 3600 + 10
    assert reservation_of(await desk.types("123456")) == "a"


async def test_a_wrong_datum_counts_on_its_reservation_and_the_eleventh_is_not_heard(desk):
    await desk.store.absorb([arrival("a")], complete=False)
    for _ in range(10):
        assert await desk.types("4711", "0000") == CodeRefused()
    assert await desk.types("4711", "1234") == CodeRefused()
    assert reservation_of(await desk.scans("DLV-PICK-a-4711")) == "a"


async def test_a_datum_guessed_with_a_qr_code_in_hand_is_not_heard_after_ten_either(desk):
    await desk.store.absorb([arrival("a")], complete=False)
    for _ in range(10):
        assert await desk.scans("DLV-PICK-a-4711", "0000") == CodeRefused()
    assert await desk.scans("DLV-PICK-a-4711", "1234") == CodeRefused()
    assert await desk.types("4711", "1234") == CodeRefused()


async def test_a_wrong_code_in_a_qr_counts_on_its_reservation_and_ten_are_enough(desk):
    await desk.store.absorb([arrival("a")], complete=False)
    for wrong in range(10):
        assert await desk.scans(f"DLV-PICK-a-{wrong:04d}") == CodeRefused()
    assert await desk.scans("DLV-PICK-a-4711") == CodeRefused()
    assert reservation_of(await desk.types("4711", "1234")) == "a"


async def test_a_success_gives_back_only_its_own_count(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    for wrong in ("100000", "100001"):
        await desk.types(wrong)
    await desk.types("123456")
    assert await desk.types("100002") == CodeRefused()
    assert await desk.types("123456") == DatumWanted()


async def test_every_refusal_of_a_typed_code_takes_one_second(desk):
    await desk.store.absorb(
        [arrival("a", pickup="123456", state=ReservationState.FINISHED)], complete=False
    )
    for text in ("123456", "654321", "not a code at all"):
        before = desk.clock.passed
        assert await desk.types(text) == CodeRefused()
        assert desk.clock.passed - before == pytest.approx(1.0)


async def test_only_who_proved_the_code_hears_why_it_opens_nothing(desk):
    await desk.store.absorb(
        [arrival("a", pickup="123456", state=ReservationState.FINISHED)], complete=False
    )
    assert await desk.types("123456") == CodeRefused()
    assert await desk.scans("DLV-PICK-a-123456") == Explained(Explanation.USED)
    assert await desk.types("123456", "1234") in (Explained(Explanation.USED), CodeRefused())


async def test_a_made_here_code_with_a_slip_counts_nothing(desk):
    slip = codes.local_typed(12345678)[:-1] + "0"
    for _ in range(8):
        assert await desk.types(slip) == CodeRefused()
    assert await desk.store.tries_since(desk.clock.now(), Way.TYPED) == 0


async def test_a_code_of_another_locker_network_is_said_to_be_that(tmp_path):
    clock = ObedientClock()
    store = await opened(tmp_path, clock)
    rules = {Owner.CLOUD: STANDALONE, Owner.LOCAL: STANDALONE}
    alone = Access(bank(), store, None, rules, clock, Policy(), clock.sleep)
    answer = await alone.check(codes.parse_scanned("DLV-PICK-res_1-1234"), None)
    assert answer == Explained(Explanation.OTHER_NETWORK)
    await store.aclose()


async def test_a_drop_off_never_goes_where_something_may_lie(desk):
    waiting = arrival("a", state=ReservationState.RESERVED)
    await desk.store.absorb([waiting], complete=False)
    await desk.store.record(Change("test", compartment="1", contents=Contents.MAYBE))
    holdings = await desk.store.holdings()
    assert holdings["1"] == Holding("1", Contents.MAYBE)
    assert await desk.scans("DLV-DROP-a-8822") == Explained(Explanation.UNSURE)


async def test_a_reservation_tried_too_often_opens_by_no_typed_code_ever(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    for _ in range(10):
        await desk.store.count_try(desk.clock.now(), Way.TYPED, ["a"])
    desk.clock.passed += 30 * 3600
    assert await desk.types("123456") == CodeRefused()
    assert reservation_of(await desk.scans("DLV-PICK-a-123456")) == "a"


async def test_web_addresses_held_up_are_no_guesses_at_typed_codes(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    for number in range(6):
        await desk.scans(f"https://example.org/{number}")
    assert reservation_of(await desk.types("123456")) == "a"


async def test_hostile_texts_are_answered_like_any_unknown_code(desk):
    for text in (
        "' OR 1=1 --",
        "\x00\x1b[2J",
        "x" * 10_000,
        "\u202etxt of an order",
        "http://evil/",
    ):
        assert await desk.types(text) in (CodeRefused(), DatumWanted())
        assert await desk.scans(text) in (CodeRefused(), DatumWanted())


async def test_two_at_once_are_counted_as_two(desk):
    await desk.store.absorb([arrival("a", pickup="123456")], complete=False)
    await asyncio.gather(*(desk.types(f"10000{n}") for n in range(3)))
    assert await desk.types("123456") == DatumWanted()
