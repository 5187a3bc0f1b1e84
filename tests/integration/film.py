"""One pick-up by a film in the camera's place, from the phone in view to the cloud that knows."""

import asyncio
import random
from pathlib import Path

from kiosk.demo.clip import phone_clip
from kiosk.domain.flows.opening import Done, TakeParcel
from tests.integration.locker import STORED, SwitchableCloud, locker


async def pick_up_by_film(folder: Path, chance: random.Random) -> None:
    """Hold a phone up for one parcel of several; raises AssertionError."""
    cloud = SwitchableCloud()
    await asyncio.to_thread(cloud.start)
    cells = chance.sample(range(1, 13), 4)
    parcels = [
        await asyncio.to_thread(cloud.put, status=STORED, cell=f"A{cell:02d}") for cell in cells
    ]
    mine, channel = parcels[0], cells[0] - 1
    film = phone_clip(
        folder / "phone.avi",
        mine["pickup_qrcode"],
        seconds=chance.uniform(1.5, 3.0),
        lead_in=chance.uniform(0.1, 0.6),
        leave=chance.random() < 0.5,
    )
    try:
        async with locker(folder, cloud=cloud, camera=str(film)) as here:
            await here.sees(TakeParcel)
            here.board.do(f"shut {channel}")
            await here.sees(Done)
            await here.until(lambda: here.machine.outbox.online, "the cloud told")
            [unlock] = [heard for heard in here.board.frames if heard.does == "unlock"]
            assert unlock.channel == channel
            told = await asyncio.to_thread(cloud.effects)
            assert told == [f"pickups {mine['reservation_id']}"]
    finally:
        await asyncio.to_thread(cloud.kill)
