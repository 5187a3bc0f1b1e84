"""Kinds of values in calls: ids, dates, codes, free objects; each refuses what is none."""

import json
import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import AfterValidator, BeforeValidator, Field, StrictInt, StringConstraints

from kiosk.sandbox.clouds.bloqit.words import HEX24

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEEPEST = 20
_LONGEST = 65_536


def _written(value: object) -> object:
    """Pydantic would take a number for a moment, too; the document says date-time."""
    if isinstance(value, str) and not _DATED.match(value):
        raise ValueError("not a date-time")
    if not isinstance(value, str | datetime):
        raise ValueError("not a date-time")
    return value


def _in_utc(value: datetime) -> datetime:
    """A time without a zone is read as UTC; one that has no UTC (year 1, year 9999) is none."""
    try:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("out of range") from error


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    """Kept and given back as JSON: no NaN, no half characters, bounded in depth and length."""
    level: list[object] = [value]
    for _ in range(_DEEPEST):
        deeper: list[object] = []
        for each in level:
            if isinstance(each, dict):
                deeper += each.values()
            elif isinstance(each, list):
                deeper += each
        level = deeper
    if level:
        raise ValueError("nested too deeply")
    if len(json.dumps(value, allow_nan=False, ensure_ascii=False).encode()) > _LONGEST:
        raise ValueError("too long")
    return value


Instant = Annotated[datetime, BeforeValidator(_written), AfterValidator(_in_utc)]
Free = Annotated[dict[str, Any], AfterValidator(_plain)]
"""An object that can contain any information."""
Id = Annotated[str, StringConstraints(pattern=HEX24, to_lower=True)]
Text = Annotated[str, StringConstraints(max_length=1024)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=256)]
PickUpCode = Annotated[str, StringConstraints(min_length=1, max_length=14)]
Codes = Annotated[dict[Code, Code], Field(max_length=32)]
Hours = Annotated[StrictInt, Field(ge=0, le=24 * 366)]
"""0 is what the sample shows, and read as no limit of its own."""
AtLeastOne = Annotated[StrictInt, Field(ge=1, le=24 * 366)]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]

BloqID = Annotated[Id, Path(alias="bloqID")]
LockerID = Annotated[Id, Path(alias="lockerID")]
RentID = Annotated[Id, Path(alias="rentID")]
CustomerID = Annotated[Id, Path(alias="customerID")]
WebhookID = Annotated[Id, Path(alias="webhookID")]
LocationID = Annotated[Id, Path(alias="bloqLocationID")]
ExternalID = Annotated[str, Path(alias="externalID")]

Page = Annotated[int, Query(ge=1)]
Limit = Annotated[int, Query(ge=1)]
AnyBloq = Annotated[Id | None, Query(alias="bloqID")]
AnyLocker = Annotated[Id | None, Query(alias="lockerID")]
AnyCustomer = Annotated[Id | None, Query(alias="customerID")]
AnyRent = Annotated[Id | None, Query(alias="rentID")]
Since = Annotated[Instant | None, Query(alias="startDate")]
Until = Annotated[Instant | None, Query(alias="endDate")]

Activity = Literal["all", "active", "inactive"]
Operation = Literal["firstMile", "lastMile"]
Channel = Literal["sms", "email"]
Action = Literal["mfa"]
