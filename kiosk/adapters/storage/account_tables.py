"""The tables of who may enter service mode, and of who tried to."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base, Word
from kiosk.domain.accounts import Role


class TechnicianRow(Base):
    """One account; its wrong PINs are counted in its own row, so neither is saved alone."""

    __tablename__ = "technician"
    id: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[Role] = mapped_column(Word(Role))
    sealed: Mapped[bytes]
    """Name and hash of the PIN."""
    badge: Mapped[bytes | None] = mapped_column(unique=True)
    """Its fingerprint."""
    alone: Mapped[bool]
    enrolled_at: Mapped[datetime]
    last_login: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    wrong: Mapped[int]
    boot: Mapped[str | None]
    elapsed_ms: Mapped[int | None]
    """When the last one was, by the clock that counts from this boot."""


class StrangerRow(Base):
    """Tries with an id or a badge that nobody has: they are locked out like anybody."""

    __tablename__ = "stranger_login"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012
    seq: Mapped[int] = mapped_column(primary_key=True)
    shown: Mapped[bytes] = mapped_column(unique=True)
    """The fingerprint of what was typed: somebody types a PIN there one day."""
    wrong: Mapped[int]
    boot: Mapped[str | None]
    elapsed_ms: Mapped[int | None]
