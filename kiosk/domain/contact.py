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


def read(track: Track, raw: DoorState, at: float, debounce: float, most_edges: int) -> Track:
    """Take one reading at a monotonic time in seconds.

    A reading is believed when it has stayed the same for the debounce time;
    the very first one is believed at once.
    """
    if raw is not track.raw:
        edges = tuple(e for e in track.edges if at - e < FLUTTER_WINDOW)
        edges = edges if track.raw is DoorState.UNKNOWN else (*edges, at)
        faulty = track.faulty or len(edges) > most_edges
        track = replace(track, raw=raw, since=at, edges=edges, faulty=faulty)
        if track.believed is DoorState.UNKNOWN:
            return replace(track, believed=raw)
        return track
    if raw is not track.believed and at - track.since >= debounce:
        return replace(track, believed=raw)
    return track
