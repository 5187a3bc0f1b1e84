"""Rents Testing: what a real bloq would have said."""

from fastapi import APIRouter

from kiosk.sandbox.clouds.bloqit import journeys, views
from kiosk.sandbox.clouds.bloqit.api.common import RENT, Here, OneRent
from kiosk.sandbox.clouds.bloqit.words import Source

router = APIRouter(prefix="/rent-sims", tags=["Rents Testing"])


@router.put("/{rentID}/lockers/keypad", summary="Simulates open w/ keypad", **RENT)
async def keypad(rent: OneRent, cloud: Here) -> views.Body:
    """The right code was typed at the bloq."""
    journeys.collect(cloud, rent, Source.LOCKER)
    return views.rent(rent)


@router.put("/{rentID}/lockers/close", summary="Simulates closing a Locker", **RENT)
async def close(rent: OneRent, cloud: Here) -> views.Body:
    journeys.simulate_close(cloud, rent)
    return views.rent(rent)
