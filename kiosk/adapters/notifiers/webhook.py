"""An address of the operator's that takes messages as signed JSON, and passes them on."""

import asyncio
import hashlib
import hmac
import json
import logging
import ssl
from collections.abc import Iterator, Mapping
from typing import ClassVar

import httpx
from pydantic import Field

from kiosk.config.credentials import Credential
from kiosk.config.sections import Section
from kiosk.domain.errors import (
    NoticeDoubtful,
    NoticeForbidden,
    NoticeRefused,
    NoticeUnsent,
)
from kiosk.domain.particulars import Contact
from kiosk.ports import Clock
from kiosk.ports_notices import Message, Notifier, NotifierSettings

LONGEST = 30.0
"""Seconds for one whole exchange."""
TIMEOUT = httpx.Timeout(connect=5.0, read=15.0, write=10.0, pool=5.0)
LEAST_SECRET = 16
"""Signs of the secret, at least."""
PING = "notice.ping"
"""Asks whether the address answers; it is about nobody."""
HERE = r"(localhost|127\.0\.0\.1|\[::1\])"
URL = rf"^(https://[A-Za-z0-9.\[\]:-]+|http://{HERE}(:[0-9]{{1,5}})?)(/[\x21-\x7e]*)?$"

_WRONG_ADDRESS = {401, 403, 404, 405, 410}
_NOT_NOW = {408, 409, 423, 425, 429}
_DOUBT = {500, 502, 504}
"""What a server or one before it says when nobody knows how far it came."""

# At INFO httpx logs whole addresses, at DEBUG httpcore logs headers.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)


class WebhookSection(Section):
    """[notifier.webhook]: where messages go as JSON."""

    url: str = Field(
        pattern=URL,
        max_length=500,
        description='an address like "https://example.com/notices" (http:// only on this machine)',
    )
    secret: Credential


class Webhook:
    """Posts each message, signed; the other end knows a twin by its Idempotency-Key."""

    idempotent = True

    def __init__(
        self,
        section: WebhookSection,
        secret: str,
        locker: str,
        clock: Clock,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._url = section.url
        self._secret = secret.encode()
        self._locker = locker
        self._clock = clock
        self._client = httpx.AsyncClient(
            timeout=TIMEOUT,
            follow_redirects=False,
            # No proxy and no .netrc out of the environment gets between.
            trust_env=False,
            verify=tls or ssl.create_default_context(),
            headers={"user-agent": "parcel-locker-kiosk", "accept-encoding": "identity"},
        )

    def reaches(self, contact: Contact) -> bool:
        return bool(contact.phone or contact.email)

    async def send(self, message: Message) -> None:
        await self._post(message.id, self._body(message))

    async def ping(self) -> None:
        at = self._clock.now()
        body = {"notice": PING, "locker": self._locker, "at": at.isoformat()}
        await self._post(f"ping-{at.timestamp():.0f}", body)

    async def aclose(self) -> None:
        await self._client.aclose()

    def _body(self, message: Message) -> Mapping[str, object]:
        until = message.until
        return {
            "id": message.id,
            "notice": message.name,
            "at": message.at.isoformat(),
            "locker": self._locker,
            "reservation": message.reservation,
            "ref": message.ref,
            "to": {
                "name": message.to.name,
                "phone": message.to.phone,
                "email": message.to.email,
            },
            "language": message.language,
            "subject": message.subject,
            "text": message.text,
            "until": until and until.isoformat(),
            "codes": dict(message.words),
        }

    async def _post(self, key: str, body: Mapping[str, object]) -> None:
        content = json.dumps(body, ensure_ascii=False).encode()
        headers = {
            "content-type": "application/json",
            "idempotency-key": key,
            "kiosk-signature": signature(self._secret, int(self._clock.now().timestamp()), content),
        }
        try:
            async with asyncio.timeout(LONGEST):
                status = await self._status(content, headers)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise NoticeUnsent(type(error).__name__) from None
        except (httpx.HTTPError, TimeoutError) as error:
            raise NoticeDoubtful(type(error).__name__) from None
        _judge(status)

    async def _status(self, content: bytes, headers: Mapping[str, str]) -> int:
        # What it says beyond the status is nobody's business here, and may be long.
        async with self._client.stream(
            "POST", self._url, content=content, headers=dict(headers)
        ) as response:
            return response.status_code


class WebhookMaker:
    """Makes it of [notifier.webhook]."""

    section = WebhookSection
    credentials: ClassVar[tuple[str, ...]] = ("secret",)

    def objections(self, settings: NotifierSettings) -> Iterator[tuple[str, str]]:
        if len(settings.secrets.get("secret", "")) < LEAST_SECRET:
            yield "secret", f'"file:" or "env:" of a text of at least {LEAST_SECRET} signs'

    def connect(self, settings: NotifierSettings, locker: str, clock: Clock) -> Notifier:
        return Webhook(settings.section, settings.secrets["secret"], locker, clock)


def signature(secret: bytes, at: int, content: bytes) -> str:
    """HMAC-SHA256 over "<seconds since 1970>.<body>", with the seconds before it."""
    mac = hmac.new(secret, b"%d." % at + content, hashlib.sha256).hexdigest()
    return f"t={at},v1={mac}"


def _judge(status: int) -> None:
    """Raises NoticeError for all but a plain yes."""
    words = f"HTTP {status}"
    if 200 <= status < 300:
        return
    if status in _WRONG_ADDRESS or 300 <= status < 400:
        raise NoticeForbidden(words)
    if status in _DOUBT:
        raise NoticeDoubtful(words)
    if status in _NOT_NOW or status > 500:
        raise NoticeUnsent(words)
    raise NoticeRefused(words)


NOTIFIER = WebhookMaker()
