"""A journal made without a kiosk, and what somebody may do to it."""

import hashlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import cache
from time import process_time
from typing import Any

from kiosk.domain import chain
from kiosk.domain.verifying import Verifier

SEED = hashlib.sha256(b"of these tests").digest()
PER_DAY = 400
Record = dict[str, Any]
Tampered = tuple[Sequence[Record], Record, int]
"""The records, the head, and the number of the first bad one."""


def journal(count: int) -> tuple[list[Record], Record]:
    """So many records over some days, and their head."""
    key, before, epoch, records = SEED, chain.GENESIS, 0, []
    for seq in range(1, count + 1):
        if seq % PER_DAY == 0:
            key, epoch = chain.next_day(key), epoch + 1
        record = _record(seq, epoch)
        seal(record, before, key)
        before = bytes.fromhex(record["hash"])
        records.append(record)
    mac = chain.head_mac(key, count, before).hex()
    head = {"seq": count, "hash": before.hex(), "chain": chain.name_of(SEED), "epoch": epoch}
    return records, {**head, "mac": mac}


def _record(seq: int, epoch: int) -> Record:
    return {
        "seq": seq,
        "at": f"2026-05-04T12:{seq // 60 % 60:02}:{seq % 60:02}+00:00",
        "clock": "trusted",
        "boot": "b",
        "elapsed_ms": seq,
        "actor": "consumer",
        "name": "door.opened",
        "state": None,
        "compartment": str(seq % 12),
        "contents": "parcel",
        "move_to": None,
        "chain": chain.name_of(SEED),
        "epoch": epoch,
        "salt": hashlib.sha256(bytes([seq % 251])).hexdigest()[:32],
        "private": {"reservation": f"r{seq % 40}", "facts.pulse": 1},
    }


def seal(record: Record, before: bytes, key: bytes) -> None:
    """Make commitment, hash and signature."""
    of = chain.leaves(bytes.fromhex(record["salt"]), record["private"])
    record["commitment"], record["prev"] = chain.commitment(of).hex(), before.hex()
    sum_ = chain.follow(before, chain.body(record))
    record["hash"], record["mac"] = sum_.hex(), chain.mac(key, sum_).hex()


def altered(records: list[Record], head: Record, at: int) -> Tampered:
    """Another door."""
    records[at - 1]["compartment"] = "99"
    return records, head, at


def altered_about(records: list[Record], head: Record, at: int) -> Tampered:
    """Somebody else's parcel."""
    records[at - 1]["private"]["reservation"] = "r99"
    return records, head, at


def forged(records: list[Record], head: Record, at: int) -> Tampered:
    """Another door, and all that can be made anew without a key."""
    records[at - 1]["name"] = "door.jammed"
    for number in range(at - 1, len(records)):
        before = bytes.fromhex(records[number - 1]["hash"]) if number else chain.GENESIS
        signature = records[number]["mac"]
        seal(records[number], before, b"a guess")
        records[number]["mac"] = signature
    return records, {**head, "hash": records[-1]["hash"]}, at


def deleted(records: list[Record], head: Record, at: int) -> Tampered:
    del records[at - 1]
    return records, head, at


def swapped(records: list[Record], head: Record, at: int) -> Tampered:
    """With the one after it, or before the last; each keeps its number."""
    first = min(at, len(records) - 1)
    records[first - 1], records[first] = records[first], records[first - 1]
    return records, head, first


def exchanged(records: list[Record], head: Record, at: int) -> Tampered:
    """The same, and each has the other's number."""
    records, head, first = swapped(records, head, at)
    records[first - 1]["seq"], records[first]["seq"] = first, first + 1
    return records, head, first


def inserted(records: list[Record], head: Record, at: int) -> Tampered:
    """A copy of one, after it."""
    records.insert(at, deepcopy(records[at - 1]))
    return records, head, at


def slipped_in(records: list[Record], head: Record, at: int) -> Tampered:
    """A new one after it, with hashes that fit and a signature that was seen elsewhere."""
    fresh = deepcopy(records[at - 1])
    signature, fresh["seq"] = fresh["mac"], at + 1
    seal(fresh, bytes.fromhex(records[at - 1]["hash"]), b"a guess")
    fresh["mac"] = signature
    records.insert(at, fresh)
    return records, head, at + 1


def truncated(records: list[Record], head: Record, at: int) -> Tampered:
    return records[: at - 1], head, at


def cut_off(records: list[Record], head: Record, at: int) -> Tampered:
    """The same, and the head says that this is where it ends."""
    kept = records[: at - 1]
    last = kept[-1] if kept else {"seq": 0, "hash": chain.GENESIS.hex(), "mac": "00" * 32}
    made_up = {"seq": last["seq"], "hash": last["hash"], "mac": last["mac"]}
    return kept, {**head, **made_up, "seq": last["seq"]}, at


NAIVE: tuple[Callable[[list[Record], Record, int], Tampered], ...] = (
    altered,
    altered_about,
    deleted,
    swapped,
    exchanged,
    inserted,
    truncated,
)
"""What the hashes alone show."""
WAYS = (*NAIVE, forged, slipped_in, cut_off)


def verified(records: Sequence[Record], head: Record | None, *, key: bool = True) -> Verifier:
    verifier = Verifier({chain.name_of(SEED): SEED} if key else {})
    verifier.take_all(records)
    verifier.end(head)
    return verifier


def named(at: int, count: int = 1000) -> None:
    """Whatever is done to this record, it is the first that is named."""
    records, head = _long(count)
    for way in WAYS:
        if way is cut_off and at == 1:
            continue  # an empty journal without a key is one that was just made
        copies = [dict(r, private=dict(r["private"])) for r in records]
        changed, end, expected = way(copies, dict(head), at)
        bad = verified(changed, end).bad
        assert bad, (way.__name__, at)
        assert bad.seq == expected, (way.__name__, at, bad)


@cache
def _long(count: int) -> tuple[list[Record], Record]:
    return journal(count)


def quickly(count: int, seconds: float) -> None:
    """So many are checked in so much time of a processor."""
    records, head = _long(count)
    began = process_time()
    found = verified(records, head)
    took = process_time() - began
    assert found.bad is None
    assert found.signed == count
    assert took <= seconds, f"{count} took {took:.2f} s"
