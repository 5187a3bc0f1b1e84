"""Refusals as the document words them: ``{code, message}`` with one of its statuses."""

from typing import Annotated

from fastapi import FastAPI, Request, Security
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import APIKeyHeader
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

# The document describes each status and prints one body: bloqIDInvalid. The other codes are named
# after its pattern.
STATUSES = {
    400: ("badRequest", "The request was unacceptable."),
    401: ("unauthorized", "Api Key is either non-existent or invalid."),
    403: ("forbidden", "The client does not have the necessary permissions."),
    404: ("notFound", "The requested resource doesn't exist."),
    405: ("methodNotAllowed", "This path does not know that method."),
    409: ("conflict", "The current state of the object is not compatible with the request."),
    429: ("tooManyRequests", "The client has sent too many requests in a given amount of time."),
    500: ("internalServerError", "Something went wrong on our side."),
    502: ("badGateway", "A Bloq or a Locker responded with some unexpected error."),
    504: ("gatewayTimeout", "A Bloq or a Locker is not responding to our requests."),
}


class Flaw(BaseModel):
    """The body of every error."""

    code: str = Field(examples=["bloqIDInvalid"])
    message: str = Field(
        examples=["Invalid bloqID. bloqID is either missing or has a wrong format."]
    )


class Refused(Exception):
    """A call this cloud does not carry out."""

    def __init__(self, status: int, message: str = "", code: str = "") -> None:
        super().__init__(message)
        usual_code, usual_message = STATUSES[status]
        self.status = status
        self.flaw = Flaw(code=code or usual_code, message=message or usual_message)


def invalid(field: str) -> Refused:
    """The one error body the document prints, for any field."""
    message = f"Invalid {field}. {field} is either missing or has a wrong format."
    return Refused(400, message, f"{field}Invalid")


def unknown(what: str) -> Refused:
    return Refused(404, f"This {what} doesn't exist.", f"{what}NotFound")


def conflict(why: str) -> Refused:
    return Refused(409, why)


def error_body(status: int) -> object:
    """How this cloud words an error of that HTTP status."""
    code, message = STATUSES.get(status, ("sandboxFault", f"Sandbox fault {status}."))
    return {"code": code, "message": message}


_KEY = APIKeyHeader(name="X-API-KEY", auto_error=False)


async def check_key(request: Request, given: Annotated[str | None, Security(_KEY)]) -> None:
    if given != request.app.state.key:
        raise Refused(401)


def answer_errors_with_code_and_message(app: FastAPI) -> None:
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _misshapen)
    app.add_exception_handler(HTTPException, _no_such_call)


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)
    return JSONResponse(error.flaw.model_dump(), error.status)


async def _misshapen(request: Request, error: Exception) -> JSONResponse:
    """Name the first field at fault; what the caller sent is not repeated."""
    assert isinstance(error, RequestValidationError)
    flaw = error.errors()[0]
    named = [part for part in flaw["loc"][1:] if isinstance(part, str)]
    field = named[0] if named and flaw["type"] != "extra_forbidden" else "body"
    return await _refused(request, invalid(field if field.isidentifier() else "body"))


async def _no_such_call(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    status = error.status_code if error.status_code in STATUSES else 400
    return await _refused(request, Refused(status))
