"""Checks a journal, or what was exported of it, and names the first record that is not right. Pure.

What is read may have been made by anybody: every shape is checked, nothing of it is believed.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain import chain
from kiosk.domain.chain import GENESIS, KEY, Record

MOST_DAYS = 100_000
"""No chain has more keys: a hostile file must not make us count for ever."""
HIGHEST = 1 << 53


@dataclass(frozen=True, slots=True)
class Head:
    """Where a journal ends, or ended when somebody was told."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Bad:
    """The first record that is not right."""

    seq: int
    why: str


class Wrong(Exception):
    """Something is not right with the record of this number."""

    def __init__(self, seq: int, why: str) -> None:
        super().__init__(why)
        self.bad = Bad(seq, why)


@dataclass(slots=True)
class Signed:
    """The keys of one chain, day by day."""

    key: bytes
    epoch: int = 0

    def at(self, epoch: int) -> bytes:
        """The key of this day; raises ValueError for one before the last asked for."""
        if not self.epoch <= epoch <= MOST_DAYS:
            raise ValueError("a day that is over")
        while self.epoch < epoch:
            self.key, self.epoch = chain.next_day(self.key), self.epoch + 1
        return self.key


@dataclass(slots=True)
class Verifier:
    """Takes the records in their order; ``bad`` is the first that is not right."""

    seeds: Mapping[str, bytes] = field(default_factory=dict)
    """Verification keys by the name of their chain; without one only hashes are checked."""
    told: Head | None = None
    """A head somebody was told: it must lie in what is checked."""
    records: int = 0
    signed: int = 0
    """Of so many records the signature was checked, too."""
    erased: int = 0
    """So many say no more whom they were about."""
    begins: int = 0
    """The first one there is."""
    last: int = 0
    bad: Bad | None = None
    _hash: bytes | None = GENESIS
    _keys: dict[str, Signed] = field(default_factory=dict)
    _met: bool = False
    _part: bool = False

    def __post_init__(self) -> None:
        self._keys = {name: Signed(seed) for name, seed in self.seeds.items()}

    def begin_anywhere(self) -> None:
        """It is a part: nothing is known of what came before."""
        self._hash = None
        self._part = True

    def take_all(self, items: Iterable[Any]) -> "Verifier":
        """Stops at the first that is not right."""
        for item in items:
            if not self.take(item):
                break
        return self

    def take(self, item: Any) -> bool:
        """One record, or the link that stands for one; whether all is well so far."""
        if self.bad is None:
            try:
                self._take(item)
            except Wrong as wrong:
                self.bad = wrong.bad
            except (KeyError, TypeError, ValueError, RecursionError):
                self.bad = Bad(self._named(item), "it is no record of a journal")
        return self.bad is None

    def end(self, head: Any) -> bool:
        """What was taken must end with this head; None: nobody says where it ends."""
        if self.bad is None:
            try:
                self._end(head)
            except Wrong as wrong:
                self.bad = wrong.bad
            except (KeyError, TypeError, ValueError):
                self.bad = Bad(self.last + 1, "its head is none")
        return self.bad is None

    def _take(self, item: Any) -> None:
        seq = _number(item["seq"])
        if seq <= self.last:
            raise Wrong(seq, "it stands out of its order")
        if "body" in item:
            if self._hash is None:
                raise Wrong(seq, "nothing is known of what comes before it")
            self._hash = chain.follow(self._hash, _bytes(item["body"]))
        else:
            self._hash = self._record(seq, item)
            self.records += 1
        self.begins, self.last = self.begins or seq, seq
        if self.told is not None and seq == self.told.seq:
            self._met = self._hash.hex() == self.told.hash
            if not self._met:
                raise Wrong(seq, "it is not the one whose hash was told")

    def _record(self, seq: int, record: Record) -> bytes:
        before = _bytes(record["prev"])
        if self._hash is not None and before != self._hash:
            missing = seq > self.last + 1
            why = "it is missing" if missing else "it does not follow the record before it"
            raise Wrong(self.last + 1 if missing else seq, why)
        if not _commits(record, seq):
            raise Wrong(seq, "what it says about whom was altered")
        found = chain.follow(before, chain.body(record))
        if found != _bytes(record["hash"]):
            raise Wrong(seq, "it was altered")
        self._signature(seq, record, found)
        self.erased += "salt" not in record and "shown" not in record
        return found

    def _signature(self, seq: int, record: Record, found: bytes) -> None:
        if not self._keys:
            return
        keys = self._keys.get(str(record["chain"]))
        if keys is None:
            raise Wrong(seq, "it is signed with another key than those given")
        try:
            key = keys.at(_number(record["epoch"]))
        except ValueError as error:
            raise Wrong(seq, "it is signed with the key of another day") from error
        if not hmac.compare_digest(chain.mac(key, found), _bytes(record["mac"])):
            raise Wrong(seq, "its signature is wrong")
        self.signed += 1

    def _end(self, head: Any) -> None:
        if head is None:
            raise Wrong(self.last + 1, "it is cut off: nothing says where it ends")
        seq, sum_ = _number(head["seq"]), _bytes(head["hash"])
        if self._hash is not None and seq < self.last:
            raise Wrong(seq + 1, "it comes after the end")
        if seq > self.last or sum_ != (self._hash or GENESIS):
            raise Wrong(self.last + 1, "it is missing, or its end was cut off")
        keys = self._keys.get(str(head["chain"]))
        if self._keys and seq:
            key = keys.at(_number(head["epoch"])) if keys else b""
            if not hmac.compare_digest(chain.head_mac(key, seq, sum_), _bytes(head["mac"])):
                raise Wrong(self.last + 1, "it is missing: the end is not signed")
        if self.told is not None and not self._met:
            raise Wrong(self.told.seq, "it is missing, and was told")
        if self.begins > 1 and not self._part:
            # Last, for whatever else is wrong weighs more: a salvage begins a new chain so.
            before = f"it is missing, with all before line {self.begins}"
            raise Wrong(1, f"{before}: from there on the journal holds")

    def _named(self, item: Any) -> int:
        try:
            return _number(item["seq"])
        except (KeyError, TypeError, ValueError):
            return self.last + 1


def _commits(record: Record, seq: int) -> bool:
    """Whether what it says of people is what it was made with; erased, it says nothing."""
    if "salt" in record:
        of = chain.leaves(_bytes(record["salt"], 16), dict(record["private"]))
    elif "shown" in record:
        of = {str(name): _bytes(hidden).hex() for name, hidden in record["hidden"].items()}
        for name, one in record["shown"].items():
            if name in of:
                raise Wrong(seq, "it says one thing twice")
            of[name] = chain.leaf(_bytes(one["salt"], 16), name, one["value"])
    else:
        return "private" not in record
    return chain.commitment(of) == _bytes(record["commitment"])


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= HIGHEST:
        raise ValueError("no number of a record")
    return value


def _bytes(value: object, length: int = KEY) -> bytes:
    if not isinstance(value, str):
        raise TypeError("no hexadecimal text")
    raw = bytes.fromhex(value)
    if len(raw) != length or raw.hex() != value:
        raise ValueError("not as long as it should be")
    return raw
