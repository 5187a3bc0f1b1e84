"""Measures what must be fast; each figure is a ratio against a baseline of the same run."""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import cv2
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

ROUNDS = 40


def median_ms(times: list[float]) -> float:
    return statistics.median(times) * 1000


async def timed(work: Callable[[], Awaitable[object]], rounds: int = ROUNDS) -> float:
    """Median milliseconds of an awaitable's work."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        await work()
        times.append(time.perf_counter() - start)
    return median_ms(times)


async def unlocking(folder: Path) -> tuple[float, float]:
    """Proved code -> unlock frame on the wire, against one durable commit plus one status read."""
    from kiosk.adapters.doors.kerong import DRIVER
    from kiosk.adapters.storage.store import open_store
    from kiosk.domain.layout import Column, Compartment, Layout, Millimetres, Owner, make_door
    from kiosk.domain.model import Change
    from kiosk.domain.policy import Policy
    from kiosk.ports import WireSettings
    from kiosk.runtime.clock import SystemClock
    from kiosk.sandbox.boards.serve import emulated
    from kiosk.services.contacts import Contacts
    from kiosk.services.doors import Doors
    from kiosk.services.orders import Order

    compartments = tuple(
        Compartment(
            str(n), str(n), "S", Millimetres(400, 200, 600), 200 * n, Owner.LOCAL, "ambient",
            make_door(str(n), "main", 0, n), None, 0, n, 48,
        )
        for n in range(48)
    )  # fmt: skip
    layout = Layout(9600, ("S",), (Column(450, compartments),))
    clock, policy = SystemClock(), Policy(stagger_ms=0)
    async with emulated("kerong", "cu48") as bench:
        wire = WireSettings("main", "kerong", "cu48", bench.port, DRIVER.baud)
        boards = {"main": DRIVER.connect(wire)}
        store = await open_store(folder / "db" / "kiosk.db", folder / "key", "bench", clock)
        contacts = Contacts(layout, boards, clock, policy)
        doors = Doors(layout, boards, contacts, store, clock, policy)

        async def baseline() -> None:
            await store.record(Change("bench"))
            await contacts.read("main")

        base = await timed(baseline)
        times = []
        for number in range(ROUNDS):
            label = str(number)
            start = time.perf_counter()
            opening = asyncio.create_task(
                doors.open(Order(layout.compartment(label).front.id, label, "consumer", 1))
            )
            before = len(bench.frames)
            await bench.until(lambda n=before: any(f.does == "unlock" for f in bench.frames[n:]))
            times.append(time.perf_counter() - start)
            await opening
            doors.end_visit()
            bench.do(f"shut {number}")
        await boards["main"].aclose()
        await store.aclose()
    return median_ms(times), base


def decoding() -> tuple[float, float]:
    """Our decoder on a film's frames, against the second opinion alone on the same frames."""
    from pyzbar.pyzbar import ZBarSymbol, decode

    from kiosk.adapters.scanners.decode import Decoder
    from kiosk.demo.clip import frames

    pictures = [
        cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)
        for frame in frames([("DLV-PICK-res_789-5678", 3.0)])
    ]
    decoder = Decoder()
    ours, zbar = [], []
    for picture in pictures:
        start = time.perf_counter()
        decoder.look(picture)
        ours.append(time.perf_counter() - start)
        start = time.perf_counter()
        decode(picture, symbols=[ZBarSymbol.QRCODE])
        zbar.append(time.perf_counter() - start)
    return median_ms(ours), median_ms(zbar)


def main() -> None:
    table = Table("measured", "median ms", "baseline", "median ms", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        for name, against, (ours, base) in (
            ("proved code -> unlock frame on the wire", "one durable commit + one status read",
             asyncio.run(unlocking(Path(folder)))),
            ("decode a 1280x720 frame", "pyzbar alone on the same frame",
             decoding()),
        ):  # fmt: skip
            table.add_row(name, f"{ours:.2f}", against, f"{base:.2f}", f"{ours / base:.2f}")
    Console(width=140).print(table)


main()
