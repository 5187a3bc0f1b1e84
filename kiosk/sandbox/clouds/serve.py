"""Starts a sandbox cloud: as a command, or beside a test or the demo on a thread."""

import argparse
import importlib
import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import entry_points
from types import FrameType
from typing import Any

from fastapi import FastAPI

from kiosk.domain.errors import ConfigWrong
from kiosk.sandbox.clouds.listening import SandboxServer

PATIENCE = 10.0
"""Seconds a sandbox may take to start or to end."""


def sandbox(name: str) -> Callable[..., FastAPI]:
    """Find what makes the sandbox cloud of that name."""
    known = entry_points(group="kiosk.sandboxes")
    if name in known.names:
        maker: Callable[..., FastAPI] = known[name].load()
        return maker
    # A checkout that was never installed has no entry points; its own sandboxes are here anyway.
    try:
        own: Callable[..., FastAPI] = importlib.import_module(f"{__package__}.{name}").create
    except (ModuleNotFoundError, AttributeError) as error:
        raise ConfigWrong(f"there is no sandbox cloud called {name!r}") from error
    return own


def serve(name: str, port: int = 0, door: str = "kiosk", **settings: Any) -> None:
    """Run one sandbox cloud on 127.0.0.1 until SIGTERM or SIGINT; port 0 takes a free one."""
    server = SandboxServer(sandbox(name)(door=door, **settings), port, _announce)

    def stop(number: int, frame: FrameType | None) -> None:
        server.should_exit = True

    # uvicorn raises the signal once more after it has ended in good order; these
    # handlers turn that into a plain return.
    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        server.listen()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def running_sandbox(
    name: str, *, port: int = 0, door: str = "kiosk", **settings: Any
) -> Iterator[str]:
    """A sandbox cloud on a thread of this process; gives its URL."""
    with running(sandbox(name)(door=door, **settings), port=port) as url:
        yield url


@contextmanager
def running(app: FastAPI, *, port: int = 0) -> Iterator[str]:
    """The same for an app already made: run it again and it still knows everything."""
    listens = threading.Event()
    server = SandboxServer(app, port, lambda url: listens.set())
    url = server.url
    thread = threading.Thread(target=server.listen, name="sandbox-cloud", daemon=True)
    thread.start()
    try:
        if not listens.wait(PATIENCE):
            raise TimeoutError("the sandbox cloud did not start")
        yield url
    finally:
        server.end()
        thread.join(PATIENCE)


def main(arguments: Sequence[str] | None = None) -> int:
    """``python -m kiosk.sandbox.clouds.serve kioskforce --port 0``."""
    parser = argparse.ArgumentParser(prog="kiosk sandbox", description=__doc__)
    parser.add_argument("name", help="which cloud, for example kioskforce")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--door", choices=("kiosk", "vendor"), default="kiosk")
    parser.add_argument("--key", help="the API key it accepts")
    parser.add_argument("--machine-id", help="the locker it knows")
    parser.add_argument("--cells", type=lambda text: text.split(","), help="labels: A01,A02")
    given = {name: value for name, value in vars(parser.parse_args(arguments)).items() if value}
    try:
        serve(**given)
    except ConfigWrong as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _announce(url: str) -> None:
    print(json.dumps({"ready": True, "url": url}, separators=(",", ":")), flush=True)


if __name__ == "__main__":
    sys.exit(main())
