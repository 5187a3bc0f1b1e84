"""The documented calls, and none besides."""

from typing import Any

from fastapi import APIRouter, Depends

from kiosk.sandbox.clouds.bloqit.api import (
    bloqs,
    customers,
    deliveries,
    locations,
    printer,
    rents,
    returns,
    sims,
    stores,
    webhooks,
)
from kiosk.sandbox.clouds.bloqit.refusals import STATUSES, Flaw, check_key

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": Flaw, "description": message}
    for status, (_, message) in STATUSES.items()
    if status != 405
}
# FastAPI would otherwise promise its own 422, which is never answered here.
_ERRORS["default"] = {"model": Flaw, "description": "Any other error"}

router = APIRouter(prefix="/api/v1/public", dependencies=[Depends(check_key)], responses=_ERRORS)
# The printer's paths come first: "labels-amount-available" is no bloq's id.
for part in (
    printer, bloqs, locations, sims, rents, stores, deliveries, returns, customers, webhooks,
):  # fmt: skip
    router.include_router(part.router)
