"""When a text in front of the camera counts as one presented code."""

from dataclasses import dataclass, field, replace

AGREE_WITHIN = 1.0
"""Two readings in a row must be this near (seconds) to prove each other."""
OUT_OF_VIEW = 3.0
"""Seconds a text must be gone before it counts again."""
MOST = 64
"""Appearances remembered; beyond that nothing new counts, for one forgotten would count twice."""


def is_device(camera: str) -> bool:
    """Whether this names a camera and not a film; /dev/shm is a folder like any other."""
    return camera.startswith("/dev/") and not camera.startswith("/dev/shm/")


@dataclass(frozen=True, slots=True)
class Appearance:
    """A text that counted and has not been out of view long enough since."""

    text: str = field(repr=False)
    last_seen: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The latest reading: it proves the next one, if that says the same."""

    text: str = field(repr=False)
    at: float


@dataclass(frozen=True, slots=True)
class Appearances:
    """What the camera has shown lately."""

    counted: tuple[Appearance, ...] = ()
    latest: Reading | None = None
    now: float = 0.0


def see(
    state: Appearances, text: str, at: float, *, self_checking: bool, alone: bool = True
) -> tuple[Appearances, str | None]:
    """Take one sighting; answers the text the moment it counts, once per appearance.

    ``alone`` False says that other texts are in the same frame: then nobody can tell which one is
    meant, and none counts. A text that counted stays remembered whatever else comes into view.
    """
    state = _at(state, at)
    known = any(appearance.text == text for appearance in state.counted)
    proven = alone and (self_checking or _agrees(state.latest, text, state.now))
    latest = Reading(text, state.now) if alone else None
    if known or not proven or len(state.counted) >= MOST:
        return replace(state, counted=_still_there(state, text), latest=latest), None
    counted = (*state.counted, Appearance(text, state.now))
    return replace(state, counted=counted, latest=latest), text


def _at(state: Appearances, at: float) -> Appearances:
    """Move on to ``at`` (never back) and let go of what has been out of view long enough."""
    now = max(state.now, at)
    kept = tuple(one for one in state.counted if now - one.last_seen < OUT_OF_VIEW)
    return replace(state, counted=kept, now=now)


def _agrees(latest: Reading | None, text: str, at: float) -> bool:
    """Whether the reading before this one, of an earlier frame, says the same."""
    return latest is not None and latest.text == text and 0 < at - latest.at <= AGREE_WITHIN


def _still_there(state: Appearances, text: str) -> tuple[Appearance, ...]:
    return tuple(
        replace(one, last_seen=state.now) if one.text == text else one for one in state.counted
    )
