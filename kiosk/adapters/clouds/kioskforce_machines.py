"""KioskForce's machines: what fits where, how full one is, and which others have room."""

from collections.abc import Sequence
from math import ceil
from typing import Annotated

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.calls import checked_id
from kiosk.adapters.clouds.kioskforce_elsewhere import plain
from kiosk.adapters.clouds.kioskforce_line import Line
from kiosk.domain import allocation
from kiosk.domain.errors import CloudBroken
from kiosk.domain.layout import Millimetres, Owner
from kiosk.domain.particulars import Needs
from kiosk.ports_abilities import Nearby

MOST_NEAR = 20
"""Machines asked for: ours is among them, and some will be full."""
LESS = 95
"""Per cent of each side of a compartment, as its parcel's measure."""
OVERLOADED = ("OCCUPANCY_STATUS_OVERLOADED", 4)
"""More than 95 % taken or reserved; of the overlapping bands this one wins ("OccupancyStatus")."""
HEATS, COOLS = {"heat"}, {"chill", "freeze"}

Degrees = Annotated[float, Field(ge=-180, le=180)]


class CellInside(Answer):
    """Millimetres; the document gives cells no name here."""

    width: int
    height: int
    depth: int
    heating: bool = False
    cooling: bool = False


class Machine(Answer):
    machine_id: str
    name: str | None = None
    latitude: Degrees | None = None
    longitude: Degrees | None = None
    online: bool = True
    # "Non-exhaustive", idle ones only; and the whole inventory. Samples leave either out.
    preferred_cells: list[CellInside] = Field(default_factory=list)
    all_cells: list[CellInside] = Field(default_factory=list)
    occupancy_information: str | int | None = None


class MachineAnswer(Answer):
    machine: Machine


class Found(Answer):
    machine: Machine
    distance_in_metres: Annotated[float, Field(ge=0, le=40_000_000)]


class SearchAnswer(Answer):
    machines: list[Found]


def fits(cell: CellInside, inside: Millimetres | None, needs: Needs) -> bool:
    """Whether a cell would do, turned about its upright axis at most."""
    return (
        (inside is None or Millimetres(cell.width, cell.height, cell.depth).holds(inside))
        and (cell.heating or needs.thermal not in HEATS)
        and (cell.cooling or needs.thermal not in COOLS)
    )


def may_have_room(machine: Machine, inside: Millimetres | None, needs: Needs) -> bool:
    """Whether a machine may take such a parcel.

    A cell it prefers is idle for sure. The others are not told one by one, so that only a machine
    that is overloaded, or has no such cell at all, is said to have none. Our reading, not
    confirmed by the vendor.
    """
    if any(fits(cell, inside, needs) for cell in machine.preferred_cells):
        return True
    there = not machine.all_cells or any(fits(c, needs.inside, needs) for c in machine.all_cells)
    return there and machine.occupancy_information not in OVERLOADED


class Machines(Line):
    """This machine and its neighbours."""

    _here: Machine | None = None

    async def room(self, needs: Needs) -> frozenset[str]:
        """The labels of the compartments the cloud may give away now for such a parcel."""
        machine = await self._machine_now()
        ours = (c for c in self._layout.compartments() if c.owner is Owner.CLOUD)
        fitting = (c for c in ours if allocation.satisfies(c, needs))
        return frozenset(c.label for c in fitting if may_have_room(machine, c.inside, needs))

    async def nearby(self, size: str | None, needs: Needs, within_metres: int) -> Sequence[Nearby]:
        """Other machines with room for it, the nearest first."""
        here = self._here or await self._machine_now()
        if here.latitude is None or here.longitude is None:
            return ()
        inside = needs.inside or self._measures(size)
        wish = {
            "latitude": here.latitude,
            "longitude": here.longitude,
            "radius": within_metres,
            "limit": MOST_NEAR,
            "only_available_lockers": True,
            "packaging": packaging(inside, needs),
        }
        call = self._calls["search"]
        answer = checked(SearchAnswer, await self._http.call(call, body=wish), call.name)
        others = {
            found.machine.machine_id: _nearby(found)
            for found in answer.machines
            if found.machine.machine_id != self._machine
            and found.machine.online
            and found.distance_in_metres <= within_metres
            and may_have_room(found.machine, inside, needs)
        }
        return sorted(others.values(), key=lambda one: one.metres or 0)[:MOST_NEAR]

    async def _machine_now(self) -> Machine:
        call = self._calls["machine"]
        body = await self._http.call(call, {"machine_id": checked_id(self._machine)})
        found = checked(MachineAnswer, body, call.name).machine
        if found.machine_id != self._machine:
            raise CloudBroken("machine: another one than asked for came back")
        self._here = found
        return found

    def _measures(self, size: str | None) -> Millimetres | None:
        """What goes into a compartment of this size; a little less, for nobody measures alike."""
        alike = [c.inside for c in self._layout.compartments() if c.size == size]
        least = min(alike, key=lambda inside: inside.volume, default=None)
        if least is None:
            return None
        sides = (least.width, least.height, least.depth)
        return Millimetres(*(side * LESS // 100 for side in sides))


def packaging(inside: Millimetres | None, needs: Needs) -> dict[str, object]:
    """Millimetres and grams; 0 where nothing is known ("Packaging")."""
    return {
        "width": inside.width if inside else 0,
        "height": inside.height if inside else 0,
        "depth": inside.depth if inside else 0,
        "weight": needs.weight_g or 0,
        "heating_required": needs.thermal in HEATS,
        "cooling_required": needs.thermal in COOLS,
    }


def _nearby(found: Found) -> Nearby:
    machine = found.machine
    name = plain(machine.name or machine.machine_id)
    metres = ceil(found.distance_in_metres)
    return Nearby(machine.machine_id, name, metres, machine.latitude, machine.longitude)
