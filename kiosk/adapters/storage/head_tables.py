"""Where the journal ends, and what its next line is signed with."""

from sqlalchemy.orm import Mapped, mapped_column

from kiosk.adapters.storage.columns import Base


class HeadRow(Base):
    """The one end of the one journal."""

    __tablename__ = "journal_head"
    id: Mapped[int] = mapped_column(primary_key=True)
    chain: Mapped[str]
    epoch: Mapped[int]
    """How often the key was changed."""
    day: Mapped[str]
    """The UTC date of the last change."""
    key: Mapped[bytes]
    """Sealed; yesterday's is gone."""
    seed: Mapped[bytes | None]
    """The first key, sealed: who has it checks every signature. Gone once it was taken away."""
    seq: Mapped[int]
    hash: Mapped[bytes]
    mac: Mapped[bytes]
    erased_to: Mapped[int]
    """Up to this line no id is left."""
