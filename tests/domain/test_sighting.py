"""A presented code counts once, only when read surely, and only when it is the only one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.sighting import MOST, OUT_OF_VIEW, Appearances, is_device, see

A, B = "DLV-PICK-1-A", "DLV-PICK-2-B"


def accepted(*sightings: tuple[str, float], sure: bool = False) -> list[tuple[str, float]]:
    """The texts that counted; sightings with the same time are of the same frame."""
    state, counted = Appearances(), []
    times = [at for _, at in sightings]
    for text, at in sightings:
        alone = times.count(at) == 1
        state, got = see(state, text, at, self_checking=sure, alone=alone)
        if got is not None:
            counted.append((got, at))
    return counted


def test_one_reading_is_not_enough():
    assert accepted((A, 1.0)) == []


def test_a_code_counts_at_its_second_reading():
    assert accepted((A, 1.0), (A, 1.1)) == [(A, 1.1)]


def test_a_code_with_its_own_checksum_counts_at_once():
    assert accepted((A, 1.0), sure=True) == [(A, 1.0)]


def test_two_readings_far_apart_do_not_prove_each_other():
    assert accepted((A, 1.0), (A, 2.1)) == []


def test_two_readings_of_one_frame_do_not_prove_each_other():
    state, _ = see(Appearances(), A, 1.0, self_checking=False)
    assert see(state, A, 1.0, self_checking=False)[1] is None


def test_a_misread_between_two_readings_starts_anew():
    assert accepted((A, 1.0), (B, 1.1), (A, 1.2)) == []


def test_a_code_held_up_counts_once():
    assert len(accepted(*((A, frame / 10) for frame in range(1, 600)))) == 1


def test_a_code_counts_again_after_three_seconds_out_of_view():
    assert accepted((A, 1.0), (A, 1.5), (A, 4.5), (A, 4.6)) == [(A, 1.5), (A, 4.6)]


def test_a_code_out_of_view_for_less_than_three_seconds_does_not_count_again():
    assert accepted((A, 1.0), (A, 1.1), (A, 4.0), (A, 4.1), (A, 7.0)) == [(A, 1.1)]


@pytest.mark.parametrize("sure", [False, True])
def test_of_two_codes_in_one_frame_neither_counts(sure):
    assert accepted((A, 1.0), (B, 1.0), (A, 1.1), (B, 1.1), (A, 1.2), (B, 1.2), sure=sure) == []


def test_a_code_counts_once_the_other_has_left_the_frame():
    assert accepted((A, 1.0), (B, 1.0), (B, 1.1), (B, 1.2)) == [(B, 1.2)]


def test_another_code_flickering_in_does_not_make_the_first_count_again():
    frames = [(A, 1.0), (A, 1.1), (B, 1.2), (A, 1.3), (B, 1.3), (A, 1.4), (A, 1.5)]
    assert accepted(*frames, sure=False) == [(A, 1.1)]


def test_a_code_seen_beside_another_is_not_out_of_view():
    crowd = [(text, 2.0 + beat) for beat in range(5) for text in (A, B)]
    assert accepted((A, 1.0), (A, 1.1), *crowd, (A, 7.0), (A, 7.1)) == [(A, 1.1)]


def test_a_clock_that_jumps_back_gives_no_second_count():
    assert accepted((A, 9.0), (A, 9.1), (A, 1.0), (A, 1.1)) == [(A, 9.1)]


def test_memory_is_bounded_and_nothing_is_forgotten_for_it():
    flood = [(f"code {number % 500}", 1 + number / 1000) for number in range(1000)]
    assert len(accepted(*flood, sure=True)) == MOST


def test_the_texts_are_not_in_the_repr():
    state, _ = see(Appearances(), A, 1.0, self_checking=True)
    assert A not in repr(state)


steps = st.tuples(st.sampled_from("ABC"), st.floats(0, 4), st.booleans(), st.booleans())


@given(st.lists(steps, max_size=60))
def test_a_code_never_counts_twice_without_a_gap_of_three_seconds(walk):
    state, now = Appearances(), 1.0
    seen: dict[str, list[tuple[float, bool]]] = {}
    for text, later, sure, alone in walk:
        now += later
        state, got = see(state, text, now, self_checking=sure, alone=alone)
        assert got in (None, text)
        seen.setdefault(text, []).append((now, got is not None))
    for sightings in seen.values():
        marks = [index for index, (_, counted) in enumerate(sightings) if counted]
        for first, second in pairwise(marks):
            times = [at for at, _ in sightings[first : second + 1]]
            assert max(later - sooner for sooner, later in pairwise(times)) >= OUT_OF_VIEW


@given(st.lists(steps, max_size=60))
def test_a_code_that_counts_was_alone_and_either_sure_or_read_twice(walk):
    state, now, before = Appearances(), 1.0, None
    for text, later, sure, alone in walk:
        now += later
        state, got = see(state, text, now, self_checking=sure, alone=alone)
        if got is not None:
            assert alone
            assert sure or before == text
        before = text if alone else None


def test_a_film_in_memory_is_no_device():
    assert is_device("/dev/video0")
    assert not is_device("/dev/shm/phone.avi")
    assert not is_device("films/phone.avi")
