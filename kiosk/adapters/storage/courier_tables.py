"""The tables of couriers: who is denied, what was called back, codes, PINs and badges."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base


class DeniedCourierRow(Base):
    """A courier who is not let in, whoever gave the id."""

    __tablename__ = "courier_denied"
    courier: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str]
    at: Mapped[datetime]


class CalledBackRow(Base):
    """The moment up to which all tokens were called back; one row."""

    __tablename__ = "courier_not_before"
    id: Mapped[int] = mapped_column(primary_key=True)
    until: Mapped[datetime]


class CourierCodeRow(Base):
    """A code that a courier was given, as HMAC of itself or of its hash."""

    __tablename__ = "courier_code"
    __table_args__ = (Index("ix_courier_code_mac", "mac"),)
    name: Mapped[str] = mapped_column(primary_key=True)
    pushed: Mapped[bool]
    issuer: Mapped[str]
    courier: Mapped[str]
    mac: Mapped[bytes]
    algorithm: Mapped[str]
    login: Mapped[bytes | None]
    carrier: Mapped[str | None]
    permissions: Mapped[list[str]]
    expires_at: Mapped[datetime | None]


class EnrolledCourierRow(Base):
    """What this kiosk itself knows of a courier: the hash of a PIN, the HMAC of a badge."""

    __tablename__ = "courier_enrolled"
    issuer: Mapped[str] = mapped_column(primary_key=True)
    courier: Mapped[str] = mapped_column(primary_key=True)
    pin: Mapped[str | None]
    badge: Mapped[bytes | None] = mapped_column(unique=True)
    wrong: Mapped[int]
    carrier: Mapped[str | None]
