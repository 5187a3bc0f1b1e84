"""Every number an operator may change, with its default. Seconds unless the name says otherwise."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Policy:
    """The [policy] section of kiosk.toml."""

    # Doors.
    remind_shut: float = 20.0
    """The first "shut the door", after the opening."""
    remind_shut_louder: float = 40.0
    session_end_door_open: float = 120.0
    """Then the session ends, the warning goes out, and the next person may start."""
    door_opens_within: float = 3.0
    """After a pulse."""
    debounce_ms: int = 100
    front_reads_every: float = 1.0
    """In mode front, between two readings of the vendor's doors while one is in hand; ten times
    as long at rest. At most its default: what is shown for a moment only must be seen."""
    stagger_ms: int = 500
    """Least time between two pulses on one power supply."""
    access_stretch: float = 1.5
    """Reminders and the session's end wait this many times longer in access mode."""
    faulty_edges: int = 5
    """A contact that changes more often than this in 10 s is faulty."""
    openings_per_authorisation: int = 5
    alarm_unlocks_per_hour: int = 60

    # People.
    idle: float = 60.0
    idle_access: float = 180.0
    idle_warning: float = 20.0
    """Before the idle time ends."""
    done: float = 15.0
    """The done screen without a touch."""
    reopen_grace: float = 120.0
    """In which the same code opens again."""
    courier_idle: float = 120.0
    """A courier who touches nothing for so long is logged out."""
    courier_longest: float = 1800.0
    """However busy: then a courier logs in again."""

    # Codes.
    short_code_alone: bool = False
    """Whether a typed code under 6 characters opens by itself: the operator's own choice."""
    wrong_before_datum: int = 4
    """So many wrong typed codes in 24 h, the one at hand included, and each needs its datum."""
    wrong_before_datum_made_here: int = 100
    wrong_per_reservation: int = 10
    wrong_counts_hours: int = 24
    unknown_qr_in_10_min: int = 20
    unknown_qr_pause: float = 60.0
    """Unknown QR codes are ignored so long after too many; known ones still open."""
    unknown_qr_ask_again: float = 600.0
    """Least time between two questions to the cloud about the same unknown QR code."""
    pin_attempts_per_hour: int = 20
    """Single events about wrong codes; beyond them one summary."""
    refusal_after: float = 1.0
    """When the refusal shows after Enter, whatever was asked."""
    used_codes_kept_hours: int = 24
    """After which the codes of a finished or cancelled reservation are deleted."""
    journal_ids_kept_days: int = 90
    """After which no line of the journal says any more whom it was about."""

    # The cache.
    fresh: float = 15.0
    """A reservation read longer ago than this is read again before it opens."""
    cloud_waits: float = 0.8
    """How long a person waits for the cloud."""
    sync_on_unknown: float = 30.0
    """Least time between two syncs that an unknown typed code asks for."""
    stale_hours: int = 72
    """Not read for so long: only with the second datum."""
    offline_share_percent: int = 80
    """Of the compartments proven empty, for drop-offs while offline."""
    offline_unknown_dropoff: Literal["refuse", "accept"] = "refuse"
    """Whether a parcel is taken in by a code nobody can look up while the cloud is silent."""
    offline_unknown_per_day: int = 3
    """Parcels taken in so, at most."""
    sync_every: float = 30.0

    # Reservations made here.
    store_hours: int = 24
    """How long who stores something has the compartment."""
    send_hours: int = 72
    """How long the receiver of what is sent has time to come."""
    walkup_hold: float = 300.0
    """A walk-up whose door never opened is cancelled after so long."""
    walkup_per_session: int = 2
    """Compartments for one person who showed no code."""
    walkup_per_hour: int = 3
    """Begun without a code and left in doubt, by all together; 0: nobody begins anything here."""
    walkup_maybe_percent: int = 20
    """Of the bank, that nobody knows the contents of because of walk-ups."""
    cool_off: float = 0.0
    """Before a thermal compartment is given away again after a pick-up."""
