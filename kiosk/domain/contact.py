"""A door contact over time: debounced, and called faulty when it flutters. Pure."""

from dataclasses import dataclass, replace

from kiosk.domain.layout import DoorState

FLUTTER_WINDOW = 10.0
"""Seconds in which too many edges make a contact faulty."""


@dataclass(frozen=True, slots=True)
class Track:
    """What one contact said last, since when, and what is believed."""

    believed: DoorState = DoorState.UNKNOWN
    raw: DoorState = DoorState.UNKNOWN
    since: float = 0.0
    edges: tuple[float, ...] = ()
    faulty: bool = False
    seen: DoorState = DoorState.UNKNOWN
    """What was believed last when it could be seen at all."""

    @property
    def hidden(self) -> bool:
        """Whether it was seen once, and is not now."""
        return self.believed is DoorState.UNKNOWN is not self.seen


def read(track: Track, raw: DoorState, at: float, debounce: float, most_edges: int) -> Track:
    """Take one reading at a monotonic time in seconds.

    A reading is believed when it has stayed the same for the debounce time;
    the first one that shows anything is believed at once. Not to be shown is no edge.
    """
    if raw is not track.raw:
        edges = tuple(e for e in track.edges if at - e < FLUTTER_WINDOW)
        edges = edges if DoorState.UNKNOWN in {track.raw, raw} else (*edges, at)
        faulty = track.faulty or len(edges) > most_edges
        track = replace(track, raw=raw, since=at, edges=edges, faulty=faulty)
        if track.believed is DoorState.UNKNOWN:
            return _believing(track, raw)
        return track
    if raw is not track.believed and at - track.since >= debounce:
        return _believing(track, raw)
    return track


def _believing(track: Track, state: DoorState) -> Track:
    seen = track.seen if state is DoorState.UNKNOWN else state
    return replace(track, believed=state, seen=seen)
