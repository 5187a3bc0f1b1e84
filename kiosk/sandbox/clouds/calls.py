"""What a sandbox cloud was asked, in the order it was asked."""

import json
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime

KEPT = 10_000
"""Older calls are forgotten, so that a sandbox may run for weeks."""

_DEEPEST = 100


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Call:
    """One call: what came, what the cloud made of it, and what the caller got to see."""

    method: str
    path: str
    query: str
    body: object
    status: int | None = None
    """The status answered; None as long as, or because, no answer went out."""
    effect: int | None = None
    """The status the cloud itself decided on; None when the call never reached it."""
    at: datetime = field(default_factory=_now)


class CallLog:
    """All calls since the start or the last reset."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT)

    def begin(self, method: str, path: str, query: str, body: bytes) -> Call:
        call = Call(method, path, query, _readable(body))
        self._calls.append(call)
        return call

    def all(self) -> list[Call]:
        return list(self._calls)

    def clear(self) -> None:
        self._calls.clear()


def _readable(body: bytes) -> object:
    if not body:
        return None
    try:
        found = json.loads(body)
        json.dumps(found, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):  # no JSON that could be shown again, perhaps no text
        return body.decode(errors="replace")
    return found if _shallow(found) else body.decode(errors="replace")


def _shallow(found: object) -> bool:
    """Whether it is nested so little that it can be shown inside another answer."""
    level = [found]
    for _ in range(_DEEPEST):
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    return not level
