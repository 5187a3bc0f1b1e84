"""An emulated printer as a whole: a line, a language, a mechanism, and a tray of labels."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, cast

from kiosk.sandbox.lines import Say
from kiosk.sandbox.printers.canvas import Canvas, png
from kiosk.sandbox.printers.mechanism import Mechanism
from kiosk.sandbox.printers.ports import FilePort, Port, TcpPort
from kiosk.sandbox.printers.works import Tray

HURRY_SECONDS = 10.0
SPEED = 100.0
"""Millimetres a second, about 4 inches: what cheap label printers do."""
DPI = 203
DRAWS_FOR = 0.1
Answer = Callable[[bytes], None]


class Speaker(Protocol):
    """A printer's head for one language."""

    def hear(self, data: bytes) -> None:
        """Take bytes as they come, over any number of connections."""

    async def aclose(self) -> None: ...


class Emulator(Protocol):
    """What an entry point of "kiosk.printers.emulators" names."""

    @property
    def variants(self) -> tuple[str, ...]:
        """The first is the usual one."""

    def speaker(
        self, variant: str, mechanism: Mechanism, tray: Tray, answer: Answer, say: Say
    ) -> Speaker:
        """Make one."""


class Printer:
    """Lives on the loop it was made on, and so do its calls."""

    def __init__(
        self, make: Emulator, variant: str, speed: float, dpi: int, folder: Path | None, say: Say
    ) -> None:
        self.labels: list[Canvas] = []
        self.pieces: list[Canvas] = []
        self.facts: list[Mapping[str, object]] = []
        self.mechanism = Mechanism(speed, dpi, self._report)
        self.mechanism.draws_for = DRAWS_FOR
        self.port: Port
        self._say = say
        self._folder = folder
        self._news = asyncio.Event()
        self._speaker = make.speaker(variant, self.mechanism, self, self._answer, self._report)

    @property
    def address(self) -> str:
        """As kiosk.toml writes it."""
        return self.port.where

    def hear(self, data: bytes) -> None:
        self._speaker.hear(data)
        self._news.set()

    def do(self, line: str) -> None:
        """Obey one line like "paper out", "roll 80" or "cut 500"; raises ValueError."""
        words = tuple(line.split())
        if words[:1] == ("cut",) and len(words) == 2 and words[1].isdecimal():
            self.port.cut_after(int(words[1]))
            return
        self.mechanism.do(words)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to become true by a label, a hitch or what was heard."""
        async with asyncio.timeout(HURRY_SECONDS):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def aclose(self) -> None:
        await self.port.aclose()
        await self._speaker.aclose()

    def whole(self, canvas: Canvas) -> None:
        self.labels.append(canvas)
        self._report({"label": len(self.labels), **self._kept(f"{len(self.labels)}", canvas)})

    def torn(self, canvas: Canvas) -> None:
        self.pieces.append(canvas)
        name = f"{len(self.pieces)}-torn"
        self._report({"torn": len(self.pieces), **self._kept(name, canvas)})

    def _kept(self, name: str, canvas: Canvas) -> Mapping[str, object]:
        size = {"width": canvas.width, "height": canvas.height}
        if self._folder is None:
            return size
        path = self._folder / f"label-{name}.png"
        path.write_bytes(png(canvas))
        return {**size, "png": str(path)}

    def _answer(self, data: bytes) -> None:
        if "silent" not in self.mechanism.wrong:
            self.port.send(data)

    def _report(self, fact: Mapping[str, object]) -> None:
        self.facts.append(fact)
        self._news.set()
        self._say(fact)


def emulator(name: str) -> Emulator:
    """Find one by the name of its entry point; raises ValueError."""
    for entry in entry_points(group="kiosk.printers.emulators", name=name):
        return cast(Emulator, entry.load())
    raise ValueError(f"no emulated printer {name!r}")


@asynccontextmanager
async def printing(
    name: str,
    variant: str | None = None,
    *,
    tcp: str | None = "127.0.0.1:0",
    file: Path | None = None,
    speed: float = SPEED,
    dpi: int = DPI,
    folder: Path | None = None,
    say: Say = lambda fact: None,
) -> AsyncIterator[Printer]:
    """A printer in this loop, at tcp="host:port" (0: any), or behind a device file.

    Raises ValueError, OSError.
    """
    make = emulator(name)
    chosen = variant or make.variants[0]
    if chosen not in make.variants:
        raise ValueError(f"{name} comes as {', '.join(make.variants)}, not {chosen!r}")
    printer = Printer(make, chosen, speed, dpi, folder, say)
    printer.port = (
        FilePort(printer.hear, file) if file else TcpPort(printer.hear, *_host_port(tcp or ""))
    )
    await printer.port.open()
    try:
        yield printer
    finally:
        await printer.aclose()


def _host_port(where: str) -> tuple[str, int]:
    host, _, port = where.rpartition(":")
    if not port.isdecimal() or int(port) > 65535:
        raise ValueError(f"not HOST:PORT: {where}")
    return host.strip("[]") or "127.0.0.1", int(port)
