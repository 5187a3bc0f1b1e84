"""The laboratory itself: it must find the losses of a database that flushes too little."""

import random
from pathlib import Path

import pytest

from tests.powercut.disk import Cut, Disk, Op
from tests.powercut.lab import cut_everywhere, record

ANY = random.Random(1)


def after(cut: Cut, *ops: Op) -> dict[str, bytes]:
    disk = Disk()
    for op in (Op("O", "f", 0, b""), *ops):
        disk.take(op)
    return disk.after(cut, ANY)


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_a_database_that_does_not_flush_every_commit_is_found_out(tmp_path: Path, synchronous: str):
    trace = record(tmp_path, 1, synchronous=synchronous)
    found = cut_everywhere(trace, tmp_path / "life", seed=0)
    assert found.losses["an unlock without its intent"] > 0
    assert found.losses["a door shown open and not recorded"] > 0
    assert found.losses["an end that was shown and not recorded"] > 0
    assert found.losses["a call to the cloud that is not known of"] > 0


def test_what_was_flushed_outlasts_every_cut():
    ops = (Op("W", "f", 0, b"kept"), Op("S", "f", 0, b""), Op("W", "f", 4, b" lost"))
    assert after(Cut.NONE, *ops) == {"f": b"kept"}
    assert after(Cut.ALL, *ops) == {"f": b"kept lost"}
    assert after(Cut.TORN, *ops)["f"].startswith(b"kept")


def test_a_torn_write_arrives_in_whole_sectors_some_of_them_as_rubbish():
    new, old = b"n" * 512, b"o" * 512
    ops = (Op("W", "f", 0, old * 400), Op("S", "f", 0, b""), Op("W", "f", 0, new * 400))
    left = after(Cut.TORN, *ops)["f"]
    sectors = [left[at : at + 512] for at in range(0, len(left), 512)]
    counts = (sectors.count(new), sectors.count(old), len(set(sectors) - {new, old}))
    assert [round(count / 50) for count in counts] == [4, 3, 1]


def test_a_file_renamed_or_removed_stays_so():
    ops = (Op("W", "f", 0, b"key"), Op("S", "f", 0, b""), Op("R", "f", 0, b"g"))
    assert after(Cut.NONE, *ops) == {"g": b"key"}
    assert after(Cut.NONE, *ops, Op("U", "g", 0, b"")) == {}
