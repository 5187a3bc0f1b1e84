"""The oldest waiting event is found at once, however many are parked before it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_outbox_channel_seq", "outbox")
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["channel", "seq"],
        sqlite_where=sa.text("parked_at IS NULL"),
    )
