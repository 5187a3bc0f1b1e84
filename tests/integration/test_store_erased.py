"""What was erased is in no file of the database any more, also while it is open."""

from datetime import timedelta
from pathlib import Path

from kiosk.domain.model import Change, ReservationState
from tests.integration.store_bench import (
    FIRST,
    NOON,
    StandingClock,
    arrival,
    file_of,
    furnished,
    moved,
)

REF, WORDS = "order-7f3a9", "Ana rang at noon"


def on_disk(folder: Path, word: str) -> list[str]:
    beside = sorted(file_of(folder).parent.glob(f"{file_of(folder).name}*"))
    return [file.name for file in beside if word.encode() in file.read_bytes()]


async def test_who_was_erased_is_read_in_no_file(tmp_path):
    async with furnished(tmp_path, StandingClock()) as store:
        await store.absorb([arrival(ref=REF)], complete=False)
        await store.record(moved(ReservationState.CANCELLED))
        await store.record(Change("reservation.cancelled", FIRST, facts={"reason": WORDS}))
        assert on_disk(tmp_path, REF)
        assert on_disk(tmp_path, WORDS)
        await store.erase([FIRST], Change("subject.erased"))
        assert on_disk(tmp_path, REF) == []
        assert on_disk(tmp_path, WORDS) == []


async def test_whose_time_has_come_is_read_in_no_file(tmp_path):
    clock = StandingClock()
    async with furnished(tmp_path, clock) as store:
        await store.record(Change("reservation.cancelled", FIRST, facts={"reason": WORDS}))
        clock.pass_by(timedelta(days=91))
        assert not await store.forget_ids(NOON + timedelta(days=90))
        assert on_disk(tmp_path, WORDS) == []
