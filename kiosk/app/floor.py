"""What the work of couriers and technicians stands on, put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.adapters.scanners.camera import CameraScanner, NoCamera
from kiosk.adapters.storage.store import SqliteStore
from kiosk.app.couriers import Couriers
from kiosk.app.crew_machine import Care
from kiosk.app.journalling import Journalling
from kiosk.app.obeying import Here
from kiosk.app.servicing import Service
from kiosk.config import Config
from kiosk.domain.layout import Owner
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock, Cloud
from kiosk.services.afar import Afar
from kiosk.services.errands import Errands
from kiosk.services.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Floor:
    """All of the running kiosk that staff's work touches."""

    config: Config
    store: SqliteStore
    clock: Clock
    cloud: Cloud | None
    rules: Mapping[Owner, CloudRules]
    scanner: CameraScanner | NoCamera
    here: Here
    errands: Errands
    outbox: Outbox
    reports: Outbox
    """Who tells whom the cloud's parcels are reported to."""


@dataclass(frozen=True, slots=True)
class Staffed:
    """Who is logged in, and what the operator already may ask of that."""

    couriers: Couriers
    service: Service
    afar: Afar
    kept: Journalling
    care: Care
