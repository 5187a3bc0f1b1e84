"""What a reservation asks for beyond the ordinary: needs, demands, a fee, companions."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from kiosk.domain.layout import Millimetres


class Demand(Enum):
    """What must be passed before a door opens, in the order of asking."""

    TERMS = "terms"
    STEP_UP = "step_up"
    """Proof of who one is, or how old."""
    PAYMENT = "payment"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a compartment must offer this parcel or this person."""

    inside: Millimetres | None = None
    """The parcel's own measures; it may be turned about its upright axis, not laid down."""
    weight_g: int | None = None
    thermal: str = "ambient"
    """As in the layout: ambient, heat, chill or freeze."""
    rear: bool = False
    """Staff must reach it from behind."""
    carrier: str | None = None
    low: bool = False
    """Within reach from a wheelchair."""
    charging: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to tell, and where; rests encrypted, bound to its reservation."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Due:
    """Money owed: in the smallest unit of the currency (cents), ISO 4217."""

    amount: int
    currency: str


NO_NEEDS = Needs()


@dataclass(frozen=True, slots=True)
class Particulars:
    """All that most reservations do not have."""

    needs: Needs = NO_NEEDS
    demands: frozenset[Demand] = frozenset()
    due: Due | None = None
    bundle: str | None = None
    """Reservations of one bundle are picked up in one visit, with the code of any of them."""
    partner: str | None = None
    """Exchange: the id of the reservation whose parcel is taken once this one has been put in."""
    earlier: str | None = None
    """Return: the id of the delivery that comes back."""
    confirmed: bool = True
    """Whether the cloud says that this locker has agreed to it (rule 10)."""
    fair_until: datetime | None = None
    """The cloud's expiry put off by an outage (once, at most 72 h)."""
    elsewhere: str | None = None
    """The compartment the cloud has it in while it lies in another: whoever must know was told."""
    marks: tuple[str, ...] = ()
    """Fingerprints of what else its label may say: its owner's order number, its carrier's."""
    missing: bool = False
    """Somebody looked, and it does not lie there, though its state says so."""
    paid: Due | None = None
    """What was paid here already: as long as no more is due, nobody pays twice."""

    @property
    def gates(self) -> tuple[Demand, ...]:
        """What is still to be passed, in order."""
        paid, due = self.paid, self.due
        settled = (
            paid is not None
            and due is not None
            and paid.currency == due.currency
            and paid.amount >= due.amount
        )
        return tuple(
            d for d in Demand if d in self.demands and not (settled and d is Demand.PAYMENT)
        )


PLAIN = Particulars()
