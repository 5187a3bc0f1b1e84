"""The tables of labels: jobs, and what lies in the printers."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base, Word
from kiosk.domain.labels import JobState
from kiosk.domain.layout import Owner


class LabelRow(Base):
    """One label; its content is sealed, and goes when its codes go."""

    __tablename__ = "label_job"
    __table_args__ = (
        Index("ix_label_job_reservation", "reservation"),
        Index("ix_label_job_state_seq", "state", "seq"),
        {"sqlite_autoincrement": True},
    )
    seq: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    reservation: Mapped[str | None]
    owner: Mapped[Owner]
    template: Mapped[str]
    content: Mapped[bytes | None]
    language: Mapped[str]
    mark: Mapped[str]
    made_at: Mapped[datetime]
    state: Mapped[JobState] = mapped_column(Word(JobState))
    tries: Mapped[int]
    error: Mapped[str]
    printer: Mapped[str]
    printed_at: Mapped[datetime | None]
    sheets: Mapped[int]
    sheets_out: Mapped[int]


class RollRow(Base):
    """What lies in one printer; the newest is the one in it."""

    __tablename__ = "label_roll"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012
    seq: Mapped[int] = mapped_column(primary_key=True)
    printer: Mapped[str]
    loaded_at: Mapped[datetime]
    labels: Mapped[int]
    used: Mapped[int]
