"""A tour of the journeys over the real wires, told step by step, with pictures."""

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from kiosk.demo.clip import clip, phone_clip
from kiosk.demo.scene import Scene, scene

SHORTER = "remind_shut = 8\nremind_shut_louder = 12\nsession_end_door_open = 16\ndone = 4\n"
"""The demo's own policy: it would be dull to wait as long as a real locker does."""

if TYPE_CHECKING:
    from kiosk.app.window import Kiosk
    from kiosk.demo.person import Person

say = Console(highlight=False, soft_wrap=True).print


def play(pictures: Path) -> int:
    """Play the whole tour; answers 0 when everything came as told."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    started = time.monotonic()
    say("[bold]A parcel locker without hardware.[/bold] Timers are shorter than on a real one:")
    say("  " + SHORTER.strip().replace("\n", ", "))
    with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder:
        nobody = clip(Path(folder) / "nobody.avi", [(None, 0.5)])
        with scene(Path(folder), camera=str(nobody), policy=SHORTER) as where:
            Tour(where, pictures).play()
    say(f"Pictures are in {pictures}. {time.monotonic() - started:.0f} seconds.")
    return 0


class Tour:
    """The story: a pick-up by QR, a drop-off, a pick-up by code."""

    def __init__(self, where: Scene, pictures: Path) -> None:
        self._where = where
        self._pictures = pictures
        self._taken = 0
        self._films = 0

    def play(self) -> None:
        """Tell it from the first to the last step."""
        from PySide6.QtGui import QGuiApplication

        from kiosk.app.window import Kiosk
        from kiosk.config import load
        from kiosk.demo.person import Person

        app = QGuiApplication.instance() or QGuiApplication(["kiosk"])
        kiosk = Kiosk(load(self._where.config), size=(540, 960))
        kiosk.start()
        try:
            person = Person(kiosk)
            self._pick_up_by_qr(kiosk, person)
            self._drop_off(kiosk, person)
            self._pick_up_by_code(person)
        finally:
            kiosk.stop()
        app.processEvents()

    def _pick_up_by_qr(self, kiosk: "Kiosk", person: "Person") -> None:
        parcel = self._put("RESERVATION_STATUS_DROPPED_OFF", "A03", "order_1003")
        say("\n[bold]1. A pick-up by QR code[/bold]")
        person.sees("Home")
        self._picture(person, "home")
        say("  A phone is held up to the camera: a real film, read by the real decoder.")
        self._hold_up(kiosk, parcel["pickup_qrcode"])
        person.sees("TakeParcel")
        say("  The lock of door 3 was fired once, and its contact says open.")
        self._picture(person, "take-parcel")
        self._shut(2)
        person.sees("Done")
        self._picture(person, "picked-up")
        self._told(person, "/pickups", 1)
        person.touches("door.finish")
        self._lower(kiosk)
        person.sees("Home")

    def _drop_off(self, kiosk: "Kiosk", person: "Person") -> None:
        parcel = self._put("RESERVATION_STATUS_PENDING", "A07", "order_1007")
        say("\n[bold]2. A drop-off[/bold]")
        person.touches("home.dropoff")
        person.sees("EnterCode")
        self._hold_up(kiosk, parcel["drop_off_qrcode"])
        self._picture(person, "enter-code")
        person.sees("PutParcel")
        say("  Door 7 is open. Until it is shut the cloud is told nothing.")
        self._picture(person, "put-parcel")
        self._told(person, "/dropoffs", 0)
        self._where.board.say("occupy 6")
        self._shut(6)
        person.sees("Done")
        self._picture(person, "dropped-off")
        self._told(person, "/dropoffs", 1)
        person.touches("door.finish")
        self._lower(kiosk)
        person.sees("Home")

    def _pick_up_by_code(self, person: "Person") -> None:
        parcel = self._put("RESERVATION_STATUS_DROPPED_OFF", "A11", "order_1011")
        say("\n[bold]3. A pick-up by the typed code[/bold]")
        person.touches("home.pickup")
        person.sees("EnterCode")
        person.types(parcel["pickup_code"])
        person.sees("AskDatum")
        say("  Four digits alone open nothing: the last four of the order number, too.")
        self._picture(person, "ask-datum")
        person.types("1011")
        person.sees("TakeParcel")
        self._picture(person, "take-parcel-typed")
        self._shut(10)
        person.sees("Done")
        self._told(person, "/pickups", 2)
        person.touches("door.finish")
        person.sees("Home")

    def _put(self, status: str, cell: str, order: str) -> dict[str, Any]:
        return self._where.put(status=status, cell=cell, platform_order_id=order)

    def _hold_up(self, kiosk: "Kiosk", text: str) -> None:
        self._films += 1
        film = self._where.folder / f"film-{self._films}.avi"
        kiosk.show_to_camera(phone_clip(film, text, seconds=4.0, lead_in=0.2, leave=False))

    def _lower(self, kiosk: "Kiosk") -> None:
        kiosk.show_to_camera(self._where.folder / "nobody.avi")

    def _shut(self, channel: int) -> None:
        say("  The door is pushed shut.")
        self._where.board.say(f"shut {channel}")

    def _told(self, person: "Person", call: str, times: int) -> None:
        calls = f"{times} call(s) of {call}"
        person.waits(lambda: len(self._where.calls(call)) >= times, calls)
        if len(self._where.calls(call)) != times:
            raise AssertionError(f"the cloud got more than {calls}")
        say(f"  The cloud got {calls}.")

    def _picture(self, person: "Person", name: str) -> None:
        self._taken += 1
        person.photographs(self._pictures / f"{self._taken:02d}-{name}.png")
