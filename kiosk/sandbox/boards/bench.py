"""Emulated lock boards on a bench: a bank of doors, a wire to them, and hands that do things."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.ports import Numbering
from kiosk.sandbox.boards.bank import Bank, Place
from kiosk.sandbox.boards.links import Hear, Link
from kiosk.sandbox.lines import Say

HURRY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Heard:
    """One frame from the wire: what it means to the board, what it fires and answers."""

    frame: bytes
    does: str
    board: int | None = None
    channel: int | None = None
    pulses: tuple[Place, ...] = ()
    answer: bytes = b""

    def fact(self) -> Mapping[str, object]:
        numbers = {"board": self.board, "channel": self.channel}
        known = {name: number for name, number in numbers.items() if number is not None}
        return {"frame": self.frame.hex(), "does": self.does, **known}


class Listener(Protocol):
    """The boards of one variant on one wire."""

    def hear(self, data: bytes) -> Iterator[Heard]:
        """Take bytes as they come; say what whole frames mean, one by one as they are obeyed."""


class Emulator(Protocol):
    """What an entry point of "kiosk.boards" names: makes emulated boards of one make."""

    @property
    def variants(self) -> Mapping[str, Numbering]: ...

    def listen(self, variant: str, bank: Bank) -> Listener: ...


class Bench:
    """Emulated boards and their doors; lives on the loop it was made on, and so do its calls."""

    def __init__(
        self,
        boards: Callable[[Say], tuple[Bank, Listener]],
        link: Callable[[Hear], Link],
        say: Say | None = None,
    ) -> None:
        self.frames: list[Heard] = []
        self.facts: list[Mapping[str, object]] = []
        self.plugged = False
        self._say = say
        self._news = asyncio.Event()
        self._spoil = FAULTS["none"]
        self._late = 0.0
        self._plugging: asyncio.Task[None] | None = None
        self.bank, self._listener = boards(self._report)
        self._link = link(self._hear)

    @property
    def port(self) -> str:
        """Where the kiosk finds the boards, as kiosk.toml writes it."""
        return self._link.where

    async def plug(self) -> None:
        """Connect the wire."""
        await self._link.plug()
        self.plugged = True
        self._news.set()

    async def aclose(self) -> None:
        self.bank.rest()
        if self._plugging is not None:
            self._plugging.cancel()
            await asyncio.wait([self._plugging])
        self._link.close()

    def do(self, line: str) -> None:
        """Obey one line like "shut 3", "jam 1:3" or "fault late 0.2"; raises ValueError."""
        verb, *words = line.split() or [""]
        match verb, words:
            case "fault", ["late", seconds]:
                self._late, self._spoil = _seconds(seconds), FAULTS["none"]
            case "fault", [name] if name in FAULTS:
                self._late, self._spoil = 0.0, FAULTS[name]
            case "unplug", []:
                self._unplug(None)
            case "unplug", [seconds]:
                self._unplug(_seconds(seconds))
            case "plug", []:
                if not self.plugged:
                    self._unplug(0)
            case _, [place] if verb in HANDS:
                HANDS[verb](self.bank, *self._place(place))
            case _:
                raise ValueError(f"not understood: {line.strip()}")

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to become true by a frame, a door or the plug."""
        async with asyncio.timeout(HURRY_SECONDS):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def _hear(self, data: bytes) -> None:
        for heard in self._listener.hear(data):
            self.frames.append(heard)
            self._report(heard.fact())
            for place in heard.pulses:
                self.bank.pulse(*place)
            if answer := self._spoil(heard.answer):
                self._answer(answer)

    def _answer(self, answer: bytes) -> None:
        if self._late:
            asyncio.get_running_loop().call_later(self._late, self._link.send, answer)
        else:
            self._link.send(answer)

    def _unplug(self, seconds: float | None) -> None:
        self._link.unplug()
        self.plugged = False
        if self._plugging is not None:
            self._plugging.cancel()
        if seconds is not None:
            self._plugging = asyncio.ensure_future(self._plug_after(seconds))

    async def _plug_after(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.plug()

    def _place(self, text: str) -> Place:
        names = {f"{board}:{channel}": (board, channel) for board, channel in self.bank.doors}
        full = text if ":" in text else f"{self.bank.boards[0]}:{text}"
        if full not in names:
            raise ValueError(f"no door {text}")
        return names[full]

    def _report(self, fact: Mapping[str, object]) -> None:
        self.facts.append(fact)
        self._news.set()
        if self._say is not None:
            self._say(fact)


HANDS: Mapping[str, Callable[[Bank, int, int], None]] = {
    "shut": Bank.shut,
    "open": Bank.open,
    "jam": Bank.jam,
    "free": Bank.free,
    "stuck": Bank.stick,
    "occupy": Bank.occupy,
    "clear": Bank.clear,
}

FAULTS: Mapping[str, Callable[[bytes], bytes]] = {
    "none": lambda answer: answer,
    "silent": lambda answer: b"",
    "garble": lambda answer: answer[:-1] + bytes(byte ^ 0x10 for byte in answer[-1:]),
    "junk": lambda answer: answer and b"\xfa\xfd\x99\x99" + answer,
    "cut": lambda answer: answer[:-3],
    "twice": lambda answer: answer * 2,
}


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= 3600:
        raise ValueError(f"no number of seconds from 0 to 3600: {text}")
    return seconds
