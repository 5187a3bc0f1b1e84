"""A tour of the journeys over the real wires, told step by step, with pictures."""

import logging
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from kiosk.demo.clip import clip, phone_clip
from kiosk.demo.scene import Scene, scene
from kiosk.domain.errors import KioskError
from kiosk.runtime.logs import start_logging

SHORTER = """\
remind_shut = 3
remind_shut_louder = 5
session_end_door_open = 7
door_opens_within = 1.5
done = 4
sync_every = 1
"""
"""The tour's own policy: it would be dull to wait as long as a real locker does."""

if TYPE_CHECKING:
    from kiosk.app.window import Kiosk
    from kiosk.demo.person import Person

say = Console(highlight=False, soft_wrap=True).print


class NotAsTold(KioskError):
    """What the tour announced did not come about."""


def play(pictures: Path) -> int:
    """Play the whole tour; answers 0 when everything came as told."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    quiet()
    started = time.monotonic()
    say("[bold]A parcel locker without hardware.[/bold]")
    say_shorter(SHORTER)
    with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder:
        nobody = clip(Path(folder) / "nobody.avi", [(None, 0.5)])
        with scene(Path(folder), camera=str(nobody), policy=SHORTER) as where:
            Tour(where, pictures).play()
    say(f"Pictures are in {pictures}. {time.monotonic() - started:.0f} seconds.")
    return 0


def quiet() -> None:
    """Keep the kiosk's log for what went wrong: that the cloud is away is part of the story."""
    start_logging()
    logging.getLogger().setLevel(logging.ERROR)


def say_shorter(policy: str) -> None:
    """Tell which timers differ from a real locker's."""
    say("Timers are shorter than on a real one: " + policy.strip().replace("\n", ", "))


