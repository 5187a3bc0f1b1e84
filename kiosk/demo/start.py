"""Chooses how the demo is given: in a window, to a VNC viewer, or told without a display."""

import os
import signal
import socket
import sys
from pathlib import Path

from kiosk.demo.saying import quiet, say
from kiosk.demo.tour import play

VNC_PORTS = range(5900, 5910)
WIDTH, HEIGHT = 1440, 880


def start(pictures: Path, *, gallery: bool = False, vnc: bool = False) -> int:
    """Give the demo; answers the exit code."""
    # An exit ends the emulated board as well; a plain death would leave it behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if vnc:
        serve_by_vnc()
    elif not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not vnc and not has_display() and not gallery:
        return play(pictures)
    # Loaded only now: Qt reads where it shall show when it is first asked.
    from kiosk.demo import gallery as samples
    from kiosk.demo import window

    quiet()
    if not gallery:
        return window.show()
    return samples.show() if vnc or has_display() else samples.photograph(pictures / "gallery")


def has_display() -> bool:
    """Whether there is somebody to show a window to."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def serve_by_vnc() -> None:
    """Let Qt serve what it would show, and warn of it."""
    port = next(port for port in VNC_PORTS if _is_free(port))
    os.environ["QT_QPA_PLATFORM"] = f"vnc:size={WIDTH}x{HEIGHT}:port={port}"
    say(f"Point a VNC viewer at this machine, port {port}. There is [bold]no password[/bold],")
    say("and Qt listens on every address: whoever reaches the port sees the demo and can touch it.")
    say("Ctrl-C ends it.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
