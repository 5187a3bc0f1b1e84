"""A recorded conversation, answered again to an adapter that asks the same in the same order."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx


class Unheard(AssertionError):
    """The adapter asks what was not asked when the recording was made."""


class Replay(httpx.AsyncBaseTransport):
    """Each request gets the next answer that was recorded for its method and path."""

    def __init__(self, lines: Sequence[Mapping[str, Any]]) -> None:
        self._lines = list(lines)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        for line in self._lines:
            if (line["method"], line["path"]) == (request.method, request.url.path):
                self._lines.remove(line)
                return _answer(line)
        # Nothing of the address is hidden: it holds pseudonyms only.
        raise Unheard(f"{request.method} {request.url.path} was not asked then")

    @property
    def left(self) -> list[str]:
        """What was asked then and not now."""
        return [f"{line['method']} {line['path']}" for line in self._lines]


def recorded(path: Path) -> tuple[str, list[Mapping[str, Any]]]:
    """The locker's pseudonym and the exchanges of a recording."""
    first, *lines = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return first["locker"], lines


def _answer(line: Mapping[str, Any]) -> httpx.Response:
    if "lost" in line:
        raise httpx.ReadError(line["lost"])
    headers = {"content-type": line["kind"]}
    if line["retry_after"] is not None:
        headers["retry-after"] = str(line["retry_after"])
    if line["kind"] != "application/json":
        return httpx.Response(line["status"], headers=headers, content=b"<html>")
    if not line["whole"]:
        return httpx.Response(line["status"], headers=headers, content=b"{")
    return httpx.Response(line["status"], headers=headers, content=json.dumps(line["answer"]))
