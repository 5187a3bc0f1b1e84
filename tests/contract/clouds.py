"""Every cloud there is, as the contract tries it: a new one is one more entry in CLOUDS."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
from fastapi import FastAPI

from kiosk.adapters.clouds.bloqit import CLOUD as BLOQIT
from kiosk.adapters.clouds.bloqit import Bloqit
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.adapters.clouds.kioskforce import CLOUD as KIOSKFORCE
from kiosk.adapters.clouds.kioskforce import KioskForce
from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
from kiosk.domain.model import ReservationState
from kiosk.ports import Clock, Cloud, CloudMaker, CloudSettings
from kiosk.sandbox.clouds import bloqit as bloqit_sandbox
from kiosk.sandbox.clouds import kioskforce as kioskforce_sandbox
from tests.contract.description import described

S = ReservationState
LABEL = "1"
"""The compartment whose parcel makes the journey."""


async def post(app: FastAPI, path: str, body: Mapping[str, Any]) -> None:
    """Ask a sandbox for something, beside its cloud's own calls."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as http:
        answer = await http.post(path, json=body)
    assert answer.is_success, answer.text


@dataclass(frozen=True)
class Step:
    """Something happens at the locker: the state it leaves behind, and how the cloud is told."""

    journal: str
    state: ReservationState
    event: str | None = None
    call: str = ""
    """The end of the path of the one call by which the event is told."""


@dataclass(frozen=True, eq=False)
class Vendor:
    """One cloud: its adapter, its sandbox, and the journey of a delivery."""

    name: str
    maker: CloudMaker
    adapter: Callable[[CloudSettings, Clock, JsonHttp], Cloud]
    header: str
    method: str
    """Of the calls that change something."""
    base_url: str
    sandbox: Callable[..., FastAPI]
    locker: str
    cells: tuple[str, str]
    """The cloud's names of the compartments."""
    parcel: str
    seed: Mapping[str, Any]
    """The parcel announced, as the sandbox's /_sandbox/reservations takes it."""
    journey: tuple[Step, ...]
    neighbour: Mapping[str, Any]
    """What differs in the seed of a parcel in the other compartment."""
    stored: Mapping[str, Any]
    """What differs in the seed when it lies in its compartment."""
    last: Callable[[FastAPI, str], str]
    """The state of a parcel in the sandbox."""
    final: str
    happened: Callable[[FastAPI, str], list[str]]
    """What the sandbox says has happened to a parcel, in its own words."""
    heard: tuple[str, ...]
    """What it says after the journey."""
    canaries: tuple[str, ...]
    """Secrets and names that lie in the seed."""
    known: Mapping[str, str]
    """What may stand in the places of a path, by the place's name."""
    furniture: tuple[tuple[str, Mapping[str, Any], str], ...] = ()
    """What more there is to ask for: path and body that make it, and the place its id has."""

    @property
    def prefix(self) -> str:
        """What stands before every path of the description."""
        return httpx.URL(described(self.name).servers[0]).path.rstrip("/")

    def told(self) -> list[Step]:
        """The steps of the journey that the cloud hears of."""
        return [step for step in self.journey if step.call]

    async def sows(self, app: FastAPI, without: Sequence[str] = (), **more: Any) -> None:
        """Put the parcel there."""
        seed = {name: value for name, value in self.seed.items() if name not in without}
        await post(app, "/_sandbox/reservations", {**seed, **more})

    def connect(
        self, clock: Clock, transport: httpx.AsyncBaseTransport, key: str, **more: Any
    ) -> Cloud:
        settings = CloudSettings(
            self.name, self.locker, self.base_url, key, self.layout(), demo=True
        )
        http = JsonHttp(self.base_url, {self.header: key}, clock, transport=transport, **more)
        return self.adapter(settings, clock, http)

    def layout(self) -> Layout:
        both = (_compartment(cell, row) for row, cell in enumerate(self.cells))
        return Layout(2000, ("S", "M", "L"), (Column(450, tuple(both)),))


def _compartment(cell: str, row: int) -> Compartment:
    label = str(row + 1)
    return Compartment(
        label=label,
        cloud_id=cell,
        size="M",
        inside=Millimetres(400, 300, 500),
        floor_mm=900,
        owner=Owner.CLOUD,
        thermal="ambient",
        front=make_door(label, "main", 0, row + 1),
        rear=None,
        column=0,
        row=row,
        rows=2,
    )


