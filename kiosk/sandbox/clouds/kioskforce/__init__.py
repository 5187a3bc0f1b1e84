"""Sandbox of the KioskForce Delivery Locker API, made from the vendor's API reference alone."""

from collections.abc import Sequence

from fastapi import FastAPI

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.app import cloud_app
from kiosk.sandbox.clouds.backdoor import add_backdoor
from kiosk.sandbox.clouds.clock import SandboxClock
from kiosk.sandbox.clouds.desk import add_desk
from kiosk.sandbox.clouds.kioskforce import api, backdoor
from kiosk.sandbox.clouds.kioskforce.desk import desk_of
from kiosk.sandbox.clouds.kioskforce.rpc import answer_errors_as_rpc_status, error_body
from kiosk.sandbox.clouds.kioskforce.state import State

CELLS = tuple(f"A{number:02}" for number in range(1, 13))


def create(
    *,
    door: str = "kiosk",
    key: str = "sandbox-key",
    machine_id: str = "machine_123",
    cells: Sequence[str] = CELLS,
) -> FastAPI:
    """Make the cloud: ``kiosk``, a call sets the state; ``vendor``, the sandbox's own door does.

    Neither reading is confirmed by the vendor.
    """
    if door not in ("kiosk", "vendor"):
        raise ConfigWrong(f"door must be kiosk or vendor, not {door!r}")
    clock = SandboxClock()
    state = State(own_doors=door == "vendor", machine_id=machine_id, cells=cells, clock=clock)
    app = cloud_app("KioskForce Delivery Locker API", "1")
    app.state.kioskforce, app.state.key = state, key
    answer_errors_as_rpc_status(app)
    app.include_router(api.router)
    app.include_router(backdoor.router)
    add_backdoor(app, clock=clock, reset=state.reset, error_body=error_body)
    add_desk(app, desk_of(state))
    return app
