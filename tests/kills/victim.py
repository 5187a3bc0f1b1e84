"""A real ``kiosk run`` of its own process, to be asked, and to be killed."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

from kiosk.demo.scene import Scene
from kiosk.runtime.control import Refusal, ask

GONE_WITHIN = 2.0


class Victim:
    """The kiosk on this scene's folder; whatever it started must end with it."""

    def __init__(self, where: Scene) -> None:
        self._socket = where.folder / "state" / "ctl.sock"
        self._socket.unlink(missing_ok=True)
        kept = {k: v for k, v in os.environ.items() if k not in _ELSEWHERE}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "run", "--config", where.config, "--windowed"],
            cwd=where.folder,
            env={**kept, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def kill(self) -> None:
        """SIGKILL; the camera's process must follow it into death."""
        if self._process.poll() is not None:
            return
        started = _children(self._process.pid)
        self._process.kill()
        self._process.wait()
        end = time.monotonic() + GONE_WITHIN
        while alive := [pid for pid in started if _lives(pid)]:
            assert time.monotonic() < end, f"processes outlive the kiosk: {alive}"
            time.sleep(0.01)

    def status(self) -> dict[str, Any]:
        return self._ask("status")

    def works(self) -> bool:
        """Whether it answers, and camera, doors and store are at work."""
        status = self.status()
        return bool(status.get("camera") and status["usable"])

    def journal(self) -> list[str]:
        """The names of what happened, oldest first."""
        return [line["name"] for line in self._ask("journal").get("lines", [])]

    def _ask(self, verb: str) -> dict[str, Any]:
        assert self._process.poll() is None, f"the kiosk has ended: {self._process.returncode}"
        try:
            return ask(self._socket, verb, {})
        except Refusal:
            return {}


_ELSEWHERE = ("XDG_RUNTIME_DIR", "RUNTIME_DIRECTORY")
"""Where the control socket would lie, instead of beside the store."""


def _children(parent: int) -> list[int]:
    """All that descend from this process."""
    children: list[int] = []
    for task in Path(f"/proc/{parent}/task").iterdir():
        children += map(int, (task / "children").read_text().split())
    return [*children, *(grandchild for child in children for grandchild in _children(child))]


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
