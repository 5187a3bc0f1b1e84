"""What all journeys need: particulars, contacts, a channel and a sealed part for each event."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reservation", sa.Column("particulars", sa.JSON()))
    op.add_column("reservation", sa.Column("contact", sa.LargeBinary()))
    op.add_column(
        "outbox", sa.Column("channel", sa.String(), nullable=False, server_default="cloud")
    )
    op.add_column("outbox", sa.Column("sealed", sa.LargeBinary()))
    op.drop_index("ix_outbox_reservation_seq", "outbox")
    op.create_index(
        "ix_outbox_reservation_channel_seq", "outbox", ["reservation", "channel", "seq"]
    )
    op.create_index("ix_outbox_channel_seq", "outbox", ["channel", "seq"])
    op.create_table(
        "skipped_event",
        sa.Column("owner", sa.String(), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
    )
