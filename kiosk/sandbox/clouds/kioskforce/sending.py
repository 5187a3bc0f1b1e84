"""Sends webhooks to the URL a test or an integrator gave; without one they are only recorded."""

import asyncio
import json
from collections import deque

import httpx

from kiosk.sandbox.clouds.kioskforce.webhooks import Webhook

PATIENCE = 5.0
"""Seconds one try may take."""
PAUSES = (1.0, 5.0)
"""Seconds before each repetition; the document does not say how often it tries."""
MOST_WAITING = 10_000


class Sender:
    """One line, so that webhooks arrive in the order things happened; none is signed.

    A reservation's own webhook_url wins over the one for all ("Custom webhook URL for this
    reservation"). The vendor's document says nothing of signatures.
    """

    def __init__(self) -> None:
        self._line: deque[tuple[str, Webhook]] = deque(maxlen=MOST_WAITING)
        self._worker: asyncio.Task[None] | None = None
        self.url: str | None = None
        """Where those go that have no URL of their own."""

    def reset(self) -> None:
        if self._worker is not None:
            self._worker.cancel()
        self._worker, self.url = None, None
        self._line.clear()

    def post(self, webhook: Webhook) -> None:
        """Put it into the line; only where one URL for all was given is anything sent."""
        if self.url is None:
            return
        self._line.append((webhook.url or self.url, webhook))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.get_running_loop().create_task(self._drain())

    async def _drain(self) -> None:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            while self._line:
                await self._deliver(client, *self._line.popleft())

    async def _deliver(self, client: httpx.AsyncClient, url: str, webhook: Webhook) -> None:
        content = json.dumps(webhook.body, separators=(",", ":")).encode()
        headers = {"content-type": "application/json"}
        # An order id may be any text; a header takes but Latin letters.
        headers |= {name: _fit(value) for name, value in webhook.headers.items()}
        for pause in (*PAUSES, None):
            webhook.tries += 1
            try:
                answer = await client.post(url, content=content, headers=headers)
            except (httpx.HTTPError, httpx.InvalidURL):
                webhook.status = None
            else:
                webhook.status = answer.status_code
                if answer.is_success:
                    return
            if pause is not None:
                await asyncio.sleep(pause)


def _fit(value: str) -> str:
    return "".join(sign if " " <= sign <= "~" else "?" for sign in value)
