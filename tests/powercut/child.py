"""A whole kiosk that serves people one after another, and marks what the world has been told.

Started with the recorder preloaded. POWERCUT_SYNCHRONOUS lets this child, and nobody else, run with
a database that flushes less than the kiosk demands: the laboratory must notice. With a small
POWERCUT_CHECKPOINT the log is carried over in the midst of a short life.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from sqlalchemy import Connection, Engine, event
from starlette.types import ASGIApp, Receive, Scope, Send

from kiosk.domain.flows import home, journey, opening
from kiosk.domain.flows.inputs import FinishAsked
from tests.integration.locker import STORED, WAITING, Glass, Locker, SwitchableCloud, locker

CELLS = ("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A12")
TOLD = ("pickups", "dropoffs")
POLICY = "debounce_ms = 20\nstagger_ms = 1\n"


class Marks:
    """Where this child writes what has been said to the world, in its order among all else."""

    def __init__(self, path: str) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def mark(self, *words: str) -> None:
        os.write(self._descriptor, " ".join(words).encode())


class SayingGlass(Glass):
    """Marks every promise on the screen: it opened, it is done."""

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self._marks = marks

    def show(self, state: journey.State) -> None:
        super().show(state)
        match state:
            case opening.TakeParcel(visit) | opening.PutParcel(visit):
                self._marks.mark("opened", visit.reservation)
            case opening.Done(visit):
                self._marks.mark("done", visit.reservation)
            case _:
                pass


class Hearing:
    """Marks every call that tells the cloud something, before it has an effect."""

    def __init__(self, app: ASGIApp, marks: Marks) -> None:
        self._app = app
        self._marks = marks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        words = scope.get("path", "").split("/")
        if words[-1] in TOLD:
            self._marks.mark("told", words[-2])
        await self._app(scope, receive, send)


def set_otherwise(**pragmas: str) -> None:
    """From the second transaction on: the first reads the settings back, and refuses others."""
    seen: set[int] = set()

    def before_begin(connection: Connection) -> None:
        if id(connection.engine) in seen:
            for name, value in pragmas.items():
                connection.exec_driver_sql(f"PRAGMA {name}={value}")
        seen.add(id(connection.engine))

    event.listen(Engine, "begin", before_begin)


async def serve(folder: Path, people: int, marks: Marks) -> None:
    cloud = SwitchableCloud()
    cloud.app.add_middleware(Hearing, marks=marks)
    await asyncio.to_thread(cloud.start)
    try:
        parcels = [(cloud.put(**wish), cell) for wish, cell in _wishes(people)]
        glass = SayingGlass(marks)
        # Bare: what nobody has flushed must not lie under what is recorded.
        async with locker(folder, policy=POLICY, cloud=cloud, glass=glass, bare=True) as here:
            await here.known(parcels[-1][0]["reservation_id"])
            for parcel, cell in parcels:
                await _visit(here, parcel, CELLS.index(cell))
            await here.until(lambda: len(cloud.effects()) == people, "everything told")
    finally:
        await asyncio.to_thread(cloud.kill)


def _wishes(people: int) -> Iterator[tuple[dict[str, str], str]]:
    for number, status in enumerate(islice(cycle((STORED, WAITING)), people)):
        cell = CELLS[number]
        yield {"status": status, "cell": cell, "reservation_id": f"res_{number}"}, cell


async def _visit(here: Locker, parcel: dict[str, str], channel: int) -> None:
    pickup = parcel["status"] == STORED
    here.scan(parcel["pickup_qrcode" if pickup else "drop_off_qrcode"])
    await here.sees(opening.TakeParcel if pickup else opening.PutParcel)
    here.board.do(f"{'clear' if pickup else 'occupy'} {channel}")
    here.board.do(f"shut {channel}")
    await here.sees(opening.Done)
    here.do(FinishAsked())
    await here.sees(home.Home)


if __name__ == "__main__":
    set_otherwise(
        synchronous=os.environ["POWERCUT_SYNCHRONOUS"],
        wal_autocheckpoint=os.environ["POWERCUT_CHECKPOINT"],
    )
    said = Marks(os.environ["POWERCUT_MARKS"])
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), said))
