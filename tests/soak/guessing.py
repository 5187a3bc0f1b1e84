"""Attackers who type at random: how often a door opens to them, by the rules themselves.

Each session begins at a kiosk where nobody has typed anything wrong for a day, with 60 live codes
and data drawn anew. The attacker knows the form of the codes (check digit included) and types a
random one, and a random datum whenever one is asked for. Everything is drawn; played is only what
can matter: each session up to its last try at a live code, for a code that no reservation has
proves none.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from kiosk.domain import guessing
from kiosk.domain.codes import TypedCode, local_typed
from kiosk.domain.guessing import Hearing, Match, Unproved
from kiosk.domain.model import ReservationId
from kiosk.domain.policy import Policy

LIVE = 60
TRIES = 100
DATA = 10_000
AT_ONCE = 1000
PER = 10_000
"""Figures are told as hits in so many sessions."""


@dataclass(frozen=True)
class Attack:
    """One kind of live codes; ``most`` hits in 10,000 sessions, where there is a goal."""

    name: str
    codes: int
    write: Callable[[int], str]
    most: float | None = 3
    policy: Policy = field(default_factory=Policy)


ATTACKS = (
    Attack("9-digit codes made here", 10**8, local_typed),
    Attack("6-digit codes", 10**6, "{:06d}".format),
    Attack("4-digit codes with their datum", 10**4, "{:04d}".format),
    Attack(
        "4-digit codes alone (short_code_alone)",
        10**4,
        "{:04d}".format,
        most=None,
        policy=Policy(short_code_alone=True),
    ),
)

Live = Sequence[tuple[int, int]]
"""Code and datum of each live reservation."""


class Kiosk:
    """What the rules need to remember of one kiosk; they themselves stand in the product."""

    def __init__(self, live: Live, policy: Policy) -> None:
        self._live = live
        self._policy = policy
        self._wrong = 0
        self._wrong_on: Counter[ReservationId] = Counter()

    def opens(self, code: TypedCode, number: int, datum: int) -> bool:
        """Whether this try opens a door; the datum is given only when it is asked for."""
        answer = self._judge(code, number, None)
        if answer is Unproved.ASK_DATUM:
            answer = self._judge(code, number, datum)
        return not isinstance(answer, Unproved)

    def _judge(self, code: TypedCode, number: int, datum: int | None) -> ReservationId | Unproved:
        both = datum is not None
        match guessing.hearing(code, self._wrong, self._policy, with_datum=both, others=False):
            case Hearing.ASK_DATUM:
                return Unproved.ASK_DATUM
            case Hearing.SLIP:
                return Unproved.WRONG
            case Hearing.LISTEN:
                pass
        matches = [
            Match(name := ReservationId(str(place)), self._wrong_on[name], its_datum == datum)
            for place, (its_code, its_datum) in enumerate(self._live)
            if its_code == number
        ]
        counted = guessing.counted_on([m.reservation for m in matches], with_datum=both)
        self._wrong += 1
        self._wrong_on.update(counted)
        answer = guessing.proved(matches, self._policy, with_datum=both)
        if answer is not Unproved.WRONG:
            self._wrong -= 1
            self._wrong_on.subtract(counted)
        return answer


def hits(attack: Attack, sessions: int, seed: int, kiosk: type[Kiosk] = Kiosk) -> int:
    """In how many sessions at least one door of such a kiosk opened."""
    chance = np.random.default_rng([seed, attack.codes])
    played = _worth_playing(attack.codes, sessions, chance)
    return sum(_session(attack, kiosk(drawn[0], attack.policy), *drawn) for drawn in played)


Drawn = tuple[Live, Sequence[int], Sequence[int]]


def _worth_playing(codes: int, sessions: int, chance: np.random.Generator) -> Iterator[Drawn]:
    """Live codes and data, codes and data typed: of the sessions in which a live code is typed."""
    for start in range(0, sessions, AT_ONCE):
        many = min(AT_ONCE, sessions - start)
        live = chance.integers(codes, size=(many, LIVE))
        typed = chance.integers(codes, size=(many, TRIES))
        data = chance.integers(DATA, size=(many, LIVE + TRIES))
        known = (typed[:, :, None] == live[:, None, :]).any(axis=(1, 2))
        for one in np.flatnonzero(known):
            own, given = data[one, :LIVE].tolist(), data[one, LIVE:].tolist()
            yield tuple(zip(live[one].tolist(), own, strict=True)), typed[one].tolist(), given


def _session(
    attack: Attack, kiosk: Kiosk, live: Live, typed: Sequence[int], data: Sequence[int]
) -> bool:
    known = {code for code, _ in live}
    last = max(place for place, number in enumerate(typed) if number in known)
    return any(
        kiosk.opens(TypedCode(attack.write(number)), number, datum)
        for number, datum in zip(typed[: last + 1], data, strict=False)
    )


def does_not_pay(seed: int, sessions: int = 100_000) -> None:
    """One kind of codes holds against so many attackers, or has no goal and is told."""
    attack = ATTACKS[seed % len(ATTACKS)]
    found = hits(attack, sessions, seed)
    print(f"guessing: {attack.name}: {found} hits in {sessions:,} sessions of {TRIES} tries")
    assert attack.most is None or found * PER <= attack.most * sessions
