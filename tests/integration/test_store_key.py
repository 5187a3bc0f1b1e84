"""The device key: made once, refused wherever others could read it."""

import os
from pathlib import Path

import pytest

from kiosk.adapters.storage.store import open_store
from kiosk.domain.errors import ConfigWrong
from tests.integration.store_bench import (
    FIRST,
    StandingClock,
    arrival,
    file_of,
    key_of,
    opened,
    typed,
)


async def test_the_key_is_made_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await store.absorb([arrival(FIRST, typed("123456"))], complete=True)
    key = key_of(tmp_path).read_bytes()
    assert len(key) == 32
    async with opened(tmp_path) as store:
        assert len(await store.typed_claims("123456")) == 1
    assert key_of(tmp_path).read_bytes() == key


async def refused(folder: Path, why: str, key: Path | None = None, locker: str = "L1") -> None:
    with pytest.raises(ConfigWrong, match=why):
        await open_store(file_of(folder), key or key_of(folder), locker, StandingClock())


async def test_a_key_beside_the_database_is_refused(tmp_path: Path) -> None:
    await refused(tmp_path, "folder of the database", file_of(tmp_path).with_name("device.key"))
    link = tmp_path / "link"
    link.symlink_to(file_of(tmp_path).parent)
    await refused(tmp_path, "folder of the database", link / "device.key")
    assert not list(file_of(tmp_path).parent.glob("device*"))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o700, 0o440])
async def test_a_key_others_may_read_is_refused(tmp_path: Path, mode: int) -> None:
    async with opened(tmp_path):
        pass
    key_of(tmp_path).chmod(mode)
    await refused(tmp_path, f"not {mode:04o}")


@pytest.mark.parametrize("length", [0, 31, 33])
async def test_a_key_of_another_length_is_refused(tmp_path: Path, length: int) -> None:
    key_of(tmp_path).parent.mkdir()
    key_of(tmp_path).write_bytes(bytes(length))
    key_of(tmp_path).chmod(0o600)
    await refused(tmp_path, "exactly 32 bytes")


@pytest.mark.parametrize("mode", [0o400, 0o440])
async def test_a_systemd_credential_is_taken_as_it_is(
    tmp_path: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    key_of(tmp_path).parent.mkdir()
    key_of(tmp_path).write_bytes(os.urandom(32))
    key_of(tmp_path).chmod(mode)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(key_of(tmp_path).parent))
    async with opened(tmp_path) as store:
        assert await store.outbox() == ()


async def test_a_database_does_not_get_a_second_key(tmp_path: Path) -> None:
    async with opened(tmp_path):
        pass
    await refused(tmp_path, "not the one", locker="L2")
    key = key_of(tmp_path).read_bytes()
    key_of(tmp_path).unlink()
    await refused(tmp_path, "is missing")
    assert not key_of(tmp_path).exists()
    key_of(tmp_path).write_bytes(key[::-1])
    key_of(tmp_path).chmod(0o600)
    await refused(tmp_path, "not the one")
