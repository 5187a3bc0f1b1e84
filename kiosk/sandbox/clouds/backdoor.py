"""What every sandbox cloud serves under /_sandbox: calls, faults, the clock, a reset."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Request
from pydantic import BaseModel, Field

from kiosk.sandbox.clouds.answers import ErrorBody
from kiosk.sandbox.clouds.calls import Call, CallLog
from kiosk.sandbox.clouds.clock import SandboxClock
from kiosk.sandbox.clouds.faults import Fault, Faults
from kiosk.sandbox.clouds.page import add_page
from kiosk.sandbox.clouds.wire import Wire

router = APIRouter(prefix="/_sandbox", tags=["sandbox: the wire"])


def add_backdoor(
    app: FastAPI, *, clock: SandboxClock, reset: Callable[[], None], error_body: ErrorBody
) -> None:
    """Write down every call of this app, let it misbehave on request, and serve both."""
    app.state.calls, app.state.faults = CallLog(), Faults()
    app.state.clock, app.state.reset = clock, reset
    app.add_middleware(Wire, calls=app.state.calls, faults=app.state.faults, error_body=error_body)
    app.include_router(router)
    add_page(app)


async def _calls(request: Request) -> CallLog:
    calls: CallLog = request.app.state.calls
    return calls


async def _faults(request: Request) -> Faults:
    faults: Faults = request.app.state.faults
    return faults


async def _clock(request: Request) -> SandboxClock:
    clock: SandboxClock = request.app.state.clock
    return clock


Calls = Annotated[CallLog, Depends(_calls)]
Rules = Annotated[Faults, Depends(_faults)]
Clock = Annotated[SandboxClock, Depends(_clock)]


class Advance(BaseModel):
    """How far to push the sandbox's clock."""

    seconds: float = Field(ge=0, le=1e9)


@router.get("/calls")
async def list_calls(calls: Calls) -> list[Call]:
    """Every call received, in order."""
    return calls.all()


@router.get("/faults")
async def list_faults(faults: Rules) -> list[dict[str, object]]:
    """The rules in force, with how often each was seen and fired."""
    return faults.listing()


@router.post("/faults")
async def add_faults(rules: list[Fault], faults: Rules) -> list[dict[str, object]]:
    """Add rules behind those in force."""
    faults.add(rules)
    return faults.listing()


@router.delete("/faults")
async def clear_faults(faults: Rules) -> list[dict[str, object]]:
    """Behave again."""
    faults.clear()
    return []


@router.post("/clock")
async def advance_clock(by: Advance, clock: Clock) -> dict[str, str]:
    """Push the cloud's clock forward, to let a grace run out."""
    clock.advance(by.seconds)
    return {"now": clock.now().isoformat()}


@router.post("/reset")
async def reset(request: Request, calls: Calls, faults: Rules, clock: Clock) -> dict[str, str]:
    """Start over: no reservations, no calls, no faults, the true time."""
    calls.clear()
    faults.clear()
    clock.reset()
    request.app.state.reset()
    return {}
