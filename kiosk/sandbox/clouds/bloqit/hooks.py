"""Sends events to whoever subscribed: signed, in order, and again when nobody took them."""

import asyncio
import json
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import httpx
from jwt.api_jws import PyJWS

from kiosk.sandbox.clouds.bloqit.events import Event

PAUSES = (1.0, 5.0, 25.0, 125.0)
"""Seconds before each repetition; the document does not say how often it tries."""
PATIENCE = 5.0
"""Seconds one try may take."""
KEPT = 10_000


@dataclass(slots=True)
class Webhook:
    """A subscription; its secret is never shown again."""

    webhook_id: str
    url: str
    enabled_events: list[str]
    updated_at: datetime
    description: str | None = None
    secret: str | None = None


@dataclass(slots=True)
class Delivery:
    """One event on its way to one webhook."""

    webhook: str
    url: str
    event: str
    type: str
    tries: int = 0
    status: int | None = None
    outcome: str = "waiting"
    body: str = field(default="", repr=False)
    secret: str | None = field(default=None, repr=False)


def signature(secret: str, timestamp: str, body: str) -> str:
    """A JWT over the text ``<timestamp>.<body>``, which is no JSON: hence the layer below JWT."""
    # An HMAC key is filled up with zeros anyway; done here, PyJWT does not warn of short ones,
    # and the document's own sample has ten letters.
    key = secret.encode().ljust(32, b"\0")
    return PyJWS().encode(f"{timestamp}.{body}".encode(), key, "HS256", headers={"typ": None})


class Hooks:
    """One line for each webhook, so that events arrive in the order they happened."""

    def __init__(self, now: Callable[[], datetime], pauses: Sequence[float] = PAUSES) -> None:
        self._now = now
        self._pauses = pauses
        self._workers: dict[str, asyncio.Task[None]] = {}
        self.reset()

    def reset(self) -> None:
        for worker in self._workers.values():
            worker.cancel()
        self.deliveries: deque[Delivery] = deque(maxlen=KEPT)
        self._lines: dict[str, deque[Delivery]] = {}
        self._workers = {}  # a cancelled worker takes leave of the dict it knows

    def post(self, hook: Webhook, event: Event) -> None:
        """Put the event into the line of this webhook."""
        body = json.dumps(event.payload(), separators=(",", ":"), ensure_ascii=False)
        delivery = Delivery(
            hook.webhook_id, hook.url, event.event_id, event.type, body=body, secret=hook.secret
        )
        self.deliveries.append(delivery)
        if not _reachable(hook.url):
            delivery.outcome = "not sent: its URL names no host"
            return
        self._lines.setdefault(hook.webhook_id, deque()).append(delivery)
        if hook.webhook_id not in self._workers:
            task = asyncio.get_running_loop().create_task(self._drain(hook.webhook_id))
            self._workers[hook.webhook_id] = task

    async def _drain(self, webhook_id: str) -> None:
        line, workers = self._lines[webhook_id], self._workers
        try:
            while line:
                await self._deliver(line[0])
                line.popleft()
        finally:
            workers.pop(webhook_id, None)

    async def _deliver(self, delivery: Delivery) -> None:
        for pause in (*self._pauses, None):
            delivery.tries += 1
            delivery.status = await self._send(delivery)
            if delivery.status is not None and delivery.status < 300:
                delivery.outcome = "delivered"
                return
            if pause is not None:
                await asyncio.sleep(pause)
        delivery.outcome = "given up"

    async def _send(self, delivery: Delivery) -> int | None:
        """One try, with a time of its own. Answers the status, or None where nobody answered."""
        timestamp = str(int(self._now().timestamp() * 1000))
        headers = {"content-type": "application/json", "timestamp": timestamp}
        if delivery.secret:
            headers["signature"] = signature(delivery.secret, timestamp, delivery.body)
        content = delivery.body.encode()
        try:
            async with (
                httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client,
                client.stream("POST", delivery.url, headers=headers, content=content) as answer,
            ):
                return answer.status_code
        except httpx.HTTPError:
            return None


def _reachable(url: str) -> bool:
    """Whether it names a host at all; what was subscribed may be any text."""
    try:
        parsed = httpx.URL(url)
        port = 80 if parsed.port is None else parsed.port
        return parsed.scheme in ("http", "https") and bool(parsed.host) and 0 < port <= 65_535
    except (httpx.InvalidURL, UnicodeError):
        return False
