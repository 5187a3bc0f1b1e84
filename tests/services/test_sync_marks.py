"""A cloud that tells what is new is asked for that; for all now and then, and after trouble."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from kiosk.domain import expiry
from kiosk.domain.errors import CloudBroken, CloudError, CloudSilent, StoreBroken
from kiosk.domain.model import Arrival, ReservationId, ReservationState
from kiosk.domain.policy import Policy
from kiosk.ports_abilities import Sheet
from kiosk.services.sync import WHOLE_EVERY, Sync
from tests.services.fakes import FakeCloud, parcel, running

R1, R2 = ReservationId("r1"), ReservationId("r2")


@dataclass
class Feed(FakeCloud):
    """Counts its readings in its marks, and shows two on a sheet."""

    asked: list[str | None] = field(default_factory=list)
    news: Sequence[Arrival] = ()
    breaks: CloudError | None = None
    """Raised after the first sheet."""

    async def sheets(self, since: str | None = None) -> AsyncIterator[Sheet]:
        self.asked.append(since)
        mark = f"mark {len(self.asked)}"
        await self._hear("list")
        if since is not None:
            yield Sheet(self.news)
        else:
            yield Sheet([a for a in self.known.values() if a.reservation.id not in self.ended])
        error, self.breaks = self.breaks, None
        if error is not None:
            raise error
        yield Sheet(mark=mark, whole=since is None)


@pytest.fixture
async def feed():
    return Feed()


@pytest.fixture
async def sync(store, feed, clock):
    return Sync(store, feed, clock, Policy(), sleep=clock.sleep, chance=lambda: 0.5)


async def state(store, name):
    found = await store.reservation(name)
    return found and found.state


async def test_after_everything_was_read_only_what_is_new_is_asked_for(store, feed, clock, sync):
    feed.known = {R1: parcel("r1")}
    await sync.once()
    clock.forward(30)
    feed.news = [
        parcel("r2", clock.now()),
        parcel("r1", clock.now(), state=ReservationState.EXPIRED),
    ]
    await sync.once()
    clock.forward(30)
    await sync.once()
    assert feed.asked == [None, "mark 1", "mark 2"]
    assert (await state(store, R1), await state(store, R2)) == (
        ReservationState.EXPIRED,
        ReservationState.STORED,
    )


async def test_what_a_reading_of_news_does_not_name_has_not_ended(store, feed, clock, sync):
    feed.known = {R1: parcel("r1")}
    await sync.once()
    feed.ended = {R1}
    clock.forward(30)
    await sync.once()
    assert await state(store, R1) is ReservationState.STORED
    assert "read r1" not in feed.calls


async def test_everything_is_read_again_before_an_outage_would_count(feed, clock, sync):
    assert expiry.LEAST.total_seconds() > WHOLE_EVERY
    async with running(sync.run, clock):
        await clock.advance(WHOLE_EVERY + 1)
    assert feed.asked[0] is None
    assert None not in feed.asked[1:-1]
    assert feed.asked[-1] is None


@pytest.mark.parametrize("error", [CloudSilent("x"), CloudBroken("x")])
async def test_after_a_reading_that_broke_off_everything_is_read(store, feed, clock, sync, error):
    await sync.once()
    feed.news, feed.breaks = [parcel("r1", clock.now())], error
    assert not await sync.once()
    assert await state(store, R1) is ReservationState.STORED
    await sync.once()
    assert feed.asked == [None, "mark 1", None]


async def test_what_the_store_could_not_take_is_read_again(store, feed, clock):
    class Full:
        """Breaks at its first sheet with something on it."""

        broken = False

        async def absorb(self, arrivals, *, complete):
            if arrivals and not self.broken:
                self.broken = True
                raise StoreBroken("the disk is full")
            await store.absorb(arrivals, complete=complete)

        def __getattr__(self, name):
            return getattr(store, name)

    sync = Sync(Full(), feed, clock, Policy(), sleep=clock.sleep, chance=lambda: 0.5)
    await sync.once()
    feed.news = [parcel("r1", clock.now())]
    with pytest.raises(StoreBroken):
        await sync.once()
    await sync.once()
    assert feed.asked == [None, "mark 1", None]


async def test_an_outage_is_counted_once_before_the_first_sheet_is_taken_over(store, feed, clock):
    before = []

    async def over():
        before.append(len(await store.live_reservations()))

    feed.known = {R1: parcel("r1"), R2: parcel("r2")}
    sync = Sync(store, feed, clock, Policy(), coming_back=over, sleep=clock.sleep)
    await sync.once()
    await sync.once()
    assert before == [0]


# A list that tells less than a look at the single one.


def partly(name, at):
    """As a list shows it: its code is short, and whose it is stands there as an id."""
    return replace(parcel(name, at), partial=True, datum="0000")


async def test_what_a_list_tells_in_part_is_read_singly_once(store, feed, clock, sync):
    whole = replace(parcel("r1"), datum="4711")
    feed.known = {R1: partly("r1", clock.now()), R2: parcel("r2")}
    listed, feed.read = feed.read, None

    async def read(reservation):
        await listed(reservation)
        return replace(whole, reservation=replace(whole.reservation, read_at=clock.now()))

    feed.read = read
    await sync.once()
    assert [call for call in feed.calls if call.startswith("read")] == ["read r1"]
    assert await store.datum_matches(R1, "4711")
    clock.forward(WHOLE_EVERY)
    feed.known[R1] = partly("r1", clock.now())
    await sync.once()
    await Sync(store, feed, clock, Policy()).once()
    assert [call for call in feed.calls if call.startswith("read")] == ["read r1"]
    assert await store.datum_matches(R1, "4711")
    assert not await store.datum_matches(R1, "0000")


async def test_one_told_in_part_that_could_not_be_read_has_its_turn_again(store, feed, clock, sync):
    feed.known, feed.unreadable = {R1: partly("r1", clock.now())}, {R1}
    await sync.once()
    clock.forward(30)
    await sync.once()
    assert [call for call in feed.calls if call.startswith("read")] == ["read r1"] * 2
    assert not await store.datum_matches(R1, "0000")
