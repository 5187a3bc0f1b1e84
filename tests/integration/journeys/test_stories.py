"""Every journey on the whole kiosk: the screen, the wire, and what goes into the outbox."""

import asyncio
from pathlib import Path

import pytest

from kiosk.domain.flows.home import Explaining
from kiosk.domain.flows.visit import Explanation
from tests.integration.journeys.deposits import DEPOSITS
from tests.integration.journeys.pickups import PICKUPS
from tests.integration.journeys.stand import Overheard, stand, tell
from tests.integration.journeys.story import Story
from tests.integration.locker import STORED, locker

STORIES = PICKUPS + DEPOSITS


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.row} {story.says}")
async def test_a_journey_as_it_is_told(tmp_path: Path, story: Story):
    kiosk = stand(
        tmp_path,
        story.given,
        terminals=story.terminals,
        arriving=story.arriving,
        beside=story.beside,
    )
    async with kiosk as here:
        came = await tell(tmp_path, here, story.steps)
    assert came.fired == list(story.fired)
    assert told(came, story) == [(name, dict(data)) for name, data in story.told]
    assert came.contents == story.holds


def told(came: Overheard, story: Story) -> list[tuple[str, dict[str, object]]]:
    """What was told, with as much of its data as the story speaks of."""
    wanted = [set(data) for _, data in story.told] + [set[str]()] * len(came.told)
    return [
        (name, {key: data.get(key) for key in keys if key in data})
        for (name, data), keys in zip(came.told, wanted, strict=False)
    ]


async def test_b22_a_right_code_at_the_wrong_locker_names_the_other_one(tmp_path: Path):
    async with locker(tmp_path, policy="sync_every = 0.3\nrefusal_after = 0.1\n") as here:
        seeded = {"status": STORED, "machine_id": "machine_456", "cell": "A03"}
        parcel = await asyncio.to_thread(here.cloud.put, **seeded)
        here.scan(parcel["pickup_qrcode"])
        said = await here.sees(Explaining)
        assert isinstance(said, Explaining)
        assert said.explanation is Explanation.OTHER_LOCKER
        assert said.where
        assert here.unlocks() == []
        assert (await here.machine.desk.outbox())["events"] == []
