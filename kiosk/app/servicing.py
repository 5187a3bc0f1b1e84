"""Service accounts, put together."""

import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from kiosk.adapters.pins import ArgonPins
from kiosk.adapters.storage.store import SqliteStore
from kiosk.config import Config
from kiosk.domain.flows.duty import SignedOff
from kiosk.domain.layout import Owner
from kiosk.ports import Clock
from kiosk.services.afar import Afar
from kiosk.services.enrolment import Enrolment
from kiosk.services.service_codes import ServiceCodes
from kiosk.services.service_desk import ServiceDesk
from kiosk.services.session import Session
from kiosk.services.technicians import Technicians


@dataclass(frozen=True, slots=True)
class Service:
    """What service mode stands on, and what the console may ask of it."""

    technicians: Technicians
    enrolment: Enrolment
    codes: ServiceCodes
    desk: ServiceDesk

    def run(self) -> Coroutine[Any, Any, None]:
        return self.technicians.run()


def service_of(
    config: Config,
    store: SqliteStore,
    clock: Clock,
    afar: Afar,
    session: Session,
    *,
    alone: bool,
) -> Service:
    """Neither an enrolment nor a challenge is open: no start re-opens one."""
    owner = Owner.LOCAL if alone else Owner.CLOUD
    pins = ArgonPins()
    technicians = Technicians(
        store, pins, clock, owner, ended=lambda _how: session.post(SignedOff())
    )
    technicians.lifts_lockdown = afar.lift_for_two
    enrolment = Enrolment(store, pins, clock, owner, secrets.randbelow)
    codes = ServiceCodes(store, clock, owner, config.service_key, secrets.randbelow)
    return Service(technicians, enrolment, codes, ServiceDesk(store, enrolment, technicians, owner))
