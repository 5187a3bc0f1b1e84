"""Hostile texts are answered like any unknown code: as kindly, as late, and nothing is kept."""

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kiosk.adapters.storage.store import SqliteStore
from kiosk.domain import codes
from kiosk.domain.flows.inputs import CodeRefused, Granted
from kiosk.domain.layout import Owner
from kiosk.domain.policy import Policy
from kiosk.services.access import Access, Answer
from kiosk.services.sync import Sync
from tests.integration.store_bench import furnished_store
from tests.services.fakes import FakeCloud, reading
from tests.services.hostile import HOSTILE
from tests.services.lockers import KIOSKFORCE, STANDALONE, ObedientClock, arrival, bank

UNKNOWN = "DLV-PICK-nobody-4711"


@dataclass
class Desk:
    store: SqliteStore
    clock: ObedientClock
    access: Access

    async def answers(self, code: codes.Code, datum: str | None = None) -> tuple[Answer, float]:
        before = self.clock.passed
        answer = await self.access.check(code, datum)
        return answer, self.clock.passed - before


@pytest.fixture(params=["with a cloud", "alone"])
async def desk(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    clock = ObedientClock()
    store = await furnished_store(tmp_path, clock)
    await store.absorb([arrival("a")], complete=False)
    cloud = FakeCloud()
    cloud.known["a"] = arrival("a")
    sync = Sync(store, cloud, clock, Policy()) if request.param == "with a cloud" else None
    rules = {Owner.CLOUD: KIOSKFORCE, Owner.LOCAL: STANDALONE}
    async with reading(sync):
        yield Desk(store, clock, Access(bank(), store, sync, rules, clock, Policy(), clock.sleep))
    await store.aclose()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
async def test_what_is_held_up_gets_the_one_refusal_as_late_as_any_unknown_code(desk, text, caplog):
    caplog.set_level(logging.DEBUG)
    usual = await desk.answers(codes.parse_scanned(UNKNOWN))
    caplog.clear()
    with capture_logs() as structured:
        assert await desk.answers(codes.parse_scanned(text)) == usual == (CodeRefused(), 1.0)
    assert not [record for record in caplog.records if record.name.startswith("kiosk")]
    assert not structured


async def test_what_is_typed_gets_the_answer_of_any_unknown_code(desk):
    for name, text in HOSTILE.items():
        assert await desk.answers(codes.parse_typed(text)) == (CodeRefused(), 1.0), name


async def test_a_hostile_datum_is_a_wrong_datum(desk):
    for name, text in HOSTILE.items():
        assert await desk.answers(codes.TypedCode("4711"), text) == (CodeRefused(), 1.0), name


async def test_nothing_of_it_rests_in_the_journal_or_the_outbox(desk):
    for text in HOSTILE.values():
        await desk.answers(codes.parse_scanned(text))
        await desk.answers(codes.TypedCode("4711"), text)
    kept = repr(await desk.store.journal(500)) + repr(await desk.store.outbox())
    assert "code.wrong" in kept
    assert not [name for name, text in HOSTILE.items() if repr(text)[1:-1][:30] in kept]


async def test_after_all_of_it_a_right_code_still_opens(desk):
    for text in HOSTILE.values():
        await desk.answers(codes.parse_scanned(text))
    answer, _ = await desk.answers(codes.parse_scanned("DLV-PICK-a-4711"))
    assert isinstance(answer, Granted)
