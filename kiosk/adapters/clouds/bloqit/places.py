"""The other bloqs near this one ("Partner API 1.35.0", Get Bloqs by Locations).

The search promises neither an order nor a distance, and filters by the types of lockers a bloq has,
not by those that are free. So distances are counted here, and a bloq counts as having room when its
lockers, or the list of its free ones, say so. ``location`` is not opened in the document: a point
as in GeoJSON, or latitude and longitude, are our reading, not confirmed by the vendor.
"""

import unicodedata
from collections.abc import Sequence
from math import asin, ceil, cos, radians, sin, sqrt
from typing import Annotated

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.bloqit.bank import MOST_LOCKERS, TYPES, LockerAnswer
from kiosk.adapters.clouds.bloqit.line import Line
from kiosk.adapters.clouds.bloqit.rent import Page, Text, is_id
from kiosk.domain.errors import CloudBroken
from kiosk.domain.particulars import Needs
from kiosk.ports_abilities import Nearby

MOST_NEAR = 20
"""Bloqs asked for: ours is among them, and some will be full."""
MOST_ASKED = 5
"""Bloqs whose free lockers are asked for, where the search does not show them."""
LONGEST_NAME = 80
_EARTH = 6_371_000
"""Metres of its mean radius."""

Degrees = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Point = tuple[float, float]


class Where(Answer):
    coordinates: list[Degrees] | None = None
    """Longitude first."""
    latitude: Degrees | None = None
    longitude: Degrees | None = None

    def point(self) -> Point | None:
        """Latitude and longitude."""
        if self.latitude is not None and self.longitude is not None:
            return (self.latitude, self.longitude)
        if self.coordinates is not None and len(self.coordinates) == 2:
            return (self.coordinates[1], self.coordinates[0])
        return None


class Named(Answer):
    title: Text | None = None


class Spot(Answer):
    """All that is looked at in a bloq that may be another one."""

    id: str = Field(alias="_id")
    active: bool | None = None
    code: Text | None = None
    details: Named | None = None
    location: Where | None = None
    lockers: list[LockerAnswer] | None = Field(default=None, max_length=MOST_LOCKERS)

    @property
    def name(self) -> str:
        return _plain((self.details and self.details.title) or self.code or self.id)


class Places(Line):
    """Where else there is room."""

    _here: Point | None = None

    async def nearby(self, size: str | None, needs: Needs, within_metres: int) -> Sequence[Nearby]:
        """Other bloqs with a free locker of this size, the nearest first.

        Empty where the parcel needs heat or cold: nothing here says which bloq has that.
        """
        here = self._here or await self._own_place()
        if here is None or needs.thermal != "ambient":
            return ()
        query: dict[str, str | int] = {
            "latitude": f"{here[0]:.6f}", "longitude": f"{here[1]:.6f}",
            "maxDistance": max(1, within_metres), "active": "active", "limit": MOST_NEAR,
        }  # fmt: skip
        if size in TYPES:
            query["lockerType"] = size
        docs = checked(Page, await self.call("nearby", query=query), "nearby").docs
        spots = {spot.id: spot for spot in (checked(Spot, doc, "nearby") for doc in docs)}
        found = [
            _nearby(spot, here)
            for spot in spots.values()
            if spot.id != self._bloq and is_id(spot.id) and spot.active is not False
        ]
        close = [one for one in found if one.metres is None or one.metres <= within_metres]
        close.sort(key=lambda one: (one.metres is None, one.metres or 0))
        return await self._with_room([(spots[one.id], one) for one in close[:MOST_NEAR]], size)

    async def _with_room(
        self, close: Sequence[tuple[Spot, Nearby]], size: str | None
    ) -> Sequence[Nearby]:
        kept, asked = [], 0
        for spot, near in close:
            lockers = spot.lockers
            if not lockers:
                if asked == MOST_ASKED:
                    continue
                asked += 1
                lockers = await self.free_lockers(spot.id)
            if any(_is_free(locker, size) for locker in lockers):
                kept.append(near)
        return tuple(kept)

    async def free_lockers(self, bloq: str) -> list[LockerAnswer]:
        """The lockers of any bloq that are active and without a rent."""
        body = await self.listed("free_lockers", {"bloqID": bloq})
        if len(body) > MOST_LOCKERS:
            raise CloudBroken("free_lockers: more than any bank has")
        lockers = [checked(LockerAnswer, each, "free_lockers") for each in body]
        return [one for one in lockers if _is_free(one, None)]

    async def _own_place(self) -> Point | None:
        found = checked(Spot, await self.call("bloq"), "bloq")
        if found.id != self._bloq:
            raise CloudBroken("bloq: another one than asked for came back")
        self._here = found.location.point() if found.location else None
        return self._here


def metres(here: Point, there: Point) -> float:
    """Along the great circle (haversine)."""
    north, south = radians(there[0]), radians(here[0])
    across = sin((north - south) / 2) ** 2
    along = cos(north) * cos(south) * sin(radians(there[1] - here[1]) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, across + along)))


def _is_free(locker: LockerAnswer, size: str | None) -> bool:
    fits = size is None or size not in TYPES or locker.type == size
    return fits and locker.active is not False and locker.rent is None


def _nearby(spot: Spot, here: Point) -> Nearby:
    there = spot.location.point() if spot.location else None
    if there is None:
        return Nearby(spot.id, spot.name)
    return Nearby(spot.id, spot.name, ceil(metres(here, there)), *there)


def _plain(name: str) -> str:
    """Fit for a screen: no control signs, no marks that turn the line around, not too long."""
    kept = (c for c in name if unicodedata.category(c)[0] != "C")
    return " ".join("".join(kept).split())[:LONGEST_NAME]
