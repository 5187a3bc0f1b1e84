"""PINs rest as Argon2id of at least the strength that is asked for."""

import time

import pytest

from kiosk.adapters.pins import ArgonPins

WEAK = {"memory": 64, "passes": 1, "lanes": 1}
PIN = "7391-4628"


async def test_a_pin_rests_as_argon2id_with_19_mib_two_passes_and_one_lane():
    assert (await ArgonPins().hashed(PIN)).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def test_the_same_pin_never_rests_alike_and_is_known_each_time():
    pins = ArgonPins(**WEAK)
    first, second = await pins.hashed(PIN), await pins.hashed(PIN)
    assert first != second
    assert await pins.matches(first, PIN)
    assert await pins.matches(second, PIN)
    assert not await pins.matches(first, f"{PIN} ")


async def test_with_nothing_known_no_pin_is_right_and_it_takes_as_long():
    pins = ArgonPins()
    known = await pins.hashed(PIN)

    async def least(of: str | None) -> float:
        took = []
        for _ in range(5):
            began = time.perf_counter()
            assert not await pins.matches(of, "wrong-pin-1")
            took.append(time.perf_counter() - began)
        return min(took)

    ratio = await least(None) / await least(known)
    assert 0.3 < ratio < 3, ratio


async def test_other_parameters_make_a_hash_stale_and_leave_it_good():
    old, new = ArgonPins(**WEAK), ArgonPins()
    known = await old.hashed(PIN)
    assert (old.is_stale(known), new.is_stale(known)) == (False, True)
    assert await new.matches(known, PIN)


@pytest.mark.parametrize("known", ["", "plain", "$argon2id$v=19$m=64,t=1,p=1$AAAA$", "\x00"])
async def test_what_is_no_hash_matches_nothing(known: str):
    assert not await ArgonPins(**WEAK).matches(known, known)


@pytest.mark.parametrize("pin", ["", "\ud800", "\x00", "x" * 100_000])
async def test_a_hostile_pin_is_only_wrong(pin: str):
    pins = ArgonPins(**WEAK)
    assert not await pins.matches(await pins.hashed(PIN), pin)
