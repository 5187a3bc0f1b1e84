"""What the kiosk needs of its memory."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from kiosk.domain.layout import DoorId
from kiosk.domain.ledger import Ledger
from kiosk.domain.model import (
    Arrival,
    Change,
    Channel,
    Claim,
    CompartmentFlag,
    Event,
    Holding,
    Intent,
    IntentState,
    Purpose,
    Reservation,
    ReservationId,
    ReservationState,
    Way,
)
from kiosk.domain.particulars import Contact


class Store(Protocol):
    """Cache, outbox, intents, journal; each call commits before it returns. Raises StoreBroken."""

    # reservations and codes
    async def reservation(self, reservation: ReservationId) -> Reservation | None: ...
    async def live_reservations(self) -> tuple[Reservation, ...]:
        """All that are not finished or cancelled, oldest first."""

    async def typed_claims(self, code: str) -> tuple[Claim, ...]:
        """All live claims a typed code matches (already normalised)."""

    async def typed_claims_if(
        self, code: str, since: datetime, heard: Callable[[int], bool]
    ) -> tuple[int, tuple[Claim, ...]]:
        """The wrong typed tries since then, and, if so many are ``heard``, the code's claims."""

    async def qr_claims(
        self, reservation: ReservationId, purpose: Purpose, code: str
    ) -> tuple[Claim, ...]:
        """Claims of this very reservation that this code proves."""

    async def token_claims(self, token: str) -> tuple[Claim, ...]:
        """All live claims an opaque QR text matches."""

    async def datum_matches(self, reservation: ReservationId, datum: str) -> bool:
        """Whether the second datum is right (case and spaces do not matter)."""

    async def contact(self, reservation: ReservationId) -> Contact | None:
        """Whom to tell about it; None where nobody is known, or what rests here does not open."""

    async def letters_in_use(self) -> bool:
        """Whether any live typed code has letters."""

    async def has_codes(self, reservation: ReservationId) -> bool: ...
    async def lacking(
        self, partial: Collection[ReservationId]
    ) -> Mapping[ReservationId, ReservationState]:
        """The cloud's live ones that have no codes, and those of ``partial`` without a datum."""

    async def unheard_since(self, moment: datetime) -> Sequence[ReservationId]:
        """The cloud's live ones neither read nor moved since, and about which it is owed nothing.

        One whose parcel was refused stays as it is."""

    async def forget_used(self, before: datetime) -> None:
        """Delete codes, data and contacts of the reservations that had ended by then."""

    async def absorb(self, arrivals: Sequence[Arrival], *, complete: bool) -> None:
        """Take over what the cloud says. A state the kiosk moved itself later than the read, or
        with events still in the outbox, stays. With ``complete`` the cloud's reservations that are
        not in the list and owe nothing are finished."""

    async def mark_of(self, text: str) -> str:
        """The fingerprint of a number on a label, as in a reservation's marks."""

    async def name(self, reservation: ReservationId, text: str) -> None:
        """Its label says this, too."""

    async def stand_ins_since(self, moment: datetime) -> int:
        """Parcels taken in since then by codes nobody could look up; ended ones count, too."""

    async def add(self, arrivals: Sequence[Arrival], *changes: Change) -> None:
        """Add new local reservations with their codes, record the changes: all or none."""

    # tries at codes (rule 6): counted first, given back after
    async def count_try(
        self, at: datetime, way: Way, reservations: Collection[ReservationId] = ()
    ) -> int:
        """Commit one try, also on these reservations; answers its id."""

    async def give_back(self, try_id: int) -> None:
        """The try was right: for whatever is asked of the store from now on it no longer counts."""

    async def tries_since(self, at: datetime, way: Way) -> int: ...

    async def tries_on(self, reservation: ReservationId, way: Way) -> int:
        """The wrong tries counted on this reservation."""

    # doors
    async def intend(self, intent: Intent) -> None:
        """Commit the intent; no unlock byte may be sent before this returns."""

    async def settle_intent(
        self, intent: str, state: IntentState, change: Change | None = None
    ) -> None:
        """Record how an unlock went, with all it changes, in one transaction."""

    async def intents_of(self, authorisation: str) -> tuple[Intent, ...]: ...
    async def last_opening(self, door: DoorId) -> Intent | None:
        """The newest unlock of this door that opened it, or may have."""

    async def ledger(self, authorisation: str, doors: Collection[DoorId] = ()) -> Ledger:
        """All holdings, this right's intents, and the last openings of these doors."""

    async def unsettled_intents(self) -> tuple[Intent, ...]:
        """Intents whose door was never seen closed (or failed) afterwards."""

    # compartments
    async def holdings(self) -> Mapping[str, Holding]:
        """What is known of each compartment by label; one never touched is absent (and empty)."""

    async def lying(self) -> Mapping[str, Collection[ReservationId]]:
        """Whose parcels lie in each compartment, as far as known; of empty ones there is none."""

    async def ended_lying(self) -> tuple[Reservation, ...]:
        """The cancelled ones whose parcel still lies in its compartment, or may."""

    async def flag(
        self, label: str, flag: CompartmentFlag | None, reason: str, change: Change
    ) -> None: ...

    # facts, events, journal
    async def record(self, change: Change) -> None:
        """State, contents, events and journal line in one transaction."""

    async def next_event(self, now: datetime, channel: Channel = Channel.CLOUD) -> Event | None:
        """The oldest of this channel that is due; later ones of its reservation wait behind it."""

    async def begin_delivery(self, seq: int) -> None:
        """A call for this event starts now: until settled its effect is uncertain."""

    async def delivered(self, seq: int) -> None:
        """It was taken: gone, and with it what was sealed in it."""

    async def delivered_and_next(
        self, seq: int, now: datetime, channel: Channel = Channel.CLOUD
    ) -> Event | None:
        """The same, and the next event with one commit. Where it has never been told (it is not
        ``uncertain``) its delivery has begun."""

    async def postpone(self, seq: int, until: datetime, error: str, *, uncertain: bool) -> None: ...
    async def park(self, seq: int, error: str) -> None:
        """Set a poison event aside, visibly; the others go on."""

    async def outbox(self) -> Sequence[Mapping[str, object]]:
        """Every event that waits or is parked; never what is sealed in it."""

    async def journal(self, limit: int) -> Sequence[Mapping[str, object]]: ...

    async def aclose(self) -> None: ...
