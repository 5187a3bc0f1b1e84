"""What the columns of the database are made of."""

from datetime import UTC, datetime
from enum import Enum
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, MetaData, String
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Channel,
    CompartmentFlag,
    Contents,
    IntentState,
    Kind,
    Purpose,
    ReservationState,
    Way,
)

Facts = dict[str, str | int | bool | None]
WORDS = (
    Channel,
    CompartmentFlag,
    Contents,
    IntentState,
    Kind,
    Owner,
    Purpose,
    ReservationState,
    Way,
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Word(TypeDecorator[Enum]):
    """One of the trade's words, kept as its text."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[Enum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value.value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Enum | None:
        return None if value is None else self.words(value)


class Base(DeclarativeBase):
    """What all tables have in common."""

    # SQLite changes a constraint by its name only.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Moment(),
        Facts: JSON(),
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(),
        **{words: Word(words) for words in WORDS},
    }
