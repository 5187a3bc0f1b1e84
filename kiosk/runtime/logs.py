"""Logs as one JSON line each; only whitelisted fields pass, so no code or name can slip in."""

import logging
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

from kiosk.runtime.ring import Ring

ALLOWED = {
    "event", "level", "timestamp", "logger", "exception", "wire", "door", "compartment",
    "reservation", "state", "seq", "seconds", "count", "status", "error", "verb", "uid", "pid",
    "retry_num", "wait_for",
}  # fmt: skip

LOGGED = ALLOWED - {"event", "level", "timestamp", "logger", "exception"}
RING = Ring(LOGGED)
"""What this process said last, for the page of service mode."""

Fields = MutableMapping[str, Any]


def start_logging(*, verbose: bool = False) -> None:
    """Send the logs of this program and its libraries to standard error, and remember the last."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        only_allowed,
    ]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *shared],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler, RING]
    root.setLevel(logging.INFO if verbose else logging.WARNING)
    # What is remembered for the page of service mode says a little more than what is written.
    logging.getLogger("kiosk").setLevel(logging.INFO)
    handler.setLevel(logging.INFO if verbose else logging.WARNING)
    # Request lines of the HTTP client carry paths with ids and sometimes secrets in queries.
    for noisy in ("httpx", "httpcore", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def only_allowed(_logger: object, _method: str, fields: Fields) -> Mapping[str, Any]:
    """Drop every field that nobody has looked at."""
    return {k: v for k, v in fields.items() if k in ALLOWED or k.startswith("_")}
