"""A kiosk is killed at any moment of a visit: after its restart everything is accounted for."""

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.demo.clip import clip, phone_clip
from kiosk.demo.scene import Scene, scene
from tests.kills.victim import Victim

STORED, WAITING = "RESERVATION_STATUS_DROPPED_OFF", "RESERVATION_STATUS_PENDING"
CHANNEL, LABEL = 2, "3"
PATIENCE = 20.0
FOUND = ("door.found_open", "door.outcome_unknown", "door.shut_late", "door.open_at_start")


class Visit:
    """One person's visit, driven by a film for the camera and hands at the emulated board."""

    def __init__(self, where: Scene, chance: random.Random) -> None:
        self.pickup = chance.random() < 0.5
        self.call = "/pickups" if self.pickup else "/dropoffs"
        self._where = where
        self._moment = chance.choice(("before", "fired", "open", "shut"))
        self._later = chance.uniform(0.0, 0.4)
        status = STORED if self.pickup else WAITING
        parcel = where.put(status=status, cell="A03")
        self.reservation: str = parcel["reservation_id"]
        code = parcel["pickup_qrcode" if self.pickup else "drop_off_qrcode"]
        phone_clip(where.folder / "film.avi", code, seconds=1.2, lead_in=0.0, leave=False)

    @property
    def unlocks(self) -> int:
        return len(self._where.board.does("unlock"))

    def unlocks_at_rest(self) -> int:
        """The same, once the board has taken up what was still on the wire."""
        self._where.board.say("free 9")
        until(lambda: {"did": "free 9"} in self._where.board.lines, "the board at rest")
        return self.unlocks

    @property
    def is_open(self) -> bool:
        moves = [line["state"] for line in self._where.board.lines if line.get("door") == CHANNEL]
        return moves[-1:] == ["open"]

    @property
    def told(self) -> int:
        return sum(self.reservation in call["path"] for call in self._where.calls(self.call))

    def until_killed(self, victim: Victim) -> None:
        """Let the visit go on to the moment this seed has chosen."""
        until(lambda: self._where.board.lines, "a first frame")
        if self._moment == "before":
            time.sleep(self._later * 3)
            return
        until(lambda: self.unlocks, "an unlock")
        if self._moment in ("open", "shut"):
            until(lambda: self._opened(victim), "the door seen open")
        if self._moment == "shut":
            self.shut()
        time.sleep(self._later)

    def shut(self) -> None:
        """Somebody pushes the door shut; on a drop-off the parcel lies inside."""
        self._where.board.say(f"{'clear' if self.pickup else 'occupy'} {CHANNEL}")
        self._where.board.say(f"shut {CHANNEL}")
        until(lambda: not self.is_open, "the door shut")

    def _opened(self, victim: Victim) -> bool:
        return "door.opened" in victim.journal()


def accounted_for(seed: int) -> None:
    """Kill, start again, and compare what the board saw with what kiosk and cloud know."""
    chance = random.Random(seed)
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-kills-") as name,
        scene(Path(name), camera="film.avi", policy="sync_every = 1.0\n") as where,
    ):
        visit = Visit(where, chance)
        with Victim(where) as first:
            visit.until_killed(first)
            first.kill()
        unlocks = visit.unlocks_at_rest()
        assert unlocks <= 1
        if visit.is_open and chance.random() < 0.3:
            visit.shut()
        # Nobody stands before the camera when the power is back.
        clip(where.folder / "film.avi", [(None, 0.3)])
        with Victim(where) as second:
            _stands_up(second, visit, unlocks)


def _stands_up(kiosk: Victim, visit: Visit, unlocks: int) -> None:
    until(lambda: kiosk.works(), "camera, doors and store at work")
    if visit.is_open:
        until(lambda: kiosk.status()["left_open"] == [LABEL], "home asking to shut the door")
        assert "door.found_open" in kiosk.journal()
        visit.shut()
    until(lambda: kiosk.status()["left_open"] == [], "nothing left open")
    until(lambda: kiosk.status()["outbox"] == 0, "everything told")
    journal = kiosk.journal()
    assert kiosk.status()["parked"] == 0
    assert visit.unlocks == unlocks, "a second unlock"
    assert visit.told <= 1, "told twice"
    if unlocks:
        unknown = "door.outcome_unknown" in journal
        assert visit.told == 1 or unknown, f"what the board did is not known: {journal}"
        done = {"parcel.collected", "parcel.deposited", *FOUND}
        assert done & set(journal), f"nothing was found: {journal}"
    else:
        assert visit.told == 0


def until(so: Callable[[], object], what: str) -> None:
    """Wait for this to become so."""
    end = time.monotonic() + PATIENCE
    while not so():
        if time.monotonic() > end:
            raise AssertionError(f"never came: {what}")
        time.sleep(0.002)
