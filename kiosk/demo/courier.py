"""The demo's courier: a token signed by a key made at the start, and a PIN from the console."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.runtime.control import ask
from kiosk.sandbox.clouds.bloqit.couriers import CourierKey

NAME = "demo-courier-7"
PEM = "courier.pem"
BESIDE = f"""
[couriers.keys.demo]
pem = "{PEM}"
"""
"""Lets whoever shows a token of this demo's own in; the key's private half is in no file."""
LASTS = 24 * 3600
"""Seconds."""
ABOUT: dict[str, object] = {"vehicle": "van 7", "depot": "North"}
LONG = 60.0
"""Seconds a PIN's hash may take on a slow machine."""


@dataclass(frozen=True, slots=True)
class DemoCourier:
    """Who empties the van."""

    token: str = field(repr=False)
    """What their telephone shows."""


def hire(folder: Path) -> DemoCourier:
    """Make the key, leave its public half where the kiosk reads it, and sign a token."""
    key = CourierKey()
    (folder / PEM).write_text(key.public_pem())
    now = time.time()
    return DemoCourier(key.token(NAME, now, now + LASTS, [], ABOUT))


def enrol(control: Path) -> str:
    """A new PIN for this courier, as the console makes it. Raises Refusal."""
    return str(ask(control, "courier-enrol", {"courier": NAME}, LONG)["pin"])
