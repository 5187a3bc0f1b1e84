"""CU48 frames, bit by bit, as captured from boards (AshurkovAV/KerongConsole)."""

from itertools import combinations, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.adapters.doors.kerong import DRIVER, Cu48, checksum
from kiosk.domain.errors import BoardGarbled
from kiosk.ports import Contact

CU48 = Cu48()
BOARDS = DRIVER.variants["cu48"].boards
CHANNELS = DRIVER.variants["cu48"].channels
NONE_SHUT = "02000075 000000000000 000000000000 03 7A"
FIRST_SHUT = "02000075 010000000000 000000000000 03 7B"
FOURTEENTH_SHUT = "02000075 002000000000 000000000000 03 9A"
FIRST_SHUT_AND_OCCUPIED = "02000075 010000000000 010000000000 03 7C"

boards = st.sampled_from(BOARDS)
bits48 = st.binary(min_size=6, max_size=6)


def answer(board: int, shut: bytes = bytes(6), occupied: bytes = bytes(6)) -> bytes:
    frame = bytes((0x02, board, 0x00, 0x75)) + shut + occupied + b"\x03"
    return frame + bytes((sum(frame) % 256,))


@pytest.mark.parametrize(
    ("channel", "frame"), [(0, "020000610366"), (4, "02000461036A"), (47, "02002F610395")]
)
def test_unlock_is_the_captured_frame(channel: int, frame: str) -> None:
    assert CU48.unlock(0, channel) == bytes.fromhex(frame)


def test_the_question_is_the_captured_frame() -> None:
    assert CU48.question(0) == bytes.fromhex("020000600365")


@pytest.mark.parametrize(
    ("frame", "shut", "occupied"),
    [
        (NONE_SHUT, [], []),
        (FIRST_SHUT, [0], []),
        (FOURTEENTH_SHUT, [13], []),
        (FIRST_SHUT_AND_OCCUPIED, [0], [0]),
    ],
)
def test_captured_answers_mean_what_was_seen(
    frame: str, shut: list[int], occupied: list[int]
) -> None:
    contacts = CU48.contacts(bytes.fromhex(frame), 0)
    assert contacts == tuple(Contact(n in shut, n in occupied) for n in range(48))


def test_only_frames_for_one_single_lock_can_be_made() -> None:
    made: dict[bytes, tuple[int, int]] = {}
    for board, channel in product(range(256), repeat=2):
        if board in range(10) and channel in range(48):
            made[CU48.unlock(board, channel)] = board, channel
        else:
            with pytest.raises(ValueError, match="no single lock"):
                CU48.unlock(board, channel)
    assert len(made) == 480
    assert all(
        frame == bytes((2, *place, 0x61, 3, (0x66 + sum(place)) % 256))
        for frame, place in made.items()
    )
    assert not any(frame[1] == 0x0A or frame[2] == 0x30 for frame in made)


@pytest.mark.parametrize("board", [-1, 0x0A, 0x0F, 0xF0, 0xFF])
def test_only_one_board_can_be_asked(board: int) -> None:
    with pytest.raises(ValueError, match="no single board"):
        CU48.question(board)


@given(boards, bits48, bits48)
def test_every_bit_of_an_answer_is_its_channel(board: int, shut: bytes, occupied: bytes) -> None:
    contacts = CU48.contacts(answer(board, shut, occupied), board)
    assert contacts is not None
    assert sum(contact.closed << n for n, contact in enumerate(contacts)) == int.from_bytes(
        shut, "little"
    )
    assert sum(bool(contact.occupied) << n for n, contact in enumerate(contacts)) == int.from_bytes(
        occupied, "little"
    )


@pytest.mark.parametrize("length", range(18))
def test_an_answer_that_is_not_all_there_is_waited_for(length: int) -> None:
    assert CU48.contacts(answer(0)[:length], 0) is None


