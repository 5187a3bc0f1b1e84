"""Emulated lock boards as a program that is spoken to by lines, or inside another one's loop."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from importlib.metadata import entry_points
from typing import TextIO, cast

from kiosk.sandbox.boards.bank import Bank
from kiosk.sandbox.boards.bench import Bench, Emulator, Listener
from kiosk.sandbox.boards.links import PtyLink, TcpLink
from kiosk.sandbox.lines import Say, obey, saying

USAGE = "BOARD [--variant V] (--pty | --tcp HOST:PORT) [--auto-shut S] [--boards N]"


def emulator(name: str) -> Emulator:
    """Find an emulator by the name of its entry point; raises ValueError."""
    for entry in entry_points(group="kiosk.boards", name=name):
        return cast(Emulator, entry.load())
    raise ValueError(f"no emulated board or printer {name!r}")


@asynccontextmanager
async def emulated(
    name: str,
    variant: str | None = None,
    *,
    tcp: str | None = None,
    boards: int = 1,
    auto_shut: float | None = None,
    say: Say | None = None,
) -> AsyncIterator[Bench]:
    """Put boards on a bench in this loop, on a pseudo-terminal or at tcp="host:port" (0: any)."""
    make = emulator(name)
    chosen = variant or next(iter(make.variants))
    if chosen not in make.variants:
        raise ValueError(f"{name} comes as {', '.join(make.variants)}, not {chosen!r}")

    def boards_of(report: Say) -> tuple[Bank, Listener]:
        bank = Bank(make.variants[chosen], boards, report, auto_shut)
        return bank, make.listen(chosen, bank)

    link = PtyLink if tcp is None else partial(TcpLink, host=_host(tcp), port=_port(tcp))
    bench = Bench(boards_of, link, say)
    try:
        await bench.plug()
        yield bench
    finally:
        await bench.aclose()


def serve(
    name: str,
    variant: str | None = None,
    *,
    tcp: str | None = None,
    boards: int = 1,
    auto_shut: float | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
) -> None:
    """Emulate boards until interrupted or nobody reads what is said; raises ValueError, OSError."""

    async def run() -> None:
        ended = asyncio.Event()
        say = saying(stdout or sys.stdout, ended)
        async with emulated(
            name, variant, tcp=tcp, boards=boards, auto_shut=auto_shut, say=say
        ) as bench:
            where = {"tcp": bench.port.removeprefix("tcp://")} if tcp else {"pty": bench.port}
            say({"ready": True, **where})
            obey(stdin or sys.stdin, bench.do, say)
            await ended.wait()

    with suppress(KeyboardInterrupt):
        asyncio.run(run())


def main(words: list[str]) -> str | None:
    """Run from the command line; answers what was wrong with it."""
    options: dict[str, str] = {}
    name, *rest = words or [""]
    while rest:
        option = rest.pop(0)
        options[option] = "" if option == "--pty" or not rest else rest.pop(0)
    known = {"--variant", "--pty", "--tcp", "--auto-shut", "--boards"}
    if not name or options.keys() - known or ("--pty" in options) is ("--tcp" in options):
        return f"usage: {USAGE}"
    try:
        serve(
            name,
            options.get("--variant"),
            tcp=options.get("--tcp"),
            boards=int(options.get("--boards", "1")),
            auto_shut=float(options["--auto-shut"]) if "--auto-shut" in options else None,
        )
    except (ValueError, OSError) as error:
        return str(error)
    return None


def _host(where: str) -> str:
    return where.rpartition(":")[0].strip("[]") or "127.0.0.1"


def _port(where: str) -> int:
    port = where.rpartition(":")[2]
    if not port.isdecimal() or int(port) > 65535:
        raise ValueError(f"not HOST:PORT: {where}")
    return int(port)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
