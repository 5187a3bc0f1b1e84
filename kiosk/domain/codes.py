"""Text from the camera or the keypad -> a typed code, or nothing we know.

Everything from outside is hostile: length and alphabet are bounded here, once.
"""

import base64
import json
import re
import unicodedata
from dataclasses import dataclass, field

from kiosk.domain.model import Purpose, ReservationId

LONGEST = 1024
LONGEST_TOKEN = 2048
"""Signs of a courier's token: several lockers and metadata in it make it the longest code."""
LONGEST_TYPED = 16
"""Signs of a typed code; a longer text held up (a parcel number, say) is no guess at one."""
LONGEST_PLAIN = 256
"""Signs of a plain text that is held up."""
SHORT = 6
"""A typed code shorter than this opens nothing alone."""
MADE_HERE = 9
"""Length of the codes this kiosk makes: 8 random digits and a check digit."""
DATUM = 4
LONGEST_DATUM = 15
"""A whole telephone or order number may be typed: its last four are judged."""

_KIOSKFORCE = re.compile(r"DLV-(DROP|PICK)-([A-Za-z0-9_.~-]{1,128})-([A-Za-z0-9]{1,32})")
_LOCAL = re.compile(r"PLK1-([0-9A-HJKMNP-TV-Z]{13})([0-9])")
_JWT = re.compile(r"(eyJ[A-Za-z0-9_-]+)\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{20,}")
_SYNQ = re.compile(r"[A-Za-z0-9+/]{48}")
_UUID = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LINK = re.compile(r"https://(?:[a-z0-9-]{1,63}\.){0,3}([a-z0-9-]{1,63}\.[a-z]{2,8})(?:[/?#].*)?")
LINKS = {"harborlockers.com": "Harbor", "clicknbox.com": "Lok", "chazki.com": "Lok"}
"""Networks whose codes have no form of their own, by where their links lead."""
_TYPED = re.compile(rf"[^\W_]{{1,{LONGEST_TYPED}}}")

_NO_SIGNS = dict.fromkeys([*range(0x20), *map(ord, " -"), 0x7F])
"""What nobody types of plain ASCII: controls, the space, the dash."""

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""The alphabet of the QR codes made here: no I, L, O, U."""


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A code as a person types it (or a plain QR of the same text)."""

    text: str = field(repr=False)

    @property
    def short(self) -> bool:
        return len(self.text) < SHORT

    @property
    def made_here(self) -> bool:
        """Whether it has the form of a code this kiosk makes, check digit included."""
        return looks_local(self.text) and check_digit(self.text[:-1]) == self.text[-1]

    @property
    def mistyped(self) -> bool:
        """Nine digits whose check digit is wrong: a slip of the finger, no guess."""
        return looks_local(self.text) and not self.made_here


@dataclass(frozen=True, slots=True)
class DeliveryQr:
    """DLV-PICK-<reservation>-<code>: the id only finds, the code part proves."""

    purpose: Purpose
    reservation: ReservationId
    text: str = field(repr=False)
    network: str = "kioskforce"


@dataclass(frozen=True, slots=True)
class LocalQr:
    """A 64-bit token made by this kind of kiosk, with its check digit."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CourierToken:
    """A signed token, as couriers show one."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing that opens a door here, whatever it is."""

    network: str | None = None
    """The other locker network it seems to belong to, when its form says so."""
    text: str = field(default="", repr=False, compare=False)
    """What was held up, where a cloud could have made a code of it that nobody can type."""


Code = TypedCode | DeliveryQr | LocalQr | CourierToken | Unknown


def normalise(text: str) -> str:
    """NFKC, without spaces, dashes and invisible marks; case is kept."""
    if text.isascii():
        return text.translate(_NO_SIGNS)
    folded = unicodedata.normalize("NFKC", text)
    kept = (c for c in folded if unicodedata.category(c) not in {"Zs", "Pd", "Cf", "Cc"})
    # Once more, for what now stands side by side may fold: twice must be the same as once.
    return unicodedata.normalize("NFKC", "".join(kept))


