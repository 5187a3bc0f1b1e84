"""What every chapter of the tour does: people at the glass, hands at the doors, the cloud asked."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.demo import courier
from kiosk.demo.clip import clip
from kiosk.demo.profile import NOBODY
from kiosk.demo.saying import say
from kiosk.demo.scene import MACHINE, Scene
from kiosk.demo.stock import Stocked, channel, label_of, lies
from kiosk.domain.errors import KioskError
from kiosk.runtime.control import ask, socket_path

if TYPE_CHECKING:
    from kiosk.app.window import Kiosk
    from kiosk.demo.person import Person
    from kiosk.domain.layout import Layout


class NotAsTold(KioskError):
    """What the tour announced did not come about."""


class Telling:
    """One locker, one person after another, and a picture now and then."""

    def __init__(
        self,
        where: Scene,
        stock: tuple[Stocked, ...],
        kiosk: "Kiosk",
        person: "Person",
        layout: "Layout",
        pictures: Path,
    ) -> None:
        self.where = where
        self.person = person
        self._stock = {one.plan.name: one for one in stock}
        self._kiosk = kiosk
        self._layout = layout
        self._pictures = pictures
        self._taken = 0
        self._chapters = 0
        self._films = 0

    def open(self) -> None:
        """Let lie there what the kiosk keeps for itself."""
        for one in self._stock.values():
            if lies(one.plan):
                self.board("occupy", one.plan.label)

    def chapter(self, title: str) -> None:
        """Begin the next one."""
        self._chapters += 1
        say(f"\n[bold]{self._chapters}. {title}[/bold]")

    def delivered(self, label: str, order: str) -> dict[str, Any]:
        """A courier has left a parcel of the cloud's here; answers it with its codes."""
        self.board("occupy", label)
        return self.put("RESERVATION_STATUS_DROPPED_OFF", label, order)

    def put(self, status: str, label: str, order: str, **more: str) -> dict[str, Any]:
        """Let the cloud have a reservation of this compartment."""
        cell = self._layout.compartment(label).cloud_id
        return self.where.put(status=status, cell=cell, platform_order_id=order, **more)

    def code(self, name: str) -> str:
        """What the person of this reservation of the kiosk's own types."""
        return self._stock[name].typed

    def shown(self, name: str) -> str:
        """What the person of this reservation of the kiosk's own holds up."""
        return self._stock[name].qr

    def label(self, name: str) -> str:
        """What stands on this parcel."""
        return label_of(self._stock[name].plan)

    @property
    def token(self) -> str:
        """What the courier's telephone shows."""
        assert self.where.courier is not None
        return self.where.courier.token

    def courier_pin(self) -> str:
        """The courier is enrolled at the console. Raises Refusal."""
        return courier.enrol(self._control)

    def types_code(self, typed: str) -> None:
        """Type it on the keypad that shows."""
        self.person.sees("EnterCode")
        self.person.types(typed)

    def asks_more(self, aim: str) -> None:
        """Touch "more", and what is wanted of it."""
        self.person.touches("home.more")
        self.person.sees("ChooseAim")
        self.person.touches(f"aim.{aim}")

    def chooses_size(self, size: str) -> None:
        """Once the kiosk has looked what is free."""
        self.person.sees("ChooseSize")
        self.person.touches(f"size.{size.lower()}")

    def hold_up(self, *texts: str) -> None:
        """Hold a phone with these codes in front of the camera; the last one stays there."""
        self._films += 1
        film = self.where.folder / f"film-{self._films}.avi"
        scenes = [(text, 2.0) for text in texts]
        self._kiosk.show_to_camera(clip(film, [(None, 0.2), *scenes], leave=False))

    def lower(self) -> None:
        """Take the phone away."""
        self._kiosk.show_to_camera(self.where.folder / NOBODY)

    def board(self, hand: str, label: str) -> None:
        """Do something to a door: occupy, clear, shut, jam, free."""
        self.where.board.say(f"{hand} {channel(self._layout, label)}")

    def printer(self, hand: str) -> None:
        """Do something to the printer: paper out, paper in."""
        assert self.where.printer is not None
        self.where.printer.say(hand)

    def labels_out(self, count: int) -> None:
        """So many labels have come out, no more. Raises NotAsTold."""
        printer = self.where.printer
        assert printer is not None
        out = sum("label" in line for line in tuple(printer.lines))
        if out != count:
            raise NotAsTold(f"{out} labels instead of {count}")
        say(f"  The printer has printed {count} label(s).")

    @property
    def _control(self) -> Path:
        return socket_path(MACHINE, self.where.folder / "state" / "kiosk.db")

    def staff_print(self, which: str) -> None:
        """Staff have a label printed that waits. Raises NotAsTold."""
        said = ask(self._control, "print-label", {"which": which}, 60.0)
        if said["outcome"] != "printed":
            raise NotAsTold(f"the label of {which}: {said}")
        say(f"  There is paper again. Staff print the label {said['mark']}, and stick it on.")

    def take_and_shut(self, label: str, then: str | tuple[str, ...] = "Done") -> None:
        """Take the parcel out and push the door shut."""
        self.board("clear", label)
        self.shut(label, then)

    def put_and_shut(self, label: str, then: str = "Done") -> None:
        """Put a parcel in and push the door shut."""
        self.board("occupy", label)
        self.shut(label, then)

    def shut(self, label: str, then: str | tuple[str, ...] = "Done") -> None:
        """Push the door shut and see what follows, of several one."""
        say("  The door is pushed shut.")
        self.board("shut", label)
        self.person.sees(*((then,) if isinstance(then, str) else then))

    def leave(self) -> None:
        """Finish."""
        self.person.touches("door.finish")
        self.lower()
        self.person.sees("Home")

    def is_at(self, label: str) -> None:
        """The screen speaks of this door. Raises NotAsTold."""
        if self.person.door != label:
            raise NotAsTold(f"door {self.person.door} instead of door {label}")

    def asks_to_shut(self) -> bool:
        """Whether home asks whoever comes to shut a door."""
        return self.person.can_see("home.leftopen")

    def synced(self) -> None:
        """Wait until the kiosk has read the cloud's list twice more: now it knows what we put."""
        lists = len(self.where.calls("/reservations"))

        def read() -> bool:
            return len(self.where.calls("/reservations")) >= lists + 2

        self.person.waits(read, "the kiosk to read its list")

    def counted(self, call: str) -> int:
        """How many of these calls the cloud has got so far."""
        return len(self.where.calls(call))

    def told(self, call: str, times: int) -> None:
        """The cloud got so many of these calls, no more. Raises NotAsTold."""
        calls = f"{times} call(s) of {call}"
        self.person.waits(lambda: len(self.where.calls(call)) >= times, calls)
        if len(self.where.calls(call)) != times:
            raise NotAsTold(f"the cloud got more than {calls}")
        say(f"  The cloud got {calls}.")

    def picture(self, name: str) -> None:
        """Photograph the glass."""
        self._taken += 1
        self.person.photographs(self._pictures / f"{self._taken:02d}-{name}.png")
