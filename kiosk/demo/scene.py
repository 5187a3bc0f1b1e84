"""A whole locker without hardware: an emulated board as its own process, a sandbox cloud."""

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import IO, Any

import httpx

from kiosk.assets import examples
from kiosk.demo.courier import DemoCourier
from kiosk.demo.network import Network

KEY = "sandbox-key"
MACHINE = "machine_123"

PRINTER = ("emulate", "zpl", "--tcp", "127.0.0.1:0")
PRINTS = """
[[printer]]
name = "labels"
driver = "zpl"
address = "tcp://{}"
media = "label-100x150"
roll = 500
"""

Line = dict[str, Any]
"""What our own commands say, one JSON object a line."""
LINES_KEPT = 20_000

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
terms = "Parcels lie here for five days at most. Nothing dangerous, nothing alive."
terms_link = "https://parcel-corner.example/terms"

[policy]
$policy
$beside
""")


@dataclass(slots=True)
class Process:
    """One of our own commands at work, saying JSON lines; ``lines`` keeps the newest."""

    command: subprocess.Popen[str]
    ready: Line
    lines: deque[Line] = field(default_factory=lambda: deque(maxlen=LINES_KEPT))
    hear: Callable[[Line], None] | None = None
    """Is given every line as it comes, on the listener's thread."""

    def say(self, line: str) -> None:
        """Tell it something on its standard input."""
        assert self.command.stdin is not None
        self.command.stdin.write(line + "\n")
        self.command.stdin.flush()

    def does(self, what: str) -> list[Line]:
        """The frames it understood as this, so far."""
        return [line for line in tuple(self.lines) if line.get("does") == what]

    def listen(self, stdout: IO[str]) -> None:
        for text in stdout:
            line = json.loads(text)
            self.lines.append(line)
            if self.hear is not None:
                self.hear(line)


@dataclass(frozen=True, slots=True)
class Scene:
    """The locker's surroundings and the file a kiosk starts from."""

    folder: Path
    config: Path
    board: Process
    cloud: httpx.Client
    network: Network
    printer: Process | None = None
    """An emulated printer, where there is one."""
    courier: DemoCourier | None = None
    """Who comes with a van, where couriers are let in."""

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
def scene(
    folder: Path,
    *,
    camera: str = "",
    policy: str = "",
    layout: Path | None = None,
    beside: str = "",
    prints: bool = False,
) -> Iterator[Scene]:
    """Set everything up in this folder; all of it ends with the block."""
    with ExitStack() as stack:
        printer = stack.enter_context(spoken(PRINTER)) if prints else None
        if printer is not None:
            beside += PRINTS.format(printer.ready["tcp"])
        words = ["emulate", "kerong", "--variant", "cu48", "--pty"]
        board = stack.enter_context(spoken(words))
        network = Network("kioskforce")
        stack.callback(network.cut)
        url = network.url
        cloud = stack.enter_context(httpx.Client(base_url=url, headers={"X-API-Key": KEY}))
        port = board.ready["pty"]
        config = write_config(
            folder, url, port, camera=camera, policy=policy, layout=layout, beside=beside
        )
        yield Scene(folder, config, board, cloud, network, printer)


def write_config(
    folder: Path,
    url: str,
    port: str,
    *,
    camera: str = "",
    policy: str = "",
    layout: Path | None = None,
    beside: str = "",
) -> Path:
    """A kiosk.toml for this board and this cloud; answers its path.

    ``layout`` None is the example's bank; ``beside`` are further sections.
    """
    key = folder / "sandbox.key"
    key.touch(mode=0o600)
    key.write_text(KEY)
    config = folder / "kiosk.toml"
    words = {"machine": MACHINE, "url": url, "port": port, "camera": camera, "policy": policy}
    bank = layout or examples() / "kioskforce" / "layout.toml"
    config.write_text(KIOSK_TOML.substitute(words, layout=bank, beside=beside))
    return config


@contextmanager
def spoken(
    words: Sequence[str], *, module: str = "kiosk", env: Mapping[str, str] | None = None
) -> Iterator[Process]:
    """Run ``kiosk`` with these words until the block ends; waits for its first JSON line."""
    command = subprocess.Popen(
        [sys.executable, "-m", module, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=None if env is None else os.environ | env,
        text=True,
        bufsize=1,
    )
    assert command.stdout is not None
    with command:
        listener: threading.Thread | None = None
        try:
            first = command.stdout.readline()
            if not first:
                raise ChildProcessError(f"{module} {' '.join(words)} ended before it was ready")
            process = Process(command, json.loads(first))
            listener = threading.Thread(target=process.listen, args=(command.stdout,), daemon=True)
            listener.start()
            yield process
        finally:
            command.terminate()
            # Its end closes the pipe, and that ends the listener.
            if listener is not None:
                listener.join()
