"""Tokens with which couriers log in ("Partner API 1.35.0", Couriers, Get Courier Auth Token)."""

import json
import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kiosk.adapters.clouds.answers import Answer, checked
from kiosk.adapters.clouds.bloqit.line import Line
from kiosk.domain.errors import CloudBroken, CloudRefused

LONGEST = 8_192
"""Characters of a token."""
LONGEST_COURIER = 256
# A bare number would be read as milliseconds: nobody means that.
_LIFETIME = re.compile(r"[0-9]{1,6} ?[a-z]{1,12}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


class TokenAnswer(Answer):
    token: Annotated[str, Field(max_length=LONGEST, repr=False)]


class Couriers(Line):
    """Asks for tokens; whether one is right is seen where it is shown."""

    async def courier_token(
        self, courier: str, lifetime: str, metadata: Mapping[str, object] | None = None
    ) -> str:
        """A token for this very bloq. ``lifetime`` with its unit: "1 day", "10h", "7d".

        Raises CloudRefused for one without a unit, CloudError.
        """
        if not _LIFETIME.fullmatch(lifetime):
            raise CloudRefused('courier_token: how long it lasts is written like "1 day" or "10h"')
        if not 0 < len(courier) <= LONGEST_COURIER:
            raise CloudRefused("courier_token: it names no courier")
        query: dict[str, str | int] = {
            "courierID": courier, "expirationDate": lifetime, "bloqIDs": self._bloq,
        }  # fmt: skip
        if metadata is not None:
            query["metadata"] = json.dumps(metadata, separators=(",", ":"), allow_nan=False)
        answer = checked(
            TokenAnswer, await self.call("courier_token", query=query), "courier_token"
        )
        if not _TOKEN.fullmatch(answer.token):
            raise CloudBroken("courier_token: what came is no token")
        return answer.token
