"""Writes every exchange with a cloud down, redacted, for tests that replay it (KIOSK_RECORD)."""

import json
import os
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

import httpx
import structlog

from kiosk.adapters.clouds.calls import Call
from kiosk.adapters.clouds.redaction import Redaction
from kiosk.domain.errors import ConfigWrong
from kiosk.ports import CloudSettings

LARGEST_BODY = 1_000_000
"""Bytes of a body; a longer one is not written down."""
LARGEST_FILE = 100_000_000
"""Bytes after which nothing more is written down."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class Recorder:
    """One file of exchanges, one JSON object a line; the first line names the locker."""

    def __init__(self, folder: Path, locker: str) -> None:
        self._redaction = Redaction()
        self._left = LARGEST_FILE
        name = f"cloud-{datetime.now(UTC):%Y%m%dT%H%M%S}-{token_hex(3)}.jsonl"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file: int | None = os.open(
                folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600
            )
        except OSError as error:
            raise ConfigWrong(f"KIOSK_RECORD: {folder}: {error.strerror}.") from error
        self._write({"locker": self._redaction.pseudonym(locker)})

    def around(self, transport: httpx.AsyncBaseTransport) -> httpx.AsyncBaseTransport:
        """The same transport, listened to."""
        return _Recording(transport, self)

    def close(self) -> None:
        """Nothing more is written; may be called twice."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def asked(self, request: httpx.Request) -> dict[str, object]:
        """What was asked, without the key and any other header."""
        told = self._redaction
        return {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "method": request.method,
            "path": self._path(request),
            "query": [[k, told.text(v, k)] for k, v in request.url.params.multi_items()],
            "body": self._body(request.content),
        }

    def answered(self, response: httpx.Response, body: bytes | None) -> dict[str, object]:
        """What came back; ``body`` is None when it broke off or was too long."""
        return {
            "status": response.status_code,
            "kind": response.headers.get("content-type", "").partition(";")[0][:64],
            "retry_after": _seconds(response.headers.get("retry-after")),
            "whole": body is not None,
            "answer": self._body(body or b""),
        }

    def add(self, asked: dict[str, object], outcome: dict[str, object], began: float) -> None:
        """Write one exchange down."""
        self._write({**asked, **outcome, "ms": round(1000 * (time.monotonic() - began))})

    def _path(self, request: httpx.Request) -> str:
        call = request.extensions.get("call")
        parts = request.url.path.split("/")
        fixed = call.path.split("/") if isinstance(call, Call) else []
        # Behind a base address with a path of its own the template is the end of it.
        fixed = parts[: len(parts) - len(fixed) + 1] + fixed[1:] if fixed else [""] * len(parts)
        shown = (
            template if part == template else self._redaction.pseudonym(part)
            for part, template in zip(parts, fixed, strict=True)
        )
        return "/".join(shown)

    def _body(self, content: bytes) -> object:
        """As JSON, redacted; of anything else only that it was there."""
        if not content:
            return None
        try:
            return self._redaction.value(json.loads(content))
        except (ValueError, RecursionError):
            return {"bytes": len(content)}

    def _write(self, line: dict[str, object]) -> None:
        if self._file is None:
            return
        text = (json.dumps(line, separators=(",", ":")) + "\n").encode()
        self._left -= len(text)
        try:
            if self._left < 0:
                raise OSError("the file is as large as it may become")
            os.write(self._file, text)
        except OSError:
            # A recording is a convenience: the parcels go on without it.
            log.warning("cloud.recording_ended")
            self.close()


def recorder(settings: CloudSettings) -> Recorder | None:
    """Who writes this cloud's conversations down, if anybody shall; raises ConfigWrong."""
    return Recorder(settings.record, settings.locker) if settings.record else None


class _Recording(httpx.AsyncBaseTransport):
    def __init__(self, inner: httpx.AsyncBaseTransport, recorder: Recorder) -> None:
        self._inner = inner
        self._recorder = recorder

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        began, asked = time.monotonic(), self._recorder.asked(request)
        try:
            response = await self._inner.handle_async_request(request)
        except httpx.HTTPError as error:
            self._recorder.add(asked, {"lost": type(error).__name__}, began)
            raise
        stream = _Heard(response, self._recorder, asked, began)
        return httpx.Response(
            response.status_code,
            headers=response.headers,
            stream=stream,
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        self._recorder.close()
        await self._inner.aclose()


class _Heard(httpx.AsyncByteStream):
    """Passes a body on as it comes, and writes it down when it is through or given up."""

    def __init__(
        self, response: httpx.Response, recorder: Recorder, asked: dict[str, object], began: float
    ) -> None:
        self._response, self._recorder, self._asked, self._began = response, recorder, asked, began
        self._kept: bytearray | None = bytearray()
        self._ended = self._written = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        stream = self._response.stream
        assert isinstance(stream, httpx.AsyncByteStream)
        async with aclosing(stream):
            async for chunk in stream:
                self._keep(chunk)
                yield chunk
        self._ended = True

    async def aclose(self) -> None:
        assert isinstance(self._response.stream, httpx.AsyncByteStream)
        await self._response.stream.aclose()
        if not self._written:
            self._written = True
            whole = bytes(self._kept) if self._ended and self._kept is not None else None
            outcome = self._recorder.answered(self._response, whole)
            self._recorder.add(self._asked, outcome, self._began)

    def _keep(self, chunk: bytes) -> None:
        if self._kept is not None:
            self._kept += chunk
            if len(self._kept) > LARGEST_BODY:
                self._kept = None


def _seconds(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else None
