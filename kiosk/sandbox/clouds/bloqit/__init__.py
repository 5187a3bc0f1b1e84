"""Sandbox of the Bloq.it Partner API 1.35.0, made from the vendor's document alone."""

import re
from collections.abc import Sequence

from fastapi import FastAPI

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.app import cloud_app
from kiosk.sandbox.clouds.backdoor import add_backdoor
from kiosk.sandbox.clouds.bloqit import api, backdoor, machine
from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.desk import desk_of
from kiosk.sandbox.clouds.bloqit.hooks import PAUSES, Hooks
from kiosk.sandbox.clouds.bloqit.refusals import answer_errors_with_code_and_message, error_body
from kiosk.sandbox.clouds.bloqit.words import HEX24
from kiosk.sandbox.clouds.clock import SandboxClock
from kiosk.sandbox.clouds.desk import add_desk

BLOQ_ID = "5e5fbcebd1195468b647aa02"
"""The bloq of the document's samples."""
TITLES = tuple(f"A{number}" for number in range(1, 13))


def create(
    *,
    door: str = "kiosk",
    key: str = "sandbox-key",
    machine_id: str = BLOQ_ID,
    cells: Sequence[str] = TITLES,
    pauses: Sequence[float] = PAUSES,
) -> FastAPI:
    """Make the cloud: ``kiosk``, a call sets the state; ``vendor``, the sandbox's own door does.

    ``pauses``: seconds before each repetition of a webhook. Neither reading of the doors is
    confirmed by the vendor.
    """
    if door not in ("kiosk", "vendor"):
        raise ConfigWrong(f"door must be kiosk or vendor, not {door!r}")
    if not re.fullmatch(HEX24, machine_id):
        raise ConfigWrong(f"a bloq's id has 24 hexadecimal digits, {machine_id!r} has not")
    clock = SandboxClock()
    cloud = Cloud(
        own_doors=door == "vendor",
        bloq_id=machine_id.lower(),
        titles=cells,
        clock=clock,
        hooks=Hooks(clock.now, pauses),
    )
    app = cloud_app("Bloq.It Partner API", "1.35.0")
    app.state.bloqit, app.state.key = cloud, key
    answer_errors_with_code_and_message(app)
    app.include_router(api.router)
    app.include_router(backdoor.router)
    app.include_router(machine.router)
    add_backdoor(app, clock=clock, reset=cloud.reset, error_body=error_body)
    add_desk(app, desk_of(cloud))
    return app
