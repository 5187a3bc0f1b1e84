"""An HTTP answer as it goes over the wire, right or spoiled on purpose."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from starlette.types import Send

from kiosk.sandbox.clouds.faults import Fault

Headers = tuple[tuple[bytes, bytes], ...]
ErrorBody = Callable[[int], object]
"""How this cloud words an error of that HTTP status."""

_HTML = b"<html><body><h1>Bad gateway</h1><p>proxy.example</p></body></html>"
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and the whole body."""

    status: int
    headers: Headers
    body: bytes

    async def send(self, send: Send) -> None:
        # No Content-Length where it was left out: then the body is chunked, and a
        # caller has to count for itself when to stop reading.
        start = {"type": "http.response.start", "status": self.status, "headers": self.headers}
        await send(start)
        for at in range(0, len(self.body), _CHUNK):
            chunk = self.body[at : at + _CHUNK]
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def send_cut(self, send: Send, kept: int) -> None:
        """Promise the whole length, and break off after so many bytes."""
        promised = [pair for pair in self.headers if pair[0].lower() != b"content-length"]
        promised.append((b"content-length", b"%d" % max(len(self.body), kept + 1)))
        start = {"type": "http.response.start", "status": self.status, "headers": promised}
        await send(start)
        part = self.body[:kept]
        await send({"type": "http.response.body", "body": part, "more_body": True})


def error_answer(fault: Fault, error_body: ErrorBody) -> Answer:
    """The answer of a fault that names a status."""
    status = fault.status or 500
    kind, body = {
        "json": (b"application/json", json.dumps(error_body(status)).encode()),
        "html": (b"text/html; charset=utf-8", _HTML),
        "empty": (b"text/plain", b""),
    }[fault.body]
    headers: Headers = ((b"content-type", kind), (b"content-length", b"%d" % len(body)))
    if fault.retry_after is not None:
        headers += ((b"retry-after", b"%d" % fault.retry_after),)
    return Answer(status, headers, body)


def mistyped(answer: Answer) -> Answer:
    """The same names with values no schema allows."""
    fields = _fields(answer)
    wrong = {name: {"unexpected": True} for name in fields} if fields else ["unexpected"]
    return _with_body(answer, json.dumps(wrong).encode())


def padded(answer: Answer, size: int) -> Answer:
    """The right answer with one more field, so long that only a bound on bytes helps."""
    body = json.dumps({**_fields(answer), "padding": "x" * size}).encode()
    return _with_body(answer, body)


def _fields(answer: Answer) -> dict[str, object]:
    found = json.loads(answer.body) if answer.body else {}
    return found if isinstance(found, dict) else {"items": found}


def _with_body(answer: Answer, body: bytes) -> Answer:
    headers = tuple(pair for pair in answer.headers if pair[0].lower() != b"content-length")
    return replace(answer, headers=headers, body=body)
