"""A whole locker without hardware: emulated board and sandbox cloud, each its own process."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import IO, Any

import httpx

from kiosk.assets import examples

KEY = "sandbox-key"
MACHINE = "machine_123"

KIOSK_TOML = Template("""\
[locker]
id = "$machine"
name = "Bahnhofplatz 4"
timezone = "Europe/Berlin"
layout = "$layout"

[cloud]
name = "kioskforce"
base_url = "$url"
key = "file:sandbox.key"

[[wire]]
name = "main"
driver = "kerong"
variant = "cu48"
port = "$port"

[scanner]
camera = "$camera"

[store]
path = "state/kiosk.db"
key = "keys/device.key"

[ui]
panel_mm = [268, 476]

[ui.operator]
name = "Example Lockers"
help_phone = "+49 30 5550123"

[policy]
$policy
""")


@dataclass(slots=True)
class Process:
    """One of our own commands at work, saying JSON lines; ``lines`` grows as it speaks."""

    command: subprocess.Popen[str]
    ready: dict[str, Any]
    lines: list[dict[str, Any]] = field(default_factory=list)

    def say(self, line: str) -> None:
        """Tell it something on its standard input."""
        assert self.command.stdin is not None
        self.command.stdin.write(line + "\n")
        self.command.stdin.flush()

    def does(self, what: str) -> list[dict[str, Any]]:
        """The frames it understood as this, so far."""
        return [line for line in self.lines if line.get("does") == what]


@dataclass(frozen=True, slots=True)
class Scene:
    """The locker's surroundings and the file a kiosk starts from."""

    folder: Path
    config: Path
    board: Process
    cloud: httpx.Client

    def put(self, **reservation: Any) -> dict[str, Any]:
        """Put a reservation into the cloud; answers it with its codes."""
        answer = self.cloud.post("/_sandbox/reservations", json=reservation)
        answer.raise_for_status()
        body: dict[str, Any] = answer.json()
        return body

    def calls(self, ending: str) -> list[dict[str, Any]]:
        """The calls the cloud received whose path ends like this, in order."""
        got: list[dict[str, Any]] = self.cloud.get("/_sandbox/calls").json()
        return [call for call in got if call["path"].endswith(ending)]


@contextmanager
def scene(folder: Path, *, camera: str = "", policy: str = "") -> Iterator[Scene]:
    """Set everything up in this folder; all processes end with the block."""
    with ExitStack() as stack:
        words = ["emulate", "kerong", "--variant", "cu48", "--pty"]
        board = stack.enter_context(spoken(words))
        sandbox = stack.enter_context(spoken(["sandbox", "kioskforce"]))
        url = sandbox.ready["url"]
        cloud = stack.enter_context(httpx.Client(base_url=url, headers={"X-API-Key": KEY}))
        config = write_config(folder, url, board.ready["pty"], camera=camera, policy=policy)
        yield Scene(folder, config, board, cloud)


def write_config(folder: Path, url: str, port: str, *, camera: str = "", policy: str = "") -> Path:
    """A kiosk.toml for this board and this cloud; answers its path."""
    key = folder / "sandbox.key"
    key.touch(mode=0o600)
    key.write_text(KEY)
    config = folder / "kiosk.toml"
    layout = examples() / "kioskforce" / "layout.toml"
    config.write_text(
        KIOSK_TOML.substitute(
            machine=MACHINE, layout=layout, url=url, port=port, camera=camera, policy=policy
        )
    )
    return config


@contextmanager
def spoken(words: Sequence[str]) -> Iterator[Process]:
    """Run ``kiosk`` with these words until the block ends; waits for its first JSON line."""
    command = subprocess.Popen(
        [sys.executable, "-m", "kiosk", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    assert command.stdout is not None
    lines: list[dict[str, Any]] = []
    listener = threading.Thread(target=_listen, args=(command.stdout, lines), daemon=True)
    with command:
        try:
            first = command.stdout.readline()
            if not first:
                raise ChildProcessError(f"kiosk {words[0]} ended before it was ready")
            listener.start()
            yield Process(command, json.loads(first), lines)
        finally:
            command.terminate()
            # Its end closes the pipe, and that ends the listener.
            if listener.is_alive():
                listener.join()


def _listen(stdout: IO[str], lines: list[dict[str, Any]]) -> None:
    for line in stdout:
        lines.append(json.loads(line))
