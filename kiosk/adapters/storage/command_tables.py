"""The tables of what is asked from afar."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base, Word
from kiosk.domain.commands import Ask
from kiosk.domain.obeyed import Outcome
from kiosk.ports_commands import Standing


class CommandRow(Base):
    """One command by its id: whatever else happens, it acts once."""

    __tablename__ = "command"
    __table_args__ = (
        UniqueConstraint("id"),
        Index("ix_command_outcome_seq", "outcome", "seq"),
        {"sqlite_autoincrement": True},
    )
    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]
    ask: Mapped[Ask] = mapped_column(Word(Ask))
    issued_at: Mapped[datetime]
    label: Mapped[str | None]
    reservation: Mapped[str | None]
    by: Mapped[str]
    begun_at: Mapped[datetime]
    outcome: Mapped[Outcome] = mapped_column(Word(Outcome))
    reason: Mapped[str]


class MarkRow(Base):
    """How far who asks was heard."""

    __tablename__ = "command_mark"
    source: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[str]


class StandingRow(Base):
    """What holds until it is taken back."""

    __tablename__ = "standing_order"
    what: Mapped[Standing] = mapped_column(Word(Standing), primary_key=True)
    since: Mapped[datetime]


class FittingRow(Base):
    """A compartment that is used otherwise than the layout says."""

    __tablename__ = "fitting"
    label: Mapped[str] = mapped_column(primary_key=True)
    size: Mapped[str | None]
    thermal: Mapped[str | None]
