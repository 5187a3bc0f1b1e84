"""Refusals as the vendor's document words them: an rpcStatus with a gRPC code."""

from typing import Annotated

from fastapi import FastAPI, Request, Security
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

INVALID_ARGUMENT = 3
NOT_FOUND = 5
PERMISSION_DENIED = 7
FAILED_PRECONDITION = 9
UNIMPLEMENTED = 12
INTERNAL = 13
UNAUTHENTICATED = 16

_CODES = {
    400: INVALID_ARGUMENT,
    401: UNAUTHENTICATED,
    403: PERMISSION_DENIED,
    404: NOT_FOUND,
    405: UNIMPLEMENTED,
    409: FAILED_PRECONDITION,
    422: INVALID_ARGUMENT,
}


class RpcStatus(BaseModel):
    """The body of every error."""

    code: int = Field(examples=[NOT_FOUND])
    message: str = Field(examples=["Resource not found"])
    details: list[dict[str, object]] = []


class Refused(Exception):
    """A call this cloud does not carry out."""

    def __init__(self, http_status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.http_status = http_status
        self.status = RpcStatus(code=code, message=message)


def not_found(what: str) -> Refused:
    return Refused(404, NOT_FOUND, f"{what} not found")


def invalid(why: str) -> Refused:
    # The document names code 3 without an HTTP status; 400 is what grpc-gateway, whose error
    # format rpcStatus is, makes of it.
    return Refused(400, INVALID_ARGUMENT, why)


def wrong_state(why: str) -> Refused:
    # The document is silent on calls the state forbids. This is gRPC's code for them
    # (FAILED_PRECONDITION) with the HTTP status grpc-gateway gives it.
    return Refused(400, FAILED_PRECONDITION, why)


def broken(why: str) -> Refused:
    # "Device offline" and "hardware failure" are named without a code; 500 and 13 are the only
    # documented ones that do not blame the caller.
    return Refused(500, INTERNAL, why)


def error_body(http_status: int) -> object:
    """How this cloud words an error of that HTTP status."""
    code = _CODES.get(http_status, INTERNAL)
    return RpcStatus(code=code, message=f"sandbox fault {http_status}").model_dump()


_KEY = APIKeyHeader(name="X-API-Key", auto_error=False)


async def check_key(request: Request, given: Annotated[str | None, Security(_KEY)]) -> None:
    """Both are HTTP 403 in the document; only the code tells a missing key from a wrong one."""
    if given is None:
        raise Refused(403, UNAUTHENTICATED, "the X-API-Key header is missing")
    if given != request.app.state.key:
        raise Refused(403, PERMISSION_DENIED, "invalid API key")


def answer_errors_as_rpc_status(app: FastAPI) -> None:
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _misshapen)
    app.add_exception_handler(HTTPException, _unknown_path)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)
    return JSONResponse(error.status.model_dump(), error.http_status)


async def _misshapen(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    flaws = [f"{'.'.join(map(str, flaw['loc']))}: {flaw['msg']}" for flaw in error.errors()]
    return await _refused(request, invalid("; ".join(flaws)))


async def _unknown_path(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code, INTERNAL)
    return await _refused(request, Refused(error.status_code, code, error.detail))
