"""Bounded JSON over HTTPS, for every cloud adapter: one call in, one object or one error out."""

import asyncio
import logging
import re
import ssl
from collections.abc import Callable, Mapping
from contextlib import aclosing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import cast

import httpx
import stamina

from kiosk.adapters.clouds.bodies import parsed, refusal
from kiosk.adapters.clouds.calls import Call
from kiosk.adapters.clouds.recording import Recorder
from kiosk.domain.errors import CloudBroken, CloudBusy, CloudSilent, ConfigWrong
from kiosk.ports import Clock

LARGEST = 1_000_000
"""Bytes of a body; more is no answer."""
LONGEST = 30.0
"""Seconds for one whole exchange: a body that trickles never runs into the read time-out."""
TIMEOUT = httpx.Timeout(connect=5.0, read=10.0, write=10.0, pool=5.0)

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_HEADER = re.compile(r"[\x21-\x7e]{1,4096}")
_NOTHING: Mapping[str, str] = {}

# At INFO httpx logs whole addresses, query included; at DEBUG httpcore logs headers.
logging.getLogger("httpx").setLevel(logging.WARNING)
logging.getLogger("httpcore").setLevel(logging.WARNING)


class JsonHttp:
    """One cloud's line: its address, its headers, its limits."""

    def __init__(
        self,
        base_url: str,
        headers: Mapping[str, str],
        clock: Clock,
        *,
        heard: Callable[[datetime], None] | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        longest: float = LONGEST,
        record: Recorder | None = None,
    ) -> None:
        self._clock = clock
        self._longest = longest
        base = self._base = _checked_base(base_url)
        # Without a certificate anybody between here and there could name the time.
        self._heard = heard if base.scheme == "https" else None
        line = transport or httpx.AsyncHTTPTransport(verify=_trusted(), trust_env=False)
        self._client = httpx.AsyncClient(
            base_url=base,
            headers=_own_headers() | _checked_headers(headers),
            # Refuses every cookie: they would pile up, and no cloud of ours needs one.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=TIMEOUT,
            follow_redirects=False,
            # No proxy and no .netrc out of the environment gets between key and cloud.
            trust_env=False,
            transport=record.around(line) if record else line,
        )

    async def call(
        self,
        call: Call,
        places: Mapping[str, str] = _NOTHING,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, object] | None = None,
        headers: Mapping[str, str] = _NOTHING,
    ) -> dict[str, object]:
        """Make one call that answers an object; a read is repeated, twice at most.

        Raises CloudError.
        """
        request = self._request(call, places, query, body)
        request.headers.update(headers)
        return cast("dict[str, object]", await self._made(call, request, dict))

    async def listed(
        self,
        call: Call,
        places: Mapping[str, str] = _NOTHING,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> list[object]:
        """The same for one that answers a list."""
        request = self._request(call, places, query, body)
        return cast("list[object]", await self._made(call, request, list))

    async def post(self, name: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Hand this very body to the address itself; whatever is answered, its status counts.

        Raises CloudError.
        """
        request = self._client.build_request("POST", self._base, content=content)
        request.headers.update(headers)
        await self._exchange(Call(name, "POST", ""), request, None)

    async def aclose(self) -> None:
        """Let go of the connections; may be called twice."""
        await self._client.aclose()

    def _request(
        self,
        call: Call,
        places: Mapping[str, str],
        query: Mapping[str, str | int] | None,
        body: Mapping[str, object] | None,
    ) -> httpx.Request:
        path = call.filled(places)
        request = self._client.build_request(call.method, path, params=query, json=body)
        # What stands in the path's places is known to who writes the call down.
        request.extensions["call"] = call
        return request

    async def _made(self, call: Call, request: httpx.Request, form: type) -> object:
        if not call.reads:
            return await self._exchange(call, request, form)
        async for attempt in stamina.retry_context(
            on=(CloudSilent, CloudBroken),
            attempts=3,
            # Counted over all attempts: who waits at the screen is not kept for three time-outs.
            timeout=10.0,
            wait_initial=0.1,
            wait_max=0.5,
            wait_jitter=0.1,
        ):
            with attempt:
                return await self._exchange(call, request, form)
        raise AssertionError("unreachable")

    async def _exchange(self, call: Call, request: httpx.Request, form: type | None) -> object:
        try:
            async with asyncio.timeout(self._longest):
                return await self._answer(call, request, form)
        except TimeoutError as error:
            raise CloudSilent(f"{call.name}: no whole answer in time") from error

    async def _answer(self, call: Call, request: httpx.Request, form: type | None) -> object:
        try:
            response = await self._client.send(request, stream=True)
        except httpx.HTTPError as error:
            raise CloudSilent(f"{call.name}: {type(error).__name__}") from error
        if self._heard and (said := moment_of(response.headers.get("date"))):
            self._heard(said)
        try:
            async with aclosing(response):
                return await self._judged(call.name, response, form)
        except httpx.HTTPError as error:
            raise CloudBroken(f"{call.name}: the answer broke off") from error

    async def _judged(self, name: str, response: httpx.Response, form: type | None) -> object:
        status = response.status_code
        if status in (429, 503):
            wait = retry_after(response.headers.get("retry-after"), self._clock.now())
            raise CloudBusy(f"{name}: HTTP {status}", wait)
        if not 200 <= status < 300 and not 400 <= status <= 500:
            raise CloudBroken(f"{name}: HTTP {status}")
        if form is None:
            # Whoever hears a report may answer in any form, or a page of its own.
            if status < 300:
                return None
            raise refusal(name, status, {})
        body = await _bounded(name, response)
        if status < 300:
            return parsed(name, body, form)
        # A 404 of a proxy or a captive portal says nothing about the parcel: only JSON (or nothing
        # at all) counts as the cloud's own refusal.
        raise refusal(name, status, parsed(name, body, dict) if body else {})


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds out of a Retry-After header, 1 s to 1 h; None when it says nothing we understand."""
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return float(min(int(value[:9]), 3600) or 1)
    moment = moment_of(value)
    return None if moment is None else min(max((moment - now).total_seconds(), 1.0), 3600.0)


def moment_of(value: str | None) -> datetime | None:
    """What a header with a date says; None when it says nothing we understand."""
    if value is None:
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


async def _bounded(name: str, response: httpx.Response) -> bytes:
    # A packed body is refused unread (we asked for none): a kilobyte may unpack to a gigabyte.
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise CloudBroken(f"{name}: a packed answer")
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise CloudBroken(f"{name}: too large an answer")
    return bytes(body)


def _own_headers() -> dict[str, str]:
    return {
        "accept": "application/json",
        "accept-encoding": "identity",
        "user-agent": "parcel-locker-kiosk",
    }


def _checked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    if not all(_HEADER.fullmatch(value) for value in headers.values()):
        raise ConfigWrong("[cloud] The key is empty or holds spaces, line ends or foreign letters.")
    return dict(headers)


def _checked_base(base_url: str) -> httpx.URL:
    try:
        url = httpx.URL(base_url)
    except (httpx.InvalidURL, ValueError):
        url = httpx.URL()
    safe = url.scheme == "https" or (url.scheme == "http" and url.host in _LOOPBACK)
    # The address is not repeated: a wrong one may carry a password.
    if not safe or not url.host or url.userinfo or url.query or url.fragment:
        raise ConfigWrong("[cloud] base_url must be a plain https:// address (http:// to itself).")
    return url


@cache
def _trusted() -> ssl.SSLContext:
    """The public authorities, and those this machine's owner has added to it; read once."""
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return context
