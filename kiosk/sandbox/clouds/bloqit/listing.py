"""Lists page by page, and the filters of rents."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from fastapi import Request

from kiosk.sandbox.clouds.bloqit.cloud import Cloud
from kiosk.sandbox.clouds.bloqit.refusals import invalid
from kiosk.sandbox.clouds.bloqit.rent import Rent
from kiosk.sandbox.clouds.bloqit.views import Body
from kiosk.sandbox.clouds.bloqit.words import State

One = TypeVar("One")
Name = TypeVar("Name", bound=StrEnum)


def cut(found: Sequence[One], page: int, limit: int) -> Sequence[One]:
    return found[(page - 1) * limit : page * limit]


def paged(found: Sequence[One], docs: list[Body], page: int, limit: int) -> Body:
    return {"totalDocs": len(found), "page": page, "limit": limit, "docs": docs}


def several(request: Request, name: str, kind: type[Name]) -> list[Name]:
    """A list in a query: repeated, with ``[]`` or ``[0]`` behind the name, or with commas; the
    document leaves open which. Raises Refused 400 for a word that is not of that kind."""
    words = [
        word
        for key, value in request.query_params.multi_items()
        if key == name or (key.startswith(f"{name}[") and key.endswith("]"))
        for word in value.split(",")
    ]
    try:
        return [kind(word) for word in words if word]
    except ValueError as error:
        raise invalid(name) from error


def rents(
    cloud: Cloud,
    among: Iterable[Rent],
    *,
    states: Sequence[State],
    customer_query: str | None,
    since: datetime | None,
    until: datetime | None,
    same: dict[str, str | None],
) -> list[Rent]:
    """Oldest first. ``same``: attributes that must be equal where a value is given."""
    wanted = {name: value for name, value in same.items() if value is not None}
    return [
        rent
        for rent in among
        if all(getattr(rent, name) == value for name, value in wanted.items())
        and (not states or rent.state in states)
        and (since is None or rent.start_date >= since)
        and (until is None or rent.start_date <= until)
        and (customer_query is None or _concerns(cloud, rent, customer_query))
    ]


def _concerns(cloud: Cloud, rent: Rent, query: str) -> bool:
    customer = cloud.customers.get(rent.customer_id or "")
    known = [rent.phone_number, *((customer.email, customer.phone_number) if customer else ())]
    return any(query.casefold() in each.casefold() for each in known if each)
