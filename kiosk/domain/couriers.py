"""Who a courier is, what a token is worth, and what a session may do. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum

from kiosk.domain.errors import KioskError
from kiosk.domain.trust import ClockState

LEEWAY = timedelta(seconds=120)
"""How far the clocks of who issues tokens and of this kiosk may differ."""
SEEN_AGAIN = 300.0
"""Seconds after a logout in which the same token once more is told."""
LONGEST_ID = 128
LONGEST_PIN = 16
"""Signs of a courier's PIN."""


class LoginWay(Enum):
    """How a courier says who it is."""

    TOKEN = "token"
    CREDENTIALS = "credentials"
    CODE = "code"
    BADGE = "badge"


class LogOut(Enum):
    """Why a session ends."""

    ASKED = "asked"
    LEFT = "left"
    """Home was reached in another way."""
    IDLE = "idle"
    TOO_LONG = "too_long"
    DENIED = "denied"


class Permission(Enum):
    """What a courier may do with parcels."""

    PUT_IN = "put_in"
    TAKE_OUT = "take_out"


class Refusal(Enum):
    """Why a courier is not logged in; the screen says one sentence for most of them."""

    NOT_OFFERED = "not_offered"
    """This kiosk has no such way to log in."""
    MALFORMED = "malformed"
    WRONG_ALGORITHM = "wrong_algorithm"
    UNKNOWN_KEY = "unknown_key"
    BAD_SIGNATURE = "bad_signature"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    """Issued in the future, or not valid before then."""
    LIVES_TOO_LONG = "lives_too_long"
    OTHER_LOCKER = "other_locker"
    NO_LOCKER = "no_locker"
    """It names no lockers, and the operator wants them named."""
    DENIED = "denied"
    ISSUED_TOO_EARLY = "issued_too_early"
    """Before the moment up to which all tokens were called back."""
    WRONG = "wrong"
    """Code, login, secret, badge or PIN: nobody says which."""
    LOGIN_NEEDED = "login_needed"
    """The code is judged together with its login only."""
    LOCKED = "locked"
    """Too many wrong tries."""
    UNREACHABLE = "unreachable"
    """Who would know did not answer."""
    BUSY = "busy"
    """Somebody is logged in."""


class Refused(KioskError):
    """A courier is not logged in; the text is the reason's one word and nothing of what came."""

    def __init__(self, why: Refusal, seconds: float = 0.0) -> None:
        super().__init__(why.value)
        self.why = why
        self.seconds = seconds
        """Of a lock-out, where it is known; infinite: until there is a new PIN."""


@dataclass(frozen=True, slots=True)
class Courier:
    """One person: an id counts only together with who gave it."""

    issuer: str
    id: str


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """What a token says whose signature is right."""

    courier: Courier
    issued_at: datetime
    expires_at: datetime
    not_before: datetime | None = None
    lockers: tuple[frozenset[str], ...] = ()
    """Each list of lockers in it; this one must stand in every one."""
    carrier: str | None = None
    """Of the session: the claim's, else the one configured for its issuer."""
    metadata: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the issuer passed along: vehicle, depot and the like."""
    mark: str = field(default="", repr=False)
    """Tells one token from another: a digest of what is signed, for a signature can be rewritten
    without a key."""


@dataclass(frozen=True, slots=True)
class TokenRules:
    """What tokens must keep to here."""

    locker: str
    longest: timedelta = timedelta(days=7)
    anywhere: bool = True
    """Whether one that names no lockers counts: the vendor means the whole network by it."""


@dataclass(frozen=True, slots=True)
class Denials:
    """What was called back: couriers by id, and all tokens issued up to a moment."""

    couriers: Collection[str] = frozenset()
    not_before: datetime | None = None


def judged(
    token: TokenFacts, rules: TokenRules, denials: Denials, now: datetime, clock: ClockState
) -> Refusal | None:
    """Why this token is not taken; None where it is.

    While the clock is untrusted ``now`` is no later than the truth: it then says what has surely
    run out, and nothing of what would lie in the future.
    """
    if token.courier.id in denials.couriers:
        return Refusal.DENIED
    if denials.not_before is not None and token.issued_at <= denials.not_before:
        return Refusal.ISSUED_TOO_EARLY
    if token.expires_at - token.issued_at > rules.longest or token.expires_at <= token.issued_at:
        return Refusal.LIVES_TOO_LONG
    if why := _untimely(token, now, clock):
        return why
    if any(rules.locker not in named for named in token.lockers):
        return Refusal.OTHER_LOCKER
    return None if token.lockers or rules.anywhere else Refusal.NO_LOCKER


def _untimely(token: TokenFacts, now: datetime, clock: ClockState) -> Refusal | None:
    untrusted = clock is ClockState.UNTRUSTED
    if token.expires_at <= (now if untrusted else now - LEEWAY):
        return Refusal.EXPIRED
    begins = max(token.issued_at, token.not_before or token.issued_at)
    return Refusal.NOT_YET if not untrusted and begins > now + LEEWAY else None


@dataclass(frozen=True, slots=True)
class CourierSession:
    """Somebody is logged in; times by the clock that only goes on, in seconds."""

    id: str
    courier: Courier
    way: LoginWay
    permissions: frozenset[Permission]
    began: float
    touched: float
    carrier: str | None = None
    metadata: Mapping[str, str] = field(default_factory=dict, repr=False)
    mark: str = field(default="", repr=False)
    """Of the token it began with."""
    limits: frozenset[Permission] = frozenset(Permission)
    """What even a PIN does not go beyond."""

    def touch(self, now: float) -> "CourierSession":
        return replace(self, touched=max(now, self.touched))

    def with_pin(self) -> "CourierSession":
        """The PIN was right: what lies here may be taken out, too."""
        more = self.limits & {Permission.TAKE_OUT}
        return replace(self, permissions=self.permissions | more)

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions

    def handles(self, carrier: str | None) -> bool:
        """Whether parcels of this carrier are its own; without one only those that have none."""
        return _folded(carrier) == _folded(self.carrier)

    def ends(self, idle: float, longest: float) -> float:
        """When it ends if nothing is touched any more."""
        return min(self.touched + idle, self.began + longest)


def _folded(carrier: str | None) -> str | None:
    return carrier.strip().casefold() or None if carrier else None


@dataclass(frozen=True, slots=True)
class LoggedOut:
    """How a session ended, and how many seconds it lasted."""

    why: LogOut
    seconds: int


@dataclass(frozen=True, slots=True)
class PushedCode:
    """A code a cloud or the operator gave a courier; good without any network until it ends.

    ``text`` is the code itself where ``algorithm`` is "plain", else its hash in hexadecimal.
    """

    name: str
    """Its id, for the journal and to take it back."""
    courier: Courier
    text: str = field(repr=False)
    algorithm: str = "plain"
    login: str = field(default="", repr=False)
    """Typed with it once many codes were wrong here; "" for none."""
    carrier: str | None = None
    permissions: frozenset[Permission] = frozenset({Permission.PUT_IN})
    expires_at: datetime | None = None


ALGORITHMS = ("plain", "sha256", "sha512")
"""Hashes of a code that can be looked up: unsalted, hexadecimal."""


@dataclass(frozen=True, slots=True)
class CodeRight:
    """What a pushed code that was shown is good for."""

    name: str
    courier: Courier
    carrier: str | None
    permissions: frozenset[Permission]