def normalise_datum(text: str) -> str:
    """The second datum without regard to case, spaces and dashes."""
    return normalise(text).casefold()


def last_four(text: str) -> str | None:
    """The last 4 digits of a text; with fewer than 4 digits its last 4 letters or digits.

    None when even those are fewer than 4.
    """
    plain = normalise(text)
    digits = [c for c in plain if c in "0123456789"]
    signs = digits if len(digits) >= DATUM else [c for c in plain if c.isalnum()]
    return "".join(signs[-DATUM:]) if len(signs) >= DATUM else None


def parse_scanned(text: str) -> Code:
    """Decide by its form what a scanned text is; the first form that fits decides."""
    if len(text) > LONGEST:
        return _token(text) or Unknown()
    if len(text) <= LONGEST_TYPED and text.isascii() and text.isalnum():
        # A bank tells thousands of these, and every other form is longer or has a mark in it.
        return TypedCode(text)
    if found := _KIOSKFORCE.fullmatch(text):
        purpose = Purpose.DROPOFF if found[1] == "DROP" else Purpose.PICKUP
        return DeliveryQr(purpose, ReservationId(found[2]), found[3])
    if found := _LOCAL.fullmatch(text):
        right = check_digit(_as_digits(found[1])) == found[2]
        return LocalQr(text) if right else Unknown()
    if token := _token(text):
        return token
    if _SYNQ.fullmatch(text) and _UUID.fullmatch(base64.b64decode(text)):
        return Unknown("SYNQ")
    if found := _LINK.fullmatch(text):
        return Unknown(LINKS.get(found[1]))
    plain = parse_typed(text)
    if isinstance(plain, Unknown) and len(text) <= LONGEST_PLAIN and text.isprintable():
        return Unknown(text=text)
    return plain


def is_courier_token(text: str) -> bool:
    """Whether a courier's token was held up, and nobody's code."""
    return isinstance(parse_scanned(text), CourierToken)


def _token(text: str) -> CourierToken | None:
    if len(text) > LONGEST_TOKEN or not (found := _JWT.fullmatch(text)):
        return None
    return CourierToken(text) if _is_jose(found[1]) else None


def _is_jose(head: str) -> bool:
    """Whether this is the head of a signed token: a JSON object that names its algorithm."""
    try:
        read = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4)))
    except (ValueError, RecursionError):
        return False
    return isinstance(read, dict) and isinstance(read.get("alg"), str)


def parse_typed(text: str) -> Code:
    """A typed text is a code when it is short and of letters and digits."""
    if len(text) > LONGEST:
        return Unknown()
    plain = normalise(text)
    return TypedCode(plain) if _TYPED.fullmatch(plain) else Unknown()


def self_checking(text: str) -> bool:
    """Whether the text carries a checksum of its own, so one reading is enough."""
    match parse_scanned(text):
        case LocalQr():
            return True
        case TypedCode() as code:
            return code.made_here
        case _:
            return False


def looks_local(text: str) -> bool:
    return len(text) == MADE_HERE and text.isascii() and text.isdigit()


def check_digit(digits: str) -> str:
    """ISO/IEC 7064 MOD 11,10: finds every single slip and nearly every swap of neighbours."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)


def local_typed(random_number: int) -> str:
    """Make a typed code from a random number below 10**8."""
    digits = f"{random_number:08d}"
    return digits + check_digit(digits)


def local_qr(random_number: int) -> str:
    """Make a QR text from a random number of 64 bits."""
    signs = "".join(CROCKFORD[random_number >> shift & 31] for shift in range(60, -5, -5))
    return f"PLK1-{signs}{check_digit(_as_digits(signs))}"


def _as_digits(signs: str) -> str:
    return "".join(f"{CROCKFORD.index(sign):02d}" for sign in signs)
