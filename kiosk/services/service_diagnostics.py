"""One file for who helps from afar: how everything is, with no code, name, phone or credential."""

import asyncio
import base64
import io
import json
import logging
import zipfile
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from kiosk.domain.errors import KioskError
from kiosk.domain.flows.service.system import Bundle, BundleTold
from kiosk.domain.flows.staffed import Task
from kiosk.domain.model import Change
from kiosk.ports import Clock
from kiosk.ports_machine import Lines, MachineStore, Shelf
from kiosk.services.desk import Answer, Asker
from kiosk.services.local import NotPossible
from kiosk.services.tasks import Handler

log = logging.getLogger(__name__)

MOST_BYTES = 10_000_000
MOST_LINES = 500
JOURNAL = ("seq", "at", "name", "compartment", "reservation")
"""Of a line of the journal; its facts may hold what somebody wrote."""
Part = Callable[[], Awaitable[object]]


class Diagnostics:
    """Asks each part in turn; one that cannot answer is named, and the others are there."""

    def __init__(
        self,
        store: MachineStore,
        clock: Clock,
        lines: Lines,
        shelf: Shelf,
        parts: Mapping[str, Part],
        locker: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._lines = lines
        self._shelf = shelf
        self._locker = locker
        self._parts: Mapping[str, Part] = {
            **parts,
            "outbox": self._outbox,
            "journal": self._journal,
            "log": self._log,
        }
        self._one = asyncio.Lock()
        self.reads: Mapping[str, Callable[..., Awaitable[Answer]]] = {}
        self.writes: Mapping[str, Callable[..., Awaitable[Answer]]] = {"diagnostics": self.stream}

    @property
    def tasks(self) -> Mapping[type[Task], Handler]:
        return {Bundle: Handler(self._bundle, BundleTold(""))}

    async def stream(self, asker: Asker) -> Answer:
        """For the console: the file goes to who asks, and stays nowhere here."""
        await self._store.record(Change("service.diagnostics_taken", facts={"uid": asker.uid}))
        name, content = await self._made()
        return {"name": name, "zip": base64.b64encode(content).decode()}

    async def _bundle(self, task: Bundle) -> BundleTold:
        facts = {"account": task.account}
        await self._store.record(Change("service.diagnostics_made", facts=facts))
        name, content = await self._made()
        try:
            path: Path = await asyncio.to_thread(self._shelf.keep, name, content)
        except OSError as error:
            log.error("no diagnostics can be put away", extra={"error": error.strerror})
            return BundleTold("")
        return BundleTold(str(path), max(1, len(content) // 1000))

    async def _made(self) -> tuple[str, bytes]:
        """Raises NotPossible where it would be too large."""
        async with self._one:
            files: dict[str, object] = {}
            for name, part in self._parts.items():
                try:
                    files[name] = await part()
                except KioskError as error:
                    files[name] = {"error": type(error).__name__}
            made = self._clock.now()
            content = await asyncio.to_thread(_packed, files, made)
        if len(content) > MOST_BYTES:
            raise NotPossible("the diagnostics are longer than 10 MB")
        return f"{self._locker}-{made:%Y%m%d-%H%M%S}.zip", content

    async def _outbox(self) -> object:
        """How many of what wait; nothing of what they say."""
        rows = await self._store.outbox()
        counted = Counter((str(row["name"]), bool(row["parked"])) for row in rows)
        tries = max((row["tries"] for row in rows), default=0)
        return {
            "waiting": {name: count for (name, parked), count in counted.items() if not parked},
            "parked": {name: count for (name, parked), count in counted.items() if parked},
            "most_tries": tries,
        }

    async def _journal(self) -> object:
        lines = await self._store.journal(MOST_LINES)
        return [{name: line[name] for name in JOURNAL} for line in lines]

    async def _log(self) -> object:
        return [
            {"at": one.at, "level": one.level.name, "part": one.part, "words": one.words}
            for one in self._lines.lines()
        ]


def _packed(files: Mapping[str, object], made: datetime) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, facts in files.items():
            text = json.dumps(facts, indent=1, ensure_ascii=False, default=_plain)
            info = zipfile.ZipInfo(f"{name}.json", made.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            packed.writestr(info, text)
    return content.getvalue()


def _plain(value: Any) -> object:
    """What JSON has no form for."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, tuple):
        return list(value)
    if hasattr(value, "__dataclass_fields__"):
        return asdict(value)
    return type(value).__name__