def _kf_state(app: FastAPI, parcel: str) -> str:
    return str(app.state.kioskforce.reservations[parcel].status).removeprefix("RESERVATION_STATUS_")


def _kf_happened(app: FastAPI, parcel: str) -> list[str]:
    hooks = [hook.body for hook in app.state.kioskforce.webhooks]
    return [str(body["event_type"]) for body in hooks if body["reservation_id"] == parcel]


_KF = Vendor(
    name="kioskforce",
    maker=KIOSKFORCE,
    adapter=KioskForce,
    header="X-API-Key",
    method="POST",
    base_url="https://api.delivery.kioskforce.com",
    sandbox=kioskforce_sandbox.create,
    locker="machine_123",
    cells=("A03", "A04"),
    parcel="res_1",
    seed={
        "reservation_id": "res_1",
        "platform_order_id": "Ivana-Horvat-7719",
        "cell": "A03",
        "drop_off_code": "27182818",
        "pickup_code": "31415926",
        "notes": "ring at Horvat, +385917717719",
        "webhook_url": "https://operator.example/hook",
    },
    journey=(
        Step("door.opened", S.DEPOSITING),
        Step("parcel.deposited", S.STORED, "parcel.deposited", "/dropoffs"),
        Step("door.opened", S.COLLECTING, "parcel.collected", "/pickups"),
        Step("parcel.collected", S.FINISHED),
    ),
    neighbour={"reservation_id": "res_2", "cell": "A04"},
    stored={"status": "RESERVATION_STATUS_DROPPED_OFF"},
    last=_kf_state,
    final="PICKED_UP",
    happened=_kf_happened,
    heard=("EVENT_TYPE_DROPOFF", "EVENT_TYPE_PICKUP"),
    canaries=("27182818", "31415926", "Horvat", "+385917717719"),
    known={"reservation_id": "res_1", "machine_id": "machine_123", "name": "A03"},
)


def _bq_state(app: FastAPI, parcel: str) -> str:
    return str(app.state.bloqit.rents[parcel].state)


def _bq_happened(app: FastAPI, parcel: str) -> list[str]:
    of_rent = [event.type.value for event in app.state.bloqit.events if event.rent == parcel]
    return [kind for kind in of_rent if kind.startswith("rent.")]


_BQ = Vendor(
    name="bloqit",
    maker=BLOQIT,
    adapter=Bloqit,
    header="X-API-KEY",
    method="PUT",
    base_url="https://api.demo.bloq.it",
    sandbox=bloqit_sandbox.create,
    locker=bloqit_sandbox.BLOQ_ID,
    cells=("A1", "A2"),
    parcel="5f85c02704d61b14f47c78a0",
    seed={
        "_id": "5f85c02704d61b14f47c78a0",
        "locker": "A1",
        "externalID": "Ivana-Horvat-7719",
        "dropOffCode": "27182818",
        "pickUpCodes": {"user": "31415926", "courier": "16180339"},
        "customer": {"name": "Ivana Horvat", "phoneNumber": "+385917717719", "email": "ivana@h.hr"},
    },
    journey=(
        Step("door.opened", S.DEPOSITING, "dropoff.opened", "/make"),
        Step("parcel.deposited", S.STORED, "parcel.deposited", "/close"),
        Step("door.opened", S.COLLECTING, "pickup.opened", "/collect"),
        Step("parcel.collected", S.FINISHED, "parcel.collected", "/close"),
    ),
    neighbour={"_id": "5f85c02704d61b14f47c78a1", "locker": "A2"},
    stored={"state": "in_progress"},
    last=_bq_state,
    final="finished",
    happened=_bq_happened,
    heard=(
        "rent.started",
        "rent.in_progress",
        "rent.collect_item",
        "rent.price_calculation",
        "rent.finished",
    ),
    canaries=("27182818", "31415926", "16180339", "Horvat", "+385917717719", "ivana@h.hr"),
    known={
        "rentID": "5f85c02704d61b14f47c78a0",
        "bloqID": bloqit_sandbox.BLOQ_ID,
        "lockerID": "5d5a6e83d1682b7100000001",
        "externalID": "Ivana-Horvat-7719",
        "title": "A1",
    },
    furniture=(
        ("/customers", {"name": "Ivana Horvat"}, "customerID"),
        ("/webhooks", {"url": "http://127.0.0.1:1", "enabledEvents": []}, "webhookID"),
        ("/bloq-locations", {"address": "a", "latitude": 1, "longitude": 2}, "bloqLocationID"),
    ),
)

CLOUDS = (_KF, _BQ)