@pytest.mark.parametrize("junk", ["FAFD9999", "02", "0200", "020075", "02000461036A", "00" * 40])
def test_junk_before_the_header_is_passed_over(junk: str) -> None:
    contacts = CU48.contacts(bytes.fromhex(junk + FIRST_SHUT), 0)
    assert contacts is not None
    assert contacts[0].closed


def test_an_answer_after_the_stump_of_another_is_found() -> None:
    stump = answer(0, b"\xff" * 6)[:10]
    assert CU48.contacts(stump + answer(0)[:9], 0) is None
    assert CU48.contacts(stump + answer(0), 0) == (Contact(False, False),) * 48


@pytest.mark.parametrize("excess", ["00", NONE_SHUT, "020000610366"])
def test_bytes_after_an_answer_spoil_it(excess: str) -> None:
    with pytest.raises(BoardGarbled, match="after the answer"):
        CU48.contacts(bytes.fromhex(FIRST_SHUT + excess), 0)


@pytest.mark.parametrize("place", [16, 17])
def test_a_wrong_end_or_sum_spoils_an_answer(place: int) -> None:
    frame = bytearray.fromhex(FIRST_SHUT)
    frame[place] ^= 0x01
    with pytest.raises(BoardGarbled, match="wrong sum or end"):
        CU48.contacts(bytes(frame), 0)


@given(boards, boards, bits48)
def test_another_boards_answer_is_none(mine: int, other: int, shut: bytes) -> None:
    contacts = CU48.contacts(answer(other, shut), mine)
    assert (contacts is not None) is (mine == other)


@given(st.binary(max_size=80), boards)
@example(b"", 0)
@example(b"\x02\x00\x00\x75" * 10, 0)
def test_whatever_comes_is_an_answer_or_more_to_come_or_garbled(heard: bytes, board: int) -> None:
    try:
        contacts = CU48.contacts(heard, board)
    except BoardGarbled:
        return
    assert contacts is None or len(contacts) == 48


@given(boards, bits48, bits48, st.sets(st.integers(0, 143), min_size=1, max_size=3))
def test_flipped_bits_are_seen_unless_the_sum_collides(
    board: int, shut: bytes, occupied: bytes, flips: set[int]
) -> None:
    frame = _flipped(answer(board, shut, occupied), *flips)
    try:
        accepted = CU48.contacts(frame, board) is not None
    except BoardGarbled:
        accepted = False
    assert not accepted or (len(flips) > 1 and sum(frame[:17]) % 256 == frame[17])


def test_what_the_sum_cannot_see_is_two_bits_of_one_column_that_cancel_out() -> None:
    # One wrong bit is always seen; of all pairs of wrong bits one to four in a hundred are not.
    frame = answer(0, bytes.fromhex("010203040506"))
    singles = [n for n in range(144) if _accepted(_flipped(frame, n))]
    pairs = [pair for pair in combinations(range(144), 2) if _accepted(_flipped(frame, *pair))]
    assert singles == []
    assert all(first % 8 == second % 8 for first, second in pairs)
    assert len(pairs) == 204  # of 10,296


@pytest.mark.parametrize(
    ("frame", "twin"),
    [
        ("020035FFFF00000338", "020035FEFF01000338"),
        (
            "02000075 FFFF00000000 000000000000 03 78",
            "02000075 FEFF01000000 000000000000 03 78",
        ),
    ],
)
def test_twins_with_the_same_sum_cannot_be_told_apart_by_it(frame: str, twin: str) -> None:
    one, other = bytes.fromhex(frame), bytes.fromhex(twin)
    assert one != other
    assert checksum(one[:-1]) == checksum(other[:-1]) == one[-1] == other[-1]


def _flipped(frame: bytes, *bits: int) -> bytes:
    spoilt = bytearray(frame)
    for bit in bits:
        spoilt[bit // 8] ^= 1 << bit % 8
    return bytes(spoilt)


def _accepted(frame: bytes) -> bool:
    try:
        return CU48.contacts(frame, 0) is not None
    except BoardGarbled:
        return False
