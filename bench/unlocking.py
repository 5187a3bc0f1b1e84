"""From a code to the bytes that open its door: through the real camera process and real keys."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import segno

from bench.figures import Figure, milliseconds
from bench.stand import CELLS, FPS, Stand, stand
from kiosk.adapters.doors.kerong import DRIVER
from kiosk.adapters.scanners.preview import Pixels
from kiosk.demo.clip import frames
from kiosk.domain.layout import DoorAddress
from kiosk.ports import WireSettings
from kiosk.sandbox.boards.serve import emulated

TRIES, TRIES_QUICK = 200, 2
GOAL_MS = 30.0
FRAME_MS = 1000 / FPS
STORED = "RESERVATION_STATUS_DROPPED_OFF"
LONG = 12_340_000
"""Codes of eight digits need no second datum."""
LEAD_IN, IN_VIEW = 2, 6
"""Frames of each film; the last one stands."""
BAUD, EXCHANGE_BYTES = 19200, 6 + 18


@dataclass
class Times:
    """Seconds until the unlock bytes, one of each for every try."""

    first: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)
    enter: list[float] = field(default_factory=list)


def measure(folder: Path, rounds: int, *, quick: bool) -> list[list[Figure]]:
    """A fresh kiosk for each round; films and keys take turns."""
    empty = next(frames([(None, 0.1)]))
    tries = TRIES_QUICK if quick else TRIES

    def one(number: int) -> list[Figure]:
        place = folder / str(number)
        place.mkdir()
        return _figures(*asyncio.run(_round(place, empty, tries)))

    return [one(number) for number in range(rounds)]


def _figures(times: Times, read: float) -> list[Figure]:
    def figure(name: str, seconds: Sequence[float], goal: float) -> Figure:
        return Figure(
            f"{name} -> unlock bytes, p95", milliseconds(seconds, 0.95), "ms",
            "their median", milliseconds(seconds), goal,
        )  # fmt: skip

    return [
        figure("second readable frame", times.second, GOAL_MS),
        figure("first readable frame", times.first, 2 * FRAME_MS + GOAL_MS),
        figure("Enter", times.enter, GOAL_MS),
        Figure(
            "of that the pre-read, emulated board", 1000 * read, "ms",
            f"wire time of its {EXCHANGE_BYTES} bytes at {BAUD} baud",
            10_000 * EXCHANGE_BYTES / BAUD,
        ),
    ]  # fmt: skip


async def _round(folder: Path, empty: Pixels, tries: int) -> tuple[Times, float]:
    times = Times()
    nobody = _film(folder.with_suffix(".avi"), [empty])
    async with stand(folder, str(nobody)) as here:
        async for number, parcel in _parcels(here, 2 * tries):
            said = len(here.said)
            if number % 2:
                await _typed(here, parcel, times)
            else:
                film = folder / f"{number % 4}.avi"
                phone = _shown(empty, parcel["pickup_qrcode"])
                _film(film, [empty] * LEAD_IN + [phone] * IN_VIEW)
                await _scanned(here, film, times)
            await here.says(lambda fact: fact.get("state") == "TakeParcel", said)
            here.board.do(f"shut {int(parcel['cell'][1:]) - 1}")
            await here.says(lambda fact: fact.get("state") == "Done", said)
    return times, await _pre_read()


async def _parcels(here: Stand, count: int) -> AsyncIterator[tuple[int, dict[str, Any]]]:
    """Parcels in batches, once the kiosk's cache holds them with their codes."""
    for first in range(0, count, len(CELLS)):
        batch = [
            await here.put(status=STORED, cell=CELLS[n % len(CELLS)], pickup_code=str(LONG + n))
            for n in range(first, min(first + len(CELLS), count))
        ]
        await _cached(here, batch[-1]["reservation_id"])
        for number, parcel in enumerate(batch, first):
            yield number, parcel


async def _cached(here: Stand, reservation: str) -> None:
    """Wait until the kiosk has asked for this one's codes, and had the time to keep them."""
    async with asyncio.timeout(20):
        while True:
            calls = (await here.cloud.get("/_sandbox/calls")).json()
            if any(reservation in call["path"] for call in calls):
                break
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)


async def _scanned(here: Stand, film: Path, times: Times) -> None:
    on_wire, said = len(here.heard), len(here.said)
    await here.do(f"look {film}")
    at = await here.unlocked(on_wire)
    seen = await here.says(lambda fact: "second" in fact, said)
    times.first.append(at - seen["first"])
    times.second.append(at - seen["second"])


async def _typed(here: Stand, parcel: dict[str, Any], times: Times) -> None:
    on_wire, said = len(here.heard), len(here.said)
    await here.do(f"type {parcel['pickup_code']}")
    at = await here.unlocked(on_wire)
    entered = await here.says(lambda fact: "enter" in fact, said)
    times.enter.append(at - entered["enter"])


async def _pre_read() -> float:
    """The median of what our driver takes to ask a board for its contacts, all else at rest."""
    door = DoorAddress("main", 0, 0)
    taken: list[float] = []
    async with emulated("kerong", "cu48") as board:
        driver = DRIVER.connect(WireSettings("main", "kerong", "cu48", board.port, DRIVER.baud))
        for _ in range(50):
            await asyncio.sleep(0.01)
            began = time.monotonic()
            await driver.read([door])
            taken.append(time.monotonic() - began)
        await driver.aclose()
    return milliseconds(taken) / 1000


def _shown(empty: Pixels, text: str) -> Pixels:
    """The code on a bright screen in the middle of the picture."""
    rows = segno.make_qr(text).matrix_iter(scale=9, border=4)
    code = np.array([[20 if dark else 235 for dark in row] for row in rows], np.uint8)
    height, width = code.shape
    top, left = (empty.shape[0] - height) // 2, (empty.shape[1] - width) // 2
    picture = empty.copy()
    picture[top : top + height, left : left + width] = code[..., None]
    return picture


def _film(path: Path, pictures: Sequence[Pixels]) -> Path:
    path.parent.mkdir(exist_ok=True)
    height, width = pictures[0].shape[:2]
    film = cv2.VideoWriter(
        str(path), cv2.CAP_OPENCV_MJPEG, cv2.VideoWriter.fourcc(*"MJPG"), FPS, (width, height)
    )
    for picture in pictures:
        film.write(picture)
    film.release()
    return path
