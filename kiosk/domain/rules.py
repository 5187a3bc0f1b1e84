"""What differs between clouds, as data."""

from dataclasses import dataclass

from kiosk.domain.model import Kind

GOES_ON = frozenset({Kind.RETURN, Kind.FIRST_MILE})
"""What a courier takes on from here; a send is picked up at this very locker."""


@dataclass(frozen=True, slots=True)
class CloudRules:
    """One cloud's rules as data."""

    name: str
    deposit_commits: str = "close"
    collection_commits: str = "close"
    """At which moment the cloud is told: "open" or "close"."""
    reopen_window: float = 120.0
    """Seconds in which the same code opens again after its visit."""
    hears_openings: bool = False
    """Whether it is told that a door was seen open, before what then counts."""
    front: bool = False
    """Whether the vendor's machine owns the locks: then asking it is the unlock, never offline."""
    moves_compartment: bool = False
    """Whether a reservation may change its compartment at the kiosk ("doesn't fit")."""
    device_reports: bool = False
    idempotency_key: bool = False
    extend_hours: int | None = None
    """By how much a holder may put off the end at the kiosk, at a time; None: not at all."""
    extend_expired: bool = False
    """Whether even when it has run out."""
    abandons: bool = False
    """Whether a recipient may refuse a parcel at the kiosk."""
    arrivals: bool = False
    """Whether it wants to hear that a person is here before the parcel is ready."""
    walk_ups: frozenset[Kind] = frozenset()
    """What may be begun here without a code: send, store, return."""
    chooses_compartment: bool = False
    """Whether the kiosk chooses a compartment for a reservation that has none."""
    labelled: frozenset[Kind] = GOES_ON
    """What a label is printed for when it is brought, where there is a printer."""
    marks: bool = False
    """Whether it wants to hear that a parcel to come is ready to be fetched, or on its way."""
    shares_compartment: bool = False
    """Whether a second parcel for the same person may go into a compartment that holds one."""
    notifies: bool = True
    """Whether it writes to the recipient by itself once a parcel lies there."""
    short_codes: bool = True
    offline_dropoff: bool = True
