"""Whether the kiosk can do its work: doors, camera, memory, cloud; told to home when it changes."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Protocol

from kiosk.domain.errors import StoreBroken
from kiosk.domain.flows.inputs import OrderChanged
from kiosk.domain.layout import Owner
from kiosk.domain.model import Change, NewEvent
from kiosk.domain.trust import ClockState
from kiosk.ports import Store
from kiosk.services.contacts import Contacts
from kiosk.services.disk import Disk
from kiosk.services.upkeep import Upkeep

log = logging.getLogger(__name__)

EVERY = 1.0
"""Seconds between two looks."""
CAMERA_LOOKS = 3
"""Looks in a row that differ from what staff were told of the camera, until they are told anew."""


class Heard(Protocol):
    """Who hears of the cloud."""

    online: bool | None
    trouble: str


class Health:
    """Looks at all parts once a second and says what home should know."""

    def __init__(
        self,
        contacts: Contacts,
        store: Store,
        upkeep: Upkeep,
        camera_works: Callable[[], bool],
        cloud: Heard | None,
    ) -> None:
        self.order = OrderChanged(usable=True, camera=True, left_open=(), letters=False)
        self.changed: Callable[[OrderChanged], None] = lambda _order: None
        self.disk: Disk | None = None
        self.clock_state: Callable[[], ClockState] = lambda: ClockState.TRUSTED
        self.camera_of: Owner | None = None
        """Whose events tell of a camera that fails; None: there is none that could."""
        self._contacts = contacts
        self._store = store
        self._upkeep = upkeep
        self._camera_works = camera_works
        self._cloud = cloud
        self._store_works = True
        self._write_failed = False
        self._camera_told = True
        self._camera_differs = 0

    def write_failed(self) -> None:
        """Something could not be recorded: nothing is promised until a write has gone well."""
        self._write_failed = True

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await self.look()
            await asyncio.sleep(EVERY)

    async def look(self) -> None:
        """Look once."""
        left_open, letters = self.order.left_open, self.order.letters
        camera = self._camera_works()
        try:
            left_open = await self._upkeep.left_open()
            letters = await self._store.letters_in_use()
            if self._write_failed:
                await self._store.record(Change("store.works_again"))
            self._store_works, self._write_failed = True, False
            await self._tell_of_camera(camera)
        except StoreBroken:
            self._store_works = False
        writes = self.disk is None or await self.disk.works()
        usable = writes and self._store_works and not self._contacts.lost()
        order = OrderChanged(usable, camera, left_open, letters)
        if order != self.order:
            self.order = order
            self.changed(order)

    async def _tell_of_camera(self, works: bool) -> None:
        """Tell staff, but not of each frame that is late. Raises StoreBroken."""
        self._camera_differs = 0 if works is self._camera_told else self._camera_differs + 1
        if self.camera_of is None or self._camera_differs < CAMERA_LOOKS:
            return
        lost = NewEvent("locker.camera_lost", owner=self.camera_of, data={"severity": "MEDIUM"})
        if works:
            log.warning("the camera gives pictures again")
            await self._store.record(Change("locker.camera_works_again"))
        else:
            log.error("the camera gives no pictures: codes are typed")
            await self._store.record(Change("locker.camera_lost", events=(lost,)))
        self._camera_told = works

    def cloud_trouble(self) -> str | None:
        """What is wrong with the cloud, "" for nothing; None while nobody knows yet."""
        if self._cloud is None or (self._cloud.online is None and not self._cloud.trouble):
            return None
        return self._cloud.trouble

    def as_facts(self) -> Mapping[str, object]:
        """The same for an operator."""
        return {
            "usable": self.order.usable,
            "store": self._store_works,
            "wires_lost": list(self._contacts.lost()),
            "camera": self.order.camera,
            "online": self._cloud.online if self._cloud else None,
            "clock": self.clock_state().value,
            **(self.disk.as_facts() if self.disk else {}),
        }
