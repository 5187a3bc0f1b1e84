"""How an emulator is spoken to by lines: a line in is obeyed, a line of JSON out is a fact."""

import asyncio
import json
import os
from collections.abc import Callable, Mapping
from typing import TextIO

Say = Callable[[Mapping[str, object]], None]
"""Takes one fact, which becomes one line of JSON."""


def saying(stdout: TextIO, ended: asyncio.Event) -> Say:
    """Facts go there; when nobody reads them any more, it has ended."""

    def say(fact: Mapping[str, object]) -> None:
        try:
            print(json.dumps(fact), file=stdout, flush=True)
        except BrokenPipeError:
            ended.set()

    return say


def obey(stdin: TextIO, do: Callable[[str], None], say: Say) -> None:
    """Do every line as it comes, and say so, or what was wrong; the end of the lines ends nothing.

    ``do`` raises ValueError for a line that is no order.
    """
    loop = asyncio.get_running_loop()
    pending = b""

    def read() -> None:
        nonlocal pending
        data = os.read(stdin.fileno(), 4096)
        if not data:
            loop.remove_reader(stdin.fileno())
        *lines, pending = (pending + data).split(b"\n")
        for line in lines:
            _obey(line.decode(errors="replace"), do, say)

    try:
        loop.add_reader(stdin.fileno(), read)
    except PermissionError:
        # A file or /dev/null cannot be waited for, and need not be.
        for line in stdin:
            _obey(line, do, say)


def _obey(line: str, do: Callable[[str], None], say: Say) -> None:
    try:
        do(line)
    except ValueError as error:
        say({"error": str(error)})
    else:
        say({"did": line.strip()})
