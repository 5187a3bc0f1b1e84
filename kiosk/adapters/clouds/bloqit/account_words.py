"""What the account's lists hold beside rents and lockers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer
from kiosk.adapters.clouds.bloqit.places import Where
from kiosk.adapters.clouds.bloqit.rent import Text

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Portion(Generic[A]):
    """One page of a list, and how many there are in all."""

    total: int
    docs: Sequence[A]


class Customer(Answer):
    id: str = Field(alias="_id")
    name: Text | None = Field(default=None, repr=False)
    email: Text | None = Field(default=None, repr=False)
    phone: Text | None = Field(default=None, alias="phoneNumber", repr=False)
    external_id: Text | None = Field(default=None, alias="externalID")


class Location(Answer):
    """The sample shows no id; whoever lists them needs one."""

    id: str | None = Field(default=None, alias="_id")
    address: Text
    name: Text | None = None
    external_id: Text | None = Field(default=None, alias="externalID")
    location: Where | None = None
    state: Text | None = None


class Webhook(Answer):
    """Its secret is never shown again."""

    id: str = Field(alias="_id")
    url: Text
    events: list[Text] = Field(alias="enabledEvents", max_length=1_000)
    description: Text | None = None


class BloqLabels(Answer):
    bloq: str
    remaining: Text | int | None = Field(default=None, alias="remainingLabels")


@dataclass(frozen=True, slots=True)
class Person:
    """A customer as one is told of; empty: not told."""

    name: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)

    def given(self) -> Mapping[str, object]:
        """Only what is told."""
        about = {"name": self.name, "email": self.email, "phoneNumber": self.phone}
        return {name: text for name, text in about.items() if text}


@dataclass(frozen=True, slots=True)
class NewLocation:
    """A place for a future bloq."""

    address: str
    latitude: float
    longitude: float
    external_id: str | None = None
    name: str | None = None
    metadata: Mapping[str, str] | None = None

    def given(self) -> Mapping[str, object]:
        """Only what is told."""
        about = {
            "address": self.address,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "externalID": self.external_id,
            "name": self.name,
            "metadata": dict(self.metadata) if self.metadata is not None else None,
        }
        return {name: value for name, value in about.items() if value is not None}
