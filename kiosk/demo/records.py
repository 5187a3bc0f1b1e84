"""Reads what is still to be dropped off and picked up: from the cloud, and from the kiosk."""

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from kiosk.config import Config
from kiosk.demo.parcels import Parcel, kept, parcels
from kiosk.demo.scene import Scene
from kiosk.demo.stock import Stocked
from kiosk.runtime.control import Refusal, ask, socket_path


class Records:
    """For a thread of its own; what cannot be asked just now is as it was last heard of."""

    def __init__(self, where: Scene, config: Config, stock: Sequence[Stocked]) -> None:
        self.stock = stock
        self._where = where
        self._layout = config.layout
        self._socket = socket_path(config.locker.id, config.store.path)
        self._cloud: list[dict[str, Any]] = []
        self._states: Mapping[str, str] | None = None

    def read(self) -> list[Parcel]:
        """The parcels of the cloud first, by door."""
        self._read_cloud()
        self._read_kiosk()
        return parcels(self._cloud, self._layout) + kept(self.stock, self._states)

    def _read_cloud(self) -> None:
        if not self._where.network.up:
            return
        try:
            answer = self._where.cloud.get("/_sandbox/reservations")
        except httpx.HTTPError:
            return  # the network was cut while it was asked
        self._cloud = answer.json()

    def _read_kiosk(self) -> None:
        try:
            live = ask(self._socket, "list", {})["reservations"]
        except Refusal:
            return  # it is starting, or has no power
        self._states = {one["id"]: one["state"] for one in live}
