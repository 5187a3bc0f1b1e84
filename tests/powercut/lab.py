"""The laboratory: records a kiosk's life, cuts its power after every operation, looks what is left.

What must hold in every state a cut can leave: the database is sound; every unlock that was on the
wire has its intent; whatever the screen had promised is in the journal; every event the journal
names is in the outbox unless the cloud has been told; and no call to the cloud had begun whose
event does not know of it.
"""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.adapters.storage.store import open_store
from kiosk.demo.scene import MACHINE
from kiosk.domain.errors import KioskError
from kiosk.runtime.clock import SystemClock
from tests.powercut.disk import Cut, Disk, Op, operations
from tests.powercut.survivor import Facts, facts

ROOT = Path(__file__).resolve().parents[2]
STORE, KEY = "state/kiosk.db", "keys/device.key"
UNLOCK = 0x61
"""The fourth byte of a Kerong unlock; the third is the lock."""
OPEN_EVERY = 150
"""Of so many states one is opened by the kiosk's own store, too."""


@dataclass(slots=True)
class Said:
    """What the world has seen and heard up to a moment."""

    unlocks: Counter[int] = field(default_factory=Counter)
    opened: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def take(self, op: Op) -> None:
        if op.what == "M":
            what, reservation = op.data.decode().split()
            {"opened": self.opened, "done": self.done, "told": self.told}[what].append(reservation)
        elif op.data[3:4] == bytes((UNLOCK,)):
            self.unlocks[op.data[2]] += 1

    def owed(self, left: Facts) -> Iterator[str]:
        """Every promise of these that what is left does not keep."""
        if left.complaint:
            yield left.complaint
        for channel, pulses in self.unlocks.items():
            # The example's compartment 1 hangs on lock 0, and so on.
            if left.intents[str(channel + 1)] < pulses:
                yield "an unlock without its intent"
        if not left.opened.issuperset(self.opened):
            yield "a door shown open and not recorded"
        if not left.done.issuperset(self.done):
            yield "an end that was shown and not recorded"
        if not left.missing.issubset(self.told):
            yield "an event that is neither told nor owed"
        for reservation in self.told:
            if reservation in left.untold or reservation not in left.opened:
                yield "a call to the cloud that is not known of"


@dataclass(slots=True)
class Findings:
    """What a whole life's cuts came to."""

    states: int = 0
    lossy: int = 0
    """States in which something was lost."""
    unlocks: int = 0
    opened_by_store: int = 0
    losses: Counter[str] = field(default_factory=Counter)
    """In how many states what was lost."""


def record(folder: Path, people: int, *, synchronous: str = "FULL", checkpoint: int = 1000) -> Path:
    """Let a kiosk serve so many people under the recorder; answers the trace.

    After ``checkpoint`` pages the log is carried into the database (SQLite's own default: 1000).
    """
    recorder, trace = folder / "recorder.so", folder / "trace"
    source = Path(__file__).with_name("recorder.c")
    subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", recorder, source, "-ldl"], check=True)
    life = folder / "life"
    life.mkdir(mode=0o700)
    subprocess.run(
        [sys.executable, "-m", "tests.powercut.child", life, str(people)],
        cwd=ROOT,
        check=True,
        env={
            **{k: v for k, v in os.environ.items() if not k.endswith(("RUNTIME_DIR", "DIRECTORY"))},
            "LD_PRELOAD": str(recorder),
            "POWERCUT_FOLDER": f"{life}/",
            "POWERCUT_WIRE": "/dev/pts/",
            "POWERCUT_MARKS": str(life / "marks"),
            "POWERCUT_TRACE": str(trace),
            "POWERCUT_SYNCHRONOUS": synchronous,
            "POWERCUT_CHECKPOINT": str(checkpoint),
        },
    )
    return trace


def cut_everywhere(trace: Path, life: Path, seed: int) -> Findings:
    """Build every state of database and key a cut can leave, and look at it; twins are one."""
    found, said, disk, chance = Findings(), Said(), Disk(), random.Random(seed)
    known: dict[tuple[Cut, int, int], Facts] = {}
    with _bench() as bench:
        for op in operations(trace):
            if op.what in "LM":
                said.take(op)
            elif op.path.startswith((f"{life}/{STORE}", f"{life}/keys/")):
                disk.take(op)
            for cut in (Cut.ALL,) if disk.at_rest else Cut:
                key = (cut, 0 if cut is Cut.NONE else disk.version, disk.flushes)
                fresh = key not in known
                if fresh:
                    left = disk.after(cut, chance)
                    known[key] = facts(bench, life, left)
                    if found.states % OPEN_EVERY == 0:
                        found.opened_by_store += 1
                        found.losses.update(asyncio.run(_refused(bench, life, left)))
                if fresh or op.what in "LM":
                    found.states += 1
                    lost = set(said.owed(known[key]))
                    found.losses.update(lost)
                    found.lossy += bool(lost)
    found.unlocks = said.unlocks.total()
    return found


async def _refused(bench: Path, life: Path, left: dict[str, bytes]) -> list[str]:
    """The kiosk's own store must open it and bring its tables up to date, wherever it was."""
    with tempfile.TemporaryDirectory(dir=bench) as name:
        folder = Path(name)
        for path, content in left.items():
            place = folder / Path(path).relative_to(life)
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.write_bytes(content)
            place.chmod(0o600)
        try:
            store = await open_store(folder / STORE, folder / KEY, MACHINE, SystemClock())
        except KioskError as error:
            return [f"the store does not open: {error}"]
        await store.aclose()
        return []


@contextmanager
def _bench() -> Iterator[Path]:
    """A folder in memory: thousands of states pass through it."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)
