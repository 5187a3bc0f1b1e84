"""A technician before a whole kiosk: how one gets in, turns to a page, and handles a door."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.config import load
from kiosk.domain.flows.courier.signin import StaffAsked, StaffEntrance, Way, WayChosen
from kiosk.domain.flows.forms import AskStaff, Line
from kiosk.domain.flows.home import Home
from kiosk.domain.flows.inputs import Entered, Input, KeyPressed, WentBack
from kiosk.domain.flows.service.bench import Bench, Page, PageChosen
from kiosk.domain.flows.service.door_in_hand import InsideSaid, StandsOpen, WhatInside
from kiosk.domain.flows.service.doors import DoorChosen, DoorMap
from kiosk.domain.flows.service.enrolling import AccountReady
from kiosk.domain.flows.service.one_door import Choosing, OneDoor, OptionChosen, UnlockAsked
from kiosk.domain.model import Contents
from kiosk.runtime.control import ask, socket_path
from tests.integration.journeys.stand import Stand
from tests.integration.locker import Locker

PIN, OTHER_PIN = "7391-4628", "correct horse"
BANK = ("1", "2", "3", "4", "5", "6")
"""A bank of a size that can be gone through in a moment; all are the cloud's."""
LAYOUT = """\
height_mm = 1000
sizes = ["S"]
door = { wire = "main", board = 0, occupancy = true }
[[column]]
width_mm = 500
compartment = [
"""
INSIDE = "mm = [460, 80, 600]"
CELL = '{{ label = "{0}", cloud_id = "A0{0}", size = "S", {2}, door.channel = {1} }},'


def small(folder: Path) -> Path:
    """The layout of that bank."""
    cells = (CELL.format(label, int(label) - 1, INSIDE) for label in BANK)
    file = folder / "layout.toml"
    file.write_text("\n".join([LAYOUT, *cells, "]\n"]))
    return file


class Technician:
    """Stands before it; touches, types, and pushes doors shut."""

    def __init__(
        self, here: Locker | Stand, folder: Path, name: str = "anna7", pin: str = PIN
    ) -> None:
        self.here, self.name, self.pin = here, name, pin
        config = load(folder / "kiosk.toml")
        self._socket = socket_path(config.locker.id, config.store.path)

    @property
    def state(self) -> Any:
        return self.here.state

    def do(self, *inputs: Input) -> None:
        self.here.do(*inputs)

    def type(self, *lines: str) -> None:
        for line in lines:
            self.do(*map(KeyPressed, line), Entered())

    async def sees(self, *states: type, **facts: object) -> Any:
        def so() -> bool:
            there = all(getattr(self.state, name, None) == fact for name, fact in facts.items())
            return isinstance(self.state, states) and there

        await self.here.until(so, f"{states} {facts}")
        return self.state

    async def finds(self, so: Callable[[Any], object], what: str) -> Any:
        await self.here.until(lambda: so(self.state), what)
        return self.state

    async def asks(self, verb: str, **given: object) -> dict[str, Any]:
        """On the kiosk's console, over its socket."""
        await self.here.until(self._socket.exists, "the control socket")
        return await asyncio.to_thread(ask, self._socket, verb, given)

    async def installers_code(self) -> str:
        """As ``kiosk service enrol`` says it."""
        return str((await self.asks("service-enrol", role="technician"))["code"])

    async def enrols(self) -> None:
        """With the installer's code, which was asked for at the console just before."""
        code = await self.installers_code()
        self.do(StaffAsked())
        await self.sees(StaffEntrance)
        await self.chooses(Way.ENROL)
        self.type(code)
        await self.sees(AskStaff, line=Line.NEW_ACCOUNT)
        self.type(self.name, self.name.title(), self.pin, self.pin)
        await self.sees(AccountReady)
        self.do(WentBack())
        await self.sees(Home)

    async def chooses(self, way: Way) -> None:
        """At the entrance, once it is offered."""
        await self.finds(lambda state: way in getattr(state, "offers", ()), f"{way} offered")
        self.do(WayChosen(way))

    async def gets_in(self) -> None:
        self.do(StaffAsked())
        await self.sees(StaffEntrance)
        await self.chooses(Way.TECHNICIAN)
        self.type(self.name, self.pin)
        await self.sees(Bench)

    async def page(self, page: Page, state: type) -> Any:
        self.do(PageChosen(page))
        return await self.sees(state)

    async def at(self, label: str) -> OneDoor:
        """Through the map to this door."""
        await self.page(Page.DOORS, DoorMap)
        await self.finds(lambda state: state.bank, "the map")
        self.do(DoorChosen(label))
        return await self.sees(OneDoor)

    async def opens(self) -> None:
        """The door one is at; where somebody's parcel lies the kiosk wants to know why."""
        self.do(UnlockAsked())
        await self.here.until(lambda: not isinstance(self.state, OneDoor), "an answer")
        if isinstance(self.state, Choosing):
            self.do(OptionChosen(self.state.options[0]))

    async def looks_into(self, label: str, found: Contents) -> None:
        """It stands open; it is pushed shut, and what lies there is said."""
        state = await self.sees(StandsOpen)
        assert state.hand.label == label
        self.here.board.do(f"shut {int(label) - 1}")
        await self.sees(WhatInside)
        self.do(InsideSaid(found))

    async def hands_over(self) -> None:
        """Back to home, however far one went; nobody stays logged in."""
        for _ in range(4):
            if not isinstance(self.state, Home):
                before = self.state
                self.do(WentBack())
                await self.here.until(lambda before=before: self.state != before, "a step back")
        assert isinstance(self.state, Home)
        technicians = self.here.machine.service.technicians
        await self.here.until(lambda: technicians.session is None, "nobody logged in")

    def one_at_a_time(self) -> bool:
        """Whether no lock was ever fired while a door stood open, as the board saw it."""
        opened: set[object] = set()
        for fact in self.here.board.facts:
            if fact.get("does") == "unlock" and opened:
                return False
            if "state" in fact:
                (opened.add if fact["state"] == "open" else opened.discard)(fact["door"])
        return True

    def fired(self) -> list[str]:
        """The doors whose unlock frames the board got, in order."""
        unlocks = [heard for heard in self.here.board.frames if heard.does == "unlock"]
        return [str((heard.channel or 0) + 1) for heard in unlocks]

    async def flag(self, label: str) -> str | None:
        return (await self.row(label))["flag"]

    async def row(self, label: str) -> dict[str, Any]:
        """What the kiosk knows of this compartment."""
        rows = (await self.here.machine.desk.doors())["doors"]
        return next(row for row in rows if row["label"] == label)

    async def names(self) -> list[str]:
        """Of the journal's lines, oldest first."""
        return [str(line["name"]) for line in (await self.here.machine.desk.journal(300))["lines"]]
