"""Guessing does not pay: when a typed code is heard, what counts, and what it proves. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.access import needs_datum
from kiosk.domain.codes import TypedCode
from kiosk.domain.model import ReservationId
from kiosk.domain.policy import Policy


class Hearing(Enum):
    """What becomes of a typed code before anything is looked up."""

    ASK_DATUM = "ask_datum"
    """Known or not: it is judged together with its datum only."""
    SLIP = "slip"
    """Refused: a slip of the finger in a code made here. Nothing counts."""
    LISTEN = "listen"
    """Count it, then see what it proves."""


class Unproved(Enum):
    WRONG = "wrong"
    """It stays counted."""
    ASK_DATUM = "ask_datum"
    """Several share it: given back, and judged with its datum."""


@dataclass(frozen=True, slots=True)
class Match:
    """A live reservation one of whose codes is the one that was typed."""

    reservation: ReservationId
    tries: int
    """Wrong ones counted on it before this one."""
    datum_right: bool = False
    """Whether the datum given is its own."""


def hearing(
    code: TypedCode, wrong_today: int, policy: Policy, *, with_datum: bool, others: bool
) -> Hearing:
    """Decide; ``others`` is whether a code of nine digits may be one that was not made here."""
    if not with_datum and needs_datum(code, wrong_today, policy):
        return Hearing.ASK_DATUM
    if code.mistyped and not others:
        return Hearing.SLIP
    return Hearing.LISTEN


def counted_on(found: Collection[ReservationId], *, with_datum: bool) -> tuple[ReservationId, ...]:
    """The reservations on which a try counts, beside this kiosk: who guesses a datum, names one."""
    return tuple(dict.fromkeys(found)) if with_datum else ()


def proved(
    matches: Sequence[Match], policy: Policy, *, with_datum: bool
) -> ReservationId | Unproved:
    """The one reservation that code (and datum) prove; never the first of several."""
    found = {m.reservation: m for m in matches}
    if not with_datum and len(found) > 1:
        return Unproved.ASK_DATUM
    heard = [m for m in found.values() if m.tries < policy.wrong_per_reservation]
    right = [m.reservation for m in heard if m.datum_right or not with_datum]
    return right[0] if len(right) == 1 else Unproved.WRONG
