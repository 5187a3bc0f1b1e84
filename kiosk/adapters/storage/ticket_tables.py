"""The table of maintenance tickets."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base, Word
from kiosk.domain.tickets import Fault


class TicketRow(Base):
    """What is wrong with a compartment, until somebody has repaired it; ids only."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ix_ticket_closed_at_label", "closed_at", "label"),
        {"sqlite_autoincrement": True},
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    fault: Mapped[Fault] = mapped_column(Word(Fault))
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str | None]
