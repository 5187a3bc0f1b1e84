"""What is printed for a rent, and the roll of labels ("Partner API 1.35.0", Printer)."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.bloqit.rent import Text
from kiosk.adapters.clouds.bloqit.rents import Rents
from kiosk.domain.errors import CloudBroken, CloudConflict, CloudMissing
from kiosk.domain.model import ReservationId
from kiosk.ports_abilities import Label

MOST_FIELDS = 100
"""Fields of one label."""
LONGEST_FIELD = 4_096
"""Characters of one field: a routing code of a carrier may be long."""
DEEPEST = 2
"""Levels of objects and lists within one field."""
_COUNT = re.compile(r"[0-9]{1,7}")
_MOST = 10**15
"""A larger number on a label is none, and some are too long to be written as text."""


class Printed(Answer):
    template: Text | None = Field(default=None, alias="labelTemplateID")
    content: dict[str, object] | None = Field(
        default=None, alias="labelContent", max_length=MOST_FIELDS, repr=False
    )


class Labelled(Printed):
    """The two fields stand in ``details`` or beside it: our reading, not confirmed."""

    details: Printed | None = None


class LabelsAnswer(Answer):
    """The sample shows the number as text."""

    remaining: Text | Annotated[int, Field(ge=0, lt=_MOST)] | None = Field(
        default=None, alias="remainingLabels"
    )


class Printer(Rents):
    """The label printer at the locker, as far as the cloud knows of it."""

    async def label(self, reservation: ReservationId) -> Label | None:
        """Template and content as they were given with the rent; None where there are none."""
        found = checked(Labelled, await self.whole(reservation), "rent")
        inside = found.details or found
        template = found.template or inside.template
        content = found.content if found.content is not None else inside.content
        if not template or content is None:
            # Each of them needs the other.
            return None
        return Label(template, _fields(content))

    async def labels_left(self) -> int | None:
        """None where the bloq has no printer or the number is none."""
        try:
            body = await self.call("labels_left")
        except (CloudMissing, CloudConflict):
            return None
        said = str(checked(LabelsAnswer, body, "labels_left").remaining)
        return int(said) if _COUNT.fullmatch(said) else None

    async def roll_replaced(self) -> None:
        """Tell it, and read again: the answer is not documented, nor how many are on a roll.

        Raises CloudBroken when the cloud still counts none.
        """
        await self.call("roll_replaced")
        if await self.labels_left() == 0:
            raise CloudBroken("roll_replaced: the cloud still counts no label")

    async def print_label(self, template: str, content: Mapping[str, str]) -> None:
        """Have the vendor's own printer print; what is answered (a locker) means nothing."""
        query: dict[str, str | int] = {"templateID": template}
        await self.call("print_label", query=query, body={"content": dict(content)})


def _fields(content: Mapping[str, object]) -> Mapping[str, str]:
    """As texts; who is told in parts (name, street, place) stands in lines, in their order."""
    fields: dict[str, str] = {}
    for name, value in content.items():
        text = "\n".join(_lines(value, DEEPEST))
        if len(name) > LONGEST_FIELD or len(text) > LONGEST_FIELD:
            raise CloudBroken("rent: a field of its label is too long")
        if text or isinstance(value, str):
            fields[name] = text
    return fields


def _lines(value: object, deep: int) -> Iterator[str]:
    match value:
        case None | bool():
            return
        case str():
            yield value
        case int() | float():
            if abs(value) >= _MOST:
                raise CloudBroken("rent: a field of its label is no number")
            yield str(value)
        case dict() | list() if deep > 0:
            for part in value.values() if isinstance(value, dict) else value:
                yield from _lines(part, deep - 1)
        case _:
            # A label without it would name somebody else.
            raise CloudBroken("rent: a field of its label has too many levels")
