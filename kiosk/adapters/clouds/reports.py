"""Tells the cloud's facts to an address of the operator's, in the shape of the vendor's webhooks.

One POST for each of the vendor's events a fact is. The ids in the bodies never change, so whoever
listens can drop what it has heard before.
"""

import json
from dataclasses import replace

from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.errors import CloudRefused
from kiosk.domain.model import Event
from kiosk.domain.rules import CloudRules
from kiosk.ports import Clock
from kiosk.ports_abilities import Payload, Tells
from kiosk.ports_cloud import Relay

LONGEST = 15.0
"""Seconds for one whole exchange."""
LARGEST = 65_536
"""Bytes of one body; no fact of ours comes near."""
CONTENT = {"content-type": "application/json"}


class ReportLine:
    """Whom facts are reported to; for the outbox it is a cloud that only listens."""

    def __init__(self, relay: Relay, cloud: Tells, clock: Clock) -> None:
        # What stands in the bodies tells a repeat from a second one, however late it comes.
        self.rules: CloudRules = replace(cloud.rules, idempotency_key=True)
        self._cloud = cloud
        self._key = relay.key
        self._http = JsonHttp(relay.url, {}, clock, longest=LONGEST)

    async def deliver(self, event: Event) -> None:
        """Hand over every body of one fact, in order; after a failure all of them are repeated."""
        for payload in ends(event) or self._cloud.payloads(event):
            body = _written(payload)
            signed = self._cloud.signature(body, self._key) if self._key else {}
            await self._http.post("report", body, {**CONTENT, **signed})

    async def ping(self) -> None:
        """Nothing can be asked here: a report is the only thing it hears."""

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""
        await self._http.aclose()


def ends(event: Event) -> tuple[Payload, ...]:
    """Where the journal ends: no vendor has a word for it, so it has a shape of our own."""
    if event.name != "journal.head":
        return ()
    told = {"event": event.name, "id": event.id, "at": event.at.isoformat()}
    return ({**told, "seq": event.data["seq"], "hash": event.data["hash"]},)


def _written(payload: Payload) -> bytes:
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    if len(written := body.encode()) > LARGEST:
        raise CloudRefused("report: it is too long")
    return written
