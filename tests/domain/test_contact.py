"""A door's contact over time, also where it is not always shown."""

from kiosk.domain.contact import Track, read
from kiosk.domain.layout import DoorState

OPEN, SHUT, NOT_SHOWN = DoorState.OPEN, DoorState.SHUT, DoorState.UNKNOWN


def after(*readings: DoorState, every: float = 1.0, most_edges: int = 5) -> Track:
    track = Track()
    for number, raw in enumerate(readings):
        for moment in (number * every, number * every + every / 2):
            track = read(track, raw, moment, debounce=0.1, most_edges=most_edges)
    return track


def test_what_shows_first_is_believed_at_once():
    assert read(Track(), OPEN, 0.0, 0.1, 5).believed is OPEN


def test_a_door_that_is_shown_no_more_is_remembered_as_it_was_seen():
    track = after(SHUT, OPEN, NOT_SHOWN)
    assert (track.believed, track.seen, track.hidden) == (NOT_SHOWN, OPEN, True)
    back = after(SHUT, OPEN, NOT_SHOWN, SHUT)
    assert (back.believed, back.seen, back.hidden) == (SHUT, SHUT, False)


def test_what_was_never_shown_is_not_hidden():
    assert not after(NOT_SHOWN, NOT_SHOWN).hidden


def test_not_to_be_shown_is_no_flutter():
    assert not after(*[OPEN, NOT_SHOWN] * 10).faulty
    assert after(*[OPEN, SHUT] * 10).faulty
