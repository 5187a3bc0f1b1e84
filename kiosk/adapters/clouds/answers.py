"""What a cloud answered, checked against a schema before any of it is believed."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from kiosk.domain.errors import CloudBroken


class Answer(BaseModel):
    """Base of every answer: no type is bent into another, what we do not know is ignored."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", hide_input_in_errors=True)


A = TypeVar("A", bound=Answer)


def _moment(value: object) -> datetime:
    if not isinstance(value, str):
        raise ValueError("a time is a text")
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a time names its zone")
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("a time lies within the calendar") from error


Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A time as ISO 8601 text with its zone, taken to UTC."""


def checked(model: type[A], body: object, name: str) -> A:
    """Read a body as this model; raises CloudBroken."""
    try:
        return model.model_validate(body)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "body"
    # Outside the handler, so that no trace carries the body: it may hold codes.
    raise CloudBroken(f"{name}: the answer has another form than agreed, at {place}")
