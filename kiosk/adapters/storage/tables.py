"""The tables of the one database file."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base as Base
from kiosk.adapters.storage.columns import Facts
from kiosk.domain.layout import Owner
from kiosk.domain.model import (
    Channel,
    CompartmentFlag,
    Contents,
    IntentState,
    Kind,
    Purpose,
    ReservationState,
    Way,
)


class KeyMark(Base):
    """Proves that the device key and the locker id are those the codes were kept with."""

    __tablename__ = "key_mark"
    id: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[bytes]
    good_at: Mapped[datetime | None]
    """The last moment there was reason to believe; the journal may know a later one."""
    boot: Mapped[str | None]
    elapsed_ms: Mapped[int | None]
    """What the clock that counts from this boot said at that moment."""


class ReservationRow(Base):
    """A reservation as the cloud last told it and the kiosk last moved it."""

    __tablename__ = "reservation"
    id: Mapped[str] = mapped_column(primary_key=True)
    ref: Mapped[str]
    owner: Mapped[Owner]
    kind: Mapped[Kind]
    state: Mapped[ReservationState] = mapped_column(index=True)
    compartment: Mapped[str | None]
    size: Mapped[str | None]
    made_at: Mapped[datetime]
    read_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    moved_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    """When the cloud last took a fact about it: what was read before that is stale."""
    ended_at: Mapped[datetime | None]
    blocked: Mapped[bool]
    language: Mapped[str | None]
    datum: Mapped[bytes | None]
    particulars: Mapped[dict[str, Any] | None]
    contact: Mapped[bytes | None]
    """Sealed."""


class CodeRow(Base):
    """The fingerprint of one code; ``alphabet`` and ``length`` tell the keypad what to offer."""

    __tablename__ = "code"
    __table_args__ = (UniqueConstraint("reservation", "way", "purpose", "fingerprint"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    reservation: Mapped[str] = mapped_column(ForeignKey("reservation.id"))
    purpose: Mapped[Purpose]
    way: Mapped[Way]
    name: Mapped[str]
    fingerprint: Mapped[bytes] = mapped_column(index=True)
    alphabet: Mapped[str]
    length: Mapped[int]


class TryRow(Base):
    """One try at a code at this kiosk; a right one is given back."""

    __tablename__ = "code_try"
    __table_args__ = (
        Index("ix_code_try_boot_elapsed_ms", "boot", "elapsed_ms"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    """For people to read: what counts is the clock that counts from boot."""
    way: Mapped[Way]
    given_back: Mapped[bool] = mapped_column(default=False)
    boot: Mapped[str | None]
    elapsed_ms: Mapped[int | None]


class ReservationTryRow(Base):
    """A try as it counts on one reservation, which may be unknown here: counting never fails."""

    __tablename__ = "reservation_try"
    __table_args__ = (Index("ix_reservation_try_reservation_way", "reservation", "way"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    code_try: Mapped[int] = mapped_column(index=True)
    reservation: Mapped[str]
    way: Mapped[Way]
    at: Mapped[datetime]
    given_back: Mapped[bool] = mapped_column(default=False)


class IntentRow(Base):
    """An unlock that was decided, and how far it got."""

    __tablename__ = "intent"
    __table_args__ = (
        Index("ix_intent_door_state", "door", "state"),
        Index("ix_intent_actor_at", "actor", "at"),
        {"sqlite_autoincrement": True},
    )
    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    door: Mapped[str]
    authorisation: Mapped[str] = mapped_column(index=True)
    reservation: Mapped[str | None]
    purpose: Mapped[Purpose | None]
    actor: Mapped[str]
    before: Mapped[str]
    pulse: Mapped[int]
    at: Mapped[datetime]
    state: Mapped[IntentState] = mapped_column(index=True)


class HoldingRow(Base):
    """What lies in a compartment by the kiosk's own knowledge."""

    __tablename__ = "holding"
    label: Mapped[str] = mapped_column(primary_key=True)
    contents: Mapped[Contents]
    flag: Mapped[CompartmentFlag | None]
    reason: Mapped[str]


class EventRow(Base):
    """A fact that who is to be told has not yet acknowledged; gone once they have."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_reservation_channel_seq", "reservation", "channel", "seq"),
        Index("ix_outbox_waiting", "channel", "seq", sqlite_where=text("parked_at IS NULL")),
        {"sqlite_autoincrement": True},
    )
    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    reservation: Mapped[str | None]
    owner: Mapped[Owner]
    at: Mapped[datetime]
    data: Mapped[Facts]
    tries: Mapped[int] = mapped_column(default=0)
    uncertain: Mapped[bool] = mapped_column(default=False)
    postponed_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    error: Mapped[str | None]
    parked_at: Mapped[datetime | None]
    channel: Mapped[Channel] = mapped_column(server_default=Channel.CLOUD.value)
    sealed: Mapped[bytes | None]


class SkippedRow(Base):
    """How many events found the outbox full since it was last told."""

    __tablename__ = "skipped_event"
    owner: Mapped[Owner] = mapped_column(primary_key=True)
    count: Mapped[int]


class JournalRow(Base):
    """One happening; triggers let nothing be changed or deleted but whom it was about."""

    __tablename__ = "journal"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    name: Mapped[str]
    reservation: Mapped[str | None]
    state: Mapped[ReservationState | None]
    compartment: Mapped[str | None]
    contents: Mapped[Contents | None]
    move_to: Mapped[str | None]
    facts: Mapped[Facts]
    events: Mapped[list[str]]
    clock: Mapped[str | None]
    boot: Mapped[str | None]
    elapsed_ms: Mapped[int | None]
    """What the clock that counts from this boot said."""
    actor: Mapped[str | None]
    salt: Mapped[bytes | None]
    """Without it the commitment says nothing about reservation, facts and events."""
    commitment: Mapped[bytes | None]
    chain: Mapped[str | None]
    epoch: Mapped[int | None]
    prev: Mapped[bytes | None]
    hash: Mapped[bytes | None]
    mac: Mapped[bytes | None]
