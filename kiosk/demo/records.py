"""Reads what is still to be dropped off and picked up: from the cloud, and from the kiosk."""

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from kiosk.config import Config
from kiosk.demo.courier import enrol
from kiosk.demo.parcels import Parcel, kept, parcels, token_of
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
        self._pin = ""

    def read(self) -> list[Parcel]:
        """The courier with the van, then the parcels of the cloud, by door."""
        self._read_cloud()
        self._read_kiosk()
        return self._van() + parcels(self._cloud, self._layout) + kept(self.stock, self._states)

    def _van(self) -> list[Parcel]:
        """The courier, once the kiosk knows a PIN of theirs."""
        courier = self._where.courier
        return [token_of(courier, self._pin)] if courier and self._pin else []

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
        if self._where.courier is not None and not self._pin:
            self._pin = enrol(self._socket)
        self._states = {one["id"]: one["state"] for one in live}