class Tour:
    """The story of six people at one locker."""

    def __init__(self, where: Scene, pictures: Path) -> None:
        self._where = where
        self._pictures = pictures
        self._taken = 0
        self._films = 0
        self._kiosk: Kiosk
        self._person: Person

    def play(self) -> None:
        """Tell it from the first to the last step. Raises NotAsTold."""
        from PySide6.QtGui import QGuiApplication

        from kiosk.adapters.gates.simulated import simulated_terminals
        from kiosk.app.window import Kiosk
        from kiosk.config import load
        from kiosk.demo.person import NotSeen, Person

        app = QGuiApplication.instance() or QGuiApplication(["kiosk"])
        self._kiosk = Kiosk(load(self._where.config), size=(540, 960))
        self._kiosk.terminals = simulated_terminals()
        self._kiosk.start()
        self._person = Person(self._kiosk)
        try:
            self._pick_up_by_qr()
            self._drop_off()
            self._pick_up_by_code()
            self._jammed_door()
            self._without_network()
            self._left_open()
        except NotSeen as missing:
            raise NotAsTold(f"the tour came to a halt: {missing}") from missing
        finally:
            self._kiosk.stop()
        app.processEvents()

    def _pick_up_by_qr(self) -> None:
        parcel = self._stored("A03", "order_1003")
        say("\n[bold]1. A pick-up by QR code[/bold]")
        self._person.sees("Home")
        self._picture("home")
        say("  A phone is held up to the camera: a real film, read by the real decoder.")
        self._hold_up(parcel["pickup_qrcode"])
        self._person.sees("TakeParcel")
        say("  The lock of door 3 was fired once, and its contact says open.")
        self._picture("take-parcel")
        self._take_and_shut(2)
        self._picture("picked-up")
        self._told("/pickups", 1)
        self._leave()

    def _drop_off(self) -> None:
        parcel = self._put("RESERVATION_STATUS_PENDING", "A07", "order_1007")
        say("\n[bold]2. A drop-off[/bold]")
        self._person.touches("home.dropoff")
        self._person.sees("EnterCode")
        self._hold_up(parcel["drop_off_qrcode"])
        self._picture("enter-code")
        self._person.sees("PutParcel")
        say("  Door 7 is open. Until it is shut the cloud is told nothing.")
        self._picture("put-parcel")
        self._told("/dropoffs", 0)
        self._where.board.say("occupy 6")
        self._shut(6)
        self._picture("dropped-off")
        self._told("/dropoffs", 1)
        self._leave()

    def _pick_up_by_code(self) -> None:
        parcel = self._stored("A11", "order_1011")
        say("\n[bold]3. A pick-up by the typed code[/bold]")
        self._person.touches("home.pickup")
        self._person.sees("EnterCode")
        self._person.types(parcel["pickup_code"])
        self._person.sees("AskDatum")
        say("  Four digits alone open nothing: the last four of the order number, too.")
        self._picture("ask-datum")
        self._person.types("1011")
        self._person.sees("TakeParcel")
        self._picture("take-parcel-typed")
        self._take_and_shut(10)
        self._told("/pickups", 2)
        self._leave()

    def _jammed_door(self) -> None:
        parcel = self._stored("A06", "order_1006")
        say("\n[bold]4. A door that jams[/bold]")
        self._where.board.say("jam 5")
        self._hold_up(parcel["pickup_qrcode"])
        self._person.sees("DoorStuck")
        say("  The lock was fired, the contact says shut: nothing is believed to be open.")
        self._picture("door-stuck")
        self._where.board.say("free 5")
        say("  Somebody frees it. A second pulse comes only after a touch.")
        self._person.touches("door.again")
        self._person.sees("TakeParcel")
        self._take_and_shut(5)
        self._told("/pickups", 3)
        self._leave()

    def _without_network(self) -> None:
        parcel = self._stored("A16", "order_1016")
        say("\n[bold]5. A pick-up without network[/bold]")
        self._synced()
        self._where.network.cut()
        say("  The network is cut: the cloud cannot be reached.")
        self._hold_up(parcel["pickup_qrcode"])
        self._person.sees("TakeParcel")
        say("  Door 16 opens all the same, from what the kiosk remembers.")
        self._picture("without-network")
        self._take_and_shut(15)
        self._leave()
        self._where.network.join()
        say("  The network is back.")
        self._told("/pickups", 4)

    def _left_open(self) -> None:
        parcel = self._stored("A09", "order_1009")
        say("\n[bold]6. A door left open[/bold]")
        self._hold_up(parcel["pickup_qrcode"])
        self._person.sees("TakeParcel")
        say("  The parcel is taken, and nobody shuts door 9. The screen asks, then asks louder.")
        self._where.board.say("clear 8")
        self._lower()
        self._person.sees("Home")
        say("  The visit is over. Whoever comes next is asked to shut door 9.")
        self._picture("left-open")
        self._where.board.say("shut 8")
        self._person.waits(lambda: not self._asks_to_shut(), "the notice of door 9 to go")
        say("  Somebody did.")

    def _stored(self, cell: str, order: str) -> dict[str, Any]:
        """A courier has left a parcel here."""
        channel = int(cell[1:]) - 1
        self._where.board.say(f"occupy {channel}")
        return self._put("RESERVATION_STATUS_DROPPED_OFF", cell, order)

    def _put(self, status: str, cell: str, order: str) -> dict[str, Any]:
        return self._where.put(status=status, cell=cell, platform_order_id=order)

    def _synced(self) -> None:
        """Wait until the kiosk has read the cloud's list twice more: now it knows what we put."""
        lists = len(self._lists())
        self._person.waits(lambda: len(self._lists()) >= lists + 2, "the kiosk to read its list")

    def _lists(self) -> list[dict[str, Any]]:
        return self._where.calls("/reservations")

    def _hold_up(self, text: str) -> None:
        self._films += 1
        film = self._where.folder / f"film-{self._films}.avi"
        shown = phone_clip(film, text, seconds=4.0, lead_in=0.2, leave=False)
        self._kiosk.show_to_camera(shown)

    def _lower(self) -> None:
        self._kiosk.show_to_camera(self._where.folder / "nobody.avi")

    def _take_and_shut(self, channel: int) -> None:
        self._where.board.say(f"clear {channel}")
        self._shut(channel)

    def _shut(self, channel: int) -> None:
        say("  The door is pushed shut.")
        self._where.board.say(f"shut {channel}")
        self._person.sees("Done")

    def _leave(self) -> None:
        self._person.touches("door.finish")
        self._lower()
        self._person.sees("Home")

    def _asks_to_shut(self) -> bool:
        return self._person.can_see("home.leftopen")

    def _told(self, call: str, times: int) -> None:
        calls = f"{times} call(s) of {call}"
        self._person.waits(lambda: len(self._where.calls(call)) >= times, calls)
        if len(self._where.calls(call)) != times:
            raise NotAsTold(f"the cloud got more than {calls}")
        say(f"  The cloud got {calls}.")

    def _picture(self, name: str) -> None:
        self._taken += 1
        self._person.photographs(self._pictures / f"{self._taken:02d}-{name}.png")
