"""What is asked of reservations made here, what comes of it, and why something does not."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.domain.errors import KioskError
from kiosk.domain.model import Kind, NewCode, Reservation
from kiosk.domain.particulars import PLAIN, Contact, Particulars


class NotPossible(KioskError):
    """A local reservation cannot be made or changed; the text says why, ``word`` for a screen."""

    def __init__(self, text: str, word: str = "") -> None:
        super().__init__(text)
        self.word = word


@dataclass(frozen=True, slots=True)
class Wish:
    """What an operator asks for, or who stands at the kiosk."""

    ref: str
    kind: Kind = Kind.DELIVERY
    size: str | None = None
    compartment: str | None = None
    name: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    expires_at: datetime | None = None
    language: str | None = None
    particulars: Particulars = PLAIN

    @property
    def waits(self) -> bool:
        """Whether its compartment is chosen when somebody stands there: a return, as a rule."""
        return self.kind is Kind.RETURN and self.compartment is None

    @property
    def contact(self) -> Contact | None:
        """Whom to tell; None for nobody."""
        told = Contact(self.name or "", self.phone or "", self.email or "")
        return None if told == Contact() else told


@dataclass(frozen=True, slots=True)
class Made:
    """A new reservation with its codes, shown once."""

    reservation: Reservation
    codes: tuple[NewCode, ...]
    told: bool = False
    """Whether its holder is told the codes that are not among these."""
