"""What this kiosk called lately, and the events in the cloud's history that are its echo.

A call of ours shows there as ``public_api``, like one of anybody else with the partner's key. It is
known by the rent or the locker it was about and by the names of the events it makes. That each of
these comes at most once for a call is our reading, not confirmed by the vendor.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.adapters.clouds.bloqit.history import EventAnswer
from kiosk.adapters.clouds.bloqit.line import Line
from kiosk.adapters.clouds.http import JsonHttp
from kiosk.domain.errors import CloudBroken, CloudError, CloudSilent
from kiosk.ports import Clock, CloudSettings

MOST = 1_000
"""Calls that are remembered."""
SETTLES = 120.0
"""Seconds after which the history shows all that a call did, even one whose answer was lost."""

OPENED = "locker.locker_opened"
ECHOES: Mapping[str, tuple[str, ...]] = {
    "make": (OPENED, "rent.started"),
    "start_store": (OPENED, "rent.started"),
    "start_send": (OPENED, "rent.started"),
    "collect": (OPENED, "rent.collect_item"),
    "open_in_place": (OPENED, "rent.locker_opened"),
    "open_locker": (OPENED,),
    "open_or_collect": (OPENED, "rent.collect_item"),
    "sim_keypad": (OPENED, "rent.collect_item"),
    "close_locker": ("locker.locker_closed",),
    "sim_close": ("locker.locker_closed", "rent.finished"),
    "end_store": (OPENED, "rent.collect_item", "rent.finished"),
    "finish": ("rent.finished",),
    "finish_return": ("rent.finished",),
    "cancel": ("rent.cancelled",),
    "extend": ("rent.extended",),
    "update_rent": ("rent.extended",),
    "return_delivery": ("rent.extended",),
    "availability": ("locker.locker_active", "locker.locker_inactive"),
    "update_bloq": ("bloq.active", "bloq.inactive"),
    "print_label": ("bloq.label_printed",),
}
"""The events that a call may show as, of those that would be wishes if others had called."""
_NOTHING: Mapping[str, str] = {}


@dataclass(slots=True)
class OwnCall:
    """One call, under way or over."""

    subjects: set[str]
    """Ids of a rent, a locker, or the bloq."""
    awaited: set[str]
    """Names of the events it may still show as."""
    anywhere: bool
    """Which locker it opens nobody has said yet."""
    ended: float | None = None
    """Seconds on the clock that only grows."""

    def takes(self, event: EventAnswer) -> bool:
        """Whether the event is its echo; each is taken once."""
        about = {event.rent, event.locker} - {None} or {event.bloq}
        somewhere = self.anywhere and event.name == OPENED
        if event.name not in self.awaited or not (about & self.subjects or somewhere):
            return False
        self.awaited.discard(event.name)
        return True


class OwnCalls(Line):
    """A line that remembers what it called."""

    def __init__(self, settings: CloudSettings, clock: Clock, http: JsonHttp) -> None:
        super().__init__(settings, clock, http)
        self._called: deque[OwnCall] = deque(maxlen=MOST)

    async def call(
        self,
        name: str,
        places: Mapping[str, str] = _NOTHING,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> dict[str, object]:
        own = self._noted(name, {**places, **(query or {})})
        refused = False
        try:
            answer = await super().call(name, places, query=query, body=body)
            _learn(own, answer)
            return answer
        except CloudError as error:
            refused = not isinstance(error, CloudSilent | CloudBroken)
            raise
        finally:
            # Whatever else ends it, being given up included, leaves its effect open.
            self._over(own, refused=refused)

    def is_own(self, event: EventAnswer) -> bool:
        """Whether a call of this kiosk was behind it; asked once for each event."""
        return any(own.takes(event) for own in self._called)

    def settle(self, read_at: float) -> None:
        """What ended long before a reading began has shown all it did."""
        kept = (one for one in self._called if one.ended is None or read_at - one.ended < SETTLES)
        self._called = deque((one for one in kept if one.awaited), MOST)

    def _noted(self, name: str, about: Mapping[str, object]) -> OwnCall | None:
        echoes = ECHOES.get(name)
        if echoes is None:
            return None
        subjects = {str(about[key]) for key in ("rentID", "lockerID") if key in about}
        anywhere = OPENED in echoes and "lockerID" not in about
        own = OwnCall(subjects or {self._bloq}, set(echoes), anywhere)
        self._called.append(own)
        return own

    def _over(self, own: OwnCall | None, *, refused: bool) -> None:
        if own is None:
            return
        own.ended = self._clock.monotonic()
        if refused:
            own.awaited.clear()


def _learn(own: OwnCall | None, answer: Mapping[str, object]) -> None:
    """The answer of a call about a rent names it and its locker."""
    if own is None or not own.anywhere:
        return
    named = answer.get("locker")
    locker = named.get("_id") if isinstance(named, dict) else named
    if isinstance(locker, str):
        own.subjects.add(locker)
        own.anywhere = False
